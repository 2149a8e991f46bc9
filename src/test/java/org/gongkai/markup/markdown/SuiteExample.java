package org.gongkai.markup.markdown;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One example of a published suite: a text and the HTML that it stands for.
 *
 * @param number its number within the suite
 * @param section section of the specification, for the name of a test
 */
record SuiteExample(int number, String section, String text, String html) {
    private static final String FENCE = "`".repeat(32);
    private static final Pattern EXAMPLE =
            Pattern.compile("(?sm)^" + FENCE + " example (\\d+) ([^\n]*)\n(.*?)^\\.\n(.*?)^" + FENCE + "$");

    /** All examples of a suite that lies among the resources. */
    static List<SuiteExample> of(String suite) {
        try (InputStream in = SuiteExample.class.getResourceAsStream("suites/" + suite)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return EXAMPLE.matcher(all).results().map(SuiteExample::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SuiteExample read(MatchResult match) {
        return new SuiteExample(
                Integer.parseInt(match.group(1)),
                match.group(2),
                match.group(3).replace('→', '\t'),
                match.group(4).replace('→', '\t'));
    }

    @Override
    public String toString() {
        return number + " " + section;
    }
}
