package org.gongkai.check.rule;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongkai.cache.CacheStore;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.ProseReader;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.problem.Problem;

/**
 * A set of rules.
 *
 * @param headerRules rules about the header of one entry
 * @param dayRules rules about the header of one entry that depend on the day
 * @param entryRules rules about the text of one entry
 * @param siteRules rules about the whole site
 */
public record RuleSet(
        List<HeaderRule> headerRules, List<DayRule> dayRules, List<EntryRule> entryRules, List<SiteRule> siteRules) {

    /** The empty set. */
    public static final RuleSet NONE = new RuleSet(List.of(), List.of(), List.of(), List.of());

    /** Returns a set of rules about the header of one entry. */
    public static RuleSet ofHeaders(List<HeaderRule> rules) {
        return new RuleSet(rules, List.of(), List.of(), List.of());
    }

    /** Returns a set of rules about the whole site. */
    public static RuleSet ofSites(List<SiteRule> rules) {
        return new RuleSet(List.of(), List.of(), List.of(), rules);
    }

    /** Returns the union with another set. */
    public RuleSet and(RuleSet other) {
        return new RuleSet(
                both(headerRules, other.headerRules),
                both(dayRules, other.dayRules),
                both(entryRules, other.entryRules),
                both(siteRules, other.siteRules));
    }

    /** Applies the rules about texts; of what several tell of the same words only the first is reported. */
    public void check(EntryText entry, Consumer<Problem> problems) {
        Set<String> told = new HashSet<>();
        Predicate<Problem> isFirst = problem -> !problem.code().matches("W(?:229|(?:2[89]|3[1-7])\\d)")
                || entry.prose().stream().noneMatch(line -> line.line() == problem.line())
                || told.add(problem.line() + ":" + problem.column());
        entryRules.forEach(
                rule -> rule.check(entry, it -> Stream.of(it).filter(isFirst).forEach(problems)));
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /**
     * A rule about the header of one entry. Its problems are cached as long as the file and the settings of the site
     * are unchanged, so it must not depend on anything else; rules that depend on the day are {@link DayRule}s.
     * Implementations are stateless and thread-safe.
     */
    @FunctionalInterface
    public interface HeaderRule {

        void check(Entry entry, Consumer<Problem> problems);
    }

    /**
     * A rule about the header of one entry on a given day. It is applied in every build, so it must be fast.
     * Implementations are stateless and thread-safe.
     */
    @FunctionalInterface
    public interface DayRule {

        /**
         * Checks an entry.
         *
         * @param day the day for which the site is built
         */
        void check(Entry entry, LocalDate day, Consumer<Problem> problems);
    }

    /**
     * A rule about the text of one entry. Its problems are cached as long as the file and the settings of the site are
     * unchanged, so it must not depend on anything else such as the day or other files. Implementations are stateless
     * and thread-safe.
     */
    @FunctionalInterface
    public interface EntryRule {

        void check(EntryText entry, Consumer<Problem> problems);
    }

    /**
     * The input of rules about the whole site.
     *
     * @param entries all valid entries, sorted by path
     * @param source all files
     * @param named the paths of the files that entries name as attachments, images or links
     * @param formerNumbers the index numbers in previous commits with the paths of their holders: the current path, or
     *     the last one of a deleted entry; empty without a history
     * @param rendered the paths of the entries whose bodies were searched for such names; others are not published
     * @param caches open stores, by their names, of what rules read in texts in earlier runs under the same settings
     * @param reads receives the path of each file that is read, and its version, which is empty if that is not known
     */
    public record WholeSite(
            List<Entry> entries,
            SourceTree source,
            Set<String> named,
            Set<String> rendered,
            Map<String, String> formerNumbers,
            Function<String, CacheStore> caches,
            BiConsumer<String, String> reads) {

        /** Returns the version of a file that a rule reads. */
        public String version(SourceFile file) {
            String version = source.version(file);
            reads.accept(file.path(), version);
            return version;
        }

        /** Reads the text of an entry, which is empty if it cannot be decoded. */
        public EntryText text(Entry entry) {
            version(entry.source().file());
            return unnoted(entry);
        }

        /** Reads the text of an entry for what {@link SiteRule#inputs} identifies. */
        public EntryText unnoted(Entry entry) {
            String text = new TextDecoder()
                    .decode(source, entry.source().file(), problem -> {})
                    .orElse("");
            return new ProseReader().read(entry, text);
        }
    }

    /**
     * A rule about all entries or all files. Its problems are cached as long as nothing changes but texts of entries
     * that it has not read.
     */
    @FunctionalInterface
    public interface SiteRule {

        /** Identifies what it takes from texts without reading them as such, so that others may change. */
        default String inputs(WholeSite site) {
            return "";
        }

        void check(WholeSite site, Consumer<Problem> problems);

        /** A rule that is made only for a site that has an entry of some kind. */
        static SiteRule ofEntries(Predicate<Entry> some, Supplier<SiteRule> rule) {
            return (site, problems) -> {
                if (site.entries().stream().anyMatch(some)) {
                    rule.get().check(site, problems);
                }
            };
        }
    }
}
