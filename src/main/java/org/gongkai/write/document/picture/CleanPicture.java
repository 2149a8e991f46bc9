package org.gongkai.write.document.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A picture without metadata about places, persons and devices. The picture itself is not decoded, so nothing of it is
 * lost; of a JPEG the orientation is retained.
 *
 * @param bytes the picture
 * @param cleaned whether something was removed
 */
public record CleanPicture(byte[] bytes, boolean cleaned) {

    private static final Set<String> PNG_METADATA = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME");
    private static final int PNG_SIGNATURE = 8;

    /** Length, type and checksum of a chunk. */
    private static final int PNG_FRAME = 12;

    private static final int EXIF = 0xe1;

    /** Removes the metadata of a picture. */
    public static CleanPicture of(byte[] bytes) {
        Optional<PictureType> type = PictureType.of(bytes);
        byte[] clean = type.filter(PictureType.JPEG::equals).isPresent()
                ? jpeg(bytes)
                : type.filter(PictureType.PNG::equals).isPresent() ? png(bytes) : bytes;
        return new CleanPicture(clean, clean.length != bytes.length);
    }

    private static byte[] jpeg(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, 2);
        int at = 2;
        while (at + 4 <= bytes.length && (bytes[at] & 0xff) == 0xff) {
            int marker = bytes[at + 1] & 0xff;
            if (marker == 0xda) {
                break;
            }
            int length = 2 + ((bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff);
            if (length < 4 || at + length > bytes.length) {
                return bytes;
            }
            int orientation = marker == EXIF ? orientation(Arrays.copyOfRange(bytes, at + 4, at + length)) : 1;
            if (orientation > 1) {
                out.writeBytes(orientationSegment(orientation));
            } else if (!isMetadata(marker)) {
                out.write(bytes, at, length);
            }
            at += length;
        }
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    /** Application segments but for JFIF, colour profiles and Adobe's colour transform; comments. */
    private static boolean isMetadata(int marker) {
        return marker >= 0xe1 && marker <= 0xef && marker != 0xe2 && marker != 0xee || marker == 0xfe;
    }

    /** The orientation in the first directory of EXIF data, 1 if it is absent. */
    private static int orientation(byte[] segment) {
        String begin = new String(segment, 0, Math.min(6, segment.length), StandardCharsets.ISO_8859_1);
        if (!begin.equals("Exif\0\0") || segment.length < 16) {
            return 1;
        }
        ByteBuffer tiff = ByteBuffer.wrap(segment, 6, segment.length - 6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory + 2 > tiff.limit()) {
            return 1;
        }
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0, entry = directory + 2; i < entries && entry + 12 <= tiff.limit(); i++, entry += 12) {
            if (tiff.getShort(entry) == 0x0112) {
                int value = tiff.getShort(entry + 8) & 0xffff;
                return value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private static byte[] orientationSegment(int orientation) {
        ByteBuffer out = ByteBuffer.allocate(36);
        out.put((byte) 0xff).put((byte) EXIF).putShort((short) 34);
        out.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        out.putShort((short) 1);
        out.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        out.putInt(0);
        return out.array();
    }

    private static byte[] png(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, PNG_SIGNATURE);
        ByteBuffer chunks = ByteBuffer.wrap(bytes);
        int at = PNG_SIGNATURE;
        while (at + PNG_FRAME <= bytes.length) {
            int length = chunks.getInt(at);
            if (length < 0 || length > bytes.length - at - PNG_FRAME) {
                return bytes;
            }
            String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (!PNG_METADATA.contains(type)) {
                out.write(bytes, at, length + PNG_FRAME);
            }
            at += length + PNG_FRAME;
        }
        return at == bytes.length ? out.toByteArray() : bytes;
    }
}
