package org.gongkai.pipeline.cache;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheWriter;
import org.gongkai.pipeline.BuildSummary;
import org.gongkai.problem.Problem;

/**
 * The record of what a build told its user.
 *
 * @param in a record at the beginning of a summary
 */
record SummaryRecord(CacheReader in) {

    static CacheWriter write(BuildSummary summary, CacheWriter out) {
        out.all(summary.problems(), out::problem);
        out.number(summary.entries()).number(summary.pages()).number(summary.written() + summary.unchanged());
        out.optional(summary.nextChange(), day -> out.number(day.toEpochDay()));
        out.all(summary.columns().entrySet(), column -> out.text(column.getKey())
                .number(column.getValue()));
        out.all(summary.outputs(), folder -> out.text(folder.toString()));
        return out.all(summary.notes(), out::text);
    }

    /** Reads the summary of a build that has nothing to write, without timings. */
    BuildSummary read() {
        List<Problem> problems = in.all(in::problem);
        int entries = in.integer();
        int pages = in.integer();
        int files = in.integer();
        Optional<LocalDate> nextChange = in.optional(() -> LocalDate.ofEpochDay(in.number()));
        Map<String, Integer> columns = new LinkedHashMap<>();
        in.all(() -> columns.put(in.text(), in.integer()));
        List<Path> outputs = in.all(() -> Path.of(in.text()));
        return new BuildSummary(
                problems, entries, pages, 0, files, nextChange, columns, outputs, in.all(in::text), Map.of());
    }
}
