package org.gongkai.check.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongkai.cache.CacheStore;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.ProseReader;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.input.entry.Entry;
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

    public RuleSet {
        headerRules = List.copyOf(headerRules);
        dayRules = List.copyOf(dayRules);
        entryRules = List.copyOf(entryRules);
        siteRules = List.copyOf(siteRules);
    }

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

        /** Checks an entry. */
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

        /** Checks an entry. */
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
     * @param cache what rules read in texts in earlier runs under the same settings
     */
    public record WholeSite(
            List<Entry> entries,
            SourceTree source,
            Set<String> named,
            Set<String> rendered,
            Map<String, String> formerNumbers,
            CacheStore cache) {

        public WholeSite {
            entries = List.copyOf(entries);
            named = Set.copyOf(named);
            rendered = Set.copyOf(rendered);
            formerNumbers = Map.copyOf(formerNumbers);
        }

        /** Reads the text of an entry, which is empty if it cannot be decoded. */
        public EntryText text(Entry entry) {
            String text = new TextDecoder()
                    .decode(source, entry.file(), problem -> {})
                    .orElse("");
            return new ProseReader().read(entry, text);
        }
    }

    /** A rule about all entries or all files. */
    @FunctionalInterface
    public interface SiteRule {

        /** Whether it reads the text of an entry besides its header. */
        default boolean readsText(Entry entry) {
            return false;
        }

        /** Checks a site. */
        void check(WholeSite site, Consumer<Problem> problems);

        /** A rule that reads the texts of some entries, and is made only for a site that has one of them. */
        static SiteRule ofTexts(Predicate<Entry> texts, Supplier<SiteRule> rule) {
            return new SiteRule() {
                @Override
                public boolean readsText(Entry entry) {
                    return texts.test(entry);
                }

                @Override
                public void check(WholeSite site, Consumer<Problem> problems) {
                    if (site.entries().stream().anyMatch(texts)) {
                        rule.get().check(site, problems);
                    }
                }
            };
        }
    }
}
