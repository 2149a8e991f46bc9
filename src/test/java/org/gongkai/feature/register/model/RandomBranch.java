package org.gongkai.feature.register.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongkai.testing.SiteFolder;

/**
 * A branch of two years, made up at random, that writes what it did as branches do: two entries about one sitting, two sittings
 * on one day, months beside quarters, corrections, rows of totals, other words for one state. What it did is kept beside it.
 */
final class RandomBranch {

    static final List<Integer> YEARS = List.of(2023, 2024);
    static final List<String> GROUPS = List.of("厂区组", "管网组");
    static final List<String> MEETINGS = List.of("党员大会", "支委会", "党小组会");

    private static final String[] TOTAL_ROWS = {"合计", "总计", "合　计", "全年合计", "共计（次）"};
    private static final Map<String, List<String>> STATES =
            Map.of("已完成", List.of("已完成", "办结", "已答复"), "进行中", List.of("进行中", "在办"), "未开始", List.of("待办"));

    /** What happened, once however many entries tell of it. */
    record Sitting(String kind, String group, LocalDate day, int entitled, int attended) {}

    /** What the members paid for some months; {@code counted} false if a longer period or a correction stands for it. */
    record Dues(YearMonth from, YearMonth to, int amount, boolean counted) {}

    /** Talks in half a year. */
    record Talks(int year, int half, int times) {}

    /** A promise and the state that its row says. */
    record Duty(int year, String state) {}

    private final Random random;
    private final SiteFolder site;
    private int entries;

    final List<Sitting> sittings = new ArrayList<>();
    final List<Dues> dues = new ArrayList<>();

    /** The years in which amounts of the year before were corrected, which their tables name. */
    final List<Integer> correctedLater = new ArrayList<>();

    final List<Talks> talks = new ArrayList<>();
    final List<Duty> duties = new ArrayList<>();
    /** How many entries each column has in each year, by year and column. */
    final Map<Integer, Map<String, Integer>> columns = new TreeMap<>();
    /** How many entries there are. */
    int total;

    RandomBranch(SiteFolder site, long seed) {
        this.site = site.file("content/_data/site.yml", "公布应办事项: 是\n");
        this.random = new Random(seed);
        site.file(
                "content/_data/organisation.yml",
                "支部: 第一党支部\n党小组:\n  - {名称: 厂区组, 组长: 林远舟, 人数: 9}\n  - {名称: 管网组, 组长: 顾清和, 人数: 9}\n");
        for (int year : YEARS) {
            for (String kind : MEETINGS) {
                meetings(year, kind);
            }
            dues(year);
            talks(year);
            duties(year);
        }
    }

    private void entry(String column, String title, LocalDate published, String years, String... header) {
        List<String> lines = new ArrayList<>(List.of("标题: " + title, "发布日期: " + published, "栏目: " + column));
        if (!years.isEmpty()) {
            lines.add("年度: " + years);
        }
        lines.addAll(List.of(header));
        entries++;
        total++;
        site.published("content/" + column + "/其" + entries + ".md", lines.toArray(String[]::new));
        TreeSet<Integer> of = new TreeSet<>();
        for (String year : years.isEmpty() ? new String[] {"" + published.getYear()} : years.split("\\D+")) {
            if (!year.isEmpty()) {
                of.add(Integer.valueOf(year));
            }
        }
        of.forEach(year ->
                columns.computeIfAbsent(year, it -> new LinkedHashMap<>()).merge(column, 1, Integer::sum));
    }

    private void meetings(int year, String kind) {
        boolean numbered = random.nextBoolean();
        for (String group : kind.equals("党小组会") ? GROUPS : List.of("")) {
            int number = 0;
            LocalDate day = LocalDate.of(year, 1, 2 + random.nextInt(20));
            for (int held = random.nextInt(4); held > 0; held--) {
                // Two on one day happen, where numbers tell them apart.
                day = numbered && random.nextInt(4) == 0 ? day : day.plusDays(1 + random.nextInt(60));
                if (day.getYear() != year) {
                    break;
                }
                number++;
                int entitled = 10 + random.nextInt(9);
                Sitting sitting = new Sitting(kind, group, day, entitled, entitled - random.nextInt(4));
                sittings.add(sitting);
                int told = 1 + random.nextInt(2);
                for (int i = 0; i < told; i++) {
                    String time = numbered && i > 0 ? "16:00" : "15:00";
                    entry(
                            "三会一课",
                            "第一党支部" + group + kind + (i == 0 ? "记录" : "决定事项"),
                            day.plusDays(i),
                            "",
                            "文种: " + kind,
                            "会议: {时间: " + day + " " + time + ", 地点: 二楼"
                                    + (group.isEmpty() ? "" : ", 党小组: " + group)
                                    + (numbered ? ", 次数: " + number : "")
                                    + ", 应到: " + sitting.entitled() + ", 实到: " + sitting.attended() + "}");
                }
            }
        }
    }

    private void dues(int year) {
        for (int quarter = 1; quarter <= 4; quarter++) {
            YearMonth from = YearMonth.of(year, 3 * quarter - 2);
            boolean whole = random.nextInt(3) > 0;
            if (whole) {
                boolean corrected = random.nextInt(3) == 0;
                String title = "第一党支部" + year + "年第" + "一二三四".charAt(quarter - 1) + "季度党费收缴公示";
                paid(title, from, from.plusMonths(2), from.plusMonths(3).atDay(2), !corrected);
                if (corrected) {
                    if (quarter == 4) {
                        correctedLater.add(year + 1);
                    }
                    paid(
                            title + "（更正）",
                            from,
                            from.plusMonths(2),
                            from.plusMonths(3).atDay(9),
                            true);
                }
            }
            for (YearMonth month = from; !month.isAfter(from.plusMonths(2)); month = month.plusMonths(1)) {
                if (random.nextInt(4) == 0) {
                    String title = "第一党支部" + year + "年" + month.getMonthValue() + "月党费收缴公示";
                    paid(title, month, month, month.plusMonths(1).atDay(1), !whole);
                }
            }
        }
    }

    private void paid(String title, YearMonth from, YearMonth to, LocalDate published, boolean counted) {
        int amount = 1000 + random.nextInt(5000);
        dues.add(new Dues(from, to, amount, counted));
        entry("党费收缴", title, published, "" + from.getYear(), "文种: 党费收缴公示", "应交金额: " + amount, "实交金额: " + amount);
    }

    private void talks(int year) {
        for (int half = 1; half <= 2; half++) {
            int sum = 0;
            List<String> rows = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                int times = 1 + random.nextInt(9);
                sum += times;
                rows.add("{对象: 其" + i + ", 次数: " + times + "}");
            }
            if (random.nextBoolean()) {
                rows.add(
                        random.nextBoolean() ? rows.size() : 0,
                        "{对象: " + TOTAL_ROWS[random.nextInt(TOTAL_ROWS.length)] + ", 次数: " + sum + "}");
            }
            talks.add(new Talks(year, half, sum));
            entry(
                    "谈心谈话",
                    "第一党支部" + year + "年谈心谈话情况统计",
                    LocalDate.of(year, 6 * half, 28),
                    "" + year,
                    "文种: 谈心谈话统计",
                    "期间: {起: " + year + "-0" + (half == 1 ? 1 : 7) + "-01, 止: " + year
                            + (half == 1 ? "-06-30}" : "-12-31}"),
                    "统计: [" + String.join(", ", rows) + "]");
        }
    }

    private void duties(int year) {
        List<String> rows = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String state = List.of("已完成", "进行中", "未开始").get(random.nextInt(3));
            List<String> words = STATES.get(state);
            duties.add(new Duty(year, state));
            rows.add("{问题: 其" + i + ", 时限: " + year + "-09-30, 完成情况: " + words.get(random.nextInt(words.size())) + "}");
        }
        // About two years, so that it stands in two rows of the table of years.
        entry(
                "整改落实",
                year + "年度组织生活会整改清单",
                LocalDate.of(year, 3, 1),
                random.nextBoolean() ? "[" + year + ", " + (year - 1) + "]" : "" + year,
                "文种: 整改清单",
                "整改项: [" + String.join(", ", rows) + "]");
    }
}
