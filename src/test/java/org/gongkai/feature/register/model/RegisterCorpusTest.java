package org.gongkai.feature.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.io.JsonObject;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every register of a branch with three years of entries, gaps and traps says what a script knows that it must say. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterCorpusTest {

    private final Corpus corpus = new Corpus();
    private SiteFolder site;

    @BeforeAll
    void aSite(@TempDir Path folder) {
        site = corpus.write(new SiteFolder(folder), draft -> true).built("--as-of", Draft.DAY.toString());
    }

    Stream<String> registers() {
        return corpus.answers().keySet().stream();
    }

    @Test
    void hasMoreThan200EntriesAndAnswersForAllRegisters() {
        assertThat(corpus.drafts()).hasSizeGreaterThan(200);
        assertThat(site.files().keySet().stream()
                        .filter(file -> file.matches("registers/.*\\.json"))
                        .map(file -> file.split("/")[1]))
                .containsExactlyInAnyOrderElementsOf(corpus.answers().keySet());
    }

    @ParameterizedTest
    @MethodSource("registers")
    void saysWhatTheEntriesAddUpTo(String register) {
        assertThat(json(register).lines())
                .containsExactlyInAnyOrderElementsOf(corpus.answer(register).lines());
    }

    /** What was planted, and nothing else. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    meetings | 2023-04-13 巡线组党小组会第4次、2023-08-31 8月支委会、2024-02-29 2月机关组党小组会、2024-05-31 5月巡线组党小组会、\
                    2024-07-05 支委会第7次、2024-09-30 第三季度支部党员大会、2025-10-31 10月巡线组党小组会
                    theme-days | 2023-10-31 10月主题党日、2024-02-29 2月主题党日
                    study | 2024-12-31 2024年集中学习32学时、2025-03-31 3月学习计划：规程；防汛
                    dues | 2024-07-30 第二季度党费收缴公示
                    tasks | 2024-10-31 编一本案例集、2025-06-30 主干管巡查、2025-10-31 每月巡查
                    rectification | 2025-09-30 谈心不经常
                    pledges | 2025-09-30 雨后加巡一遍
                    admissions | 2024-11-24 关于拟接收林晓禾同志为中共预备党员的公示
                    notices | 2023-10-15 关于支部委员候选人预备人选的公示、2024-11-24 关于拟接收林晓禾同志为中共预备党员的公示
                    reviews | 2024-12-31 2024年民主评议党员
                    decisions | 2024-12-31 党员大会关于联系用户的决定
                    bulletins | 2024-08-08 支部办公室第3期
                    research | 2025-06-30 调研课题“夜间巡查怎样减少漏损”
                    named-documents | 2024-12-31 《支部夜间巡查办法》
                    catalogue | 2023-07-30 上半年服务群众、2023-09-30 8月支部工作、2024-07-30 第二季度党费收缴
                    """)
    void missesWhatIsMissing(String register, String missing) {
        assertThat(json(register)
                        .expected(it -> !it.bool("done") && it.text("due").compareTo(Draft.DAY.toString()) < 0))
                .containsExactlyInAnyOrder(missing.split("、"));
    }

    @ParameterizedTest
    @CsvSource({
        "meetings, 日期",
        "theme-days, 日期",
        "study, 日期",
        "admissions, 公示开始",
        "notices, 公示开始",
        "reviews, 日期",
        "decisions, 日期",
        "rules, 施行日期",
        "bulletins, 日期",
        "volunteering, 日期",
        "research, 开始",
        "reflections, 日期"
    })
    void ordersRowsByTheirDaysAndYearsBackwards(String register, String column) {
        RegisterJsonFile json = json(register);

        assertThat(json.years()).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(json.years())
                .allSatisfy(year -> assertThat(json.column(year, column)).isSorted());
    }

    @Test
    void putsFirstWhatIsNotDoneAndOfThatWhatWasDueFirst() {
        assertThat(json("tasks").column("2025", "内容"))
                .startsWith("主干管巡查", "每月巡查", "夜间巡查", "检修水泵", "更换水表")
                .endsWith("联系用户");
        assertThat(json("rectification").column("2025", "问题")).containsExactly("谈心不经常", "学习记录不全");
        assertThat(json("pledges").column("2025", "承诺人")).containsExactly("巡线组组长", "组织委员", "书记");
    }

    @ParameterizedTest
    @MethodSource("registers")
    void saysTheSameOnItsPage(String register) {
        RegisterJsonFile json = json(register);
        ReadBack page = new ReadBack(site, register);
        Map<String, List<List<String>>> rows = new LinkedHashMap<>();
        for (String year : json.years()) {
            rows.put(
                    year,
                    ReadBack.sorted(plain(json.rows(year, false)).stream()
                            .map(row -> ReadBack.said(row.stream()))
                            .toList()));
            Map<String, String> totals = new TreeMap<>();
            json.totals(year).forEach((name, value) -> totals.put(name, ReadBack.plain(value)));
            totals.values().removeIf("0"::equals);
            assertThat(page.totalsOfPage(year)).isEqualTo(totals);
            List<JsonObject> expected = json.expected(year);
            long missing = expected.stream().filter(it -> !it.bool("done")).count();
            assertThat(page.expectedOfPage(year))
                    .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.size(), (int) missing));
        }
        assertThat(page.rowsOfPage()).isEqualTo(rows);
    }

    @ParameterizedTest
    @MethodSource("registers")
    void saysTheSameInItsTextFile(String register) {
        RegisterJsonFile json = json(register);
        List<List<String>> lines = new ArrayList<>();
        for (String year : json.years()) {
            for (List<String> row : plain(json.rows(year, true))) {
                List<String> line = new ArrayList<>(List.of(year));
                line.addAll(row);
                lines.add(line);
            }
        }
        List<List<String>> csv = new ReadBack(site, register).csv();

        assertThat(csv.subList(0, lines.size())).isEqualTo(lines);
        assertThat(csv.subList(lines.size(), csv.size())).allSatisfy(sums -> {
            String year = sums.get(0).replace("年合计", "");
            assertThat(json.totals(year).values().stream().map(ReadBack::plain))
                    .containsAll(sums.stream()
                            .skip(1)
                            .filter(cell -> !cell.isEmpty())
                            .toList());
        });
    }

    @ParameterizedTest
    @MethodSource("registers")
    void saysTheSameInItsWorkbook(String register) {
        RegisterJsonFile json = json(register);
        Map<String, List<List<String>>> sheets = new ReadBack(site, register).workbook();
        int expected = 0;
        for (String year : json.years()) {
            List<List<String>> rows = plain(json.rows(year, true));
            List<List<String>> sheet = sheets.get(year + "年");
            expected += json.expected(year).size();

            assertThat(sheet.subList(0, rows.size()).stream().map(RegisterCorpusTest::trimmed))
                    .isEqualTo(rows.stream().map(RegisterCorpusTest::trimmed).toList());
            List<String> totals = sheet.subList(rows.size(), sheet.size()).stream()
                    .flatMap(List::stream)
                    .toList();
            assertThat(totals)
                    .containsAll(json.totals(year).values().stream()
                            .map(ReadBack::plain)
                            .toList());
        }
        assertThat(sheets.getOrDefault("应有", List.of())).hasSize(expected);
    }

    private RegisterJsonFile json(String register) {
        return new RegisterJsonFile(site, register);
    }

    private static List<List<String>> plain(List<List<Object>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(ReadBack::plain).toList())
                .toList();
    }

    /** A page leaves out what no row of a year says. */
    /** A workbook has no cells behind the last one with a value. */
    private static List<String> trimmed(List<String> row) {
        int end = row.size();
        while (end > 0 && row.get(end - 1).isEmpty()) {
            end--;
        }
        return row.subList(0, end);
    }
}
