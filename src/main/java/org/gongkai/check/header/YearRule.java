package org.gongkai.check.header;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;

/** The years of an entry (年度) are near the year in which it was signed or published. */
final class YearRule implements HeaderRule {

    private static final int NEAR = 1;
    private static final int FAR = 5;

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        int published = entry.dates().published().getYear();
        Optional<Integer> signed = entry.dates().signed().map(day -> day.getYear());
        List<Integer> bases =
                Stream.concat(Stream.of(published), signed.stream()).toList();
        HeaderPosition place = HeaderPosition.of(entry, CommonField.YEAR, problems);
        for (int year : entry.years()) {
            int distance =
                    bases.stream().mapToInt(base -> Math.abs(year - base)).min().orElse(0);
            String message = "年度" + year + "与发布日期（" + published + "年）"
                    + signed.filter(s -> s != published)
                            .map(s -> "、成文日期（" + s + "年）")
                            .orElse("") + "相差" + distance + "年";
            if (distance > FAR) {
                place.error("E147", message, "请核对年度；补发的旧文请写上成文日期");
            } else if (distance > NEAR) {
                place.warning("W147", message, "请核对年度；补发的旧文请写上成文日期");
            }
        }
    }
}
