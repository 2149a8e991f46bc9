package org.gongkai.input.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gongkai.input.attachment.picture.OfficePictures;

/**
 * The textual entries of a ZIP file, and the names of all entries. Limits the decompressed size, to reject
 * decompression bombs.
 */
final class ZipParts {

    private static final Pattern TEXTS = Pattern.compile("(?i).*\\.(xml|rels)");
    private static final long ALWAYS_TAKEN = 1 << 20;

    /** Metadata stand at the beginning of a picture. */
    private static final int LARGEST_PICTURE = 32 << 20;

    /** The bytes of an entry are held three times while it is read. */
    private static final int HEAP_PER_BYTE = 3;

    private final Map<String, byte[]> texts = new TreeMap<>();
    private final Map<String, Boolean> names = new TreeMap<>();
    private boolean placed;

    /**
     * @throws IOException if the file is damaged
     * @throws LimitExceeded if the decompressed data exceed a limit
     */
    ZipParts(byte[] bytes, TextPieces pieces) throws IOException {
        ReadingLimits limits = pieces.limits();
        long most = Math.min(limits.unpacked(), Math.max(ALWAYS_TAKEN, (long) limits.ratio() * bytes.length));
        long unpacked = 0;
        byte[] buffer = new byte[16_384];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (names.size() >= limits.parts()) {
                    throw new LimitExceeded(false);
                }
                boolean wanted = TEXTS.matcher(entry.getName()).matches();
                boolean picture = OfficePictures.isPicture(entry.getName());
                names.put(entry.getName(), wanted);
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > most) {
                        throw new LimitExceeded(false);
                    }
                    if (wanted || picture && content.size() < LARGEST_PICTURE) {
                        pieces.take((long) HEAP_PER_BYTE * read);
                        content.write(buffer, 0, read);
                    }
                }
                pieces.checkTime();
                placed |= picture && Photo.isPlaced(content.toByteArray(), pieces);
                pieces.release((long) HEAP_PER_BYTE * content.size());
                if (wanted) {
                    pieces.take(content.size());
                    texts.put(entry.getName(), content.toByteArray());
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
        if (names.isEmpty()) {
            throw new IOException("no parts");
        }
    }

    /** The type of file that the entries make up. */
    ContentType type() {
        if (names.containsKey("word/document.xml")) {
            return ContentType.DOCX;
        }
        if (names.containsKey("xl/workbook.xml")) {
            return ContentType.XLSX;
        }
        if (names.containsKey("ppt/presentation.xml")) {
            return ContentType.PPTX;
        }
        return names.containsKey("OFD.xml") ? ContentType.OFD : ContentType.ZIP;
    }

    /** Returns the entries whose names match, sorted. */
    Map<String, byte[]> texts(String pattern) {
        Map<String, byte[]> found = new TreeMap<>(texts);
        found.keySet().removeIf(name -> !name.matches(pattern));
        return found;
    }

    /** Returns true if one of its pictures says where it was taken. */
    boolean isPlaced() {
        return placed;
    }

    /** Returns true if there is an entry whose name matches. */
    boolean has(String pattern) {
        return names.keySet().stream().anyMatch(name -> name.matches(pattern));
    }
}
