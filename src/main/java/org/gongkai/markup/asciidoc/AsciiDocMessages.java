package org.gongkai.markup.asciidoc;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.io.TextResource;
import org.gongkai.markup.asciidoc.AsciiDocEngines.AsciiDocEngine;

/** Chinese messages for those of Asciidoctor. */
final class AsciiDocMessages {
    /** The code for formulas, which are reported once. */
    static final String FORMULA = "W168";
    /** Begins the message for lines of a document header, which are no loss where it is the header of the entry. */
    static final String HEADER = "header not shown: ";

    private static final Map<String, String> BLOCKS = TextResource.map(AsciiDocMessages.class, "blocks.txt");

    private static final List<Known> KNOWN = TextResource.list(AsciiDocEngine.class, "messages.txt").stream()
            .map(AsciiDocMessages::known)
            .toList();

    private AsciiDocMessages() {}

    /**
     * A message in Chinese.
     *
     * @param code its problem code
     * @param typed text to search for if Asciidoctor does not report a position; may be empty
     */
    record Translation(String code, String message, String hint, String typed) {}

    private record Known(Pattern pattern, String message, String hint, String typed, String code) {}

    static Translation translate(String message) {
        for (Known known : KNOWN) {
            Matcher matcher = known.pattern().matcher(message.strip());
            if (matcher.matches()) {
                return new Translation(
                        known.code(),
                        filled(known.message(), matcher),
                        filled(known.hint(), matcher),
                        filled(known.typed(), matcher));
            }
        }
        return new Translation("W163", "这里的 AsciiDoc 写法有问题，处理程序的原话是：" + message.strip(), "核对这一处的写法", "");
    }

    private static String filled(String template, MatchResult found) {
        String filled = template;
        for (int i = 1; i <= found.groupCount(); i++) {
            String value = found.group(i) == null ? "" : found.group(i);
            filled = filled.replace("$" + i, BLOCKS.getOrDefault(value, value));
        }
        return filled;
    }

    private static Known known(String line) {
        String[] parts = line.split("\t");
        return new Known(
                Pattern.compile(parts[0], Pattern.DOTALL),
                parts[1],
                parts[2],
                parts.length > 3 ? parts[3] : "",
                parts.length > 4 ? parts[4] : "W163");
    }
}
