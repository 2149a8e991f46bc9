package org.gongkai.check.contradiction.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.FullWidth;
import org.gongkai.text.Likeness;
import org.gongkai.text.WrittenNumber;

/**
 * What a paper says of the 党小组 otherwise than the organisation: their names with other characters or in another
 * order, or another numeral, 正文.错名 and 正文.本名; and one in the title that does not exist, 正文.没有的组, beside 正文.何组.
 */
public record GroupNames(
        Organisation branch, EntryText text, BiConsumer<Value.Text, Map<String, Comparable<?>>> found) {

    /** Two characters in another order may be a word of their own. */
    private static final int SHORTEST = 3;

    private static final Pattern OWN = Pattern.compile("(?!.*(?:小组|工作组|联合|领导|临时|专班))\\p{IsHan}{2,5}组");
    private static final Pattern NUMERAL = Pattern.compile("[" + ChineseNumeral.TO_TEN + "]");
    private static final String COUNT = "(?:[0-9]+|[两" + ChineseNumeral.TO_TEN + "]+)";

    private static final Pattern TITLE = Pattern.compile(
            "(?:^|支部|年|月|日)(?!第|各|全|本|该|每|联合|临时|[一二三四五六两0-9])(\\p{IsHan}{2,4}组)(?:[0-9]{4}年)?(?:第?[0-9一二三四]*[次季月]度?)?党小组");

    /**
     * @param lines its lines in half-width characters
     * @param tables the rows of its tables
     */
    public void read(List<Prose> lines, List<List<List<Value.Text>>> tables) {
        List<String> groups = branch.groupNames();
        groups.stream()
                .filter(name -> name.length() >= SHORTEST)
                .forEach(name -> lines.forEach(line -> misspelt(line, name, groups)
                        .ifPresent(at -> found.accept(at, Map.of("正文.错名", at.text(), "正文.本名", name)))));
        if (!groups.isEmpty()) {
            tables.forEach(rows -> cells(rows, groups));
            branch.groups().forEach(this::members);
            String title = text.entry().title();
            Matcher named = TITLE.matcher(title);
            if (groups.stream().noneMatch(title::contains) && named.find()) {
                Value at = text.entry().values().get(CommonField.TITLE);
                found.accept(
                        new Value.Text(title, at.line(), at.column()),
                        Map.of("正文.没有的组", named.group(1), "正文.何组", String.join("、", groups)));
            }
        }
    }

    /** Finds 正文.组人, more members of a group than it ever had: 正文.组最多. */
    private void members(Organisation.Group group) {
        BigDecimal most = BigDecimal.valueOf(group.counts().stream()
                .mapToInt(Organisation.Count::number)
                .max()
                .orElse(Integer.MAX_VALUE));
        Pattern stated = Pattern.compile(Pattern.quote(group.name())
                + "(?:人数最[多少],)?(?:现在?|目前|共|有|的)*(?=N[名个]?党员|党员N[名人])(?:党员)?(N)".replace("N", COUNT));
        text.prose().forEach(line -> stated.matcher(FullWidth.narrow(line.text()))
                .results()
                .forEach(it -> found.accept(
                        line.at(it.start(), it.group()),
                        Map.of("正文.组人", WrittenNumber.read(it.group(1)).orElse(most), "正文.组最多", most))));
    }

    private static Optional<Value.Text> misspelt(Prose line, String name, List<String> groups) {
        String text = line.text();
        int end = name.length() - 1;
        int last = text.indexOf(name.charAt(end), end);
        while (last >= 0) {
            String other = text.substring(last - end, last + 1);
            if (!groups.contains(other) && sorted(other).equals(sorted(name)) && !text.startsWith("织", last + 1)) {
                return Optional.of(line.at(last - end, other));
            }
            last = text.indexOf(name.charAt(end), last + 1);
        }
        return Optional.empty();
    }

    private static List<Integer> sorted(String name) {
        return NUMERAL.matcher(name).replaceAll("#").chars().sorted().boxed().toList();
    }

    /** The only cell of a column with groups, or their leaders, that differs from one in one character or is none. */
    private void cells(List<List<Value.Text>> rows, List<String> groups) {
        for (int i = 0; i < rows.get(0).size(); i++) {
            int column = i;
            List<Value.Text> cells = rows.stream()
                    .map(row -> row.get(column))
                    .map(it -> new Value.Text(it.text().replaceFirst("组组长$", "组"), it.line(), it.column()))
                    .toList();
            long known = cells.stream().filter(it -> groups.contains(it.text())).count();
            long all = cells.stream()
                    .filter(it -> OWN.matcher(it.text()).matches())
                    .count();
            if (known == 0) {
                continue;
            }
            cells.stream().filter(it -> !groups.contains(it.text())).forEach(cell -> {
                List<String> near = groups.stream()
                        .filter(name -> isNear(cell.text(), name))
                        .toList();
                if (near.size() == 1) {
                    found.accept(cell, Map.of("正文.错名", cell.text(), "正文.本名", near.get(0)));
                } else if (known > 1
                        && all == known + 1
                        && OWN.matcher(cell.text()).matches()) {
                    found.accept(cell, Map.of("正文.没有的组", cell.text(), "正文.何组", String.join("、", groups)));
                }
            });
        }
    }

    private static boolean isNear(String typed, String name) {
        // 检修工 is no group 检修组.
        return name.length() >= SHORTEST && Likeness.sameEnd(typed, name) > 0 && Likeness.isOneOff(typed, name);
    }
}
