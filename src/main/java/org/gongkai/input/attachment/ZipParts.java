package org.gongkai.input.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.commons.io.FilenameUtils;
import org.apache.poi.util.LittleEndian;
import org.gongkai.input.attachment.ReadingLimits.Limit;
import org.gongkai.input.attachment.ReadingLimits.LimitExceeded;
import org.gongkai.input.attachment.SafeXml.Wanted;

/**
 * The entries of a ZIP file. Limits the decompressed size, to reject decompression bombs; what was decompressed before
 * a limit is retained.
 */
public final class ZipParts {

    private static final Pattern TEXTS = Pattern.compile("(?i).*\\.(xml|rels|vml)");

    /** Documents of few pages compress well, because their formatting is repetitive. */
    private static final long ALWAYS_TAKEN = 8 << 20;

    /** How an entry begins. */
    private static final int ENTRY = 0x04034B50;

    /** What a file is that has an entry of a name. */
    private static final Map<String, ContentType> TYPES = Map.of(
            "word/document.xml", ContentType.DOCX,
            "xl/workbook.xml", ContentType.XLSX,
            "ppt/presentation.xml", ContentType.PPTX,
            "OFD.xml", ContentType.OFD);

    private static final int HEAP_OF_RELATION = 400;

    /** The bytes of an entry are held three times while it is read. */
    private static final int HEAP_PER_BYTE = 3;

    private final TextPieces pieces;
    /** Names differ in more than capital letters, as office files demand. */
    private final TreeMap<String, byte[]> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> read = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private int count;
    private long most;
    private LimitExceeded limit;

    private ZipParts(TextPieces pieces, long size) {
        this.pieces = pieces;
        this.most = Math.min(
                pieces.limits().unpacked(),
                Math.max(ALWAYS_TAKEN, (long) pieces.limits().ratio() * size));
    }

    /**
     * Decompresses all entries of a file, whether the directory at its end lists them or not: programs differ in that.
     *
     * @param isTolerant whether entries that are damaged are left out, unless they are XML
     * @throws IOException if the file is damaged
     */
    public static ZipParts of(byte[] bytes, TextPieces pieces, boolean isTolerant) throws IOException {
        return new ZipParts(pieces, bytes.length).read(bytes, isTolerant);
    }

    private ZipParts read(byte[] bytes, boolean isTolerant) throws IOException {
        for (int at = beginning(bytes, 0); at >= 0 && limit == null; ) {
            long next = at + 1;
            String name = "";
            try (ZipInputStream zip = new ZipInputStream(
                    new ByteArrayInputStream(bytes, at, bytes.length - at), StandardCharsets.ISO_8859_1)) {
                ZipEntry entry = zip.getNextEntry();
                name = entry.getName();
                add(entry, zip);
                // Headers have thirty bytes, and what they say of their own length and that of their data.
                int more = LittleEndian.getUShort(bytes, at + 26) + LittleEndian.getUShort(bytes, at + 28);
                next = at + 30 + more + entry.getCompressedSize();
            } catch (ZipException | IllegalArgumentException e) {
                if (!isTolerant || TEXTS.matcher(name).matches()) {
                    throw new IOException(e);
                }
            }
            at = beginning(bytes, (int) Math.min(next, bytes.length));
        }
        if (count == 0) {
            throw new IOException("no parts");
        }
        return this;
    }

    /** The offset of the next four bytes with which an entry begins; -1 if there are none. */
    private static int beginning(byte[] bytes, int from) {
        for (int at = from; at < bytes.length - 3; at++) {
            if (bytes[at] == 'P' && LittleEndian.getInt(bytes, at) == ENTRY) {
                return at;
            }
        }
        return -1;
    }

    /** Retains an entry. */
    private void add(ZipEntry entry, InputStream zip) throws IOException {
        if (count++ == pieces.limits().parts()) {
            limit = new LimitExceeded(Limit.PARTS);
            return;
        }
        // Programs differ in which of several entries of the same name they read.
        String typed = entry.getName().replace('\\', '/');
        String name = names.add(typed) ? typed : typed + " " + count;
        byte[] buffer = new byte[16_384];
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int got = zip.read(buffer); got >= 0 && limit == null; got = zip.read(buffer)) {
            most -= got;
            boolean isOfHeap = (long) HEAP_PER_BYTE * got > pieces.heap();
            if (most < 0 || isOfHeap) {
                limit = new LimitExceeded(isOfHeap ? Limit.HEAP : Limit.UNPACKED);
            } else {
                pieces.take((long) HEAP_PER_BYTE * got);
                content.write(buffer, 0, got);
            }
        }
        pieces.release((long) HEAP_PER_BYTE * content.size());
        byte[] bytes = content.toByteArray();
        if (!entry.isDirectory() || bytes.length > 0) {
            pieces.take(bytes.length);
            parts.put(name, bytes);
        }
    }

    /** The type of file that the entries make up. */
    ContentType type() {
        return TYPES.entrySet().stream()
                .filter(type -> names.contains(type.getKey()))
                .map(Map.Entry::getValue)
                .min(Comparator.naturalOrder())
                .orElse(ContentType.ZIP);
    }

    /**
     * A relation of a part to another one or to an address.
     *
     * @param type the address that stands for its kind
     * @param target the name of the other part, empty if it is outside of the file; or the address as it is typed
     * @param isExternal whether it leads out of the file
     */
    public record Relation(String type, String target, boolean isExternal) {}

    /** Returns the relations of a part by their ids; those of the whole file for an empty name. */
    public Map<String, Relation> relations(String part) throws IOException {
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        Map<String, Relation> relations = new HashMap<>();
        Wanted wanted = new Wanted("Relationship"::equals, text -> false, each -> {
            pieces.take(HEAP_OF_RELATION);
            String target = each.attribute("Target");
            boolean isExternal = each.attribute("TargetMode").equalsIgnoreCase("External");
            String path = FilenameUtils.normalize(target.startsWith("/") ? target : "/" + folder + target, true);
            String within = path == null ? "" : path.substring(1);
            relations.put(
                    each.attribute("Id"),
                    new Relation(each.attribute("Type"), isExternal ? target : within, isExternal));
        });
        read(folder + "_rels/" + part.substring(folder.length()) + ".rels", wanted);
        return relations;
    }

    /** Reads the entry of a name, if there is one. */
    void read(String name, Wanted wanted) throws IOException {
        if (parts.containsKey(name)) {
            read.add(name);
            pieces.part(name);
            try {
                SafeXml.read(parts.get(name), pieces, wanted);
            } catch (IOException e) {
                // Of an entry beyond a limit only the beginning is there.
                if (limit == null) {
                    throw e;
                }
            }
        }
    }

    /** Reads the entries whose names match, sorted. */
    void each(String pattern, Function<String, Wanted> wanted) throws IOException {
        for (String name : parts.keySet()) {
            if (name.matches(pattern)) {
                read(name, wanted.apply(name));
            }
        }
    }

    /** Reads the entries that have not been read. What is no good XML is read as text. */
    void others(Function<String, Wanted> wanted, BiConsumer<String, byte[]> files) {
        parts.forEach((name, bytes) -> {
            if (!TEXTS.matcher(name).matches()) {
                files.accept(name, bytes);
            } else if (!read.contains(name)) {
                try {
                    read(name, wanted.apply(name));
                } catch (IOException e) {
                    TextFile.runs(bytes, pieces, pieces::store);
                    TextFile.decode(bytes).ifPresent(pieces::store);
                    if (!name.endsWith(".vml")) {
                        pieces.unread(name, "不合 XML 的规则，没有检查完", "请用办公软件打开，另存一份");
                    }
                }
            }
        });
    }

    /** The bytes of an entry; empty if there is none of the name. */
    public Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /** The names of all entries. */
    Set<String> names() {
        return names;
    }

    /** @throws LimitExceeded if not all of it was decompressed */
    public void complete() {
        if (limit != null) {
            throw limit;
        }
    }

    /** Returns true if there is an entry whose name matches. */
    boolean has(String pattern) {
        return names.stream().anyMatch(name -> name.matches(pattern));
    }
}
