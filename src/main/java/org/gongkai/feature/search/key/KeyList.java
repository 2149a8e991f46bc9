package org.gongkai.feature.search.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.feature.search.pack.BitWriter;

/** The entries of the index whose keys begin with one unit, in order. All but the keys is packed already. */
public final class KeyList implements KeyFiles.Entries {

    private final int roundedDocuments;
    private final List<String> keys = new ArrayList<>();
    private final BitWriter packed = new BitWriter();
    private long[] ends = new long[16];

    /** @param roundedDocuments see {@link DocumentCodes#rounded} */
    KeyList(int roundedDocuments) {
        this.roundedDocuments = roundedDocuments;
    }

    void add(KeyEntry entry) {
        int index = keys.size();
        if (index == ends.length) {
            ends = Arrays.copyOf(ends, index * 2);
        }
        keys.add(entry.key());
        entry.write(packed, roundedDocuments);
        ends[index] = packed.length();
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
        out.append(packed, index == 0 ? 0 : ends[index - 1], ends[index]);
    }
}
