package org.gongkai.feature.register.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.site.Item;
import org.gongkai.site.fact.Facts;

/**
 * The documents that entries name in 《》 and that a branch makes itself, judged by their names; whether an entry with
 * such a title is public. A document that is not public counts only if its name says that it is one of a branch: all
 * others may be those of higher bodies.
 */
final class NamedDocumentRows {

    /** The last word of the name of a document that a branch makes, with a version or number behind it. */
    private static final Pattern OWN =
            Pattern.compile(".*(?:计划|总结|方案|要点|办法|制度|细则|规则|规定|规程|公约|预案|清单|责任书|承诺书|通知|安排|意见|报告)(?:（[^（）]*）)?");
    /** Documents of higher bodies. */
    private static final Pattern OF_OTHERS = Pattern.compile("(?:中国共产党|中共中央|中华人民共和国|国务院|关于新形势下).*");

    private static final Pattern OF_A_BRANCH = Pattern.compile("支部|支委会|党小组|党员大会");

    private NamedDocumentRows() {}

    /** @param items public entries, the oldest first */
    static List<Facts> of(List<Item> items) {
        Map<String, List<Item>> naming = new LinkedHashMap<>();
        for (Item item : items) {
            for (String name : item.entry().namedDocuments()) {
                if (OWN.matcher(name).matches() && !OF_OTHERS.matcher(name).matches()) {
                    naming.computeIfAbsent(name, n -> new ArrayList<>()).add(item);
                }
            }
        }
        List<String> titles =
                items.stream().map(item -> plain(item.entry().title())).toList();
        Map<String, Integer> published =
                last(naming.keySet().stream().map(NamedDocumentRows::plain).toList(), titles);
        List<Facts> rows = new ArrayList<>();
        naming.forEach((name, by) -> {
            // The newest entry whose title holds the name.
            Integer newest = published.get(plain(name));
            if (newest == null && !OF_A_BRANCH.matcher(name).find()) {
                return;
            }
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("文件", "《" + name + "》");
            facts.put("年度", String.valueOf(by.get(0).entry().years().get(0)));
            facts.put("提到次数", String.valueOf(by.size()));
            facts.put(
                    "最早提到", by.get(0).entry().dates().published().toLocalDate().toString());
            if (newest != null) {
                facts.put("公开条目", items.get(newest).entry().title());
            }
            rows.add(Facts.of(facts, by));
        });
        return rows;
    }

    /**
     * Returns for each name the index of the last title that holds it; names that no title holds are absent. Its time
     * grows with the length of all titles and how long names are, and not with how many names there are.
     */
    static Map<String, Integer> last(Collection<String> names, List<String> titles) {
        Set<String> known = Set.copyOf(names);
        Set<Integer> lengths = known.stream().map(String::length).collect(Collectors.toSet());
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            String title = titles.get(i);
            for (int length : lengths) {
                for (int start = 0; start + length <= title.length(); start++) {
                    String part = title.substring(start, start + length);
                    if (known.contains(part)) {
                        found.put(part, i);
                    }
                }
            }
        }
        return found;
    }

    private static String plain(String title) {
        return title.replaceAll("[\\s《》〈〉“”‘’（）()]|试行", "");
    }
}
