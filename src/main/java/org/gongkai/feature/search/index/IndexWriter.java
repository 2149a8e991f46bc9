package org.gongkai.feature.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.io.function.IOFunction;
import org.gongkai.feature.search.index.IndexLayout.Segment;
import org.gongkai.feature.search.index.IndexLayout.TextFile;
import org.gongkai.feature.search.key.KeyFiles;
import org.gongkai.feature.search.key.KeyList;
import org.gongkai.feature.search.key.KeyRouters;
import org.gongkai.feature.search.key.PackedKeys;
import org.gongkai.feature.search.key.SegmentKeys;
import org.gongkai.io.WorkPool;

/**
 * Writes the files of an index, or those that differ from the files of an earlier build.
 *
 * @param intact returns a document, by its id, whose texts can be read
 * @param earlier what each document was in that build; null if it was not in it
 * @param before the layout of that build
 */
record IndexWriter(
        DocumentStore store,
        List<SearchCache.Document> documents,
        IOFunction<Integer, SearchCache.Document> intact,
        List<SearchCache.Document> earlier,
        Optional<IndexLayout> before,
        IndexFiles files,
        WorkPool pool) {

    private static final String ROUTERS = "r/";

    /** Writes all files, and returns the layout with the borders of keys. */
    IndexLayout write(IndexLayout layout) throws IOException {
        List<Segment> segments = new ArrayList<>();
        for (Segment segment : layout.segments()) {
            segments.add(written(segment, segments.size()));
        }
        return finish(layout.with(segments));
    }

    /**
     * Writes the files that changes affect, and reuses the others.
     *
     * @param then the layout of the earlier build, which {@link IndexLayout#canUpdate can be updated}
     * @throws IndexFiles.Missing if a file of the earlier build is missing; all files must be written then
     */
    IndexLayout update(IndexLayout layout, IndexLayout then, DocumentChanges changes)
            throws IOException, IndexFiles.Missing {
        List<Segment> segments = new ArrayList<>();
        for (Segment segment : layout.segments()) {
            int number = segments.size();
            segments.add(
                    layout.canUpdate(then, number)
                            ? updated(
                                    segment, number, then.segments().get(number).borders(), changes)
                            : written(segment, number));
        }
        return finish(layout.with(segments));
    }

    /** Writes the files of the keys of a segment that changes affect, and reuses the others. */
    private Segment updated(Segment segment, int number, List<String> borders, DocumentChanges changes)
            throws IOException, IndexFiles.Missing {
        DocumentChanges own = changes.in(segment.from(), segment.to());
        if (own.all().isEmpty()) {
            for (String border : borders) {
                files.requireReuse(IndexFiles.KEYS + KeyFiles.name(number, border));
            }
            return new Segment(segment.from(), segment.to(), borders);
        }
        IndexUpdate update = new IndexUpdate(number, index(segment), borders, files);
        return new Segment(segment.from(), segment.to(), update.writeTo(keyFiles(number), own.contexts(store)));
    }

    /** Writes all files of the keys of a segment. */
    private Segment written(Segment segment, int number) throws IOException {
        KeyFiles keys = keyFiles(number);
        index(segment).writeTo(keys, pool);
        return new Segment(segment.from(), segment.to(), keys.finish());
    }

    private KeyFiles keyFiles(int segment) {
        return new KeyFiles(segment, (name, packed) -> files.write(IndexFiles.KEYS + name, packed));
    }

    private IndexLayout finish(IndexLayout layout) throws IOException {
        writeTexts(layout);
        for (int segment = 0; segment < layout.segments().size(); segment++) {
            for (List<String> router :
                    KeyRouters.of(layout.segments().get(segment).borders())) {
                files.write(ROUTERS + KeyFiles.name(segment, router.get(0)), KeyRouters.packed(router));
            }
        }
        return layout;
    }

    private void writeTexts(IndexLayout layout) throws IOException {
        if (layout.isBundle()) {
            files.write("t", texts(0, documents.size()));
            return;
        }
        Map<String, TextFile> known = before.map(IndexLayout::textFiles).stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(TextFile::name, Function.identity()));
        pool.forEach(layout.textFiles(), file -> {
            TextFile then = known.get(file.name());
            if (then == null || !holdsTheSame(then, file) || !files.reuse(file.name())) {
                files.write(file.name(), texts(file.from(), file.to()));
            }
        });
    }

    private boolean holdsTheSame(TextFile then, TextFile now) {
        return then.to() - then.from() == now.to() - now.from()
                && IntStream.range(now.from(), now.to()).allMatch(id -> {
                    SearchCache.Document was = earlier.get(id);
                    return was != null
                            && was.id() - then.from() == id - now.from()
                            && was.fingerprint().equals(documents.get(id).fingerprint());
                });
    }

    private String texts(int from, int to) throws IOException {
        List<String> literals = new ArrayList<>();
        for (int i = from; i < to; i++) {
            literals.add('"' + store.packed(intact.apply(i).text()) + '"');
        }
        return '[' + String.join(",", literals) + ']';
    }

    private SegmentKeys index(Segment segment) throws IOException {
        List<FoldedDocument> texts = new ArrayList<>();
        List<FoldedDocument> titles = new ArrayList<>();
        for (int id = segment.from(); id < segment.to(); id++) {
            SearchCache.Document document = intact.apply(id);
            texts.add(store.folded(document.text()));
            titles.add(FoldedDocument.ofInitials(document.initials()));
        }
        return new SegmentKeys(texts, titles);
    }

    /**
     * Updates the files of keys of a segment. Files without a changed key are reused; those around a changed key are
     * read and redistributed until an unchanged file begins where a new one would, so that the result is the same as
     * without the earlier build.
     */
    private static final class IndexUpdate {

        private final int segment;
        private final SegmentKeys index;
        private final List<String> borders;
        private final IndexFiles files;
        private final Map<Integer, PackedKeys> opened = new HashMap<>();
        private TreeMap<String, KeyList> changed = new TreeMap<>();

        /**
         * @param segment number of the segment
         * @param index the segment as it is now
         * @param borders the borders of the earlier files
         */
        IndexUpdate(int segment, SegmentKeys index, List<String> borders, IndexFiles files) {
            this.segment = segment;
            this.index = index;
            this.borders = borders;
            this.files = files;
        }

        /**
         * Writes what has changed, and returns the borders of all files.
         *
         * @param prefixes the pairs of units and marks that keys with changed lists begin with
         */
        List<String> writeTo(KeyFiles out, Set<String> prefixes) throws IOException, IndexFiles.Missing {
            changed = new TreeMap<>(index.keys(prefixes));
            int file = 0;
            while (file < borders.size()) {
                if (isChanged(file) || isChanged(file + 1)) {
                    file = rewrite(file, out);
                } else {
                    files.requireReuse(name(file));
                    out.skip(borders.get(file));
                    opened.remove(file);
                    file++;
                }
            }
            return out.finish();
        }

        /** Whether a file holds, or would hold, keys with changed lists. */
        private boolean isChanged(int file) {
            if (file >= borders.size()) {
                return false;
            }
            String border = borders.get(file);
            return changed.containsKey(border.substring(0, 1))
                    || changed.containsKey(border.substring(0, 2))
                    || !changedWithin(file).isEmpty();
        }

        /** The changed keys that begin in a file. */
        private Map<String, KeyList> changedWithin(int file) {
            // The first file begins before all keys, as a new key may precede its first.
            String from = file == 0 ? "" : borders.get(file);
            return file + 1 < borders.size() ? changed.subMap(from, borders.get(file + 1)) : changed.tailMap(from);
        }

        /**
         * Redistributes entries, beginning with a file that is the first or unchanged itself.
         *
         * @return the next file that begins where it did before
         */
        private int rewrite(int first, KeyFiles out) throws IOException, IndexFiles.Missing {
            if (first > 0) {
                out.resume(borders.get(first));
            }
            int file = first;
            while (true) {
                merge(file, out);
                opened.remove(file);
                file++;
                if (file == borders.size()) {
                    return file;
                }
                String next = open(file).key(0);
                if (!isChanged(file) && out.border(next).equals(borders.get(file)) && out.endsBefore(next)) {
                    return file;
                }
            }
        }

        private PackedKeys open(int file) throws IOException, IndexFiles.Missing {
            PackedKeys keys = opened.get(file);
            if (keys == null) {
                keys = new PackedKeys(files.previous(name(file)), index.documents());
                opened.put(file, keys);
            }
            return keys;
        }

        private String name(int file) {
            return IndexFiles.KEYS + KeyFiles.name(segment, borders.get(file));
        }

        /** Adds the entries of a file, with the changed ones in place of the earlier ones. */
        private void merge(int file, KeyFiles out) throws IOException, IndexFiles.Missing {
            PackedKeys before = open(file);
            TreeMap<String, KeyList> due = new TreeMap<>(changedWithin(file));
            for (int i = 0; i < before.size(); i++) {
                String key = before.key(i);
                while (!due.isEmpty() && due.firstKey().compareTo(key) <= 0) {
                    out.add(due.pollFirstEntry().getValue());
                }
                if (!changed.containsKey(key.substring(0, 1)) && !changed.containsKey(key.substring(0, 2))) {
                    out.add(before, i);
                }
            }
            while (!due.isEmpty()) {
                out.add(due.pollFirstEntry().getValue());
            }
        }
    }
}
