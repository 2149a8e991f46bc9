package org.gongkai.write.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.history.git.work.merge.ConflictParagraphs;

/** Two changed versions of an entry side by side: its header line by line, its body paragraph by paragraph. */
final class SidesOfText {

    private SidesOfText() {}

    /**
     * A passage; a side that does not have it is empty.
     *
     * @param kind the name of a {@link ConflictParagraphs.Kind}
     */
    record Passage(String kind, String ours, String theirs) {}

    /**
     * Compares two versions.
     *
     * @param base the third that both were made from; empty if it is not known
     * @return all passages in order; joined, each side is its text
     */
    static List<Passage> of(String path, String base, String ours, String theirs) {
        EntryParts first = EntryParts.of(path, base);
        EntryParts mine = EntryParts.of(path, ours);
        EntryParts other = EntryParts.of(path, theirs);
        List<Passage> passages = new ArrayList<>();
        // Lines of headers become paragraphs of their own, so that two changed fields are two decisions.
        compare(spaced(first.header()), spaced(mine.header()), spaced(other.header()))
                .forEach(passage ->
                        passages.add(new Passage(passage.kind(), closed(passage.ours()), closed(passage.theirs()))));
        passages.addAll(compare(first.body(), mine.body(), other.body()));
        return passages;
    }

    private static List<Passage> compare(String base, String ours, String theirs) {
        return ConflictParagraphs.of(bytes(base), bytes(ours), bytes(theirs)).stream()
                .map(passage -> new Passage(passage.kind().name(), text(passage.ours()), text(passage.theirs())))
                .toList();
    }

    private static String spaced(String header) {
        return header.replace("\n", "\n\n");
    }

    private static String closed(String header) {
        return header.replace("\n\n", "\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
