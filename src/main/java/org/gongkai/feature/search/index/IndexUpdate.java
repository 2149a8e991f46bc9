package org.gongkai.feature.search.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.feature.search.key.KeyFiles;
import org.gongkai.feature.search.key.KeyList;
import org.gongkai.feature.search.key.PackedKeys;
import org.gongkai.feature.search.key.SegmentKeys;

/**
 * Updates the files of keys of a segment. Files without a changed key are reused; those around a changed key are read
 * and redistributed until an unchanged file begins where a new one would, so that the result is the same as without the
 * earlier build.
 */
final class IndexUpdate {

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
