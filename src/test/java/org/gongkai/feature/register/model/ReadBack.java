package org.gongkai.feature.register.model;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.feature.register.export.WorkbookParts;
import org.gongkai.testing.SiteFolder;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The rows and totals of a register as its page, its CSV and its workbook show them, year by year, as plain texts. */
final class ReadBack {

    private static final Pattern CHINESE_DAY = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日(?:至(\\d+)月(\\d+)日)?");
    private static final Pattern CSV_CELL = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*)),");

    private final Path site;
    private final String register;

    /** @param site the folder of the built site */
    ReadBack(Path site, String register) {
        this.site = site;
        this.register = register;
    }

    private Document page() {
        return Jsoup.parse(SiteFolder.read(site.resolve("registers/" + register + "/index.html")));
    }

    /** What each row of a year says, in any order: also what stands once above or below its table. */
    Map<String, List<List<String>>> rowsOfPage() {
        Map<String, List<List<String>>> years = new LinkedHashMap<>();
        for (Element section : page().select("section[id^=y]")) {
            List<List<String>> rows = new ArrayList<>();
            for (Element table : section.select("[id$=-rows] table:is(.cards, .small):not(.bars)")) {
                List<String> shared = new ArrayList<>(table.select("caption a").eachText());
                Stream.of(
                                section.parent().selectFirst("> .same"),
                                table.parent().nextElementSibling())
                        .filter(note -> note != null && note.hasClass("same"))
                        .flatMap(note -> note.select("span").stream())
                        .forEach(same -> shared.add(same.text().replaceFirst("^.*?均?为“(.*)”$", "$1")));
                String group = "";
                for (Element row : table.select("tbody > tr")) {
                    if (row.hasClass("part")) {
                        group = row.text()
                                .replaceFirst("^保管期限(.*)（\\d+条）$", "$1")
                                .replace("未写明", "");
                        continue;
                    }
                    // Further entries of a row are links of their own.
                    row.select("a[aria-label], details").remove();
                    // What a row says in words of columns that most rows leave empty.
                    List<String> words = new ArrayList<>(shared);
                    words.add(group);
                    row.select(".row-facts span, .head > [hidden], .chip-past").stream()
                            .map(fact -> fact.text()
                                    .replaceFirst("^[^：]*：|^纪要记为本年第(?=\\d+次)", "")
                                    .replaceFirst("，$", ""))
                            .forEach(fact -> words.add(fact.replaceFirst("(?<=\\d)[%次]$", "")));
                    row.select(".row-facts, .head > [hidden], .chip").remove();
                    rows.add(said(Stream.concat(
                            words.stream(),
                            row.select("td").stream()
                                    .flatMap(cell -> Stream.of(cell.text().split("(?<=日)至(?=\\d{4}年)")))
                                    .map(text -> text.replace("　", "").replaceFirst("(?<=\\d)%$", "")))));
                }
            }
            years.put(section.id().substring(1), sorted(rows));
        }
        return years;
    }

    /** The values of a row that say something, in any order. */
    static List<String> said(Stream<?> values) {
        // Pages say also when a result was published, and leave out names that nobody is told.
        return values.map(value -> plain(value).replaceFirst("(?<=通报|结果)（[\\d年]*\\d月\\d+日）$|^名单(?=见原文$)", ""))
                .filter(value -> !value.isEmpty() && !value.matches("尚未公布|这里没有公布|×+|这里没有列出姓名"))
                .sorted()
                .toList();
    }

    static List<List<String>> sorted(List<List<String>> rows) {
        return rows.stream().sorted(Comparator.comparing(String::valueOf)).toList();
    }

    /** Counts but those of nothing, and sums, which stand in the table or above it; those of all that rows say themselves. */
    Map<String, String> totalsOfPage(String year, Map<String, String> all) {
        Element section = page().getElementById("y" + year);
        Map<String, String> totals = new TreeMap<>();
        section.select("dl.totals > div")
                .forEach(total -> totals.put(
                        total.selectFirst("dt").text().replaceFirst("办结|兑现", "完成"),
                        plain(total.selectFirst("dd").text().replaceFirst("[元%条次]$", ""))));
        section.select("tfoot td")
                .not(":empty")
                .forEach(sum -> totals.put(
                        sum.attr("data-name").replaceFirst("（.*", ""),
                        plain(sum.text().replaceFirst("(?:%|人次)$", ""))));
        totals.values().removeIf("0"::equals);
        section.select(".totals-sum:matchesOwn(条。$)").forEach(only -> all.forEach(totals::putIfAbsent));
        return totals;
    }

    /** How much was expected in a year and how much of it is missing, as the page says it; empty if nothing was. */
    List<Integer> expectedOfPage(String year) {
        Element section = page().getElementById("y" + year);
        Matcher said = Pattern.compile("应(?:开展|办)(\\d+)项，(?:没有记录|尚未办结)?(都有记录|都写明了结果|\\d+)")
                .matcher(section.select("h3, p.note").text());
        return said.find()
                ? List.of(
                        Integer.valueOf(said.group(1)),
                        said.group(2).startsWith("都") ? 0 : Integer.parseInt(said.group(2)))
                : List.of();
    }

    /** The lines of the CSV without its header, each with its year in front and its entries at the end. */
    List<List<String>> csv() {
        String text = SiteFolder.read(site.resolve("registers/" + register + "/" + register + ".csv"));
        return Arrays.stream(text.split("\r\n")).skip(1).map(ReadBack::csvCells).toList();
    }

    private static List<String> csvCells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CSV_CELL.matcher(line + ",");
        while (cell.find()) {
            cells.add(
                    plain(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\"")));
        }
        return cells;
    }

    /** The rows of each sheet without its header, by its name. */
    Map<String, List<List<String>>> workbook() throws IOException {
        WorkbookParts parts =
                new WorkbookParts(Files.readAllBytes(site.resolve("registers/" + register + "/" + register + ".xlsx")));
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        for (int i = 0; i < parts.sheets().size(); i++) {
            List<List<String>> rows = new ArrayList<>();
            parts.cells(i + 1).forEach((place, value) -> {
                int column = place.charAt(0) - 'A';
                int row = Integer.parseInt(place.substring(1));
                while (rows.size() < row) {
                    rows.add(new ArrayList<>());
                }
                List<String> cells = rows.get(row - 1);
                while (cells.size() < column) {
                    cells.add("");
                }
                cells.add(workbookCell(value));
            });
            sheets.put(parts.sheets().get(i), rows.subList(1, rows.size()));
        }
        return sheets;
    }

    private static String workbookCell(String value) {
        if (value.startsWith("“")) {
            return plain(value.substring(1, value.length() - 1));
        }
        String number = value.split(" ")[0];
        return value.endsWith(" yyyy-mm-dd")
                ? LocalDate.of(1899, 12, 30)
                        .plusDays(new BigDecimal(number).longValueExact())
                        .toString()
                : plain(number);
    }

    /** A value as it stands in JSON, in a form in which all files can be compared. */
    static String plain(Object value) {
        String text = value == null ? "" : value.toString().strip().replaceAll("(?<=\\d),(?=\\d{3})", "");
        Matcher day = CHINESE_DAY.matcher(text);
        if (day.matches()) {
            int year = Integer.parseInt(day.group(1));
            LocalDate from = LocalDate.of(year, Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
            return day.group(4) == null
                    ? from.toString()
                    : from + "至" + LocalDate.of(year, Integer.parseInt(day.group(4)), Integer.parseInt(day.group(5)));
        }
        return text.matches("-?\\d+(\\.\\d+)?")
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : text;
    }
}
