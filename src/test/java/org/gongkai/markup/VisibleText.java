package org.gongkai.markup;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.gongkai.io.TextResource;
import org.jsoup.Jsoup;

/** The text that a reader sees of HTML, as the number of times that each character occurs in it. */
public final class VisibleText {
    private VisibleText() {}

    /**
     * Returns the characters of one HTML that another one lacks, each with how often it is missing. Order and blanks
     * do not count: notes stand at the end, and lines between Han are joined.
     *
     * @param ignored characters that need not be shown
     */
    public static Map<String, Long> missing(String wanted, String shown, String ignored) {
        Map<String, Long> here = characters(shown);
        Map<String, Long> missing = new TreeMap<>();
        characters(wanted).forEach((character, times) -> {
            long lost = times - here.getOrDefault(character, 0L);
            if (lost > 0 && !ignored.contains(character)) {
                missing.put(character, lost);
            }
        });
        return missing;
    }

    private static Map<String, Long> characters(String html) {
        String text = Jsoup.parseBodyFragment(html).body().wholeText();
        return text.codePoints()
                .filter(c -> c > ' ' && c < 0x2000 ? !Character.isSpaceChar(c) : c >= 0x2010 && c != 0x3000)
                .mapToObj(Character::toString)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /**
     * Makes texts of snippets: three of one list for two of another.
     *
     * @param file the resource with the lists, each below a line {@code @@@ NAME}; escapes are those of Java
     */
    public static Arbitrary<String> texts(String file, String marks, String words) {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.of(snippets(file, marks))),
                        Tuple.of(2, Arbitraries.of(snippets(file, words))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    /** Returns a list of snippets. */
    public static List<String> snippets(String file, String name) {
        return TextResource.of(VisibleText.class, "snippets/" + file)
                .lines()
                .dropWhile(line -> !line.equals("@@@ " + name))
                .skip(1)
                .takeWhile(line -> !line.startsWith("@@@ "))
                .map(String::translateEscapes)
                .toList();
    }
}
