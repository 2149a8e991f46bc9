package org.gongkai.feature.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gongkai.feature.register.export.WorkbookParts;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a branch publishes of its dues (months, quarters, half years, arrears, refunds, offsets, corrections of
 * corrections, late ones, hidden ones), register, sums, exports and texts say what a recount by hand gives: {@code
 * -Dbranches=1000} tries that many.
 */
@Tag("slow")
class RandomDuesTest {

    private static final List<Integer> YEARS = List.of(2023, 2024);

    /** A period for which the branch published amounts: what holds in the end, and what came to it. */
    private static final class Account {
        final YearMonth from;
        final YearMonth to;
        int due;
        int paid;
        final List<String> published = new ArrayList<>();

        Account(YearMonth from, YearMonth to) {
            this.from = from;
            this.to = to;
        }

        boolean isAround(YearMonth first, YearMonth last) {
            return !first.isBefore(from) && !last.isAfter(to);
        }

        String line() {
            return to.getYear() + " " + due + " " + paid;
        }
    }

    /** Money of several periods at once. */
    private record Apart(int year, int paid) {}

    private final List<Account> accounts = new ArrayList<>();
    private final List<Apart> apart = new ArrayList<>();
    private final Map<Integer, Integer> arrears = new LinkedHashMap<>();
    private final Map<Integer, Integer> elsewhere = new LinkedHashMap<>();
    private Random random;
    private SiteFolder site;
    private int entries;
    private int notices;

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("branches", 15));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areRecounted(long seed, @TempDir Path folder) throws IOException {
        random = new Random(seed);
        site = new SiteFolder(folder).file("content/_data/site.yml", "公布应办事项: 是\n");
        site.entry("content/文章/开通.md", "标题: 网站开通", "发布日期: 2023-01-02");
        for (int year : YEARS) {
            for (int half = 0; half < 2; half++) {
                publish(YearMonth.of(year, 1 + 6 * half));
            }
        }
        for (int i = random.nextInt(12); i > 0; i--) {
            adjust();
        }
        Map<String, Integer> questions = questions();
        site.file(
                "content/文章/小结.md",
                "---\n标题: 小结\n发布日期: 2026-02-01\n---\n\n- " + String.join("\n- ", questions.keySet()) + "\n");

        site.built("--as-of", "2026-02-02");

        assertThat(site.html("articles/2026/xiao-jie.html").select(".prose li").eachText())
                .containsExactlyElementsOf(
                        questions.values().stream().map(String::valueOf).toList());
        RegisterJsonFile register = new RegisterJsonFile(site, "dues");
        for (int year : YEARS) {
            assertThat(String.valueOf(register.totals("" + year).get("实交金额"))).isEqualTo("" + paid(year));
            assertThat(String.valueOf(register.totals("" + year).get("应交金额"))).isEqualTo("" + due(year));
            assertThat(register.expected("" + year).stream()
                            .filter(it -> it.bool("done"))
                            .map(it -> it.text("what")))
                    .containsExactlyElementsOf(quarters(year));
        }
        elsewhere.forEach((year, several) -> assertThat(
                        register.column("" + year, "调整情况").stream().filter(it -> it.contains("，计入")))
                .hasSize(several));
        List<String[]> csv = site.page("registers/dues/dues.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        assertThat(csv.stream().filter(row -> !row[4].isEmpty()).map(row -> row[0] + " " + row[4] + " " + row[5]))
                .containsExactlyInAnyOrderElementsOf(
                        accounts.stream().map(Account::line).toList());
        assertThat(csv.stream()
                        .filter(row -> row[4].isEmpty() && !row[5].isEmpty())
                        .map(row -> new Apart(Integer.parseInt(row[0]), Integer.parseInt(row[5]))))
                .containsExactlyInAnyOrderElementsOf(apart);
        WorkbookParts workbook =
                new WorkbookParts(Files.readAllBytes(site.output().resolve("registers/dues/dues.xlsx")));
        for (int year : YEARS) {
            assertThat(workbook.cells(1 + workbook.sheets().indexOf(year + "年")).values())
                    .contains(paid(year) + " #,##0.00", due(year) + " #,##0.00");
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
        entry(account, "", account.from, account.to, day, "应交金额: " + account.due, "实交金额: " + account.paid);
        if (account.to.isAfter(account.from) && random.nextInt(3) == 0) {
            entry(null, "", account.to, account.to, day.minusDays(1), "应交金额: 300", "实交金额: 290");
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
            entry(account, "更正", account.from, account.to, day, figures.toArray(String[]::new));
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
        LocalDate day = last.atEndOfMonth().plusDays(30 + random.nextInt(300));
        entry(account, word, first, last, day, "实交金额: " + amount);
        int money = word.equals("补缴") ? amount : word.equals("退还") ? -amount : 0;
        Optional<Account> around =
                accounts.stream().filter(it -> it.isAround(first, last)).findFirst();
        if (around.isPresent()) {
            around.get().paid += money;
        } else if (money != 0) {
            apart.add(new Apart(last.getYear(), money));
        }
        arrears.merge(last.getYear(), word.equals("补缴") ? amount : 0, Integer::sum);
    }

    /** @param of the account that the branch publishes; null for a part of one that counts already */
    private void entry(Account of, String word, YearMonth from, YearMonth to, LocalDate published, String... figures) {
        boolean isInTitle = random.nextBoolean();
        List<String> header = new ArrayList<>(List.of(
                "标题: 第一党支部" + to.getYear() + "年党费" + (isInTitle && !word.isEmpty() ? word : "收缴") + "情况公示",
                "文种: 党费收缴公示",
                "发布日期: " + published,
                "年度: " + to.getYear(),
                "期间: {起: " + from.atDay(1) + ", 止: " + to.atEndOfMonth() + "}"));
        if (!isInTitle && !word.isEmpty()) {
            header.add("收缴类型: " + word + (random.nextBoolean() ? "（见登记簿）" : ""));
        }
        header.addAll(List.of(figures));
        entries++;
        site.published("content/党费收缴/" + published + "-" + (1000 + entries) + ".md", header.toArray(String[]::new));
        if (word.isEmpty()) {
            notices += to.getYear() == 2024 ? 1 : 0;
        } else if (published.getYear() != to.getYear()) {
            elsewhere.merge(published.getYear(), 1, Integer::sum);
        }
        if (of != null && word.isEmpty()) {
            of.published.add(published.toString());
        }
    }

    private Map<String, Integer> questions() {
        Map<String, Integer> questions = new LinkedHashMap<>();
        for (int year : YEARS) {
            questions.put("{{合计: 党费收缴公示.实交金额, 年度=" + year + "}}", paid(year));
            questions.put("{{合计: 党费收缴公示.应交金额, 年度=" + year + "}}", due(year));
            questions.put("{{合计: 党费收缴公示.实交金额, 年度=" + year + ", 收缴类型=补缴}}", arrears.getOrDefault(year, 0));
        }
        questions.put("{{计数: 文种=党费收缴公示, 年度=2024}}", notices);
        return questions;
    }

    private int paid(int year) {
        return Stream.concat(
                        accounts.stream().filter(it -> it.to.getYear() == year).map(it -> it.paid),
                        apart.stream().filter(it -> it.year() == year).map(Apart::paid))
                .mapToInt(Integer::intValue)
                .sum();
    }

    private int due(int year) {
        return accounts.stream()
                .filter(it -> it.to.getYear() == year)
                .mapToInt(it -> it.due)
                .sum();
    }

    /** What is expected of each quarter and is there: all of its months have notices of their own. */
    private List<String> quarters(int year) {
        List<String> done = new ArrayList<>();
        for (int quarter = 0; quarter < 4; quarter++) {
            TreeSet<YearMonth> open = new TreeSet<>();
            for (int i = 1; i <= 3; i++) {
                open.add(YearMonth.of(year, 3 * quarter + i));
            }
            accounts.forEach(account -> open.removeIf(month -> account.isAround(month, month)));
            if (open.isEmpty()) {
                done.add("第" + "一二三四".charAt(quarter) + "季度党费收缴公示");
            }
        }
        return done;
    }
}
