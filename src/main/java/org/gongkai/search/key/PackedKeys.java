package org.gongkai.search.key;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.search.pack.BitReader;
import org.gongkai.search.pack.BitWriter;

/** The entries of a file that an earlier build wrote. Their lists of documents stay packed. */
public final class PackedKeys implements KeyEntries {

    private final List<String> keys = new ArrayList<>();
    private final List<long[]> ranges = new ArrayList<>();
    private final BitWriter packed;

    /**
     * @param packed the content of the file
     * @param roundedDocuments see {@link DocumentCodes#rounded}
     */
    public PackedKeys(String packed, int roundedDocuments) {
        this.packed = BitWriter.of(packed);
        BitReader in = new BitReader(packed);
        String key = "";
        while (in.hasMore()) {
            key = in.key(key);
            keys.add(key);
            long from = in.position();
            if (in.bits(1) == 0 && in.bits(1) == 1) {
                in.gamma();
            }
            DocumentCodes.skip(in, in.gamma(), roundedDocuments);
            ranges.add(new long[] {from, in.position()});
        }
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
        out.append(packed, ranges.get(index)[0], ranges.get(index)[1]);
    }
}
