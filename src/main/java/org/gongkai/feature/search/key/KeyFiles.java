package org.gongkai.feature.search.key;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.io.function.IOBiConsumer;
import org.gongkai.feature.search.pack.BitWriter;

/**
 * Distributes the entries of a segment over files. Files end where the keys decide, so that an edit moves the ends of
 * few. {@link KeyRouters} list a border for each file: the shortest text that is greater than the last key before the
 * file and begins its first.
 */
public final class KeyFiles {

    /** The size that files are meant to have, in bytes. */
    private static final int SIZE = 1_400;
    /** The same for keys of titles and headings: ordering the answers to a query loads one file of each. */
    private static final int MARKED_SIZE = 700;
    /** One pair of units in so many may end a file that is large enough. */
    private static final int CHANCE = 64;
    /** Borders of up to this many units may end a file of {@link #SIZE}; a longer one needs a larger file. */
    private static final int SHORT_BORDER = 3;

    private final int segment;
    private final IOBiConsumer<String, BitWriter> sink;
    private final List<String> borders = new ArrayList<>();
    private final Set<String> namesOfPair = new HashSet<>();
    private BitWriter file = new BitWriter();
    private String previous = "";

    /** Entries of the index in the order of their keys. */
    public interface Entries {

        int size();

        String key(int index);

        /** Writes everything about an entry but its key. */
        void write(int index, BitWriter out);
    }

    public KeyFiles(int segment, IOBiConsumer<String, BitWriter> sink) {
        this.segment = segment;
        this.sink = sink;
    }

    /** Adds entries that follow those added before. */
    public void add(Entries entries) throws IOException {
        for (int i = 0; i < entries.size(); i++) {
            add(entries, i);
        }
    }

    /** Adds an entry that follows those added before. */
    public void add(Entries entries, int index) throws IOException {
        String key = entries.key(index);
        if (endsBefore(key)) {
            begin(border(key));
        }
        writeKey(file, fileIsEmpty() ? "" : previous, key);
        entries.write(index, file);
        previous = key;
    }

    /** Whether a file ends before an entry with a key, if it is the next one. */
    public boolean endsBefore(String key) {
        return borders.isEmpty() || !fileIsEmpty() && endsAt(border(key));
    }

    /** The border of a file that begins with a key, if it is the next one. */
    public String border(String key) {
        return key.substring(0, Math.max(2, common(previous, key) + 1));
    }

    private boolean fileIsEmpty() {
        return file.length() == 0;
    }

    /** Leaves out a file that has not changed. */
    public void skip(String border) throws IOException {
        flush();
        file = new BitWriter();
        remember(border);
    }

    /** Begins a file at the border that it had before. */
    public void resume(String border) throws IOException {
        begin(border);
    }

    private boolean endsAt(String border) {
        int size = file.units() * 2;
        int meant = border.charAt(0) <= SegmentKeys.HEADING ? MARKED_SIZE : SIZE;
        if (size <= meant / 2) {
            return false;
        }
        if (border.length() == 2) {
            return hash(border) % CHANCE == 0 || size > meant * 3 / 2;
        }
        // A long border takes much room in a router.
        int wanted = meant * 3 / 2 + meant / 4 * Math.max(0, border.length() - SHORT_BORDER);
        return size > Math.min(wanted, meant * 3) && !namesOfPair.contains(name(segment, border));
    }

    /** Returns a number that seems random for each pair of units, so that keys decide where files end. */
    static int hash(String pair) {
        return (pair.charAt(0) * 31 + pair.charAt(1)) * 0x9E3779B1 >>> 8;
    }

    private void begin(String border) throws IOException {
        flush();
        remember(border);
        file = new BitWriter();
    }

    private void remember(String border) {
        if (borders.isEmpty()
                || !border.startsWith(borders.get(borders.size() - 1).substring(0, 2))) {
            namesOfPair.clear();
        }
        namesOfPair.add(name(segment, border));
        borders.add(border);
    }

    private void flush() throws IOException {
        if (!fileIsEmpty()) {
            sink.accept(name(segment, borders.get(borders.size() - 1)), file);
        }
    }

    /** Hands on the last file, and returns the border of every file. */
    public List<String> finish() throws IOException {
        flush();
        return List.copyOf(borders);
    }

    /** Returns the name of the file that begins at a border. */
    public static String name(int segment, String border) {
        String pair =
                String.format(Locale.ROOT, "%d-%04x%04x", segment, (int) border.charAt(0), (int) border.charAt(1));
        return border.length() == 2 ? pair : pair + String.format(Locale.ROOT, "-%08x", border.hashCode());
    }

    /**
     * Writes a key by what differs from the one before: how many units end, how many follow, and the first of these as
     * a difference.
     */
    static void writeKey(BitWriter out, String previous, String key) {
        int same = common(previous, key);
        out.gamma(previous.length() - same + 1);
        out.gamma(key.length() - same);
        if (same < previous.length()) {
            out.golomb(key.charAt(same) - previous.charAt(same) - 1, 5);
        } else {
            out.bits(key.charAt(same), Character.SIZE);
        }
        out.units(key.substring(same + 1));
    }

    private static int common(String one, String other) {
        int same = 0;
        while (same < one.length() && same < other.length() && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }
}
