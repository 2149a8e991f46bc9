package org.gongkai.input.attachment.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Removes comments and XMP from a GIF, and whatever follows its end. Source: GIF89a specification. */
final class GifMetadata {

    private static final int HEADER = 13;
    private static final int EXTENSION = 0x21;
    private static final int COMMENT = 0xFE;
    private static final int APPLICATION = 0xFF;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;

    /** The applications whose data belong to the image: repetition and color profile. */
    private static final Set<String> OF_IMAGE = Set.of("NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012");

    private final byte[] bytes;
    private final ByteArrayOutputStream out;

    private GifMetadata(byte[] bytes) {
        this.bytes = bytes;
        this.out = new ByteArrayOutputStream(bytes.length);
    }

    /** Returns the picture without metadata; empty if it is no GIF or damaged. */
    static Optional<byte[]> remove(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 6), StandardCharsets.ISO_8859_1);
        GifMetadata gif = new GifMetadata(bytes);
        return start.matches("GIF8[79]a") && gif.copy() ? Optional.of(gif.out.toByteArray()) : Optional.empty();
    }

    private boolean copy() {
        int at = HEADER + colors(HEADER - 3);
        if (at > bytes.length) {
            return false;
        }
        out.write(bytes, 0, at);
        while (at < bytes.length) {
            int from = at;
            switch (bytes[at] & 0xFF) {
                case TRAILER -> {
                    out.write(TRAILER);
                    return true;
                }
                case EXTENSION -> at = blocks(at + 2);
                case IMAGE -> at = blocks(at + 11 + colors(at + 9));
                default -> {
                    return false;
                }
            }
            if (at > bytes.length) {
                return false;
            }
            if (!isMetadata(from)) {
                out.write(bytes, from, at - from);
            }
        }
        // Browsers show a picture whose last byte is missing.
        return true;
    }

    /** The size of the color table that a byte of flags announces. */
    private int colors(int flags) {
        int announced = flags < bytes.length ? bytes[flags] & 0xFF : 0;
        return announced < 0x80 ? 0 : 3 << ((announced & 7) + 1);
    }

    /** Returns where the blocks end that begin at a position; beyond the file if they do not. */
    private int blocks(int from) {
        int at = from;
        while (at < bytes.length) {
            int length = bytes[at] & 0xFF;
            at += 1 + length;
            if (length == 0) {
                return at;
            }
        }
        return bytes.length + 1;
    }

    private boolean isMetadata(int at) {
        int label = (bytes[at] & 0xFF) == EXTENSION ? bytes[at + 1] & 0xFF : 0;
        boolean isOfImage = label == APPLICATION
                && at + 14 <= bytes.length
                && OF_IMAGE.contains(new String(bytes, at + 3, 11, StandardCharsets.ISO_8859_1));
        return label == COMMENT || label == APPLICATION && !isOfImage;
    }
}
