package org.gongkai.markup.markdown;

import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import org.gongkai.markup.BodyPositions;
import org.gongkai.markup.html.DroppedHtml;
import org.gongkai.markup.html.HtmlFilter;
import org.gongkai.markup.html.HtmlTokenizer;
import org.gongkai.markup.markdown.parse.ContentLines;
import org.gongkai.markup.markdown.prepare.PreparedBody;

/**
 * Escapes unclosed HTML at the beginning of a line, so that the text after it is not parsed as HTML, and
 * the line becomes text. Only the parser can find it, so that it parses such a text
 * again.
 */
final class UnclosedHtml {
    /** Maximum number of escaped tags; further ones are shown as text within a block of HTML. */
    private static final int MOST = 8;

    private UnclosedHtml() {}

    /**
     * A parsed body.
     *
     * @param document its tree
     * @param prepared the text that was parsed
     */
    record Parsed(Document document, PreparedBody prepared) {}

    /** Parses a body; {@code dropped} records what was escaped. */
    static Parsed parse(Parser parser, PreparedBody typed, int firstLine, DroppedHtml dropped) {
        PreparedBody prepared = typed;
        Document document = parser.parse(prepared.text());
        if (!HtmlTokenizer.mayHoldMarkup(prepared.text())) {
            return new Parsed(document, prepared);
        }
        Block endless = first(document);
        for (int i = 0; i < MOST && endless != null; i++) {
            ContentLines lines = new ContentLines(endless);
            int offset = lines.sourceOffset(lines.text().indexOf('<'));
            BodyPositions positions = prepared.positions(firstLine);
            HtmlTokenizer.Token token = new HtmlTokenizer(prepared.text()).at(offset);
            DroppedHtml.Fate fate = token != null && token.isTag() ? DroppedHtml.Fate.SHOWN : DroppedHtml.Fate.ENDLESS;
            if (token != null) {
                dropped.dropped(fate, token.name(), positions.line(offset), positions.column(offset));
            }
            prepared = prepared.escaped(offset);
            document = parser.parse(prepared.text());
            endless = first(document);
        }
        return new Parsed(document, prepared);
    }

    private static Block first(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            Block found = null;
            if (node instanceof HtmlBlockBase html) {
                found = HtmlFilter.isEndless(new ContentLines(html).text()) ? html : null;
            } else if (node instanceof Block) {
                found = first(node);
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
