package org.gongkai.input.entry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the documents that a body names in 《》. Comments and code, which no page shows as text, are left out. */
final class NamedDocuments {

    /** A body that names more is a bibliography; the first ones suffice. */
    private static final int MOST = 200;

    private static final Pattern NAME = Pattern.compile("《([^《》\n]{2,80})》");
    private static final Pattern HIDDEN_IN_MARKDOWN = Pattern.compile(
            "(?s)<!--.*?(?:-->|\\z)|(?m)^ {0,3}(`{3,}|~{3,})[^\n]*\n(?s:.*?)(?:^ {0,3}\\1|\\z)|`[^`\n]++`|^\\[[^\\]\n]*\\]:[^\n]*$");
    /** Without one of these {@link #HIDDEN_IN_MARKDOWN} finds nothing. */
    private static final List<String> MARKS_THAT_HIDE = List.of("<!--", "`", "~~~", "]:");

    private static final Pattern HIDDEN_IN_ASCIIDOC =
            Pattern.compile("(?m)^(/{4,}|-{4,})[ \t]*\n(?s:.*?)(?:^\\1[ \t]*$|\\z)|^//[^\n]*$|^:[^\n]*$|`[^`\n]++`");

    private NamedDocuments() {}

    /**
     * Returns each name once, in the order of the body, without 《》.
     *
     * @param text the content of the file
     * @param bodyLine the line, from 1, on which the body begins
     */
    static List<String> of(String text, int bodyLine, boolean asciiDoc) {
        String body = text.lines().skip(bodyLine - 1L).collect(Collectors.joining("\n"));
        String shown = shown(body, asciiDoc);
        Set<String> names = new LinkedHashSet<>();
        Matcher name = NAME.matcher(shown);
        for (int next = shown.indexOf('《'); next >= 0 && names.size() < MOST; next = shown.indexOf('《', next + 1)) {
            if (name.region(next, shown.length()).lookingAt()) {
                names.add(name.group(1).strip());
            }
        }
        return List.copyOf(names);
    }

    private static String shown(String body, boolean asciiDoc) {
        if (asciiDoc) {
            return HIDDEN_IN_ASCIIDOC.matcher(body).replaceAll("");
        }
        boolean mayHide = MARKS_THAT_HIDE.stream().anyMatch(body::contains);
        return mayHide ? HIDDEN_IN_MARKDOWN.matcher(body).replaceAll("") : body;
    }
}
