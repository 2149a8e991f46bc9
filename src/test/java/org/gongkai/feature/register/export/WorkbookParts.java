package org.gongkai.feature.register.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** A workbook as a spreadsheet program reads it. */
public final class WorkbookParts {

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final List<ZipEntry> entries = new ArrayList<>();

    public WorkbookParts(byte[] workbook) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.add(entry);
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ZipEntry> entries() {
        return entries;
    }

    String part(String name) {
        return parts.get(name);
    }

    public List<String> sheets() {
        return xml("xl/workbook.xml").select("sheet").eachAttr("name");
    }

    /** The cells of a sheet, numbered from 1, by their place: texts in quotes, numbers with their format behind them. */
    public Map<String, String> cells(int sheet) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Element cell : sheet(sheet).select("c")) {
            if (cell.selectFirst("v") != null) {
                cells.put(cell.attr("r"), value(cell));
            }
        }
        return cells;
    }

    Document sheet(int sheet) {
        return xml("xl/worksheets/sheet" + sheet + ".xml");
    }

    boolean isBold(int sheet, String place) {
        Element style = style(sheet(sheet).selectFirst("c[r=" + place + "]"));
        Element font = xml("xl/styles.xml").select("fonts > font").get(Integer.parseInt(style.attr("fontId")));
        return font.selectFirst("b") != null;
    }

    private String value(Element cell) {
        String value = cell.selectFirst("v").text();
        if (cell.attr("t").equals("s")) {
            Element text = xml("xl/sharedStrings.xml").select("si").get(Integer.parseInt(value));
            return "“" + text.selectFirst("t").wholeText() + "”";
        }
        String id = style(cell).attr("numFmtId");
        Element format = xml("xl/styles.xml").selectFirst("numFmt[numFmtId=" + id + "]");
        return value + (format == null ? id.equals("0") ? "" : " " + id : " " + format.attr("formatCode"));
    }

    private Element style(Element cell) {
        int style = cell.hasAttr("s") ? Integer.parseInt(cell.attr("s")) : 0;
        return xml("xl/styles.xml").select("cellXfs > xf").get(style);
    }

    private Document xml(String name) {
        return Jsoup.parse(parts.get(name), "", Parser.xmlParser());
    }
}
