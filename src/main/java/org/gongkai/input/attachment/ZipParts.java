package org.gongkai.input.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.commons.io.function.IOBiConsumer;
import org.gongkai.input.attachment.ReadingLimits.Limit;
import org.gongkai.input.attachment.ReadingLimits.LimitExceeded;
import org.gongkai.input.attachment.picture.OfficePictures;

/**
 * The entries of a ZIP file but pictures. Limits the decompressed size, to reject decompression bombs; what was
 * decompressed before a limit is retained.
 */
public final class ZipParts {

    private static final Pattern TEXTS = Pattern.compile("(?i).*\\.(xml|rels|vml)");

    /** Documents of few pages compress well, because their formatting is repetitive. */
    private static final long ALWAYS_TAKEN = 8 << 20;

    /** Metadata stand at the beginning of a picture, of which no more is retained. */
    private static final int LARGEST_PICTURE = 32 << 20;

    /** The bytes of an entry are held three times while it is read. */
    private static final int HEAP_PER_BYTE = 3;

    private final TextPieces pieces;
    private final BiConsumer<String, byte[]> pictures;
    private final Map<String, byte[]> parts = new TreeMap<>();
    private final Set<String> names = new TreeSet<>();
    private final Set<String> read = new HashSet<>();
    private int count;
    private long most;
    private LimitExceeded limit;

    private ZipParts(TextPieces pieces, BiConsumer<String, byte[]> pictures, long size) {
        this.pieces = pieces;
        this.pictures = pictures;
        this.most = Math.min(
                pieces.limits().unpacked(),
                Math.max(ALWAYS_TAKEN, (long) pieces.limits().ratio() * size));
    }

    /**
     * Decompresses a file.
     *
     * @param pictures accepts the names and bytes of pictures, which are not retained
     * @throws IOException if the file is damaged
     */
    static ZipParts of(byte[] bytes, TextPieces pieces, BiConsumer<String, byte[]> pictures) throws IOException {
        ZipParts parts = new ZipParts(pieces, pictures, bytes.length);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.add(entry, zip);
                if (parts.limit != null) {
                    return parts;
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
        if (parts.count == 0) {
            throw new IOException("no parts");
        }
        return parts;
    }

    /**
     * Returns the entries of a file that its directory lists, with whole pictures; without those that are damaged or
     * too large, unless they are XML.
     *
     * @throws LimitExceeded if it is beyond a limit
     * @throws IOException if it is damaged
     */
    public static Map<String, byte[]> of(Path file, TextPieces pieces) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            Map<String, byte[]> whole = new TreeMap<>();
            ZipParts all = new ZipParts(pieces, whole::put, Files.size(file));
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    all.add(entry, in);
                } catch (ZipException | EOFException e) {
                    if (TEXTS.matcher(entry.getName()).matches()) {
                        throw e;
                    }
                }
                all.complete();
            }
            whole.values().removeIf(picture -> picture.length >= LARGEST_PICTURE);
            whole.putAll(all.parts);
            return whole;
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    /** Retains an entry. */
    private void add(ZipEntry entry, InputStream zip) throws IOException {
        if (count++ == pieces.limits().parts()) {
            limit = new LimitExceeded(Limit.PARTS);
            return;
        }
        // Programs differ in which of several entries of the same name they read.
        String name = names.add(entry.getName()) ? entry.getName() : entry.getName() + " " + count;
        boolean picture = OfficePictures.isPicture(name);
        byte[] buffer = new byte[16_384];
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int got = zip.read(buffer); got >= 0 && limit == null; got = zip.read(buffer)) {
            most -= got;
            boolean isOfHeap = (long) HEAP_PER_BYTE * got > pieces.heap();
            if (most < 0 || isOfHeap) {
                limit = new LimitExceeded(isOfHeap ? Limit.HEAP : Limit.UNPACKED);
            } else if (!picture || content.size() < LARGEST_PICTURE) {
                pieces.take((long) HEAP_PER_BYTE * got);
                content.write(buffer, 0, got);
            }
        }
        pieces.release((long) HEAP_PER_BYTE * content.size());
        byte[] bytes = content.toByteArray();
        if (picture && ContentType.of(bytes).isPicture()) {
            pictures.accept(name, bytes);
        } else if (!entry.isDirectory() || bytes.length > 0) {
            pieces.take(bytes.length);
            parts.put(name, bytes);
        }
    }

    /** The type of file that the entries make up. */
    ContentType type() {
        if (has("word/document\\.xml")) {
            return ContentType.DOCX;
        }
        if (has("xl/workbook\\.xml")) {
            return ContentType.XLSX;
        }
        if (has("ppt/presentation\\.xml")) {
            return ContentType.PPTX;
        }
        return has("OFD\\.xml") ? ContentType.OFD : ContentType.ZIP;
    }

    /** Reads the entries whose names match, sorted. */
    void each(String pattern, IOBiConsumer<String, byte[]> reader) throws IOException {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (part.getKey().matches(pattern)) {
                read(part.getKey(), part.getValue(), reader);
            }
        }
    }

    private void read(String name, byte[] bytes, IOBiConsumer<String, byte[]> reader) throws IOException {
        read.add(name);
        pieces.part(name);
        try {
            reader.accept(name, bytes);
        } catch (IOException e) {
            // Of an entry beyond a limit only the beginning is there.
            if (limit == null) {
                throw e;
            }
        }
    }

    /** Reads the entries that have not been read. What is no good XML is read as text. */
    void others(IOBiConsumer<String, byte[]> xml, BiConsumer<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (!TEXTS.matcher(part.getKey()).matches()) {
                files.accept(part.getKey(), part.getValue());
            } else if (!read.contains(part.getKey())) {
                try {
                    read(part.getKey(), part.getValue(), xml);
                } catch (IOException e) {
                    TextFile.runs(part.getValue(), pieces, pieces::store);
                    TextFile.decode(part.getValue()).ifPresent(pieces::store);
                    if (!part.getKey().endsWith(".vml")) {
                        pieces.unread(part.getKey(), "不合 XML 的规则，没有检查完", "请用办公软件打开，另存一份");
                    }
                }
            }
        }
    }

    /** The names of all entries. */
    Set<String> names() {
        return names;
    }

    /** @throws LimitExceeded if not all of it was decompressed */
    void complete() {
        if (limit != null) {
            throw limit;
        }
    }

    /** Returns true if there is an entry whose name matches. */
    boolean has(String pattern) {
        return names.stream().anyMatch(name -> name.matches(pattern));
    }
}
