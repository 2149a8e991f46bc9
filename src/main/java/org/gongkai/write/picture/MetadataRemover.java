package org.gongkai.write.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Removes metadata from pictures without touching what is seen: Exif, XMP, IPTC, comments and texts. Colour profiles
 * remain. Damaged parts end the copy of metadata; the rest is copied as it is.
 */
final class MetadataRemover {

    private static final int PNG_HEAD = 8;
    private static final int PNG_OVERHEAD = 12;
    private static final Set<String> PNG_METADATA = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME");
    private static final Set<String> WEBP_METADATA = Set.of("EXIF", "XMP ");
    private static final int WEBP_HEAD = 12;
    /** The bits of the extended header of WebP that announce Exif and XMP. */
    private static final int WEBP_FLAGS = 0x0C;

    private MetadataRemover() {}

    /** Removes the segments of a JPEG that carry metadata; what follows a picture, such as a small film, as well. */
    static byte[] jpeg(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, 2);
        int at = 2;
        while (at + 4 <= bytes.length && (bytes[at] & 0xFF) == 0xFF) {
            int marker = bytes[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int length = (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
            int end = at + 2 + length;
            if (marker == 0xDA || end > bytes.length || length < 2) {
                break;
            }
            if (!isMetadata(marker, bytes, at + 4, end)) {
                out.write(bytes, at, end - at);
            }
            at = end;
        }
        out.write(bytes, at, endOfJpeg(bytes, at) - at);
        return out.toByteArray();
    }

    private static boolean isMetadata(int marker, byte[] bytes, int from, int end) {
        boolean comment = marker == 0xFE;
        boolean application = marker >= 0xE1 && marker <= 0xEF;
        boolean colours = marker == 0xEE
                || marker == 0xE2
                        && new String(bytes, from, Math.min(11, end - from), StandardCharsets.ISO_8859_1)
                                .equals("ICC_PROFILE");
        return comment || application && !colours;
    }

    /** The offset after the picture: the last end marker that no further picture precedes. */
    private static int endOfJpeg(byte[] bytes, int scan) {
        for (int i = scan; i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xFF) == 0xFF && (bytes[i + 1] & 0xFF) == 0xD9) {
                return i + 2;
            }
        }
        return bytes.length;
    }

    static byte[] png(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, Math.min(PNG_HEAD, bytes.length));
        int at = PNG_HEAD;
        while (at + PNG_OVERHEAD <= bytes.length) {
            long length = number(bytes, at, false);
            if (length > bytes.length - at - PNG_OVERHEAD) {
                break;
            }
            String kind = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            int size = (int) length + PNG_OVERHEAD;
            if (!PNG_METADATA.contains(kind)) {
                out.write(bytes, at, size);
            }
            at += size;
            if (kind.equals("IEND")) {
                return out.toByteArray();
            }
        }
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    static byte[] webp(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, Math.min(WEBP_HEAD, bytes.length));
        int at = WEBP_HEAD;
        while (at + 8 <= bytes.length) {
            long length = number(bytes, at + 4, true);
            long size = 8 + length + (length & 1);
            if (size > bytes.length - at) {
                break;
            }
            String kind = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
            byte[] chunk = Arrays.copyOfRange(bytes, at, at + (int) size);
            if (kind.equals("VP8X") && length > 0) {
                chunk[8] &= (byte) ~WEBP_FLAGS;
            }
            if (!WEBP_METADATA.contains(kind)) {
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

    private static long number(byte[] bytes, int at, boolean little) {
        long number = 0;
        for (int i = 0; i < 4; i++) {
            number = number << 8 | bytes[at + (little ? 3 - i : i)] & 0xFF;
        }
        return number;
    }
}
