package org.gongkai.feature.search.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.feature.search.key.KeySplitter;
import org.gongkai.feature.search.key.SegmentKeys;

/**
 * The documents that differ from those of an earlier build.
 *
 * @param all each of them
 */
record DocumentChanges(List<Change> all) {

    /**
     * A document that differs.
     *
     * @param before what it was; empty if it was added
     * @param now what it is
     */
    record Change(Optional<SearchCache.Document> before, SearchCache.Document now) {}

    boolean isEmpty() {
        return all.isEmpty();
    }

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
            addPairs(contexts(then), contexts(now), prefixes);
            addPairs(contexts(now), contexts(then), prefixes);
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

    private static void addPairs(Map<String, Set<String>> some, Map<String, Set<String>> others, Set<String> pairs) {
        some.forEach((pair, contexts) -> {
            if (!contexts.equals(others.get(pair))) {
                pairs.add(pair);
            }
        });
    }

    /** Returns the contexts of each pair that determine its keys. */
    private static Map<String, Set<String>> contexts(FoldedDocument document) {
        Map<String, Set<String>> contexts = new HashMap<>();
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
                contexts.computeIfAbsent(new String(text, i, 2), pair -> new HashSet<>())
                        .add((i - start) + ":" + new String(text, start, end - start));
            }
        }
        return contexts;
    }
}
