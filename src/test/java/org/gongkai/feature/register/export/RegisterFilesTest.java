package org.gongkai.feature.register.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.gongkai.feature.register.model.Expectation;
import org.gongkai.feature.register.model.Register;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.feature.register.model.RegisterSpecReader;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.io.TextResource;
import org.gongkai.output.table.Cell;
import org.gongkai.site.SiteFile;
import org.gongkai.testing.Promise;
import org.gongkai.text.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterFilesTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);

    /** Two years of visits: two rows with all types of values, one without any, and two expectations. */
    private static final Register VISITS = new Register(
            spec(List.of("金额"), "对象 text", "日期 date", "户数 number", "金额 money", "参加率 percentage"),
            AS_OF,
            List.of(
                    new Register.Year(
                            2025,
                            List.of(
                                    row(
                                            new Cell.Words(List.of("甲户", "乙户")),
                                            new Cell.Day(LocalDate.of(2025, 1, 20)),
                                            number("2"),
                                            number("1000.5"),
                                            number("94.7")),
                                    row(
                                            Cell.Text.NONE,
                                            Cell.Text.NONE,
                                            Cell.Text.NONE,
                                            Cell.Text.NONE,
                                            Cell.Text.NONE)),
                            totals("甲户", "1", "金额", "1000.5"),
                            List.of(
                                    visits(0, "第一季度走访", LocalDate.of(2025, 3, 31), "每季度一次"),
                                    visits(1, "第二季度走访", LocalDate.of(2025, 6, 30), ""))),
                    new Register.Year(
                            2024,
                            List.of(row(
                                    new Cell.Text("丙户"), Cell.Text.NONE, number("1"), number("-20"), number("1E+2"))),
                            totals("金额", "-20"),
                            List.of())));

    /** Those of a quarter, the first of which took place. */
    private static Expectation visits(int quarter, String title, LocalDate day, String rhythm) {
        Optional<Period> period = Optional.of(Period.of(2025, 3).get(quarter));
        return new Expectation("走访", "", period, title, day, quarter == 0, List.of(), rhythm);
    }

    @Test
    @DisplayName("stand beside the page of the register")
    void addresses() {
        assertThat(RegisterFormat.files(VISITS))
                .extracting(SiteFile::address)
                .containsExactly(
                        "registers/visits/visits.json", "registers/visits/visits.csv", "registers/visits/visits.xlsx");
    }

    private static Map<String, String> fingerprints(Register register) {
        return RegisterFormat.files(register).stream()
                .collect(Collectors.toMap(
                        file -> file.address().replaceAll(".*\\.", ""),
                        file -> file.content().get().fingerprint().get()));
    }

    @Test
    @DisplayName("have a fingerprint that changes with all that they contain, and with the day only where they tell it")
    void fingerprint() {
        Map<String, String> before = fingerprints(VISITS);
        Register.Year year = VISITS.years().get(0);
        List<Expectation> none = List.of();
        RegisterSpec other = spec(List.of("金额"), "对象 text", "日期 date", "户数 number", "金额 number", "参加率 percentage");

        assertThat(fingerprints(new Register(VISITS.spec(), AS_OF.plusDays(1), VISITS.years())))
                .containsEntry("csv", before.get("csv"))
                .containsEntry("xlsx", before.get("xlsx"))
                .doesNotContainEntry("json", before.get("json"));
        assertThat(Stream.of(
                        new Register(other, AS_OF, VISITS.years()),
                        with(new Register.Year(2024, year.rows(), year.totals(), year.expected())),
                        with(new Register.Year(2025, year.rows().subList(0, 1), year.totals(), year.expected())),
                        with(new Register.Year(2025, year.rows(), totals("甲户", "2", "金额", "1000.5"), year.expected())),
                        with(new Register.Year(2025, year.rows(), year.totals(), none))))
                .allSatisfy(register ->
                        assertThat(fingerprints(register).values()).doesNotContainAnyElementsOf(before.values()));
    }

    private static Register with(Register.Year year) {
        return new Register(VISITS.spec(), AS_OF, List.of(year, VISITS.years().get(1)));
    }

    @Test
    @DisplayName("in JSON name every column, with null where there is no value and numbers without exponent")
    void json() {
        assertThat(json(VISITS)).isEqualTo(TextResource.of(RegisterFilesTest.class, "visits.json"));
    }

    @Test
    @DisplayName(
            "in CSV begin with a byte order mark and end each line as RFC 4180 says, without sums, which would be added up again")
    void csv() {
        assertThat(csv(VISITS))
                .isEqualTo("\uFEFF"
                        + String.join(
                                "\r\n",
                                "年度,对象,日期,户数,金额,参加率,条目",
                                "2025,甲户、乙户,2025-01-20,2,1000.5,94.7,",
                                "2025,,,,,,",
                                "2024,丙户,,1,-20,100,",
                                ""));
    }

    @ParameterizedTest
    @Promise("In the files of registers no text is a formula")
    @ValueSource(
            strings = {
                "=1+1",
                "+8610",
                "-2",
                "@SUM(A1)",
                " =1+1",
                "\u3000=1",
                "\u00A0@x",
                "\uFEFF=1",
                "\u200B=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠x",
                "\u3000＝1",
                "﹦1",
                "=HYPERLINK(1)",
                "\t甲",
                "\t=1"
            })
    @DisplayName("in CSV put an apostrophe before a text that a spreadsheet program might compute")
    void formulas(String text) {
        assertThat(cell(text)).isEqualTo("'" + text);
    }

    /** The text, then the cell, in which {@code ^} stands for a line feed, {@code ~} for a carriage return. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    甲, 乙     | "甲, 乙"
                    "x" 型     | "\""x"" 型"
                    甲^乙      | "甲^乙"
                    ~=1       | "'~=1"
                    ^=1       | "'^=1"
                    """)
    @DisplayName("in CSV quote what needs quotes, line breaks included")
    void quotes(String text, String cell) {
        assertThat(cell(text.replace('^', '\n').replace('~', '\r')))
                .isEqualTo(cell.replace('^', '\n').replace('~', '\r'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-2月", "a=b", "2024-01-02", "甲+乙", "'=1", "（=1）", "…", "说“好”", "甲;乙"})
    @DisplayName("in CSV leave other texts as they are")
    void otherTexts(String text) {
        assertThat(cell(text)).isEqualTo(text);
    }

    @Test
    @DisplayName("in CSV put an apostrophe before the name of a column, too")
    void formulaAsColumn() {
        Register register = new Register(spec(List.of(), "=1+1 text"), AS_OF, List.of());

        assertThat(csv(register)).isEqualTo("\uFEFF年度,'=1+1,条目\r\n");
    }

    @Test
    @DisplayName("in CSV contain no control characters, which a terminal would obey")
    void controlCharacters() {
        assertThat(cell("甲\u001b[2J\u009b乙\u0000")).isEqualTo("甲[2J乙");
    }

    @Test
    @DisplayName("as a workbook have a sheet for each year with real numbers and days, and the totals below")
    void workbook() {
        WorkbookParts workbook = workbook(VISITS);

        assertThat(workbook.sheets()).containsExactly("2025年", "2024年", "应有");
        assertThat(workbook.cells(1))
                .hasToString("{A1=“对象”, B1=“日期”, C1=“户数”, D1=“金额”, E1=“参加率”, F1=“条目”, A2=“甲户、乙户”, "
                        + "B2=45677.0 yyyy-mm-dd, C2=2, D2=1000.5 #,##0.00, E2=94.7 General\"%\", A4=“合计”, "
                        + "D4=1000.5 #,##0.00, A5=“甲户”, B5=1}");
        assertThat(workbook.cells(2))
                .containsEntry("A2", "“丙户”")
                .containsEntry("D2", "-20 #,##0.00")
                .containsEntry("E2", "100 General\"%\"")
                .containsEntry("D3", "-20 #,##0.00");
    }

    @Test
    @DisplayName("as a workbook keep the bold header in view and give columns the width of their content")
    void appearance() {
        WorkbookParts workbook = workbook(VISITS);

        assertThat(workbook.isBold(1, "A1")).isTrue();
        assertThat(workbook.isBold(1, "F1")).isTrue();
        assertThat(workbook.isBold(1, "A2")).isFalse();
        assertThat(workbook.isBold(1, "D4")).isTrue();
        assertThat(workbook.sheet(1).select("pane[ySplit=1][state=frozen]")).hasSize(1);
        assertThat(workbook.sheet(1).select("cols > col").eachAttr("width"))
                .containsExactly("12.0", "12.0", "6.0", "13.0", "8.0", "6.0");
    }

    @Test
    @DisplayName("as a workbook have a sheet that says what is expected")
    void expectations() {
        assertThat(workbook(VISITS).cells(3))
                .hasToString("{A1=“事项”, B1=“期限”, C1=“完成”, D1=“条目”, E1=“依据”, A2=“第一季度走访”, "
                        + "B2=45747.0 yyyy-mm-dd, C2=“是”, E2=“每季度一次”, A3=“第二季度走访”, "
                        + "B3=45838.0 yyyy-mm-dd, C3=“否”}");
    }

    @Test
    @DisplayName("as a workbook have a sheet even if there is no year, because programs open no workbook without one")
    void emptyWorkbook() {
        WorkbookParts workbook = workbook(new Register(VISITS.spec(), AS_OF, List.of()));

        assertThat(workbook.sheets()).containsExactly("台账");
        assertThat(workbook.cells(1)).containsEntry("A1", "“对象”").containsEntry("F1", "“条目”");
    }

    @ParameterizedTest
    @Promise("In the files of registers no text is a formula")
    @ValueSource(strings = {"=1+1", "＝1", "<b>&\"'", " 前后有空格 ", "甲\n乙", "𠀀", "'=1"})
    @DisplayName("as a workbook hold texts as texts, never as formulas")
    void textsInSheets(String text) {
        WorkbookParts workbook = workbook(texts(text));

        assertThat(workbook.cells(1)).containsEntry("A2", "“" + text + "”");
        assertThat(workbook.sheet(1).select("f")).isEmpty();
    }

    @Test
    @DisplayName("as a workbook hold Han characters as themselves, so that whoever searches the bytes finds them")
    void legible() {
        assertThat(workbook(texts("甲乙𠀀")).part("xl/sharedStrings.xml")).contains(">甲乙𠀀<");
    }

    @ParameterizedTest
    @CsvSource({"甲\u0000\u0001\uFFFE\uFFFF\uD800乙\uDC00\u001B丙, 甲乙丙", "_x0041_ _x41_, _x005F_x0041_ _x41_"})
    @DisplayName("as a workbook leave out what XML cannot hold, and keep what looks like the escape of a character")
    void textsThatXmlCannotHold(String text, String cell) {
        assertThat(workbook(texts(text)).cells(1)).containsEntry("A2", "“" + cell + "”");
    }

    @Test
    @DisplayName("as a workbook cut what a cell cannot hold, and never within a character")
    void longTexts() {
        assertThat(workbook(texts("甲".repeat(32_767))).cells(1)).containsEntry("A2", "“" + "甲".repeat(32_767) + "”");
        assertThat(workbook(texts("甲".repeat(32_768))).cells(1)).containsEntry("A2", "“" + "甲".repeat(32_766) + "…”");
        assertThat(workbook(texts("甲" + "𠀀".repeat(20_000))).cells(1))
                .containsEntry("A2", "“甲" + "𠀀".repeat(16_382) + "…”");
    }

    @Test
    @DisplayName("as a workbook hold as texts the numbers and days that spreadsheet programs cannot hold")
    void beyondSpreadsheets() {
        Register register = new Register(
                spec(List.of(), "号码 number", "日期 date"),
                AS_OF,
                List.of(new Register.Year(
                        1899,
                        List.of(row(number("123456789012345678"), new Cell.Day(LocalDate.of(1899, 12, 31)))),
                        Map.of(),
                        List.of())));

        assertThat(workbook(register).cells(1))
                .containsEntry("A2", "“123456789012345678”")
                .containsEntry("B2", "“1899-12-31”");
    }

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        RegisterFormat.files(VISITS)
                .forEach(file ->
                        files.put(file.address(), file.content().get().bytes().get()));
        return files;
    }

    @Test
    @DisplayName("have the same bytes in any time zone and language, and do not contain the day of their making")
    void reproducible() {
        Map<String, byte[]> here = files();
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
            assertThat(files()).containsExactlyEntriesOf(here);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
        WorkbookParts workbook = workbook(VISITS);
        assertThat(workbook.entries()).extracting(ZipEntry::getMethod).containsOnly(ZipEntry.STORED);
        assertThat(workbook.entries())
                .extracting(entry -> entry.getTimeLocal().toString())
                .containsOnly("1980-02-01T00:00");
        assertThat(workbook.part("docProps/core.xml"))
                .contains("<dc:creator>gongkai</dc:creator>")
                .doesNotContain("created");
    }

    private static RegisterSpec spec(List<String> sums, String... columns) {
        String site = "- {标识: visits, 名称: 走访, 列: ['" + String.join("', '", columns) + "'], 合计: " + sums + "}";
        YamlReader yaml = new YamlReader();
        return new RegisterSpecReader(yaml, Kinds.builtIn(yaml), 0, problem -> {})
                .read(Optional.of(site)).stream()
                        .filter(spec -> spec.id().equals("visits"))
                        .findFirst()
                        .orElseThrow();
    }

    private static Register texts(String text) {
        Register.Year year = new Register.Year(2025, List.of(row(new Cell.Text(text))), Map.of(), List.of());
        return new Register(spec(List.of(), "事项 text"), AS_OF, List.of(year));
    }

    private static Register.Row row(Cell... cells) {
        return new Register.Row(Optional.empty(), 0, List.of(cells), List.of());
    }

    private static Cell number(String number) {
        return new Cell.Number(new BigDecimal(number));
    }

    private static Map<String, BigDecimal> totals(String... totals) {
        Map<String, BigDecimal> all = new LinkedHashMap<>();
        for (int i = 0; i < totals.length; i += 2) {
            all.put(totals[i], new BigDecimal(totals[i + 1]));
        }
        return all;
    }

    private static String json(Register register) {
        return new String(RegisterFormat.JSON.bytes(register), StandardCharsets.UTF_8);
    }

    private static String csv(Register register) {
        return new String(RegisterFormat.CSV.bytes(register), StandardCharsets.UTF_8);
    }

    /** The cell of a text in a CSV file of one row. */
    private static String cell(String text) {
        return csv(texts(text)).replaceFirst("(?s)^.*?\r\n2025,(.*),\r\n$", "$1");
    }

    private static WorkbookParts workbook(Register register) {
        return new WorkbookParts(RegisterFormat.XLSX.bytes(register));
    }
}
