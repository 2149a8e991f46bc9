package org.gongkai.input.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The parts of a film that say where it was taken. Cameras and phones write them in several ways. */
public final class FilmPlaces {

    /** Parts that contain others. */
    private static final Set<String> CONTAINERS = Set.of("moov", "trak");

    /** Parts that describe the film and may be missing. */
    private static final Set<String> DESCRIPTIONS = Set.of("udta", "meta", "uuid", "XMP_");

    /** The place as text, as coordinates with a name in a short part, under a name, and in XML. */
    private static final Pattern PLACE =
            Pattern.compile("\u00A9xyz|\0\0[\0-\u00FF]{2}loci|com\\.apple\\.quicktime\\.location\\.|GPSLatitude");

    private static final int DEEPEST = 8;
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;
    private static final byte[] UNUSED = "free".getBytes(StandardCharsets.ISO_8859_1);

    private final byte[] bytes;
    private final List<Atom> places = new ArrayList<>();

    /**
     * A part of a film, which may contain others.
     *
     * @param start where its type stands
     * @param content where its content begins
     * @param end where its content ends
     */
    private record Atom(int start, int content, int end) {}

    private FilmPlaces(byte[] bytes) {
        this.bytes = bytes;
        walk(0, bytes.length, DEEPEST);
    }

    /** Returns true if a film says where it was taken. */
    public static boolean isIn(byte[] film) {
        return !new FilmPlaces(film).places.isEmpty();
    }

    /**
     * Returns a film without the descriptions that say where it was taken. They become unused parts of the same length,
     * so that nothing else moves: other parts refer to places in the file.
     */
    public static byte[] removedFrom(byte[] film) {
        byte[] clean = film.clone();
        for (Atom place : new FilmPlaces(film).places) {
            System.arraycopy(UNUSED, 0, clean, place.start(), UNUSED.length);
            Arrays.fill(clean, place.content(), place.end(), (byte) 0);
        }
        return clean;
    }

    /** Reads the parts of a part; what follows a damaged one is not read. */
    private void walk(int from, int to, int depth) {
        ByteBuffer film = ByteBuffer.wrap(bytes);
        int at = from;
        while (depth > 0 && at + HEAD <= to) {
            long size = film.getInt(at) & 0xFFFF_FFFFL;
            int head = HEAD;
            if (size == 1 && at + LONG_HEAD <= to) {
                size = film.getLong(at + HEAD);
                head = LONG_HEAD;
            } else if (size == 0) {
                // The last part of a file reaches to its end; elsewhere a zero ends a list.
                size = to == bytes.length ? to - at : 0;
            }
            if (size < head || size > to - at) {
                return;
            }
            String type = text(at + Integer.BYTES, at + HEAD);
            int end = at + (int) size;
            if (CONTAINERS.contains(type)) {
                walk(at + head, end, depth - 1);
            } else if (DESCRIPTIONS.contains(type)
                    && PLACE.matcher(text(at, end)).find()) {
                places.add(new Atom(at + Integer.BYTES, at + head, end));
            }
            at = end;
        }
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
