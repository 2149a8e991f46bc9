package org.gongkai.check.header;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.gongkai.check.rule.SiteRule;
import org.gongkai.check.rule.WholeSite;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;

/** An index number is never reused, not even after its entry was deleted. */
final class NumberOnceRule implements SiteRule {

    @Override
    public void check(WholeSite site, Consumer<Problem> problems) {
        Map<String, String> past = site.formerNumbers();
        Map<String, Entry> first = new HashMap<>();
        for (Entry entry : site.entries()) {
            String number = entry.publication().number();
            if (number.isEmpty()) {
                continue;
            }
            Entry other = first.putIfAbsent(number, entry);
            if (other != null) {
                report(entry, other, problems);
                report(other, entry, problems);
            } else if (past.containsKey(number) && !past.get(number).equals(entry.path())) {
                HeaderPosition.of(entry, CommonField.NUMBER, problems)
                        .error(
                                "E142",
                                "索引号“" + number + "”以前是 " + past.get(number) + " 的索引号",
                                "索引号一经使用不再分配给别的条目，请另编一个");
            }
        }
    }

    private static void report(Entry entry, Entry other, Consumer<Problem> problems) {
        HeaderPosition.of(entry, CommonField.NUMBER, problems)
                .error(
                        "E141",
                        "索引号“" + entry.publication().number() + "”与 " + other.path() + " 的相同",
                        "一个索引号只用于一条，请给其中较晚的一条另编一个");
    }
}
