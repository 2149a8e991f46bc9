package org.gongkai.write.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** Removes Exif and XMP from WebP pictures without touching what is seen. */
final class WebpMetadata {

    private static final Set<String> METADATA = Set.of("EXIF", "XMP ");
    private static final int HEAD = 12;
    /** The bits of the extended header that announce Exif and XMP. */
    private static final int FLAGS = 0x0C;

    private WebpMetadata() {}

    static byte[] removed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, Math.min(HEAD, bytes.length));
        int at = HEAD;
        while (at + 8 <= bytes.length) {
            long length = length(bytes, at + 4);
            long size = 8 + length + (length & 1);
            if (size > bytes.length - at) {
                break;
            }
            String kind = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
            byte[] chunk = Arrays.copyOfRange(bytes, at, at + (int) size);
            if (kind.equals("VP8X") && length > 0) {
                chunk[8] &= (byte) ~FLAGS;
            }
            if (!METADATA.contains(kind)) {
                out.writeBytes(chunk);
            }
            at += (int) size;
        }
        out.write(bytes, at, bytes.length - at);
        byte[] clean = out.toByteArray();
        int riff = clean.length - 8;
        for (int i = 0; i < 4; i++) {
            clean[4 + i] = (byte) (riff >> 8 * i);
        }
        return clean;
    }

    private static long length(byte[] bytes, int at) {
        long length = 0;
        for (int i = 3; i >= 0; i--) {
            length = length << 8 | bytes[at + i] & 0xFF;
        }
        return length;
    }
}
