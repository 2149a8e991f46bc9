package org.gongkai.markup.markdown.write;

import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.markup.HtmlEscape;

/** Numbers footnotes in the order in which the text refers to them and writes them at its end. */
final class FootnoteWriter {
    private final MarkdownPage page;
    private final List<FootnoteBlock> notes = new ArrayList<>();

    private final Map<Node, Integer> indexes = new HashMap<>();
    private final List<List<String>> references = new ArrayList<>();

    FootnoteWriter(MarkdownPage page) {
        this.page = page;
    }

    /** Writes the reference to a footnote; returns false if the footnote is not defined. */
    boolean reference(Footnote footnote) {
        FootnoteBlock block = footnote.getReferenceNode(page.footnotes);
        if (block == null) {
            return false;
        }
        int index = indexes.computeIfAbsent(block, fresh -> notes.size());
        if (index == notes.size()) {
            notes.add(block);
            page.used.add(block);
            references.add(new ArrayList<>());
        }
        // No heading's id begins with an underscore, so that these never collide with one.
        String id = page.anchors.claim("_fnref-" + (index + 1));
        references.get(index).add(id);
        page.out.append("<sup class=\"footnote-ref\"");
        HtmlEscape.attribute(page.out, "id", id);
        page.out.append('>');
        link("#_fn-" + (index + 1), "");
        page.out.append(index + 1).append("</a></sup>");
        return true;
    }

    void writeAll(BlockWriter writer) {
        if (notes.isEmpty()) {
            return;
        }
        page.out.append("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"注释\">\n<ol>\n");
        // A footnote may refer to another one, which is then appended to the list.
        for (int i = 0; i < notes.size(); i++) {
            page.out.append("<li");
            HtmlEscape.attribute(page.out, "id", page.anchors.claim("_fn-" + (i + 1)));
            page.out.append(">\n");
            writer.children(notes.get(i), 1);
            for (String reference : references.get(i)) {
                link("#" + reference, " class=\"footnote-backref\" aria-label=\"返回正文\"");
                page.out.append("↩</a>\n");
            }
            page.out.append("</li>\n");
        }
        page.out.append("</ol>\n</section>\n");
    }

    private void link(String address, String more) {
        page.out.append("<a");
        HtmlEscape.attribute(page.out, "href", page.marks == null ? address : page.marks.mark(address));
        page.out.append(more).append('>');
    }
}
