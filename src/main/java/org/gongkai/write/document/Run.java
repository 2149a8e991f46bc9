package org.gongkai.write.document;

import java.util.LinkedList;
import java.util.List;
import org.gongkai.text.Characters;

/** A part of a text with the same style. */
public sealed interface Run {

    /**
     * Characters; {@code \n} is a line break within the paragraph, {@code \t} a tab.
     *
     * @param text the characters, never empty
     * @param style how they are set
     * @param link the address that they lead to; empty for none
     */
    record Text(String text, Style style, String link) implements Run {}

    /**
     * A reference to a footnote.
     *
     * @param index index in {@link ImportedDocument#footnotes}
     */
    record Footnote(int index) implements Run {}

    /**
     * A picture within a text; a paragraph that holds nothing else is a picture of its own.
     *
     * @param name the name of one of {@link ImportedDocument#pictures}
     * @param description its alternative text; empty if it has none
     */
    record Image(String name, String description) implements Run {}

    /** How characters are set. */
    record Style(
            boolean bold, boolean italic, boolean underlined, boolean struck, boolean superscript, boolean subscript) {
        /** Plain characters. */
        public static final Style PLAIN = new Style(false, false, false, false, false, false);
    }

    /**
     * Removes blanks at both ends, with which writers indent; underlined ones stay, because they are lines to write on.
     */
    static List<Run> trimmed(List<Run> runs) {
        LinkedList<Run> rest = new LinkedList<>(runs);
        trim(rest, true);
        trim(rest, false);
        return rest;
    }

    private static void trim(LinkedList<Run> rest, boolean head) {
        while (!rest.isEmpty()
                && (head ? rest.getFirst() : rest.getLast()) instanceof Text text
                && !text.style().underlined()) {
            rest.remove(head ? 0 : rest.size() - 1);
            String all = text.text();
            String stripped = head
                    ? all.substring(Characters.end(all, 0, Run::isBlank))
                    : all.substring(0, Characters.start(all, all.length(), Run::isBlank));
            if (!stripped.isEmpty()) {
                rest.add(head ? 0 : rest.size(), new Text(stripped, text.style(), text.link()));
                return;
            }
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
