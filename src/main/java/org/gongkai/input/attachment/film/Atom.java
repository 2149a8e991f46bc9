package org.gongkai.input.attachment.film;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a film, which may contain others.
 *
 * @param type its type, a character for each byte
 * @param start where its type stands
 * @param content where its content begins
 * @param end where its content ends
 */
record Atom(String type, int start, int content, int end) {

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
