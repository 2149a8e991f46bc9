package org.gongkai.publish.archive;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.io.TextResource;
import org.gongkai.output.ArchiveWriter.ArchivePart;
import org.gongkai.output.table.Cell;
import org.gongkai.output.table.PlainTable;
import org.gongkai.pipeline.live.PartialSite;
import org.gongkai.publish.archive.ArchivedPage.FiledEntry;
import org.gongkai.publish.archive.InspectionCheckList.Answer;
import org.gongkai.publish.print.ChromiumFinder.BrowserFailure;
import org.gongkai.publish.print.SitePrinter;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.text.DateText;
import org.gongkai.text.Period;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A check list with what was found for each of its items, as a page and as a table.
 *
 * @param heading what the page is called
 * @param scope whose entries were looked at, and as of which day
 * @param day that day
 * @param answers what was found, in the order of the list
 * @param filed the entries that were found, by their addresses
 */
record InspectionReport(
        String heading, String scope, LocalDate day, List<Answer> answers, Map<String, FiledEntry> filed) {

    static final String NAME = "检查清单";

    private static final List<String> COLUMNS = List.of("项目", "要求", "依据", "件数", "材料", "缺少", "未到期");

    /** The report on the site of an audience. */
    static InspectionReport of(PartialSite pages, List<Answer> answers, List<FiledEntry> entries, int year) {
        Site site = pages.site();
        return new InspectionReport(
                site.config().name() + " " + year + "年度" + NAME,
                "按" + DateText.chinese(site.asOf()) + "的情况，在公开对象“" + pages.audience() + "”看得到的条目里查找；没有公开的材料不在里面。",
                site.asOf(),
                answers,
                entries.stream().collect(Collectors.toMap(entry -> entry.item().address(), Function.identity())));
    }

    List<ArchivePart> parts() throws IOException {
        return List.of(
                ArchivePart.of(NAME + ".html", page().outerHtml().getBytes(StandardCharsets.UTF_8)),
                ArchivePart.of(NAME + ".xlsx", table().xlsx()),
                ArchivePart.of(NAME + ".csv", table().csv()));
    }

    /** Prints the page. On paper no link leads anywhere; entries have the numbers of the catalogue. */
    ArchivePart printed(Path browser) throws IOException, BrowserFailure {
        Document page = page();
        page.select("a").removeAttr("href");
        return ArchivePart.of(NAME + ".pdf", SitePrinter.print(browser, page, day));
    }

    private Document page() {
        Document page = Jsoup.parse(TextResource.of(InspectionReport.class, "check-list.html"));
        page.outputSettings().prettyPrint(false);
        page.title(heading);
        page.expectFirst("h1").text(heading);
        page.expectFirst("p").text(scope);
        Element rows = page.expectFirst("tbody");
        answers.forEach(answer -> row(answer, rows.appendElement("tr")));
        return page;
    }

    private void row(Answer answer, Element row) {
        row.appendElement("th").attr("scope", "row").text(answer.asked().what());
        String rule = answer.asked().rule();
        row.appendElement("td")
                .text(
                        answer.asked().basis().isEmpty()
                                ? rule
                                : rule + "（" + answer.asked().basis() + "）");
        Element found = row.appendElement("td").appendElement("ul");
        for (Item item : answer.found()) {
            Element line = found.appendElement("li");
            line.appendText(DateText.chinese(InspectionCheckList.day(item)) + " ");
            line.appendElement("a")
                    .attr("href", page(item))
                    .attr(
                            "data-number",
                            String.valueOf(filed.get(item.address()).number()))
                    .text(item.entry().title());
        }
        Element missing = row.appendElement("td");
        if (!answer.missing().isEmpty()) {
            missing.appendElement("span").addClass("missing").text(missing(answer));
        }
        if (!answer.open().isEmpty()) {
            missing.appendElement("div").text("未到期：" + labels(answer.open()));
        }
    }

    private String page(Item item) {
        return filed.get(item.address()).page();
    }

    private PlainTable table() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Answer answer : answers) {
            rows.add(List.of(
                    new Cell.Text(answer.asked().what()),
                    new Cell.Text(answer.asked().rule()),
                    new Cell.Text(answer.asked().basis()),
                    new Cell.Number(BigDecimal.valueOf(answer.found().size())),
                    new Cell.Text(answer.found().stream()
                            .map(item -> InspectionCheckList.day(item) + " "
                                    + item.entry().title() + "（" + page(item) + "）")
                            .collect(Collectors.joining("；"))),
                    new Cell.Text(answer.missing().isEmpty() ? "" : missing(answer)),
                    new Cell.Text(labels(answer.open()))));
        }
        return PlainTable.of(NAME, COLUMNS, rows);
    }

    /** Fewer than asked for were found; whether there are others that the audience may not see is not known here. */
    private static String missing(Answer answer) {
        int least = answer.asked().least();
        return "没有找到" + (least == 1 ? "" : "够" + least + "件的") + "：" + labels(answer.missing());
    }

    private static String labels(List<Period> periods) {
        return periods.stream().map(Period::label).collect(Collectors.joining("、"));
    }

    /** How many items of the list lack something. */
    static long incomplete(List<Answer> answers) {
        return answers.stream().filter(answer -> !answer.missing().isEmpty()).count();
    }
}
