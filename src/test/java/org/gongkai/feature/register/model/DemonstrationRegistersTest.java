package org.gongkai.feature.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.acceptance.DemoSite;
import org.gongkai.io.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each register of the demonstration, in which all have rows, says what stands in {@code registers.txt}, and the same in each of
 * its files: {@code -Dgolden=renew} records what they say now.
 */
@Tag("slow")
class DemonstrationRegistersTest {

    private static final Path RECORDED = Path.of("src/test/resources/org/gongkai/feature/register/model/registers.txt");

    static List<String> registers() throws IOException {
        try (Stream<Path> folders = Files.list(DemoSite.folder().resolve("registers"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> Files.exists(DemoSite.folder().resolve("registers/" + name + "/" + name + ".json")))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void sayWhatIsRecorded() throws IOException {
        List<String> said = new ArrayList<>();
        for (String register : registers()) {
            said.add("# " + register);
            said.addAll(json(register).lines());
        }
        if ("renew".equals(System.getProperty("golden"))) {
            Files.write(RECORDED, said);
        }
        assertThat(String.join("\n", said) + "\n").isEqualTo(Files.readString(RECORDED));
    }

    /** But for those whose pages say in sentences how long a term goes on or what was published, and lay bands side by side. */
    static Stream<String> pages() throws IOException {
        return registers().stream().filter(name -> !List.of("elections", "organisation", "catalogue", "points")
                .contains(name));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void saysTheSameOnItsPage(String register) {
        RegisterJsonFile json = json(register);
        ReadBack page = new ReadBack(DemoSite.folder(), register);
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
            if (register.equals("meetings")) {
                // The same persons are not added up on a page.
                totals.keySet().removeAll(List.of("应到", "实到", "到会率"));
            }
            assertThat(page.totalsOfPage(year, totals)).isEqualTo(totals);
            List<JsonObject> expected = expected(json, year);
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
        List<List<String>> csv = new ReadBack(DemoSite.folder(), register).csv();

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
    void saysTheSameInItsWorkbook(String register) throws IOException {
        RegisterJsonFile json = json(register);
        Map<String, List<List<String>>> sheets = new ReadBack(DemoSite.folder(), register).workbook();
        int expected = 0;
        for (String year : json.years()) {
            List<List<String>> rows = plain(json.rows(year, true));
            List<List<String>> sheet = sheets.get(year + "年");
            expected += expected(json, year).size();

            assertThat(sheet.subList(0, rows.size()).stream().map(DemonstrationRegistersTest::trimmed))
                    .isEqualTo(rows.stream()
                            .map(DemonstrationRegistersTest::trimmed)
                            .toList());
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

    /** Nothing is said while nothing of it is due yet. */
    private static List<JsonObject> expected(RegisterJsonFile json, String year) {
        List<JsonObject> expected = json.expected(year);
        return expected.stream().anyMatch(it -> it.bool("done")) ? expected : List.of();
    }

    private static RegisterJsonFile json(String register) {
        return new RegisterJsonFile(DemoSite.folder(), register);
    }

    private static List<List<String>> plain(List<List<Object>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(ReadBack::plain).toList())
                .toList();
    }

    /** A workbook has no cells behind the last one with a value. */
    private static List<String> trimmed(List<String> row) {
        int end = row.size();
        while (end > 0 && row.get(end - 1).isEmpty()) {
            end--;
        }
        return row.subList(0, end);
    }
}
