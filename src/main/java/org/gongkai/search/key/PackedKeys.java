package org.gongkai.search.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.gongkai.search.pack.BitReader;
import org.gongkai.search.pack.BitWriter;

/** The entries of a file that an earlier build wrote. */
public final class PackedKeys implements KeyEntries {

    private final List<KeyEntry> entries = new ArrayList<>();
    private final int roundedDocuments;

    /**
     * @param packed the content of the file
     * @param documents the number of documents of the segment
     */
    public PackedKeys(String packed, int documents) {
        this.roundedDocuments = DocumentCodes.rounded(documents);
        BitReader in = new BitReader(packed);
        String key = "";
        while (in.hasMore()) {
            key = in.key(key);
            entries.add(KeyEntry.read(in, key, roundedDocuments));
        }
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public String key(int index) {
        return entries.get(index).key();
    }

    @Override
    public void write(int index, BitWriter out) {
        entries.get(index).write(out, roundedDocuments);
    }

    /**
     * Returns the file without some documents, and without the keys that only these hold; empty if it lists none of
     * them.
     */
    public Optional<BitWriter> without(IntPredicate documents) {
        BitWriter file = new BitWriter();
        boolean any = false;
        String previous = "";
        for (KeyEntry entry : entries) {
            int[] left =
                    Arrays.stream(entry.documents()).filter(documents.negate()).toArray();
            any |= left.length < entry.documents().length;
            if (left.length > 0) {
                KeyFiles.writeKey(file, previous, entry.key());
                new KeyEntry(entry.key(), entry.kind(), entry.extension(), left).write(file, roundedDocuments);
                previous = entry.key();
            }
        }
        return any ? Optional.of(file) : Optional.empty();
    }
}
