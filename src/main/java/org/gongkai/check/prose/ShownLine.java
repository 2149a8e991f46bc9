package org.gongkai.check.prose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line as its readers see it where marks stand between the digits of a number or the letters of a word. What it takes for
 * a mark where a converter does not, it leaves out all the same: a word may be found that nobody sees, but none is missed.
 *
 * @param text what is seen
 * @param places for each character of it the index in the typed line of what it was made of
 */
public record ShownLine(String text, int[] places) {

    private static final Pattern ATTRIBUTE = Pattern.compile("(?m)^:([\\w-]{1,60}):[ \\t]+(\\S.{0,200})$");

    /** What AsciiDoc itself calls by such names. */
    private static final Map<String, String> BLANKS =
            Map.of("empty", "", "zwsp", "", "wj", "", "shy", "", "sp", " ", "nbsp", " ", "blank", "");

    /** Looks at lines of one text. */
    public static final class Reader {

        private final Map<String, String> attributes;

        /** Of a text in which names in braces are nothing. */
        public Reader() {
            this.attributes = Map.of();
        }

        /**
         * Of a text in AsciiDoc.
         *
         * @param text the text, which says what its attributes stand for
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
         * Whether a line of a text may look otherwise than it was typed.
         *
         * @param from where it begins
         * @param to after its end
         */
        public boolean mayDiffer(char[] text, int from, int to) {
            return HiddenLetters.mayBeIn(text, from, to, !attributes.isEmpty());
        }

        /**
         * How readers may see a line: with the texts of links alone, and with all that is typed in and about them. Empty if
         * it looks as it was typed.
         */
        public List<ShownLine> of(String line) {
            List<ShownLine> shown = new ArrayList<>();
            if (mayDiffer(line.toCharArray(), 0, line.length())) {
                for (boolean whole : new boolean[] {false, true}) {
                    ShownLine one = new LineReading(line, whole ? null : attributes).read();
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
