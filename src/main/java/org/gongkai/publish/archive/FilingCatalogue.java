package org.gongkai.publish.archive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.register.Cell;
import org.gongkai.register.export.PlainTable;

/** The catalogue of an archive: what each entry is, how long it is kept and where it lies. */
final class FilingCatalogue {

    private static final List<String> COLUMNS = List.of("件号", "题名", "责任者", "文号", "日期", "保管期限", "页数", "索引号", "文种", "文件");

    private final List<List<Cell>> rows = new ArrayList<>();

    /**
     * Adds the row of an entry.
     *
     * @param pages the number of pages of its attachments, if known
     */
    void add(FiledEntry filed, OptionalInt pages) {
        Entry entry = filed.entry();
        rows.add(List.of(
                number(filed.number()),
                new Cell.Text(entry.title()),
                new Cell.Text(entry.publication().publisher()),
                new Cell.Text(documentNumber(entry)),
                new Cell.Day(filed.date()),
                new Cell.Text(filed.entry().retention()),
                pages.isPresent() ? number(pages.getAsInt()) : Cell.NONE,
                new Cell.Text(entry.publication().number()),
                new Cell.Words(entry.kinds().stream().map(Kind::name).toList()),
                new Cell.Text(filed.folder())));
    }

    private static Cell number(int number) {
        return new Cell.Number(BigDecimal.valueOf(number));
    }

    /** The number of the document; a kind may define the field anew. */
    private static String documentNumber(Entry entry) {
        return entry.own().stream()
                .filter(own -> own.spec().name().equals("发文字号"))
                .map(own -> own.value() instanceof Value.Text text ? text.text().strip() : "")
                .findFirst()
                .orElseGet(() -> entry.text(CommonField.DOC_NUMBER));
    }

    PlainTable table(int year) {
        return new PlainTable(year + "年度", COLUMNS, rows);
    }
}
