package org.gongkai.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.SourceTree;
import org.gongkai.output.Output;
import org.gongkai.problem.Problem;
import org.gongkai.site.Site;
import org.gongkai.site.link.BodyFacts;

/**
 * Searches everything that is written for one audience for text that it must not see. What is not overridden is what a
 * search does if nothing is hidden.
 */
public interface LeakSearch {

    /** The search if nothing is hidden. */
    LeakSearch NONE = new LeakSearch() {};

    /** Prepares searches. */
    @FunctionalInterface
    interface Factory {

        /**
         * Collects everything that is hidden from an audience.
         *
         * @param site the content that the audience can see
         * @param audience the name of the audience
         * @param source the files of the site
         * @param withheld the headers of previous versions that the audience must not see
         */
        LeakSearch of(Site site, String audience, SourceTree source, Kinds kinds, Collection<Entry> withheld);
    }

    /** Returns a digest of everything that is searched for. */
    default String fingerprint() {
        return "";
    }

    /**
     * Returns an output that scans every file that is written to another output.
     *
     * @param earlier what an earlier build found in the files that it left
     */
    default Output over(Output output, EarlierScan earlier) {
        return output;
    }

    /**
     * What this build and earlier ones have found.
     *
     * @param all whether this build searched all files
     */
    default EarlierScan found(EarlierScan earlier, boolean all) {
        return earlier.and(Set.of(), all);
    }

    /** Scans a text that is written in a form that is not legible; requested only if there is anything to find. */
    default void scan(String address, Supplier<String> text) {}

    /** Returns true if a text from elsewhere, such as a commit message, mentions hidden content. */
    default boolean mentionsHidden(String text) {
        return false;
    }

    /**
     * Reports the leaks in the output.
     *
     * @param output the finished output
     * @param bodies the facts about converted bodies, including those of scheduled entries
     * @param former the disclosed texts of previous versions; requested only if something was found
     */
    default void report(
            Output output, Collection<BodyFacts> bodies, Supplier<Stream<String>> former, Consumer<Problem> problems) {}

    /**
     * Reports the leaks in a site other than the one from which the hidden content was collected, such as one of an
     * earlier commit. The visible content of this site is no excuse there.
     *
     * @param output the finished output
     * @param also texts that may be disclosed besides the content of the site; requested only if something was found
     */
    default void reportOther(Output output, Supplier<Stream<String>> also, Consumer<Problem> problems) {}

    /**
     * What earlier builds found when they searched the files that they left for the same texts.
     *
     * @param matching the addresses of the files in which they found any; empty if not all files were searched
     */
    public record EarlierScan(Optional<Set<String>> matching) {

        /** Nothing was searched. */
        public static final EarlierScan NONE = new EarlierScan(Optional.empty());

        /** Whether nothing was found in a file that an earlier build left. */
        public boolean isClean(String address) {
            return matching.isPresent() && !matching.get().contains(address);
        }

        /**
         * Returns what is known after another search.
         *
         * @param found the addresses of the files in which it found any
         * @param all whether it searched all files; if not, it may have replaced files of earlier builds
         */
        public EarlierScan and(Set<String> found, boolean all) {
            if (all) {
                return new EarlierScan(Optional.of(found));
            }
            return new EarlierScan(matching.map(before -> {
                Set<String> both = new HashSet<>(before);
                both.addAll(found);
                return both;
            }));
        }
    }
}
