package org.gongkai.input.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The parts of a film that say where it was taken. Cameras and phones write them in several ways. */
public final class FilmPlaces {

    /** Parts that contain others. */
    private static final Set<String> CONTAINERS = Set.of("moov", "trak", "udta");

    /** The place as text, as coordinates with a name, and the value of the first in a list of values. */
    private static final Set<String> PLACES = Set.of("\u00A9xyz", "loci");

    private static final String KEY = "com.apple.quicktime.location.";

    /** Metadata in XML, in a part of their own. */
    private static final byte[] XML_ID = HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");

    private static final int DEEPEST = 8;
    private static final byte[] UNUSED = "free".getBytes(StandardCharsets.ISO_8859_1);

    private final byte[] bytes;
    private final List<Atom> places = new ArrayList<>();

    private FilmPlaces(byte[] bytes) {
        this.bytes = bytes;
        walk(0, bytes.length, DEEPEST);
    }

    /** Returns true if a film says where it was taken. */
    public static boolean isIn(byte[] film) {
        return !new FilmPlaces(film).places.isEmpty();
    }

    /**
     * Returns a film without the place where it was taken. Its parts become unused ones of the same length, so that
     * nothing else moves: other parts refer to places in the file.
     */
    public static byte[] removedFrom(byte[] film) {
        byte[] clean = film.clone();
        for (Atom place : new FilmPlaces(film).places) {
            System.arraycopy(UNUSED, 0, clean, place.start(), UNUSED.length);
            Arrays.fill(clean, place.content(), place.end(), (byte) 0);
        }
        return clean;
    }

    private void walk(int from, int to, int depth) {
        if (depth == 0) {
            return;
        }
        for (Atom atom : Atom.in(bytes, from, to)) {
            if (PLACES.contains(atom.type()) || isXmlWithPlace(atom)) {
                places.add(atom);
            } else if (CONTAINERS.contains(atom.type())) {
                walk(atom.content(), atom.end(), depth - 1);
            } else if (atom.type().equals("meta")) {
                values(atom);
            }
        }
    }

    private boolean isXmlWithPlace(Atom atom) {
        boolean isXml = atom.type().equals("XMP_")
                || atom.type().equals("uuid")
                        && atom.end() - atom.content() >= XML_ID.length
                        && Arrays.equals(
                                bytes, atom.content(), atom.content() + XML_ID.length, XML_ID, 0, XML_ID.length);
        return isXml && text(atom.content(), atom.end()).contains("GPSLatitude");
    }

    /** Values by number, whose names stand in a list before them, or by type. */
    private void values(Atom meta) {
        // QuickTime has no version number here.
        List<Atom> direct = Atom.in(bytes, meta.content(), meta.end());
        boolean isDirect = direct.stream().anyMatch(atom -> atom.type().equals("hdlr"));
        List<Atom> parts = isDirect ? direct : Atom.in(bytes, meta.content() + Integer.BYTES, meta.end());
        Set<Integer> wanted = new HashSet<>();
        parts.stream().filter(part -> part.type().equals("keys")).forEach(keys -> wanted.addAll(placeKeys(keys)));
        for (Atom part : parts) {
            if (part.type().equals("ilst")) {
                Atom.in(bytes, part.content(), part.end()).stream()
                        .filter(value -> PLACES.contains(value.type()) || wanted.contains(value.index(bytes)))
                        .forEach(places::add);
            }
        }
    }

    /** The numbers from 1 of the names of places. */
    private Set<Integer> placeKeys(Atom keys) {
        Set<Integer> found = new HashSet<>();
        ByteBuffer file = ByteBuffer.wrap(bytes);
        int at = keys.content() + 2 * Integer.BYTES;
        for (int number = 1; at + 2 * Integer.BYTES <= keys.end(); number++) {
            int size = file.getInt(at);
            if (size < 2 * Integer.BYTES || size > keys.end() - at) {
                break;
            }
            if (text(at + 2 * Integer.BYTES, at + size).startsWith(KEY)) {
                found.add(number);
            }
            at += size;
        }
        return found;
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /**
     * A part of a film, which may contain others.
     *
     * @param type its type, a character for each byte
     * @param start where its type stands
     * @param content where its content begins
     * @param end where its content ends
     */
    private record Atom(String type, int start, int content, int end) {

        private static final int HEAD = 8;
        private static final int LONG_HEAD = 16;

        /** Reads the atoms of a part of a file; what follows a damaged one is not read. */
        static List<Atom> in(byte[] bytes, int from, int to) {
            List<Atom> atoms = new ArrayList<>();
            ByteBuffer file = ByteBuffer.wrap(bytes);
            int at = from;
            while (at + HEAD <= to) {
                long size = file.getInt(at) & 0xFFFF_FFFFL;
                int head = HEAD;
                if (size == 1 && at + LONG_HEAD <= to) {
                    size = file.getLong(at + HEAD);
                    head = LONG_HEAD;
                } else if (size == 0) {
                    // The last atom of a file reaches to its end; elsewhere a zero ends a list.
                    size = to == bytes.length ? to - at : 0;
                }
                if (size < head || size > to - at) {
                    break;
                }
                String type = new String(bytes, at + Integer.BYTES, Integer.BYTES, StandardCharsets.ISO_8859_1);
                atoms.add(new Atom(type, at + Integer.BYTES, at + head, at + (int) size));
                at += (int) size;
            }
            return atoms;
        }

        /** The number that its type is in a list of values. */
        int index(byte[] bytes) {
            return ByteBuffer.wrap(bytes).getInt(start);
        }
    }
}
