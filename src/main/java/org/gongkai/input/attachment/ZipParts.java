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
import org.gongkai.input.attachment.ReadingLimits.Limit;
import org.gongkai.input.attachment.ReadingLimits.LimitExceeded;
import org.gongkai.input.attachment.SafeXml.Wanted;
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

    /** How an entry begins. */
    private static final String BEGINNING = "PK\3\4";

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
    private final BiConsumer<String, byte[]> pictures;
    /** Names differ in more than capital letters, as office files demand. */
    private final TreeMap<String, byte[]> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> read = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
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
     * Decompresses all entries of a file, whether the directory at its end lists them or not: programs differ in that.
     *
     * @param pictures accepts the names and bytes of pictures, which are not retained
     * @throws IOException if the file is damaged
     */
    static ZipParts of(byte[] bytes, TextPieces pieces, BiConsumer<String, byte[]> pictures) throws IOException {
        return new ZipParts(pieces, pictures, bytes.length).read(bytes, false);
    }

    /**
     * Decompresses a file, with its pictures; without entries that are damaged or too large, unless they are XML.
     *
     * @throws LimitExceeded if it is beyond a limit
     * @throws IOException if it is damaged
     */
    public static ZipParts whole(byte[] bytes, TextPieces pieces) throws IOException {
        Map<String, byte[]> whole = new TreeMap<>();
        ZipParts all = new ZipParts(pieces, whole::put, bytes.length).read(bytes, true);
        all.complete();
        whole.values().removeIf(picture -> picture.length >= LARGEST_PICTURE);
        all.parts.putAll(whole);
        return all;
    }

    private ZipParts read(byte[] bytes, boolean isTolerant) throws IOException {
        String file = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int at = file.indexOf(BEGINNING); at >= 0 && limit == null; ) {
            long next = at + BEGINNING.length();
            String name = "";
            try (ZipInputStream zip = new ZipInputStream(
                    new ByteArrayInputStream(bytes, at, bytes.length - at), StandardCharsets.ISO_8859_1)) {
                ZipEntry entry = zip.getNextEntry();
                name = entry.getName();
                add(entry, zip);
                // Headers have thirty bytes, and what they say of their own length and that of their data.
                int more = file.charAt(at + 26) + file.charAt(at + 28);
                more += (file.charAt(at + 27) + file.charAt(at + 29)) << 8;
                next = at + 30 + more + entry.getCompressedSize();
            } catch (ZipException | IllegalArgumentException e) {
                if (!isTolerant || TEXTS.matcher(name).matches()) {
                    throw new IOException(e);
                }
            }
            at = file.indexOf(BEGINNING, (int) Math.min(next, bytes.length));
        }
        if (count == 0) {
            throw new IOException("no parts");
        }
        return this;
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
