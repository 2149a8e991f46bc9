package org.gongkai.markup.markdown.write;

import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.ParagraphItemContainer;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.parser.ListOptions;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import org.gongkai.markup.Body;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.text.Characters;
import org.gongkai.text.OfficialNumbering;

/** Writes paragraphs and headings, including figures and headings typed without {@code #}. */
final class ParagraphWriter {
    private final MarkdownPage page;
    private final ListOptions lists;
    private final InlineWriter inlines;
    /** Whether the body has no headings of its own. */
    private final boolean promotes;

    private boolean hasPart;
    /** Level of the items of the series {@code （一）}, {@code （二）} that is going on; 0 before the first. */
    private int series;

    ParagraphWriter(MarkdownPage page, ListOptions lists, InlineWriter inlines, boolean promotes) {
        this.page = page;
        this.lists = lists;
        this.inlines = inlines;
        this.promotes = promotes;
    }

    void paragraph(Paragraph node, int depth) {
        Node first = node.getFirstChild();
        int from = node.getStartOffset();
        int to = trimmedEnd(page, node);
        if (first == null) {
            return;
        }
        if (isTight(node)) {
            inlines.block(node, Integer.MAX_VALUE, depth);
            page.out.append(node.getNext() == null ? "" : "\n");
            return;
        }
        AttributeBlock attributes = AttributeBlock.ofText(page.source, from, to);
        int level = promotes && attributes.isNone() ? promotedLevel(node) : 0;
        if (level > 0) {
            heading(node, level, from, to, depth);
            return;
        }
        boolean figure = attributes.isNone() && isFigure(node);
        page.out.append(figure ? "<figure" : "<p");
        page.id(attributes);
        page.out.append('>');
        inlines.block(node, attributes.textEnd(), depth);
        if (figure) {
            caption(first);
        }
        page.out.append(figure ? "</figure>\n" : "</p>\n");
    }

    void heading(Node node, int level, int from, int to, int depth) {
        AttributeBlock attributes = AttributeBlock.ofText(page.source, from, to);
        int start = page.out.length();
        inlines.block(node, attributes.textEnd(), depth);
        while (page.out.length() > start && page.out.charAt(page.out.length() - 1) == ' ') {
            page.out.setLength(page.out.length() - 1);
        }
        String text = inlines.plain();
        String id = attributes.id().isEmpty() ? page.anchors.of(text) : page.anchors.claim(attributes.id());
        page.outline.add(new Body.Heading(level, id, text));
        StringBuilder open = new StringBuilder(id.length() + 16);
        open.append("<h").append(level);
        HtmlEscape.attribute(open, "id", id);
        page.out.insert(start, open.append('>')).append("</h").append(level).append(">\n");
    }

    /**
     * Level of a heading typed without {@code #}; {@code （一）} is of level 2 if no {@code 一、} precedes it, and so are
     * those that continue its series.
     */
    private int promotedLevel(Paragraph node) {
        if (!(node.getParent() instanceof Document)) {
            return 0;
        }
        int from = node.getStartOffset();
        int to = trimmedEnd(page, node);
        while (from < to && Characters.isIndent(page.source.charAt(from))) {
            from++;
        }
        int usual = hasPart ? 3 : 2;
        if (page.source.startsWith("（一）", from) || page.source.startsWith("(一)", from)) {
            series = usual;
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof SoftLineBreak) {
                return 0;
            }
        }
        int level = OfficialNumbering.headingLevel(page.source, from, to);
        hasPart |= level == 2;
        return level != 3 ? level : series == 0 ? usual : series;
    }

    private void caption(Node image) {
        String title = image instanceof Image typed
                ? typed.getTitle().unescape()
                : ((ImageRef) image)
                        .getReferenceNode(page.references)
                        .getTitle()
                        .unescape();
        if (!title.isEmpty()) {
            page.out.append("<figcaption>");
            HtmlEscape.text(page.out, title);
            page.out.append("</figcaption>");
        }
    }

    private boolean isFigure(Paragraph node) {
        Node only = node.getFirstChild();
        boolean isImage = only instanceof Image
                || (only instanceof ImageRef reference && reference.getReferenceNode(page.references) != null);
        return isImage && only.getNext() == null;
    }

    boolean isTight(Paragraph node) {
        return node.getParent() instanceof ParagraphItemContainer container
                && container.isParagraphWrappingDisabled(node, lists, null);
    }

    static int trimmedEnd(MarkdownPage page, Node node) {
        int end = node.getEndOffset();
        while (end > node.getStartOffset() && page.source.charAt(end - 1) <= ' ') {
            end--;
        }
        return end;
    }
}
