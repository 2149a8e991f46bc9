package org.gongkai.write.document;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that an import left out, changed or could not read, told to the secretary.
 *
 * @param place where it is in the original, such as 第3段 or 第12行; empty for the document as a whole
 * @param text what was found and what was done with it, in Chinese
 * @param weight whether it needs attention
 * @param optional what has to be asked for so that it is imported after all; empty if nothing helps
 */
public record Remark(String place, String text, Weight weight, Optional<OptionalContent> optional) {

    /** A remark about something that is never imported otherwise. */
    public Remark(String place, String text, Weight weight) {
        this(place, text, weight, Optional.empty());
    }

    private static final int LONGEST = 60;
    private static final Pattern LINE = Pattern.compile("第(\\d{1,9})[行段]");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|\\\\\\\\.*");

    /** A remark about a link within the former site, or to what a page cannot open, of which only the text remains. */
    public static Remark ofLink(String place, String text, String address) {
        String subject = "链接“" + shortened(text.isBlank() ? address : text) + "”";
        String reason = SCHEME.matcher(address).matches()
                ? "的地址 " + address + " 在网页上打不开，只留下文字"
                : "指向原来网站的 " + address + "，只留下文字；要链接请改写成本站的条目或附件";
        return new Remark(place, subject + reason, Weight.LEFT_OUT);
    }

    /**
     * Orders remarks by the line or paragraph that they are about; the others come last, in the order in which they
     * were made.
     */
    public static List<Remark> byLine(List<Remark> remarks) {
        return remarks.stream()
                .sorted(Comparator.comparingInt(remark -> {
                    Matcher line = LINE.matcher(remark.place());
                    return line.matches() ? Integer.parseInt(line.group(1)) : Integer.MAX_VALUE;
                }))
                .toList();
    }

    /** A text of the original as remarks quote it: on one line, and only its beginning if it is long. */
    public static String shortened(String text) {
        return shortened(text, LONGEST);
    }

    /** A text of the original on one line, and only so many characters of its beginning. */
    public static String shortened(String text, int most) {
        String line = text.replaceAll("\\s+", " ").strip();
        int length = line.codePointCount(0, line.length());
        return length > most ? line.substring(0, line.offsetByCodePoints(0, most)) + "……" : line;
    }

    /** How much attention a remark needs. */
    public enum Weight {
        /** Something was converted; nothing is lost. */
        NOTE,
        /** Something is not in the result; the secretary must look at it. */
        LEFT_OUT
    }
}
