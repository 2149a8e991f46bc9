package org.gongkai.check.prose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line as it is displayed. Where in doubt characters are treated as markup and removed, so that words may be found
 * that are not displayed, but none is missed.
 *
 * @param text the displayed text
 * @param places for each of its characters the index of the character in the source line
 */
public record DisplayedLine(String text, int[] places) {

    private static final Pattern ATTRIBUTE = Pattern.compile("(?m)^:([\\w-]{1,60}):[ \\t]+(\\S.{0,200})$");

    /** The predefined attributes of AsciiDoc. */
    private static final Map<String, String> BLANKS =
            Map.of("empty", "", "zwsp", "", "wj", "", "shy", "", "sp", " ", "nbsp", " ", "blank", "");

    /** Converts the lines of one text. */
    public static final class Reader {

        private final Map<String, String> attributes;

        /** Creates a reader of a text without attributes. */
        public Reader() {
            this.attributes = Map.of();
        }

        /**
         * Creates a reader of an AsciiDoc text.
         *
         * @param text the text, which defines the attributes
         */
        public Reader(String text) {
            Map<String, String> said = new HashMap<>(BLANKS);
            Matcher attribute = ATTRIBUTE.matcher(text);
            while (attribute.find()) {
                said.put(attribute.group(1), attribute.group(2).strip());
            }
            this.attributes = said;
        }

        /**
         * Returns true if a line may be displayed differently from its source.
         *
         * @param from the offset of its start
         * @param to the offset after its end
         */
        public boolean mayDiffer(char[] text, int from, int to) {
            return HiddenTextDetector.mayBeIn(text, from, to, !attributes.isEmpty());
        }

        /**
         * Returns the ways in which a line may be displayed: with link texts only, and with everything in and around
         * links. Empty if it is displayed as written.
         */
        public List<DisplayedLine> of(String line) {
            List<DisplayedLine> shown = new ArrayList<>();
            if (mayDiffer(line.toCharArray(), 0, line.length())) {
                for (boolean whole : new boolean[] {false, true}) {
                    DisplayedLine one = new LineConverter(line, whole ? null : attributes).read();
                    boolean isNew =
                            shown.stream().noneMatch(other -> other.text().equals(one.text()));
                    if (isNew && !one.text().equals(line)) {
                        shown.add(one);
                    }
                }
            }
            return shown;
        }
    }
}
