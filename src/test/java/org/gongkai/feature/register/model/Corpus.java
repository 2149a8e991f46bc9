package org.gongkai.feature.register.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gongkai.testing.SiteFolder;

/**
 * The entries of a branch in the years 2023 to 2025, with gaps and traps, and what each register must say of them on
 * {@link Draft#DAY}. What it must say is written down or counted here, without the code that is tested.
 */
final class Corpus {

    private static final String ORGANISATION =
            """
            支部: 第一党支部
            委员会:
              - {职务: 书记, 姓名: 林远舟}
              - {职务: 副书记, 姓名: 顾清和}
              - {职务: 组织委员, 姓名: 沈知微}
              - {职务: 宣传委员, 姓名: 沈知微}
              - {职务: 纪检委员, 姓名: 陆见山}
            党小组:
              - {名称: 机关组, 组长: 顾清和, 人数: 10}
              - {名称: 巡线组, 组长: 陆见山, 人数: 9}
            任期: {起: 2023-03-10, 止: 2026-03-09}
            党员人数: 19
            """;

    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, Answer> answers = new TreeMap<>();

    Corpus() {
        new Meetings(this).write();
        new StudyAndDues(this).write();
        new Tables(this).write();
        new Notices(this).write();
        new Records(this).write();
        new Activities(this).write();
        new WholeSite(this).write();
    }

    Draft add(Draft draft) {
        drafts.add(draft);
        return draft;
    }

    /** The entry whose file has a name. */
    Draft draft(String name) {
        return drafts.stream()
                .filter(draft -> draft.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** All entries, in the order of their publication. */
    List<Draft> drafts() {
        List<Draft> sorted = new ArrayList<>(drafts);
        sorted.sort(Comparator.comparing(Draft::published));
        return sorted;
    }

    Answer answer(String register) {
        return answers.computeIfAbsent(register, id -> new Answer());
    }

    Map<String, Answer> answers() {
        return answers;
    }

    /** Writes the site with those entries that satisfy a condition. */
    SiteFolder write(SiteFolder site, Predicate<Draft> wanted) {
        drafts.stream().filter(wanted).forEach(draft -> site.file(draft.path(), draft.file()));
        return site.file("content/_data/site.yml", "名称: 第一党支部党务公开\n机构代码: DYZB\n监督: 一楼意见箱\n公布应办事项: 是\n")
                .file("content/_data/organisation.yml", ORGANISATION)
                .file("content/_data/catalogue.yml", WholeSite.CATALOGUE);
    }

    /** A group of a header or a row of a table: names and values in turns; null leaves a field out. */
    static Map<String, Object> group(Object... namesAndValues) {
        Map<String, Object> group = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                group.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
            }
        }
        return group;
    }

    static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
