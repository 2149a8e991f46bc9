package org.gongkai.search.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.search.pack.BitWriter;

/** The entries of the index whose keys begin with one unit, in order. Their documents are packed already. */
public final class KeyList implements KeyEntries {

    private final int roundedDocuments;
    private final List<String> keys = new ArrayList<>();
    private final BitWriter documents = new BitWriter();
    private KeyEntry.Kind[] kinds = new KeyEntry.Kind[16];
    private int[] extensions = new int[16];
    private int[] counts = new int[16];
    private long[] ends = new long[16];

    /** @param roundedDocuments see {@link DocumentCodes#rounded} */
    KeyList(int roundedDocuments) {
        this.roundedDocuments = roundedDocuments;
    }

    void add(KeyEntry entry) {
        int index = keys.size();
        if (index == counts.length) {
            kinds = Arrays.copyOf(kinds, index * 2);
            extensions = Arrays.copyOf(extensions, index * 2);
            counts = Arrays.copyOf(counts, index * 2);
            ends = Arrays.copyOf(ends, index * 2);
        }
        keys.add(entry.key());
        kinds[index] = entry.kind();
        extensions[index] = entry.extension();
        counts[index] = entry.documents().length;
        DocumentCodes.write(documents, entry.documents(), roundedDocuments);
        ends[index] = documents.length();
    }

    @Override
    public int size() {
        return keys.size();
    }

    @Override
    public String key(int index) {
        return keys.get(index);
    }

    @Override
    public void write(int index, BitWriter out) {
        switch (kinds[index]) {
            case EXACT -> out.bits(1, 1);
            case SUMMARY -> {
                out.bits(1, 2);
                out.gamma(extensions[index] + 1);
            }
            case GROUP -> out.bits(0, 2);
        }
        out.gamma(counts[index]);
        out.append(documents, index == 0 ? 0 : ends[index - 1], ends[index]);
    }
}
