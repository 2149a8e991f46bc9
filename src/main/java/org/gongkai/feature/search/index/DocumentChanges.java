package org.gongkai.feature.search.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gongkai.feature.search.key.KeySplitter;
import org.gongkai.feature.search.key.SegmentKeys;

/**
 * The documents that differ from those of an earlier build.
 *
 * @param all each of them
 */
record DocumentChanges(List<Change> all) {

    /** An odd number of many bits: each unit changes the whole hash. */
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    /**
     * A document that differs.
     *
     * @param before what it was; empty if it was added
     * @param now what it is
     */
    record Change(Optional<SearchCache.Document> before, SearchCache.Document now) {}

    /** Whether the texts are intact. */
    boolean canBeCompared(DocumentStore store) throws IOException {
        for (Change change : all) {
            if (!store.isIntact(change.now().text())
                    || change.before().isPresent()
                            && !store.isIntact(change.before().get().text())) {
                return false;
            }
        }
        return true;
    }

    /** Returns those of documents with ids in a range. */
    DocumentChanges in(int from, int to) {
        return new DocumentChanges(all.stream()
                .filter(change -> change.now().id() >= from && change.now().id() < to)
                .toList());
    }

    /**
     * Returns the beginnings of keys whose lists of documents may differ: pairs of units with another text around them
     * than before, and marks if titles, headings or initials differ.
     */
    Set<String> contexts(DocumentStore store) throws IOException {
        Set<String> prefixes = new TreeSet<>();
        for (Change change : all) {
            FoldedDocument now = store.folded(change.now().text());
            FoldedDocument then = change.before().isPresent()
                    ? store.folded(change.before().get().text())
                    : new FoldedDocument(new char[0], 0, new int[0]);
            Map<Integer, Long> around = contexts(now);
            Map<Integer, Long> before = contexts(then);
            Stream.of(before, around)
                    .flatMap(it -> it.keySet().stream())
                    .filter(pair -> !Objects.equals(before.get(pair), around.get(pair)))
                    .forEach(pair -> prefixes.add(new String(new char[] {(char) (pair >> 16), (char) (int) pair})));
            if (!then.title().equals(now.title())) {
                prefixes.add(String.valueOf(SegmentKeys.TITLE));
            }
            if (!then.headingTexts().equals(now.headingTexts())) {
                prefixes.add(String.valueOf(SegmentKeys.HEADING));
            }
            if (!change.before()
                    .map(SearchCache.Document::initials)
                    .equals(Optional.of(change.now().initials()))) {
                prefixes.add(String.valueOf(SegmentKeys.INITIALS));
            }
        }
        return prefixes;
    }

    /**
     * Returns for each pair, whose units are the high and the low half of the key, a digest of its contexts, which
     * determine its keys: the sum of the hash of each, in whatever order they stand.
     */
    private static Map<Integer, Long> contexts(FoldedDocument document) {
        Map<Integer, Long> contexts = new HashMap<>();
        char[] text = document.text();
        int blockStart = 0;
        int blockEnd = -1;
        for (int i = 0; i + 1 < text.length; i++) {
            if (blockEnd < i) {
                blockStart = i;
                blockEnd = i;
                while (text[blockEnd] != TextFolding.BREAK) {
                    blockEnd++;
                }
            }
            if (i + 1 < blockEnd) {
                int start = Math.max(i - KeySplitter.CONTEXT_BEFORE, blockStart);
                int end = Math.min(i + KeySplitter.CONTEXT_AFTER, blockEnd + 1);
                long context = i - start;
                for (int j = start; j < end; j++) {
                    context = context * MULTIPLIER + text[j];
                }
                // Without the product, a sum would not tell which text stands before which.
                contexts.merge(text[i] << 16 | text[i + 1], context * (context >>> 32 | 1), Long::sum);
            }
        }
        return contexts;
    }
}
