package org.gongkai.markup;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
}
