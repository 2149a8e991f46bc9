package org.gongkai.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.io.TextResource;

/**
 * A text and all that is told of it. Cases stand in resources beside their tests: after {@code #} what those that
 * follow show; after {@code @} how a text is written unless as usual, such as the path of a file; behind {@code |} the
 * lines of the text; then what is told of it. A blank line or another text ends a case. {@code \}{@code uXXXX} stands for a
 * character that nobody sees.
 *
 * @param title what it shows
 * @param form how the text is written; empty for the usual way
 * @param lines the lines of the text
 * @param told what is told of it
 */
public record Case(String title, String form, List<String> lines, List<String> told) {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    /** Returns the cases in a resource beside a test. */
    public static Stream<Case> of(Class<?> test, String resource) {
        List<Case> cases = new ArrayList<>();
        String title = "";
        Case open = null;
        for (String line : TextResource.of(test, resource).split("\n")) {
            String rest = line.isEmpty() ? "" : unescaped(line.substring(line.startsWith("| ") ? 2 : 1));
            boolean isText = line.startsWith("|");
            if (line.startsWith("#")) {
                title = rest.strip();
            } else if (line.startsWith("@") || isText && (open == null || !open.told.isEmpty())) {
                open = new Case(title, isText ? "" : rest, new ArrayList<>(), new ArrayList<>());
                cases.add(open);
            }
            if (line.isEmpty() || line.startsWith("#")) {
                open = null;
            } else if (isText) {
                open.lines.add(rest);
            } else if (!line.startsWith("@")) {
                open.told.add(unescaped(line));
            }
        }
        return cases.stream();
    }

    /** The whole text. */
    public String text() {
        return String.join("\n", lines);
    }

    private static String unescaped(String line) {
        return ESCAPE.matcher(line).replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    }
}
