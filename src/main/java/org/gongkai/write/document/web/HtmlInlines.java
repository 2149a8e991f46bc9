package org.gongkai.write.document.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gongkai.input.attachment.ContentType;
import org.gongkai.markup.html.HtmlGrid;
import org.gongkai.text.Characters;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.ImportedDocument.Picture;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.Run.Style;
import org.gongkai.write.document.StaticFiles;
import org.jsoup.nodes.Element;

/** Collects the runs of one paragraph, with blanks joined as browsers join them. */
final class HtmlInlines {

    private final List<Run> runs = new ArrayList<>();

    void text(String typed, Style style, String link) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (" \t\n\r\f".indexOf(c) < 0) {
                text.append(c);
                continue;
            }
            int end = i;
            boolean wraps = false;
            while (end < typed.length() && " \t\n\r\f".indexOf(typed.charAt(end)) >= 0) {
                wraps |= typed.charAt(end++) == '\n';
            }
            char before = text.length() > 0 ? text.charAt(text.length() - 1) : last();
            char after = end < typed.length() ? typed.charAt(end) : 'a';
            boolean dropped = before == ' '
                    || before == '\n'
                    || before == 0
                    || wraps && (Characters.join(before, after) || end == typed.length() && Characters.isCjk(before));
            text.append(dropped ? "" : " ");
            i = end - 1;
        }
        if (text.length() > 0) {
            runs.add(new Run.Text(text.toString().replace("\u200b", "").replace("\ufeff", ""), style, link));
        }
    }

    private char last() {
        if (runs.isEmpty()) {
            return 0;
        }
        return runs.get(runs.size() - 1) instanceof Run.Text text
                        && !text.text().isEmpty()
                ? text.text().charAt(text.text().length() - 1)
                : 'a';
    }

    void add(Run run) {
        runs.add(run);
    }

    /** Returns what was collected, one list for each paragraph, and begins anew. */
    List<List<Run>> take() {
        List<List<Run>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        boolean paragraphs = breaksParagraphs();
        for (Run run : runs) {
            if (!(run instanceof Run.Text text) || !paragraphs) {
                lines.get(lines.size() - 1).add(run);
                continue;
            }
            String[] parts = text.text().split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    lines.add(new ArrayList<>());
                }
                if (!parts[i].isEmpty()) {
                    lines.get(lines.size() - 1).add(new Run.Text(parts[i], text.style(), text.link()));
                }
            }
        }
        runs.clear();
        return lines.stream().map(Run::trimmed).filter(line -> !line.isEmpty()).toList();
    }

    /** Whether line breaks separate paragraphs: some line is indented or blank. */
    private boolean breaksParagraphs() {
        StringBuilder all = new StringBuilder();
        runs.forEach(run -> all.append(run instanceof Run.Text text ? text.text() : "图"));
        return all.toString().strip().matches("(?s).*\n[ ]?(\u3000|\u00a0\u00a0|  |[ \u00a0]*\n).*");
    }

    /** The style within an element. */
    static Style style(Style outer, Element element) {
        String css = element.attr("style").replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        String name = element.normalName();
        boolean bold = outer.bold()
                || name.equals("b")
                || name.equals("strong")
                || css.matches(".*font-weight:(bold|[6-9]00).*");
        return new Style(
                bold && !css.contains("font-weight:normal"),
                outer.italic() || name.equals("i") || name.equals("em"),
                outer.underlined() || name.equals("u"),
                outer.struck() || name.equals("s") || name.equals("del") || name.equals("strike"),
                outer.superscript() || name.equals("sup"),
                outer.subscript() || name.equals("sub"));
    }

    /** Reads tables of a page, with the columns that each cell really has. */
    static final class WebTable {

        private WebTable() {}

        /** Whether a table only lays out the page: it has one column, or tables within its cells. */
        static boolean isLayout(Element table) {
            List<Element> rows = HtmlGrid.rows(table);
            return rows.stream().allMatch(row -> row.children().size() <= 1)
                    || table.select("table").size() > 1
                    || table.attr("role").equals("presentation");
        }

        /** @param isRead whether a row, a group of rows or a cell is read; asked once for each */
        static Block.Table of(Element table, Predicate<Element> isRead, Function<Element, List<Block>> content) {
            Map<Element, Boolean> groups = new HashMap<>(Map.of(table, true));
            HtmlGrid grid =
                    HtmlGrid.of(table, row -> groups.computeIfAbsent(row.parent(), isRead::test) && isRead.test(row));
            List<List<Block.Cell>> rows = new ArrayList<>();
            for (HtmlGrid.Row row : grid.rows()) {
                rows.add(row.cells().stream()
                        .filter(cell -> !cell.continues())
                        .map(cell -> new Block.Cell(
                                isRead.test(cell.element()) ? content.apply(cell.element()) : List.of(),
                                cell.column(),
                                cell.columns(),
                                cell.rows()))
                        .toList());
            }
            return new Block.Table(rows, (int)
                    grid.rows().stream().filter(HtmlGrid.Row::isHead).count());
        }
    }

    /** The pictures of a page: those saved beside it and those within it; the others are named. */
    static final class PagePictures {

        private static final int LONGEST = 100;

        private final StaticFiles files;
        private final List<Picture> embedded = new ArrayList<>();
        private final List<Remark> remarks = new ArrayList<>();

        PagePictures(Path page) {
            this.files = new StaticFiles(page);
        }

        List<Picture> pictures() {
            List<Picture> all = new ArrayList<>(files.pictures());
            all.addAll(embedded);
            return all;
        }

        List<Remark> remarks() {
            return remarks;
        }

        /** Returns the run of a picture, or a marked blank; empty if it is only an ornament. */
        Optional<Run> run(Element image, String place) throws IOException {
            String lazy = image.attr("data-src").isEmpty() ? image.attr("data-original") : image.attr("data-src");
            String source = (image.attr("src").isBlank() || image.attr("src").startsWith("data:") && !lazy.isEmpty()
                            ? lazy
                            : image.attr("src"))
                    .strip();
            String alt = image.attr("alt").strip().matches("图片|img|image|.*\\.(png|jpe?g|gif)")
                    ? ""
                    : image.attr("alt").strip();
            if (source.isEmpty()) {
                return Optional.empty();
            }
            Optional<Picture> picture = source.startsWith("data:")
                    ? embedded(source)
                    : isRemote(source) ? Optional.empty() : files.picture(source);
            if (picture.isPresent()) {
                return Optional.of(new Run.Image(picture.get().name(), alt));
            }
            String shown = Remark.shortened(source, LONGEST);
            remarks.add(new Remark(
                    place, "图片 " + shown + (isRemote(source) ? " 在网站上，没有导入；请下载到网页旁边" : " 没有找到，没有导入"), Weight.LEFT_OUT));
            return Optional.of(
                    new Run.Text("＿＿（待补：图片" + (alt.isEmpty() ? "" : "“" + alt + "”") + "）", Style.PLAIN, ""));
        }

        private static boolean isRemote(String source) {
            return source.matches("(?i)(https?:)?//.*");
        }

        private Optional<Picture> embedded(String source) {
            int comma = source.indexOf(',');
            if (comma < 0 || !source.substring(0, comma).endsWith(";base64")) {
                return Optional.empty();
            }
            try {
                byte[] bytes = Base64.getMimeDecoder().decode(source.substring(comma + 1));
                Optional<String> ending = ContentType.of(bytes).pictureEnding();
                ending.ifPresent(found ->
                        embedded.add(new Picture("embedded" + (embedded.size() + 1) + "." + found, "", bytes)));
                return ending.map(found -> embedded.get(embedded.size() - 1));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
