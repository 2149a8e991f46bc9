package org.gongkai.feature.search.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.gongkai.feature.search.key.KeyEntry.Kind;
import org.gongkai.feature.search.pack.BitReader;
import org.gongkai.feature.search.pack.BitWriter;

/** The entries of a file that an earlier build wrote. */
public final class PackedKeys implements KeyFiles.Entries {

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

    /** Returns the phrases that references lead to. */
    public List<String> references() {
        return entries.stream()
                .filter(entry -> entry.kind() == Kind.REFERENCE)
                .map(PackedKeys::phrase)
                .toList();
    }

    private static String phrase(KeyEntry reference) {
        return reference.preceding() + reference.key();
    }

    /**
     * Returns the file without some documents, and without the keys that only these hold; empty if nothing changes.
     *
     * @param documents the ids of the documents
     * @param phrases the phrases that only these hold, as far as references lead to them
     */
    public Optional<BitWriter> without(IntPredicate documents, Predicate<String> phrases) {
        BitWriter file = new BitWriter();
        boolean any = false;
        String previous = "";
        for (KeyEntry entry : entries) {
            KeyEntry left = entry.without(documents);
            boolean remains =
                    entry.kind() == Kind.REFERENCE ? !phrases.test(phrase(entry)) : left.documents().length > 0;
            any |= !remains || left.documents().length < entry.documents().length;
            if (remains) {
                KeyFiles.writeKey(file, previous, entry.key());
                left.write(file, roundedDocuments);
                previous = entry.key();
            }
        }
        return any ? Optional.of(file) : Optional.empty();
    }
}
