package org.gongkai.write.document.entry;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.PortableNames;
import org.gongkai.write.IndexNumbers;
import org.gongkai.write.TitleFileName;
import org.gongkai.write.document.StaticFiles;
import org.gongkai.write.form.EntryPresets;

/**
 * The site that documents are imported into.
 *
 * @param root its root
 * @param presets what entries take over from its settings and entries on the current day in its time zone
 * @param kinds the kinds of entries
 * @param numbers the index numbers
 * @param imported the entries that were imported before, by the fingerprint of their originals
 * @param addresses the former addresses of entries that were imported in this run
 * @param columns the columns that there are, by their addresses
 */
public record ImportTarget(
        Path root,
        EntryPresets presets,
        Kinds kinds,
        IndexNumbers numbers,
        Map<String, String> imported,
        Set<String> addresses,
        Map<String, String> columns) {

    /** The settings of the site. */
    SiteConfig config() {
        return presets.config();
    }

    /** The current day in the site's time zone. */
    LocalDate today() {
        return presets.day();
    }

    /** Returns the target that knows an entry. */
    ImportTarget knowing(ImportedEntry saved) {
        numbers.take(saved.fields().getOrDefault("索引号", ""));
        Map<String, String> known = new HashMap<>(imported);
        Originals.stated(saved.text()).ifPresent(fingerprint -> known.put(fingerprint, saved.path()));
        Set<String> taken = new HashSet<>(addresses);
        saved.formerAddresses().forEach(address -> taken.add(plain(address)));
        Map<String, String> all = new HashMap<>(columns);
        String column = saved.fields().getOrDefault("栏目", "");
        all.putIfAbsent(TitleFileName.address(column), column);
        return new ImportTarget(root, presets, kinds, numbers, known, taken, all);
    }

    /**
     * Whether a category can be a column: the site declares it or, if it declares none, no other has the same address.
     */
    boolean isColumn(String category) {
        List<String> declared = presets.columns();
        String address = TitleFileName.address(category);
        return declared.isEmpty()
                ? !config().data().reserved().contains(address)
                        && !addresses.contains(address)
                        && columns.getOrDefault(address, category).equals(category)
                : declared.contains(category);
    }

    /** Why an address cannot be a former address of an entry, in Chinese; empty if it can. */
    Optional<String> reasonAgainst(String address) {
        String plain = plain(address);
        if (config().data().reserved().contains(plain.replaceFirst("\\.html$", ""))
                || plain.startsWith("editions/")
                || columns.containsKey(plain)
                || config().data().categories().stream()
                        .anyMatch(column -> column.slug().equals(plain))
                || kinds.all().stream().anyMatch(kind -> kind.listing().slug().equals(plain))) {
            return Optional.of("是本站自用的");
        }
        boolean isTaken = addresses.contains(plain)
                || presets.entries().stream()
                        .flatMap(entry -> entry.publication().aliases().stream())
                        .anyMatch(alias -> plain(alias).equals(plain));
        return isTaken
                ? Optional.of("已经是另一条的")
                : Stream.of(plain.split("/"))
                        .flatMap(name -> PortableNames.unknownToWindows(name).stream())
                        .findFirst();
    }

    /** What addresses of the same file have in common; some disks do not distinguish case. */
    private static String plain(String address) {
        return StaticFiles.decoded(address)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^/+", "")
                .replaceFirst("(?:^|/+)(?:index\\.html)?$", "");
    }

    /** The next index number of a year; empty if the site has no code or entries of the kind have none. */
    Optional<String> number(Kind kind, int year) {
        boolean isNumbered =
                !kind.name().equals(Kinds.DEFAULT) && !config().branch().code().isEmpty();
        return isNumbered ? Optional.of(numbers.next(year)) : Optional.empty();
    }
}
