package org.gongkai.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The numbers of an issue of a bulletin, of which a joint one has several: 3, 第3期, 第3、4期合刊, 3-4. */
public final class IssueNumbers {

    private static final String NUMBER = "\\s*第?\\s*(?:\\d{1,4}|[" + ChineseNumeral.ALL + "]{1,5})\\s*期?\\s*";
    private static final String NUMBERS = NUMBER + "(?:(?:[、,，和与及/]|[-—–~～至到]+)" + NUMBER + "){0,11}";
    private static final Pattern ALONE = Pattern.compile(NUMBERS + "(?:[(（]?合刊[)）]?)?\\s*");
    private static final Pattern IN_TITLE = Pattern.compile("第" + NUMBERS + "(?<=期|期\\s)");
    private static final Pattern STEP = Pattern.compile(
            "([-—–~～至到]+)?[^\\d" + ChineseNumeral.ALL + "—–~～至到-]*(\\d+|[" + ChineseNumeral.ALL + "]+)");

    /** More numbers than a joint issue has: a typing error. */
    private static final int MOST = 12;

    private IssueNumbers() {}

    /** Returns the numbers that a field states; empty if it is something else. */
    public static List<Integer> in(String typed) {
        String text = FullWidth.narrow(typed);
        return ALONE.matcher(text).matches() ? numbers(text) : List.of();
    }

    /** Returns the first numbers that a title states; empty if there are none. */
    public static List<Integer> inTitle(String title) {
        return allInTitle(title).findFirst().orElse(List.of());
    }

    /** Returns the numbers of each issue that a title states, as 第3期（总第15期） does of two. */
    public static Stream<List<Integer>> allInTitle(String title) {
        return IN_TITLE.matcher(title.indexOf('期') < 0 ? "" : FullWidth.narrow(title))
                .results()
                .map(found -> numbers(found.group()));
    }

    private static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        while (step.find()) {
            String digits = step.group(2);
            int number = Character.isDigit(digits.charAt(0)) ? Integer.parseInt(digits) : ChineseNumeral.parse(digits);
            int last = numbers.isEmpty() ? number : numbers.get(numbers.size() - 1);
            if (number < 0 || !numbers.isEmpty() && (number <= last || number - last > MOST)) {
                return List.of();
            }
            for (int between = last + 1; step.group(1) != null && between < number; between++) {
                numbers.add(between);
            }
            numbers.add(number);
        }
        return List.copyOf(numbers);
    }
}
