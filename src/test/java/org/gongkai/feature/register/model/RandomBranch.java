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
 * A branch of two years, made up at random, that writes what it did as branches do: two entries about one sitting, two
 * sittings on one day, joint, postponed, cancelled and withdrawn ones, a group that is merged into the other; dues of
 * months, quarters and half years, arrears, refunds, offsets, corrections of corrections; rows of totals, other words
 * for one state. What it did is kept beside it.
 */
final class RandomBranch {

    static final List<Integer> YEARS = List.of(2023, 2024);
    static final List<String> GROUPS = List.of("厂区组", "管网组");
    static final List<String> MEETINGS = List.of("党员大会", "支委会", "党小组会");

    /** The last day of the first group, which was merged into the second. */
    static final LocalDate MERGED = LocalDate.of(2024, 5, 31);

    private static final String[] TOTAL_ROWS = {"合计", "总计", "合　计", "全年合计", "共计（次）"};
    private static final Map<String, List<String>> STATES =
            Map.of("已完成", List.of("已完成", "办结", "已答复"), "进行中", List.of("进行中", "在办"), "未开始", List.of("待办"));

    /** What happened, or did not, however many entries tell of it. */
    static final class Sitting {
        final String kind;
        final List<String> groups;
        final int number;
        final int entitled;
        final int attended;
        LocalDate day;
        /** Empty if it was held. */
        String change = "";
        /** What was held in its place. */
        Sitting instead;
        /** The entries about it that are public; the others were withdrawn. */
        final Map<String, LocalDate> entries = new LinkedHashMap<>();

        Sitting(String kind, List<String> groups, int number, LocalDate day, Random random) {
            this.kind = kind;
            this.groups = groups;
            this.number = number;
            this.day = day;
            this.entitled = 10 + random.nextInt(9);
            this.attended = entitled - random.nextInt(4);
        }

        boolean isPublic() {
            return !entries.isEmpty();
        }

        boolean counts() {
            return isPublic() && change.isEmpty();
        }
    }

    /** A period for which the branch published amounts: what holds in the end. */
    static final class Account {
        final YearMonth from;
        final YearMonth to;
        int due;
        int paid;

        Account(YearMonth from, YearMonth to) {
            this.from = from;
            this.to = to;
        }

        boolean isAround(YearMonth first, YearMonth last) {
            return !first.isBefore(from) && !last.isAfter(to);
        }
    }

    /** Money of several periods at once. */
    record Apart(int year, int paid) {}

    /** Talks in half a year. */
    record Talks(int year, int half, int times) {}

    /** A promise and the state that its row says. */
    record Duty(int year, String state) {}

    private final Random random;
    private final SiteFolder site;
    private int entries;

    final List<Sitting> sittings = new ArrayList<>();
    final List<Account> accounts = new ArrayList<>();
    final List<Apart> apart = new ArrayList<>();
    boolean isByAccounts = true;
    /** How many adjustments each year tells of that count in another one. */
    final Map<Integer, Integer> elsewhere = new LinkedHashMap<>();

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
                "支部: 第一党支部\n成立: 2023-01-01\n委员会: [书记, 宣传委员]\n党小组:\n  - {名称: 厂区组, 人数: 9, 止: " + MERGED
                        + ", 并入: 管网组}\n  - {名称: 管网组, 人数: 9}\n");
        for (int year : YEARS) {
            for (String kind : MEETINGS) {
                meetings(year, kind);
            }
            publish(YearMonth.of(year, 1));
            publish(YearMonth.of(year, 7));
            talks(year);
            duties(year);
        }
        for (int i = random.nextInt(12); i > 0; i--) {
            adjust();
        }
    }

    /** Goes on after a summary was signed: registers, withdraws, corrects sittings, and adjusts dues. */
    void goOn() {
        for (Sitting sitting : List.copyOf(sittings)) {
            boolean wasPublic = sitting.counts();
            LocalDate free = LocalDate.of(sitting.day.getYear(), 1 + random.nextInt(12), 28);
            boolean isFree = sittings.stream()
                    .noneMatch(it ->
                            it.kind.equals(sitting.kind) && Math.abs(it.day.toEpochDay() - free.toEpochDay()) < 20);
            boolean isInstead = sittings.stream().anyMatch(it -> it.instead == sitting);
            switch (wasPublic && !isInstead ? random.nextInt(8) : 9) {
                case 0 -> withdraw(sitting);
                case 1 -> {
                    sitting.day = isFree ? free : sitting.day;
                    sitting.entries.forEach((path, published) -> write(sitting, path, published, ""));
                }
                case 2 -> {
                    if (isFree) {
                        Sitting late = new Sitting(sitting.kind, groups(sitting.kind, free), 0, free, random);
                        sittings.add(late);
                        tell(late, LocalDate.of(2026, 1, 20));
                    }
                }
                default -> {}
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            adjust();
        }
    }

    private String entry(String column, String title, LocalDate published, String years, String... header) {
        String path = "content/" + column + "/" + published + "-" + (1000 + ++entries) + ".md";
        List<String> lines = new ArrayList<>(List.of("标题: " + title, "发布日期: " + published, "栏目: " + column));
        if (!years.isEmpty()) {
            lines.add("年度: " + years);
        }
        lines.addAll(List.of(header));
        site.published(path, lines.toArray(String[]::new));
        count(column, years.isEmpty() ? "" + published.getYear() : years, 1);
        return path;
    }

    private void count(String column, String years, int number) {
        total += number;
        TreeSet<String> of = new TreeSet<>(List.of(years.split("\\D+")));
        of.remove("");
        of.forEach(year -> columns.computeIfAbsent(Integer.valueOf(year), it -> new LinkedHashMap<>())
                .merge(column, number, Integer::sum));
    }

    /** A group, or both of them together; none for other meetings. */
    private List<String> groups(String kind, LocalDate day) {
        return !kind.equals("党小组会")
                ? List.of()
                : day.isAfter(MERGED)
                        ? GROUPS.subList(1, 2)
                        : List.of(GROUPS, GROUPS.subList(0, 1), GROUPS.subList(1, 2))
                                .get(random.nextInt(3));
    }

    private void meetings(int year, String kind) {
        boolean numbered = random.nextBoolean();
        LocalDate day = LocalDate.of(year, 1, 2 + random.nextInt(20));
        boolean isApart = true;
        for (int i = random.nextInt(7); i > 0; i--) {
            // Two on one day happen, where numbers tell them apart.
            day = numbered && !isApart && random.nextInt(4) == 0 ? day : day.plusDays(1 + random.nextInt(50));
            if (day.plusDays(20).getYear() != year) {
                break;
            }
            Sitting sitting = new Sitting(kind, groups(kind, day), numbered ? 8 - i : 0, day, random);
            boolean isAlone = sittings.stream().noneMatch(it -> it.kind.equals(kind) && it.day.equals(sitting.day));
            isApart = isAlone && random.nextInt(4) == 0;
            sittings.add(sitting);
            if (isApart) {
                sitting.change =
                        random.nextBoolean() ? "状态: 取消" : "状态: 延期, 改到: " + day.plusDays(1 + random.nextInt(18));
                boolean isHeld = sitting.change.contains("改到") && random.nextInt(3) > 0;
                sitting.entries.put(tell(sitting, "通知", day.minusDays(1)), day.minusDays(1));
                if (sitting.change.contains("改到")) {
                    day = LocalDate.parse(sitting.change.substring(sitting.change.length() - 10));
                }
                if (isHeld) {
                    sitting.instead = new Sitting(kind, sitting.groups, sitting.number, day, random);
                    sittings.add(sitting.instead);
                    tell(sitting.instead, day);
                }
            } else {
                tell(sitting, day);
                if (random.nextInt(8) == 0) {
                    withdraw(sitting);
                }
            }
        }
    }

    /** Writes one or two entries about a sitting. */
    private void tell(Sitting sitting, LocalDate published) {
        for (String title : List.of("记录", "决定事项").subList(0, 1 + random.nextInt(2))) {
            sitting.entries.put(tell(sitting, title, published), published);
            published = published.plusDays(1);
        }
    }

    private String tell(Sitting sitting, String title, LocalDate published) {
        String path = "content/三会一课/" + published + "-" + (1000 + ++entries) + title + ".md";
        write(sitting, path, published, "");
        count("三会一课", "" + published.getYear(), 1);
        return path;
    }

    private void write(Sitting sitting, String path, LocalDate published, String state) {
        String time = sitting.number > 0 && path.endsWith("决定事项.md") ? "16:00" : "15:00";
        List<String> lines = new ArrayList<>(List.of(
                "标题: 第一党支部" + String.join("、", sitting.groups) + sitting.kind,
                "发布日期: " + published,
                "栏目: 三会一课",
                "文种: " + sitting.kind,
                "会议: {时间: " + sitting.day + " " + time + ", 地点: 二楼"
                        + (sitting.groups.isEmpty() ? "" : ", 党小组: " + String.join("、", sitting.groups))
                        + (sitting.number > 0 ? ", 次数: " + sitting.number : "")
                        + (sitting.change.isEmpty()
                                ? ", 应到: " + sitting.entitled + ", 实到: " + sitting.attended
                                : ", " + sitting.change)
                        + "}"));
        if (!state.isEmpty()) {
            lines.addAll(List.of("状态: 已撤回", "撤回日期: " + state, "撤回原因: 登记有误"));
        }
        site.published(path, lines.toArray(String[]::new));
    }

    /** Withdraws one or all of the entries about a sitting. */
    private void withdraw(Sitting sitting) {
        boolean all = random.nextBoolean();
        for (Map.Entry<String, LocalDate> entry : Map.copyOf(sitting.entries).entrySet()) {
            if (all || sitting.entries.size() > 1) {
                sitting.entries.remove(entry.getKey());
                write(sitting, entry.getKey(), entry.getValue(), "2026-01-15");
                count("三会一课", "" + entry.getValue().getYear(), -1);
            }
        }
    }

    /** Half a year as one, as quarters or as months; some parts are not published, some parts of them are as well. */
    private void publish(YearMonth first) {
        int length = List.of(6, 3, 3, 1).get(random.nextInt(4));
        for (YearMonth from = first; from.isBefore(first.plusMonths(6)); from = from.plusMonths(length)) {
            // Of each half year something is published.
            if (from.equals(first) || random.nextInt(6) > 0) {
                publish(new Account(from, from.plusMonths(length - 1)));
            }
        }
    }

    private void publish(Account account) {
        accounts.add(account);
        account.due = 1000 + random.nextInt(100);
        account.paid = account.due - random.nextInt(500);
        LocalDate day = account.to.atEndOfMonth().plusDays(1 + random.nextInt(20));
        dues("", account.from, account.to, day, "应交金额: " + account.due, "实交金额: " + account.paid);
        if (account.to.isAfter(account.from) && random.nextInt(3) == 0) {
            dues("", account.to, account.to, day.minusDays(1), "应交金额: 300", "实交金额: 290");
        }
        // Two corrections of one day cannot be told apart.
        boolean corrected = false;
        for (int i = random.nextInt(4) - 1; i > 0; i--) {
            day = day.plusDays((corrected ? 1 : 0) + random.nextInt(3));
            corrected = true;
            account.paid = account.due - random.nextInt(500);
            List<String> figures = new ArrayList<>(List.of("实交金额: " + account.paid));
            if (random.nextBoolean()) {
                account.due += 10;
                account.paid += 10;
                figures = List.of("应交金额: " + account.due, "实交金额: " + account.paid);
            }
            dues("更正", account.from, account.to, day, figures.toArray(String[]::new));
        }
    }

    /** Arrears, a refund or an offset: of one period, of a part of it, or of two. */
    private void adjust() {
        int at = random.nextInt(accounts.size());
        Account account = accounts.get(at);
        YearMonth first = random.nextInt(3) == 0 ? account.to : account.from;
        boolean isOfTwo = random.nextInt(4) == 0 && at + 1 < accounts.size();
        YearMonth last = isOfTwo ? accounts.get(at + 1).to : account.to;
        String word = List.of("补缴", "退还", "抵扣").get(random.nextInt(3));
        int amount = 1 + random.nextInt(400);
        dues(word, first, last, last.atEndOfMonth().plusDays(30 + random.nextInt(300)), "实交金额: " + amount);
        int money = word.equals("补缴") ? amount : word.equals("退还") ? -amount : 0;
        accounts.stream()
                .filter(it -> it.isAround(first, last))
                .findFirst()
                .ifPresentOrElse(it -> it.paid += money, () -> {
                    isByAccounts = false;
                    if (money != 0) {
                        apart.add(new Apart(last.getYear(), money));
                    }
                });
    }

    private void dues(String word, YearMonth from, YearMonth to, LocalDate published, String... figures) {
        boolean isInTitle = random.nextBoolean();
        boolean isQuarter = from.getMonthValue() % 3 == 1 && from.plusMonths(2).equals(to);
        String period = to.getYear() + "年";
        List<String> header = new ArrayList<>(List.of("文种: 党费收缴公示"));
        if (isQuarter && random.nextBoolean()) {
            period += "第" + "一二三四".charAt(to.getMonthValue() / 3 - 1) + "季度";
        } else {
            header.add("期间: {起: " + from.atDay(1) + ", 止: " + to.atEndOfMonth() + "}");
        }
        if (!isInTitle && !word.isEmpty()) {
            header.add("收缴类型: " + word + (random.nextBoolean() ? "（见登记簿）" : ""));
        }
        header.addAll(List.of(figures));
        entry(
                "党费收缴",
                "第一党支部" + period + "党费" + (isInTitle && !word.isEmpty() ? word : "收缴") + "情况公示",
                published,
                "" + to.getYear(),
                header.toArray(String[]::new));
        if (!word.isEmpty() && published.getYear() != to.getYear()) {
            elsewhere.merge(published.getYear(), 1, Integer::sum);
        }
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
