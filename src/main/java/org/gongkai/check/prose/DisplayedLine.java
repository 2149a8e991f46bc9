package org.gongkai.check.prose;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.Characters;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.InlineElements;
import org.jsoup.parser.Parser;

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

    /** Converts one line to the text that readers see. */
    private static final class LineConverter {

        private static final Pattern REFERENCE =
                Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,24});");
        private static final Pattern ESCAPE =
                Pattern.compile("\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U000([0-9a-fA-F]{5}))");
        private static final Pattern TAG =
                Pattern.compile("</?([A-Za-z][A-Za-z0-9]*)(?:\\s[^<>]*)?/?>|<!--.{0,200}?-->");

        /** A footnote reference, whose text is elsewhere. */
        private static final Pattern FOOTNOTE =
                Pattern.compile("\\[\\^[^\\]\\s]{1,40}\\]|footnote(?:ref)?:[\\w-]{0,40}\\[[^\\]]{0,200}\\]");

        /** The end of a link after its text. */
        private static final Pattern LINK_END =
                Pattern.compile("\\](?:\\([^()]{0,400}(?:\\([^()]{0,200}\\)[^()]{0,200})?\\)|\\[[^\\]]{0,100}\\])?");

        /** The start of a link, or of text with a role, in AsciiDoc. */
        private static final Pattern MACRO =
                Pattern.compile("(?:link|xref|mailto|pass|kbd|btn|stem):[^\\[\\]\\s]{0,400}\\[|<<[^,<>]{1,100},"
                        + "|https?://[^\\[\\]\\s]{1,400}\\[|\\[[\\w.#%-]{1,60}\\](?=[#*_`^~])");

        private static final Pattern ATTRIBUTE = Pattern.compile("\\{([\\w-]{1,60})\\}");
        private static final Pattern NUMERALS =
                Pattern.compile("[〇零一二三四五六七八九0-9０-９]{" + HiddenTextDetector.MIN_NUMERALS + ",}");

        /** Maximum length of an emphasis delimiter; four asterisks mask a value. */
        private static final int MAX_DELIMITER = 3;

        private final String line;

        /** The values of attributes; null to convert only references and zero-width characters. */
        private final Map<String, String> attributes;

        private final StringBuilder out;
        private int[] places;

        LineConverter(String line, Map<String, String> attributes) {
            this.line = line;
            this.attributes = attributes;
            this.out = new StringBuilder(line.length());
            this.places = new int[line.length() + 1];
        }

        DisplayedLine read() {
            for (int at = 0; at < line.length(); ) {
                int end = attributes == null ? -1 : mark(at);
                end = end < 0 ? reference(at) : end;
                if (end < 0) {
                    int point = line.codePointAt(at);
                    put(point, at);
                    end = at + Character.charCount(point);
                }
                at = end;
            }
            Matcher numerals = NUMERALS.matcher(out);
            while (numerals.find()) {
                for (int i = numerals.start(); i < numerals.end(); i++) {
                    out.setCharAt(i, (char) ('0' + ChineseNumeral.digit(out.charAt(i))));
                }
            }
            return new DisplayedLine(out.toString(), Arrays.copyOf(places, out.length()));
        }

        /** Appends the character of a reference that begins here; returns its end, or -1. */
        private int reference(int at) {
            if (line.charAt(at) == '&') {
                Matcher reference = at(REFERENCE, at);
                if (reference.lookingAt()) {
                    String meant = Parser.unescapeEntities(reference.group(), false);
                    meant.codePoints().forEach(point -> put(point, at));
                    return reference.end();
                }
            } else if (line.charAt(at) == '\\' && at + 1 < line.length()) {
                Matcher escape = at(ESCAPE, at);
                if (escape.lookingAt()) {
                    put(Integer.parseInt(escape.group().substring(2), 16), at);
                    return escape.end();
                }
                char next = line.charAt(at + 1);
                if (next > ' ' && next < 0x7f && !Character.isLetterOrDigit(next)) {
                    put(next, at);
                    return at + 2;
                }
            }
            return -1;
        }

        /** Returns the end of markup that begins here and is not displayed, or -1. */
        private int mark(int at) {
            char c = line.charAt(at);
            switch (c) {
                case '<' -> {
                    Matcher tag = at(TAG, at);
                    boolean isLeftOut = tag.lookingAt()
                            && (tag.group(1) == null
                                    || InlineElements.WITHIN_WORDS.contains(
                                            tag.group(1).toLowerCase(Locale.ROOT)));
                    return isLeftOut ? tag.end() : end(MACRO, at);
                }
                case '[' -> {
                    return Math.max(at + 1, Math.max(end(FOOTNOTE, at), end(MACRO, at)));
                }
                case ']' -> {
                    return end(LINK_END, at);
                }
                case '{' -> {
                    return attribute(at);
                }
                case 'f', '^' -> {
                    int end = end(FOOTNOTE, at);
                    return end < 0 && c == '^' ? emphasis(at) : end;
                }
                case 'l', 'x', 'm', 'p', 'k', 'b', 's', 'h' -> {
                    return end(MACRO, at);
                }
                case '>' -> {
                    return line.startsWith(">>", at) && line.lastIndexOf("<<", at) >= 0 ? at + 2 : -1;
                }
                case Prose.BLANKED -> {
                    // A comment, or the address of a link.
                    return at + 1;
                }
                case '*', '_', '~', '`', '#', '+' -> {
                    return emphasis(at);
                }
                default -> {
                    return -1;
                }
            }
        }

        /** Returns the end of an emphasis delimiter if the line contains its counterpart. */
        private int emphasis(int at) {
            int end = Characters.end(line, at, c -> c == line.charAt(at));
            String mark = line.substring(at, end);
            boolean isAnswered = line.indexOf(mark, end) >= 0 || line.lastIndexOf(mark, at - 1) >= 0 && at > 0;
            if (end - at > MAX_DELIMITER) {
                mark.chars().forEach(sign -> put(sign, at));
                return end;
            }
            return isAnswered ? end : -1;
        }

        private int attribute(int at) {
            Matcher attribute = at(ATTRIBUTE, at);
            String meant = attribute.lookingAt() ? attributes.get(attribute.group(1)) : null;
            if (meant == null) {
                return -1;
            }
            new LineConverter(meant, null).read().text().codePoints().forEach(point -> put(point, at));
            return attribute.end();
        }

        private void put(int point, int place) {
            if (HiddenTextDetector.isInvisible(point)) {
                return;
            }
            if (Character.isBmpCodePoint(point) && !HiddenTextDetector.isOtherDigit((char) point)) {
                put((char) point, place);
                return;
            }
            String seen = Character.toString(point);
            if (HiddenTextDetector.isOtherDigit(seen.charAt(0))) {
                seen = Character.isDigit(point)
                        ? String.valueOf(Character.digit(point, 10))
                        : Normalizer.normalize(seen, Normalizer.Form.NFKC);
            }
            seen.chars().forEach(c -> put((char) c, place));
        }

        private void put(char c, int place) {
            if (places.length == out.length()) {
                places = Arrays.copyOf(places, 2 * places.length);
            }
            places[out.length()] = place;
            out.append(c);
        }

        private Matcher at(Pattern pattern, int at) {
            return pattern.matcher(line).region(at, line.length()).useTransparentBounds(true);
        }

        private int end(Pattern pattern, int at) {
            Matcher found = at(pattern, at);
            return found.lookingAt() ? found.end() : -1;
        }
    }
}
