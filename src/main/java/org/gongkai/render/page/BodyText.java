package org.gongkai.render.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.site.SearchDocument;
import org.gongkai.site.SearchDocument.Block;
import org.gongkai.text.InlineElements;
import org.jsoup.parser.Parser;

/** Extracts the blocks of text of a body from its HTML, which the converters have made safe and well-formed. */
public final class BodyText {

    private static final Set<String> RUBY = Set.of("rp", "rt", "ruby");

    private static final Set<String> ROWS = Set.of("tr", "tbody", "tfoot", "thead", "table");

    /** Stands between the cells of a row, which is one block: what a cell says is of the others. */
    static final String CELL = "，";

    /** The first column of a table whose rows have numbers, which say nothing. */
    static final String NUMBER = "序号";

    private final String html;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean inHeading;
    private boolean inRow;
    private boolean inHead;
    private boolean isNumbered;
    private boolean blank = true;

    private BodyText(String html) {
        this.html = html;
    }

    /** Returns the blocks that are not blank, in reading order. */
    public static List<Block> blocks(String html) {
        return new BodyText(html).read();
    }

    private List<Block> read() {
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            int end = tag < 0 ? html.length() : tag;
            append(at, end);
            if (tag < 0) {
                break;
            }
            at = tag(tag);
        }
        endBlock();
        return blocks;
    }

    private void append(int from, int to) {
        String piece = html.substring(from, to);
        text.append(piece.indexOf('&') < 0 ? piece : Parser.unescapeEntities(piece, false));
        blank &= piece.isEmpty();
    }

    /** Reads a tag or a comment, and returns the index after it. */
    private int tag(int start) {
        if (html.startsWith("<!--", start)) {
            int end = html.indexOf("-->", start);
            return end < 0 ? html.length() : end + 3;
        }
        boolean closing = html.startsWith("</", start);
        int from = start + (closing ? 2 : 1);
        int to = from;
        while (to < html.length() && Character.isLetterOrDigit(html.charAt(to))) {
            to++;
        }
        int end = end(to);
        String name = html.substring(from, to);
        if (InlineElements.WITHIN_WORDS.contains(name) || RUBY.contains(name)) {
            return end;
        }
        if (name.equals("br") || inRow && !ROWS.contains(name)) {
            while (!text.isEmpty() && text.charAt(text.length() - 1) <= ' ') {
                text.setLength(text.length() - 1);
            }
            text.append(!name.equals("td") && !name.equals("th") ? " " : closing || text.isEmpty() ? "" : CELL);
        } else {
            endBlock();
            inHeading = !closing && isHeading(name);
            inRow = !closing && name.equals("tr");
            inHead = name.equals("thead") ? !closing : inHead && name.equals("tr");
            isNumbered &= !name.equals("table");
        }
        return end;
    }

    /** Returns the index after the tag; a {@code >} within quotes does not end it. */
    private int end(int from) {
        char quote = 0;
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return html.length();
    }

    private static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }

    private void endBlock() {
        if (!blank) {
            char mark = inHeading ? SearchDocument.HEADING : SearchDocument.TEXT;
            Block block = inRow ? row() : new Block(text.toString(), mark);
            if (!block.text().isEmpty()) {
                blocks.add(block);
            }
            text.setLength(0);
            blank = true;
        }
    }

    private Block row() {
        String row = text.toString()
                .strip()
                .replaceAll("(?:" + CELL + "\\s*)+", CELL)
                .replaceFirst(CELL + "$", "");
        isNumbered |= row.startsWith(NUMBER + CELL);
        return new Block(
                isNumbered ? row.replaceFirst("^\\d+" + CELL, "") : row,
                inHead ? SearchDocument.FIELD : SearchDocument.ROW);
    }
}
