package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.text.FullWidth;
import org.gongkai.text.WrittenNumber;

/**
 * Reads the numbers that a text states beside the names of fields of its header: 正文.栏值 beside 正文.栏, where 正文.栏里 is
 * what the header has. 应交 is the name of 应交金额 before an amount of money, and of 应交人数 before a number of people.
 */
final class FieldLabels {

    private static final Pattern SUFFIX = Pattern.compile("(?<=..)(?:金额|人数|数量|数)$");
    private static final String NUMBER =
            "[^0-9,、:;。第每均]{0,7}?(?<![每第均占])(?:为|是|共|有|达|:)?([0-9][0-9,]*(?:\\.[0-9]+)?)个?";

    private FieldLabels() {}

    static List<Sentence> read(EntryText text) {
        List<Sentence> statements = new ArrayList<>();
        for (Entry.OwnField own : text.entry().own()) {
            Optional<BigDecimal> value =
                    own.value() instanceof Value.Text typed && !typed.text().endsWith("%")
                            ? WrittenNumber.read(typed.text())
                            : Optional.empty();
            String label = own.spec().name();
            if (value.isEmpty() || label.matches("[应实]到") || stands(value.get(), text.prose())) {
                continue;
            }
            String unit = label.endsWith("金额") ? "元" : label.endsWith("人数") ? "[名人]" : "\\p{IsHan}";
            Pattern stated = Pattern.compile(SUFFIX.matcher(label).replaceFirst("") + NUMBER + unit);
            for (Prose line : text.prose()) {
                Matcher found = stated.matcher(FullWidth.narrow(line.text()));
                if (!line.text().startsWith("|") && found.find()) {
                    statements.add(Sentence.of(
                            line.text(),
                            Map.of(
                                    "正文.栏值",
                                    new BigDecimal(found.group(1).replace(",", "")),
                                    "正文.栏里",
                                    value.get(),
                                    "正文.栏",
                                    label),
                            new Value.Text("", line.line(), 1 + line.text().codePointCount(0, found.start()))));
                }
            }
        }
        return statements;
    }

    /** Whether a text has a number that is no part of a date or a time. */
    static boolean stands(BigDecimal value, List<Prose> text) {
        String digits = value.stripTrailingZeros().toPlainString();
        return text.stream()
                .map(line -> FullWidth.narrow(line.text()).replace(",", ""))
                .filter(line -> line.contains(digits))
                .anyMatch(line -> Pattern.compile("(?<![0-9.:])" + Pattern.quote(digits) + "(?![0-9年月日号时点:])")
                        .matcher(line)
                        .find());
    }
}
