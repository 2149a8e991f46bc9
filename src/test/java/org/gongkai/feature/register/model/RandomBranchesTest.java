package org.gongkai.feature.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gongkai.testing.SiteFolder;
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
        return LongStream.range(0, Integer.getInteger("branches", 20));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areWhatTheyDid(long seed, @TempDir Path folder) {
        SiteFolder site = new SiteFolder(folder);
        RandomBranch branch = new RandomBranch(site, seed);
        Map<String, Long> questions = questions(branch);
        site.file(
                "content/文章/小结.md",
                "---\n标题: 小结\n发布日期: 2025-02-01\n---\n\n- " + String.join("\n- ", questions.keySet()) + "\n");

        site.built("--as-of", "2025-02-02");

        assertThat(site.html("articles/2025/xiao-jie.html").select(".prose li").eachText())
                .containsExactlyElementsOf(
                        questions.values().stream().map(String::valueOf).toList());
        meetings(branch, new RegisterJsonFile(site, "meetings"), site);
        dues(branch, new RegisterJsonFile(site, "dues"), site);
        duties(branch, new RegisterJsonFile(site, "rectification"));
        matrix(branch, site);
    }

    /** Each question that a text may ask, and its answer. */
    private static Map<String, Long> questions(RandomBranch branch) {
        Map<String, Long> questions = new LinkedHashMap<>();
        for (int year : RandomBranch.YEARS) {
            for (String kind : RandomBranch.MEETINGS) {
                Predicate<RandomBranch.Sitting> of =
                        sitting -> sitting.kind().equals(kind) && sitting.day().getYear() == year;
                questions.put(
                        "{{计数: 文种=" + kind + ", 年度=" + year + "}}",
                        branch.sittings.stream().filter(of).count());
                questions.put(
                        "{{计数: 文种=" + kind + ", 期间=" + year + "年上半年}}",
                        branch.sittings.stream()
                                .filter(of)
                                .filter(it -> it.day().getMonthValue() <= 6)
                                .count());
                for (String group : RandomBranch.GROUPS) {
                    questions.put(
                            "{{计数: 文种=" + kind + ", 年度=" + year + ", 党小组=" + group + "}}",
                            branch.sittings.stream()
                                    .filter(of)
                                    .filter(it -> it.group().equals(group))
                                    .count());
                }
            }
            questions.put(
                    "{{合计: 党费收缴公示.实交金额, 年度=" + year + "}}",
                    sum(branch.dues, it -> it.counted() && it.from().getYear() == year, RandomBranch.Dues::amount));
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
            List<RandomBranch.Sitting> held = branch.sittings.stream()
                    .filter(it -> it.day().getYear() == year)
                    .toList();
            if (held.isEmpty()) {
                continue;
            }
            assertThat(register.column("" + year, "日期"))
                    .containsExactlyInAnyOrderElementsOf(
                            held.stream().map(it -> it.day().toString()).toList());
            Map<String, Object> totals = register.totals("" + year);
            for (String kind : RandomBranch.MEETINGS) {
                assertThat(number(totals, kind))
                        .isEqualTo(sum(held, it -> it.kind().equals(kind), it -> 1));
            }
            assertThat(number(totals, "应到")).isEqualTo(sum(held, it -> true, RandomBranch.Sitting::entitled));
            assertThat(number(totals, "实到")).isEqualTo(sum(held, it -> true, RandomBranch.Sitting::attended));
            assertThat(csv(site, "meetings", year)).isEqualTo(held.size());
            rates(held, site, year);
        }
    }

    /** Each cell of the table of attendance tells of each meeting of its kind, group and month, or how many they were. */
    private static void rates(List<RandomBranch.Sitting> held, SiteFolder site, int year) {
        Element table = site.html("registers/meetings/index.html").select("table.coverage").stream()
                .filter(it -> it.select("caption").text().equals(year + "年到会率"))
                .findFirst()
                .orElseThrow();
        assertThat(table.select("tbody th").eachText())
                .containsExactlyInAnyOrderElementsOf(held.stream()
                        .map(it -> it.group() + it.kind())
                        .distinct()
                        .toList());
        for (Element row : table.select("tbody tr")) {
            for (int month = 1; month <= 12; month++) {
                int in = month;
                List<RandomBranch.Sitting> then = held.stream()
                        .filter(it -> it.day().getMonthValue() == in)
                        .filter(it -> row.child(0).text().equals(it.group() + it.kind()))
                        .toList();
                Element cell = row.child(month);
                if (then.isEmpty()) {
                    assertThat(cell.text()).isEqualTo("—");
                } else if (then.size() > 3) {
                    assertThat(cell.select(".below").text()).isEqualTo(then.size() + "次");
                } else {
                    assertThat(cell.select(".below").text().split("、"))
                            .containsExactlyInAnyOrder(then.stream()
                                    .map(it -> it.attended() + "/" + it.entitled())
                                    .toArray(String[]::new));
                }
            }
        }
    }

    private static void dues(RandomBranch branch, RegisterJsonFile register, SiteFolder site) {
        for (int year : RandomBranch.YEARS) {
            List<RandomBranch.Dues> paid = branch.dues.stream()
                    .filter(it -> it.counted() && it.from().getYear() == year)
                    .toList();
            if (paid.isEmpty()) {
                continue;
            }
            assertThat(register.column("" + year, "实交金额"))
                    .filteredOn(amount -> !amount.equals("null"))
                    .containsExactlyInAnyOrderElementsOf(
                            paid.stream().map(it -> String.valueOf(it.amount())).toList());
            assertThat(number(register.totals("" + year), "实交金额"))
                    .isEqualTo(sum(paid, it -> true, RandomBranch.Dues::amount));
            assertThat(csv(site, "dues", year))
                    .isEqualTo(paid.size() + Collections.frequency(branch.correctedLater, year));
            assertThat(register.expected("" + year).stream()
                            .filter(it -> it.bool("done"))
                            .count())
                    .isEqualTo(IntStream.rangeClosed(1, 4)
                            .filter(quarter -> isPaid(paid, year, quarter))
                            .count());
        }
    }

    /** Returns true if each month of a quarter is paid. */
    private static boolean isPaid(List<RandomBranch.Dues> paid, int year, int quarter) {
        return IntStream.rangeClosed(3 * quarter - 2, 3 * quarter)
                .mapToObj(month -> LocalDate.of(year, month, 1))
                .allMatch(day -> paid.stream()
                        .anyMatch(it -> !it.from().atDay(1).isAfter(day)
                                && !it.to().atDay(1).isBefore(day)));
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
                // The text that asks is an article.
                if (!names.get(i).equals("文章")) {
                    assertThat(shown).isEqualTo(expected.getOrDefault(names.get(i), 0));
                }
            }
            assertThat(row.child(names.size() - 1).text()).isEqualTo(String.valueOf(sum));
            several += sum;
        }
        int total = Integer.parseInt(table.select("tfoot td").last().text());
        assertThat(total).isEqualTo(branch.total + 1);
        String note = table.parent().parent().select("p.note").text();
        assertThat(note).isEqualTo(several == total ? "" : several - total + "篇属于几个年度，在各年度都计，合计只计一次。");
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
