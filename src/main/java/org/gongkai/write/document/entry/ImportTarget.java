package org.gongkai.write.document.entry;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.config.SiteConfig.Category;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.write.IndexNumbers;

/**
 * The site that documents are imported into.
 *
 * @param root its root
 * @param config its settings
 * @param kinds the kinds of entries
 * @param entries its entries
 * @param numbers the index numbers; each import takes the next one
 * @param today the current day in the site's time zone
 * @param imported the entries that were imported before, by the fingerprint of their originals
 */
public record ImportTarget(
        Path root,
        SiteConfig config,
        Kinds kinds,
        List<Entry> entries,
        IndexNumbers numbers,
        LocalDate today,
        Map<String, String> imported) {

    public ImportTarget {
        entries = entries.stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.dates().published())
                        .reversed()
                        .thenComparing(Entry::path))
                .toList();
    }

    /**
     * The column of a kind; if the site does not declare it, that of the latest entry of the kind, else the first
     * column.
     */
    String column(Kind kind) {
        List<String> declared = declared();
        if (declared.isEmpty() || declared.contains(kind.column())) {
            return kind.column();
        }
        return entries.stream()
                .filter(entry -> entry.kinds().get(0).equals(kind))
                .map(entry -> entry.categories().get(0))
                .filter(declared::contains)
                .findFirst()
                .orElse(declared.get(0));
    }

    /** The names of the declared columns; empty if any column is allowed. */
    List<String> declared() {
        return config.categories().stream().map(Category::name).toList();
    }

    /** The publisher of the latest entry of a kind, else of any entry, else the name of the branch; may be empty. */
    String publisher(Kind kind) {
        return publishers(entries.stream()
                        .filter(entry -> entry.kinds().contains(kind))
                        .toList())
                .or(() -> publishers(entries))
                .orElse(config.organisation().branch());
    }

    private static Optional<String> publishers(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.publication().publisher())
                .filter(publisher -> !publisher.isEmpty())
                .findFirst();
    }

    /** The next index number of a year; empty if the site has no code or entries of the kind have none. */
    Optional<String> number(Kind kind, int year) {
        boolean isNumbered =
                !kind.name().equals(Kinds.DEFAULT) && !config.code().isEmpty();
        return isNumbered ? Optional.of(numbers.next(year)) : Optional.empty();
    }
}
