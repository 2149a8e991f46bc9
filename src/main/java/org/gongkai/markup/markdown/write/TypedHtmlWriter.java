package org.gongkai.markup.markdown.write;

import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;
import org.gongkai.markup.html.DroppedHtml;
import org.gongkai.markup.html.HtmlElements;
import org.gongkai.markup.html.HtmlFilter;
import org.gongkai.markup.html.HtmlTokenizer;
import org.gongkai.markup.markdown.parse.ContentLines;

/** Writes the allowed part of HTML in a Markdown body. */
record TypedHtmlWriter(MarkdownPage page) {
    /** Length of the longest numeric reference: seven decimal or six hexadecimal digits (CommonMark §2.5). */
    private static final int LONGEST = "&#1234567;".length();

    /** Writes a block without the marks of quotations and lists before its lines. */
    void block(Block node) {
        ContentLines typed = new ContentLines(node);
        String html = HtmlFilter.filter(
                page.dropped.withoutControl(typed.text()),
                true,
                (fate, token) -> report(fate, token.name(), typed.sourceOffset(token.start())));
        if (!html.isBlank()) {
            page.hasHtml = true;
            page.out.append(html).append(html.endsWith("\n") ? "" : "\n");
        }
    }

    /**
     * Writes inline HTML: a tag is written, shown as text or dropped.
     *
     * @return 1 if it opens a link, -1 if it closes one, otherwise 0
     */
    int inline(Node node, InlineText text) {
        String typed = node.getChars().toString();
        HtmlTokenizer.Token token = new HtmlTokenizer(typed).at(0);
        if (node instanceof HtmlInlineComment) {
            return 0;
        }
        if (token == null || !token.isTag() || HtmlElements.MENTIONED.contains(token.name())) {
            report(DroppedHtml.Fate.SHOWN, token == null ? typed : token.name(), node.getStartOffset());
            text.put(typed);
        } else if (HtmlElements.ALLOWED.contains(token.name())) {
            page.hasHtml = true;
            page.out.append(HtmlFilter.filter(page.dropped.withoutControl(typed), true, (fate, dropped) -> {}));
            text.interrupted();
            return !token.name().equals("a") ? 0 : token.kind() == HtmlTokenizer.Token.Kind.OPEN ? 1 : -1;
        } else {
            report(DroppedHtml.Fate.REMOVED, token.name(), node.getStartOffset());
        }
        return 0;
    }

    /** Writes the character of a reference if it is allowed in a page. */
    void reference(Node node, InlineText text) {
        String typed = node.getChars().toString();
        if (typed.startsWith("&#") && typed.length() > LONGEST) {
            text.put(typed);
        } else {
            text.put(Escaping.unescapeHtml(page.dropped.withoutControl(typed)));
        }
    }

    private void report(DroppedHtml.Fate fate, String what, int offset) {
        page.dropped.dropped(fate, what, page.positions, offset);
    }
}
