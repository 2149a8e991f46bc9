package org.gongkai.markup.markdown.write;

import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;
import org.gongkai.markup.html.clean.CharacterReferences;
import org.gongkai.markup.html.clean.DroppedHtml;
import org.gongkai.markup.html.clean.HtmlElements;
import org.gongkai.markup.html.clean.HtmlFilter;
import org.gongkai.markup.html.clean.HtmlToken;
import org.gongkai.markup.html.clean.HtmlTokenizer;
import org.gongkai.markup.markdown.parse.ContentLines;

/** Writes the HTML that was typed in a Markdown body, as far as it may stand there. */
final class TypedHtmlWriter {
    /** The most that stands for a character by its number: seven digits, or six of base sixteen (CommonMark §2.5). */
    private static final int LONGEST = "&#1234567;".length();

    private final MarkdownPage page;

    TypedHtmlWriter(MarkdownPage page) {
        this.page = page;
    }

    /** Writes a block; the marks of quotations and lists before its lines are no part of it. */
    void block(Block node) {
        ContentLines typed = new ContentLines(node);
        String html = HtmlFilter.filterTyped(
                typed.text(), (fate, what, offset) -> tell(fate, what, typed.sourceOffset(offset)));
        if (!html.isBlank()) {
            page.hasHtml = true;
            page.out.append(html).append(html.endsWith("\n") ? "" : "\n");
        }
    }

    /**
     * Writes a piece within a paragraph: a tag is HTML, spoken of, or dropped.
     *
     * @return how many links it opens; less than 0 if it closes one
     */
    int inline(Node node, InlineText text) {
        String typed = node.getChars().toString();
        HtmlToken token = new HtmlTokenizer(typed).at(0);
        if (node instanceof HtmlInlineComment) {
            return 0;
        }
        if (token == null || !token.isTag() || HtmlElements.isSpokenOf(token.name())) {
            tell(DroppedHtml.Fate.SHOWN, token == null ? typed : token.name(), node.getStartOffset());
            text.put(typed);
        } else if (HtmlElements.ALLOWED.contains(token.name())) {
            page.hasHtml = true;
            page.out.append(HtmlFilter.filterTyped(typed, (fate, what, offset) -> {}));
            text.interrupted();
            return !token.name().equals("a") ? 0 : token.kind() == HtmlToken.Kind.OPEN ? 1 : -1;
        } else {
            tell(DroppedHtml.Fate.REMOVED, token.name(), node.getStartOffset());
        }
        return 0;
    }

    /** Writes the character to which a reference leads, if a page may hold it. */
    void reference(Node node, InlineText text) {
        String typed = node.getChars().toString();
        if (typed.startsWith("&#") && typed.length() > LONGEST) {
            text.put(typed);
        } else if (CharacterReferences.next(typed, 0) == 0) {
            tell(DroppedHtml.Fate.CONTROL, typed, node.getStartOffset());
        } else {
            text.put(Escaping.unescapeHtml(typed));
        }
    }

    private void tell(DroppedHtml.Fate fate, String what, int offset) {
        page.dropped.dropped(fate, what, page.positions.line(offset), page.positions.column(offset));
    }
}
