package org.gongkai.feature.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gongkai.feature.register.export.WorkbookParts;
import org.gongkai.feature.register.model.RandomBranch.Sitting;
import org.gongkai.testing.SiteFolder;
import org.gongkai.text.Period;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a branch did, each number that the site shows of it is the one that a plain recount gives: {@code
 * -Dbranches=1000} tries that many.
 */
@Tag("slow")
class RandomBranchesTest {

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("branches", 12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areWhatTheyDid(long seed, @TempDir Path folder) throws IOException {
        SiteFolder site = new SiteFolder(folder);
        RandomBranch branch = new RandomBranch(site, seed);
        Map<String, Long> signed = questions(branch);
        branch.goOn();
        Map<String, Long> now = questions(branch);
        for (int year : branch.isByAccounts ? RandomBranch.YEARS : List.<Integer>of()) {
            for (Period half : Period.of(year, 6)) {
                now.put(
                        "{{合计: 党费收缴公示.实交金额, 期间=" + half.from() + "至" + half.to() + "}}",
                        sum(branch.accounts, it -> half.contains(it.to.atDay(1)), it -> it.paid));
            }
        }
        text(site, "小结", "", now.keySet().stream());
        text(
                site,
                "总结",
                "文种: 工作总结\n公开范围: 社会\n发布机构: 第一党支部\n保密审查: 宣传委员 2026-01-09\n审批: 书记 2026-01-10\n",
                signed.entrySet().stream().map(RandomBranchesTest::written));

        SiteFolder.Ran ran = site.build("--as-of", "2026-02-02");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(shown(site, "xiao-jie")).containsExactlyElementsOf(now.values());
        // What was signed stays, and whoever wrote it is told what is otherwise by now.
        assertThat(shown(site, "zong-jie")).containsExactlyElementsOf(signed.values());
        assertThat(ran.problems().stream()
                        .filter(line -> line.contains(" W239 "))
                        .map(line -> line.split("[“”]")[1]))
                .containsExactlyElementsOf(signed.entrySet().stream()
                        .filter(it -> !now.get(it.getKey()).equals(it.getValue()))
                        .map(RandomBranchesTest::written)
                        .toList());
        meetings(branch, new RegisterJsonFile(site.output(), "meetings"), site);
        dues(branch, new RegisterJsonFile(site.output(), "dues"), site);
        duties(branch, new RegisterJsonFile(site.output(), "rectification"));
        matrix(branch, site);
    }

    private static void text(SiteFolder site, String title, String header, Stream<String> lines) {
        site.file(
                "content/文章/" + title + ".md",
                "---\n标题: " + title + "\n栏目: 文章\n发布日期: 2026-01-10\n" + header + "---\n\n- "
                        + lines.collect(Collectors.joining("\n- ")) + "\n");
    }

    private static String written(Map.Entry<String, Long> answer) {
        return answer.getKey().replace("}}", " = " + answer.getValue() + "}}");
    }

    private static List<Long> shown(SiteFolder site, String name) {
        return site.html("articles/2026/" + name + ".html").select(".prose li").eachText().stream()
                .map(Long::valueOf)
                .toList();
    }

    /** Each question that a text may ask, and its answer. */
    private static Map<String, Long> questions(RandomBranch branch) {
        Map<String, Long> questions = new LinkedHashMap<>();
        for (int year : RandomBranch.YEARS) {
            for (String kind : RandomBranch.MEETINGS) {
                List<Sitting> held = branch.sittings.stream()
                        .filter(it -> it.counts() && it.kind.equals(kind) && it.day.getYear() == year)
                        .toList();
                String asked = "{{计数: 文种=" + kind + ", ";
                questions.put(asked + "年度=" + year + "}}", (long) held.size());
                questions.put(asked + "期间=" + year + "年上半年}}", sum(held, it -> it.day.getMonthValue() <= 6, it -> 1));
                for (String group : RandomBranch.GROUPS) {
                    questions.put(
                            asked + "年度=" + year + ", 党小组=" + group + "}}",
                            sum(held, it -> it.groups.contains(group), it -> 1));
                }
            }
            String dues = "{{合计: 党费收缴公示.";
            questions.put(dues + "实交金额, 年度=" + year + "}}", paid(branch, year));
            questions.put(dues + "应交金额, 年度=" + year + "}}", due(branch, year));
            for (int half = 1; half <= 2; half++) {
                int in = half;
                questions.put(
                        "{{合计: 谈心谈话统计.次数, 期间=" + year + "年" + (half == 1 ? "上" : "下") + "半年}}",
                        sum(branch.talks, it -> it.year() == year && it.half() == in, RandomBranch.Talks::times));
            }
        }
        return questions;
    }

    private static void meetings(RandomBranch branch, RegisterJsonFile register, SiteFolder site) {
        for (int year : RandomBranch.YEARS) {
            List<Sitting> rows = branch.sittings.stream()
                    .filter(it -> it.isPublic() && it.day.getYear() == year)
                    .toList();
            if (!register.years().contains("" + year)) {
                assertThat(rows).isEmpty();
                continue;
            }
            List<Sitting> held = rows.stream().filter(Sitting::counts).toList();
            assertThat(register.column("" + year, "日期"))
                    .containsExactlyInAnyOrderElementsOf(
                            rows.stream().map(it -> it.day.toString()).toList());
            Map<String, Object> totals = register.totals("" + year);
            for (String kind : RandomBranch.MEETINGS) {
                assertThat(number(totals, kind)).isEqualTo(sum(held, it -> it.kind.equals(kind), it -> 1));
            }
            assertThat(number(totals, "应到")).isEqualTo(sum(held, it -> true, it -> it.entitled));
            assertThat(number(totals, "实到")).isEqualTo(sum(held, it -> true, it -> it.attended));
            assertThat(csv(site, "meetings", year)).isEqualTo(rows.size());
            assertThat(register.expected("" + year).stream()
                            .filter(it -> it.text("what").matches(".*(?:支部党员大会|支委会|党小组会)"))
                            .map(it -> it.text("what") + it.bool("done")))
                    .containsExactlyInAnyOrderElementsOf(expected(rows, year));
        }
    }

    /** What is expected of a year, and whether it was done: held, or put off and held later. */
    private static List<String> expected(List<Sitting> rows, int year) {
        List<String> expected = new ArrayList<>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            int in = quarter;
            expected.add("第" + "一二三四".charAt(quarter - 1) + "季度支部党员大会"
                    + isDone(rows, it -> it.kind.equals("党员大会") && (it.day.getMonthValue() + 2) / 3 == in));
        }
        for (int month = 1; month <= 12; month++) {
            int in = month;
            expected.add(month + "月支委会" + isDone(rows, it -> it.kind.equals("支委会") && it.day.getMonthValue() == in));
            for (String group : RandomBranch.GROUPS) {
                boolean done = isDone(rows, it -> it.groups.contains(group) && it.day.getMonthValue() == in);
                boolean isThere = !group.equals(RandomBranch.GROUPS.get(0))
                        || !LocalDate.of(year, month, 28).isAfter(RandomBranch.MERGED);
                if (done || isThere) {
                    expected.add(month + "月" + group + "党小组会" + done);
                }
            }
        }
        return expected;
    }

    private static boolean isDone(List<Sitting> rows, Predicate<Sitting> which) {
        return rows.stream().filter(which).anyMatch(it -> it.counts() || it.instead != null && it.instead.counts());
    }

    private static void dues(RandomBranch branch, RegisterJsonFile register, SiteFolder site) throws IOException {
        WorkbookParts workbook =
                new WorkbookParts(Files.readAllBytes(site.output().resolve("registers/dues/dues.xlsx")));
        for (int year : RandomBranch.YEARS) {
            assertThat(number(register.totals("" + year), "实交金额")).isEqualTo(paid(branch, year));
            assertThat(number(register.totals("" + year), "应交金额")).isEqualTo(due(branch, year));
            assertThat(register.expected("" + year).stream()
                            .filter(it -> it.bool("done"))
                            .map(it -> it.text("what")))
                    .containsExactlyElementsOf(quarters(branch, year));
            assertThat(workbook.cells(1 + workbook.sheets().indexOf(year + "年")).values())
                    .contains(paid(branch, year) + " #,##0.00", due(branch, year) + " #,##0.00");
        }
        branch.elsewhere.forEach((year, several) -> assertThat(
                        register.column("" + year, "调整情况").stream().filter(it -> it.contains("，计入")))
                .hasSize(several));
        List<String[]> csv = site.page("registers/dues/dues.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        assertThat(csv.stream().filter(row -> !row[4].isEmpty()).map(row -> row[0] + " " + row[4] + " " + row[5]))
                .containsExactlyInAnyOrderElementsOf(branch.accounts.stream()
                        .map(it -> it.to.getYear() + " " + it.due + " " + it.paid)
                        .toList());
        assertThat(csv.stream()
                        .filter(row -> row[4].isEmpty() && !row[5].isEmpty())
                        .map(row -> new RandomBranch.Apart(Integer.parseInt(row[0]), Integer.parseInt(row[5]))))
                .containsExactlyInAnyOrderElementsOf(branch.apart);
    }

    private static long paid(RandomBranch branch, int year) {
        return sum(branch.accounts, it -> it.to.getYear() == year, it -> it.paid)
                + sum(branch.apart, it -> it.year() == year, RandomBranch.Apart::paid);
    }

    private static long due(RandomBranch branch, int year) {
        return sum(branch.accounts, it -> it.to.getYear() == year, it -> it.due);
    }

    /** What is expected of each quarter and is there: all of its months have notices of their own. */
    private static List<String> quarters(RandomBranch branch, int year) {
        return IntStream.rangeClosed(1, 4)
                .filter(quarter -> IntStream.rangeClosed(3 * quarter - 2, 3 * quarter)
                        .mapToObj(month -> YearMonth.of(year, month))
                        .allMatch(month -> branch.accounts.stream().anyMatch(it -> it.isAround(month, month))))
                .mapToObj(quarter -> "第" + "一二三四".charAt(quarter - 1) + "季度党费收缴公示")
                .toList();
    }

    private static void duties(RandomBranch branch, RegisterJsonFile register) {
        for (int year : RandomBranch.YEARS) {
            for (String state : List.of("已完成", "进行中", "未开始")) {
                assertThat(number(register.totals("" + year), state))
                        .isEqualTo(sum(
                                branch.duties,
                                it -> it.year() == year && it.state().equals(state),
                                it -> 1));
            }
        }
    }

    private static void matrix(RandomBranch branch, SiteFolder site) {
        Element table = site.html("years/index.html").selectFirst("table.matrix");
        List<String> names = new ArrayList<>(table.select("thead th").eachText());
        int several = 0;
        for (Element row : table.select("tbody tr")) {
            Map<String, Integer> expected =
                    branch.columns.getOrDefault(Integer.valueOf(row.child(0).text()), Map.of());
            int sum = 0;
            for (int i = 1; i < names.size() - 1; i++) {
                int shown = Integer.parseInt(row.child(i).text().replace("—", "0"));
                sum += shown;
                // The texts that ask are articles.
                if (!names.get(i).equals("文章")) {
                    assertThat(shown).isEqualTo(expected.getOrDefault(names.get(i), 0));
                }
            }
            assertThat(row.child(names.size() - 1).text()).isEqualTo(String.valueOf(sum));
            several += sum;
        }
        int total = Integer.parseInt(table.select("tfoot td").last().text());
        assertThat(total).isEqualTo(branch.total + 2);
        String note = site.html("years/index.html").select("p.matrix-note").text();
        assertThat(note).isEqualTo(several == total ? "" : several - total + "篇跨年度，各年度均列出，各行相加因此大于合计。");
    }

    private static long csv(SiteFolder site, String register, int year) {
        return site.page("registers/" + register + "/" + register + ".csv")
                .lines()
                .filter(line -> line.startsWith(year + ","))
                .count();
    }

    private static long number(Map<String, Object> totals, String name) {
        return new BigDecimal(String.valueOf(totals.getOrDefault(name, "0"))).longValueExact();
    }

    private static <T> long sum(List<T> all, Predicate<T> which, ToLongFunction<T> amount) {
        return all.stream().filter(which).mapToLong(amount).sum();
    }
}
