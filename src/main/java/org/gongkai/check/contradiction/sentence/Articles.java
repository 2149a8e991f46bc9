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
import org.gongkai.text.PrefilteredPattern;

/**
 * The articles of a rule, by number.
 *
 * @param all the line with which each begins
 */
public record Articles(NavigableMap<Integer, Prose> all) {

    private static final String NUMBER = "第([0-9" + ChineseNumeral.TO_TEN + "百]+)条";
    private static final Pattern BEGINNING = Pattern.compile(NUMBER + "[　 ]");

    /** An article that others cite, and what it is about. */
    private static final PrefilteredPattern CITED =
            new PrefilteredPattern("(?<!》)(?:按照?|依照|依据|违反|达到|符合)" + NUMBER + "(?:的?(?:规定|要求|标准))?的?(\\p{IsHan}{2})");

    /** What may be said of anything. */
    private static final Pattern GENERAL =
            Pattern.compile(".*[的由给予应可须要得者和以并].*|处理|执行|办理|规定|实[行施]|落实|组织|[审报]批|批准|报告|管理|确定|计算|履行|承担|享受|党员|支部|支委|会议");

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

    /** Finds an article that is cited for what another one alone is about: 正文.引错条, 正文.引的事 and 正文.该引条. */
    public void misplaced(BiConsumer<Value.Text, Map<String, Comparable<?>>> found) {
        all.forEach((own, line) -> CITED.results(line.text()).forEach(cited -> {
            String about = cited.group(2);
            Prose meant = all.get(ChineseNumeral.parse(cited.group(1)));
            List<Integer> others = all.keySet().stream()
                    .filter(it -> !it.equals(own) && all.get(it).text().contains(about))
                    .toList();
            if (meant != null
                    && !meant.text().contains(about)
                    && others.size() == 1
                    && !GENERAL.matcher(about).matches()) {
                found.accept(
                        new Value.Text("", line.line(), 1 + line.text().codePointCount(0, cited.start())),
                        Map.of(
                                "正文.引错条", "第" + cited.group(1) + "条",
                                "正文.引的事", about,
                                "正文.该引条", "第" + ChineseNumeral.format(others.get(0)) + "条"));
            }
        }));
    }
}
