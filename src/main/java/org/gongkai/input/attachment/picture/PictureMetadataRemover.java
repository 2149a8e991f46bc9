package org.gongkai.input.attachment.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Removes from a picture what is not part of the image: where, when, by whom and with what it was taken, and the
 * embedded preview, which may show what was cut off. The image itself is copied bit by bit.
 */
public record PictureMetadataRemover(byte[] bytes, ByteArrayOutputStream out) {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> PNG_METADATA = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME");
    private static final Set<String> WEBP_METADATA = Set.of("EXIF", "XMP ");
    /** The flags of a WebP file that announce metadata. */
    private static final int WEBP_FLAGS = 0x08 | 0x04;

    private static final int SOI = 0xD8;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);

    private PictureMetadataRemover(byte[] bytes) {
        this(bytes, new ByteArrayOutputStream(bytes.length));
    }

    /**
     * Returns a picture without its metadata, but for the orientation of a JPEG that is not upright.
     *
     * @return empty for a file of another type, and for one so damaged that its metadata cannot be told from the image
     */
    public static Optional<byte[]> remove(byte[] bytes) {
        int orientation =
                PictureReader.read(bytes).map(PictureReader.Stated::orientation).orElse(1);
        PictureMetadataRemover picture = new PictureMetadataRemover(bytes);
        boolean complete;
        if (picture.number(0, 2) == (0xFF00 | SOI)) {
            complete = picture.copyJpeg(orientation);
        } else if (picture.startsWith(0, PNG)) {
            complete = picture.copyPng();
        } else if (picture.text(0).equals("RIFF") && picture.text(8).equals("WEBP")) {
            complete = picture.copyWebp();
        } else {
            // No camera writes GIF, which has no field for a place.
            return Optional.of(bytes).filter(it -> picture.text(0).equals("GIF8"));
        }
        return complete ? Optional.of(picture.out.toByteArray()) : Optional.empty();
    }

    /** Copies the segments before the image, except metadata, and then the rest. Source: ITU-T T.81, annex B. */
    private boolean copyJpeg(int orientation) {
        out.write(bytes, 0, 2);
        boolean turned = orientation > 1;
        int at = 2;
        while (at + 4 <= bytes.length) {
            int marker = bytes[at + 1] & 0xFF;
            if (bytes[at] != (byte) 0xFF) {
                return false;
            }
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int length = number(at + 2, 2);
            if (length < 2 || at + 2 + length > bytes.length) {
                return false;
            }
            if (turned && marker != APP0) {
                // Exif comes right after the marker that JFIF requires to be the first.
                out.writeBytes(orientation(orientation));
                turned = false;
            }
            if (marker == SOS) {
                return copyImage(at);
            }
            if (!isMetadata(marker, at + 4)) {
                out.write(bytes, at, 2 + length);
            }
            at += 2 + length;
        }
        return false;
    }

    /** Copies the image up to its end; cameras append further images and metadata. */
    private boolean copyImage(int from) {
        int at = from + 2 + number(from + 2, 2);
        int end = bytes.length;
        while (at + 1 < bytes.length) {
            int marker = bytes[at + 1] & 0xFF;
            if (bytes[at] != (byte) 0xFF || marker == 0 || marker == 0xFF || marker >= 0xD0 && marker <= 0xD7) {
                at++;
            } else if (marker == 0xD9) {
                end = at + 2;
                break;
            } else {
                at += 2 + Math.max(2, number(at + 2, 2));
            }
        }
        out.write(bytes, from, end - from);
        return true;
    }

    private boolean isMetadata(int marker, int content) {
        return switch (marker) {
            case APP0, APP14 -> false;
            case APP2 -> !startsWith(content, ICC);
            default -> marker >= APP1 && marker <= APP15 || marker == COMMENT;
        };
    }

    /** Returns an Exif segment that states nothing but an orientation. Source: Exif 2.32, 4.6. */
    private static byte[] orientation(int orientation) {
        ByteBuffer segment = ByteBuffer.allocate(36).order(ByteOrder.BIG_ENDIAN);
        segment.putShort((short) (0xFF00 | APP1)).putShort((short) 34);
        segment.put("Exif\0\0MM".getBytes(StandardCharsets.ISO_8859_1)).putShort((short) 42);
        segment.putInt(8).putShort((short) 1);
        segment.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        segment.putShort((short) orientation).putShort((short) 0).putInt(0);
        return segment.array();
    }

    private boolean copyPng() {
        out.write(bytes, 0, PNG.length);
        int at = PNG.length;
        while (at + 12 <= bytes.length) {
            int length = number(at, 4);
            if (length < 0 || length > bytes.length - at - 12) {
                return false;
            }
            String type = text(at + 4);
            if (!PNG_METADATA.contains(type)) {
                out.write(bytes, at, length + 12);
            }
            at += length + 12;
            if (type.equals("IEND")) {
                return true;
            }
        }
        return false;
    }

    private boolean copyWebp() {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.write(bytes, 0, 12);
        int at = 12;
        while (at + 8 <= bytes.length) {
            int length = in.getInt(at + 4);
            int padded = length + (length & 1);
            if (length < 0 || padded < 0 || padded > bytes.length - at - 8) {
                return false;
            }
            String type = text(at);
            if (type.equals("VP8X") && length > 0) {
                byte[] chunk = new byte[8 + padded];
                in.get(at, chunk);
                chunk[8] &= (byte) ~WEBP_FLAGS;
                out.writeBytes(chunk);
            } else if (!WEBP_METADATA.contains(type)) {
                out.write(bytes, at, 8 + padded);
            }
            at += 8 + padded;
        }
        byte[] all = out.toByteArray();
        ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).putInt(4, all.length - 8);
        out.reset();
        out.writeBytes(all);
        return true;
    }

    private boolean startsWith(int at, byte[] start) {
        return at + start.length <= bytes.length && Arrays.equals(bytes, at, at + start.length, start, 0, start.length);
    }

    private String text(int at) {
        return at + 4 <= bytes.length ? new String(bytes, at, 4, StandardCharsets.ISO_8859_1) : "";
    }

    /** A big-endian number; -1 beyond the end. */
    private int number(int at, int count) {
        if (at + count > bytes.length) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }
}
