package org.gongkai.write.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.KindRows;
import org.gongkai.text.DateText;
import org.gongkai.write.record.PublishedRows.Row;

/**
 * Writes rows of tables of other entries into a body.
 *
 * @param folder the folder of the body below {@code content}
 */
record RowText(Path folder) {

    private static final Pattern SYNTAX = Pattern.compile("[\\\\`*_\\[\\]<>|#{}~$^&]");

    /** Returns a list of rows in some state, or a table of all rows. */
    List<String> lines(KindRows wanted, List<Row> rows) {
        return wanted.states().isEmpty() ? tables(wanted, rows) : list(wanted, rows);
    }

    /** A table for each entry, with a link to it. */
    private List<String> tables(KindRows wanted, List<Row> rows) {
        List<String> lines = new ArrayList<>();
        rows.stream()
                .collect(Collectors.groupingBy(Row::entry, LinkedHashMap::new, Collectors.toList()))
                .forEach((entry, own) -> {
                    lines.addAll(List.of(
                            "",
                            link(entry) + wanted.words(),
                            "",
                            cells(wanted.columns()),
                            cells(wanted.columns().stream()
                                    .map(column -> ":---")
                                    .toList())));
                    own.forEach(row -> lines.add(cells(wanted.columns().stream()
                            .map(column -> escaped(row.text(column)))
                            .toList())));
                });
        return lines;
    }

    private static String cells(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private List<String> list(KindRows wanted, List<Row> rows) {
        List<String> lines = new ArrayList<>(List.of("", wanted.words(), ""));
        for (Row row : rows) {
            String more = wanted.columns().stream()
                    .skip(1)
                    .filter(column -> !row.text(column).isEmpty())
                    .map(column -> column + "：" + escaped(row.text(column)))
                    .collect(Collectors.joining("；"));
            lines.add("- " + escaped(row.text(wanted.columns().get(0))) + (more.isEmpty() ? "" : "。" + more) + "（"
                    + link(row.entry()) + "）");
        }
        return lines;
    }

    private String link(Entry entry) {
        return "[" + escaped(entry.title()) + "](<" + path(entry) + ">)";
    }

    String path(Entry entry) {
        return Path.of("content")
                .resolve(folder)
                .relativize(Path.of(entry.path()))
                .toString()
                .replace('\\', '/');
    }

    private static String escaped(String text) {
        String words = DateText.day(text).map(DateText::chinese).orElse(text);
        return SYNTAX.matcher(words.replaceAll("\\s+", " ")).replaceAll("\\\\$0");
    }
}
