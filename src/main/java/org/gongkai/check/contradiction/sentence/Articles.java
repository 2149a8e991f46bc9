package org.gongkai.check.contradiction.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;
import org.gongkai.text.ChineseNumeral;

/**
 * The articles of a rule, by number.
 *
 * @param all the line with which each begins
 */
public record Articles(NavigableMap<Integer, Prose> all) {

    private static final String NUMBER = "第([0-9" + ChineseNumeral.TO_TEN + "百]+)条";
    private static final Pattern BEGINNING = Pattern.compile(NUMBER + "[　 ]");

    public static Articles in(List<Prose> lines) {
        NavigableMap<Integer, Prose> all = new TreeMap<>();
        for (Prose line : lines) {
            Matcher article = BEGINNING.matcher(line.text());
            if (line.text().startsWith("第") && article.lookingAt()) {
                all.putIfAbsent(ChineseNumeral.parse(article.group(1)), line);
            }
        }
        return new Articles(all);
    }

    /** Tells the number of the last one: 正文.末条. */
    public void last(BiConsumer<Value.Text, Map<String, Comparable<?>>> found) {
        if (!all.isEmpty()) {
            Value.Text at = new Value.Text("", all.lastEntry().getValue().line(), 1);
            found.accept(at, Map.of("正文.末条", BigDecimal.valueOf(all.lastKey())));
        }
    }
}
