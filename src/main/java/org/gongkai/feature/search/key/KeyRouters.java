package org.gongkai.feature.search.key;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.feature.search.pack.BitWriter;

/**
 * Distributes the borders of a segment's files of keys over files of their own, the routers, so that a reader need not
 * load all of them to find the file of a key. A router begins at a border of two units: all files with keys that begin
 * with the same pair stand in one, or precede them. As with the files themselves, the borders decide where a router
 * ends, so that an edit changes few. A router has the name of the file that begins at its first border.
 */
public final class KeyRouters {

    /** One pair of units in so many may begin a router. */
    private static final int CHANCE = 16;
    /** A router has no fewer borders, unless it is the last. */
    private static final int FEWEST = 24;
    /** From so many borders on any pair begins another router. */
    private static final int ENOUGH = 120;

    private KeyRouters() {}

    /** Returns the borders of each router, in order. */
    public static List<List<String>> of(List<String> borders) {
        List<List<String>> routers = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= borders.size(); i++) {
            if (i == borders.size() || beginsRouter(borders.get(i), i - start)) {
                routers.add(List.copyOf(borders.subList(start, i)));
                start = i;
            }
        }
        return routers;
    }

    private static boolean beginsRouter(String border, int size) {
        return border.length() == 2 && size >= FEWEST && (KeyFiles.hash(border) % CHANCE == 0 || size >= ENOUGH);
    }

    /** Returns borders in packed form: how many, and each by what differs from the one before. */
    public static BitWriter packed(List<String> borders) {
        BitWriter packed = new BitWriter();
        packed.gamma(borders.size());
        String previous = "";
        for (String border : borders) {
            KeyFiles.writeKey(packed, previous, border);
            previous = border;
        }
        return packed;
    }
}
