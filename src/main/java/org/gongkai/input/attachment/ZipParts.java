package org.gongkai.input.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.apache.commons.io.FilenameUtils;
import org.apache.poi.util.LittleEndian;
import org.gongkai.input.attachment.ReadingLimits.Limit;
import org.gongkai.input.attachment.ReadingLimits.LimitExceeded;

/**
 * The entries of a ZIP file. Limits the decompressed size, to reject decompression bombs; entries before a limit are
 * retained.
 */
public final class ZipParts {

    static final Pattern TEXTS = Pattern.compile("(?i).*\\.(xml|rels)");

    /** Documents of few pages compress well, because their formatting is repetitive. */
    private static final long ALWAYS_TAKEN = 8 << 20;

    /** How an entry begins, and how what is said of it behind its data. */
    private static final int ENTRY = 0x04034B50;

    private static final int DESCRIPTION = 0x08074B50;

    /** The length of what precedes the name of an entry. */
    private static final int HEADER = 30;

    private static final int ENCRYPTED = 1;

    private static final int UTF_8_NAME = 1 << 11;

    /** Its size and checksum stand behind its data. */
    private static final int DESCRIBED_BEHIND = 8;

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

    private final Set<String> unread = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
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
            String name = "";
            int next = at + 1;
            try {
                boolean isUtf8 = (LittleEndian.getUShort(bytes, at + 6) & UTF_8_NAME) != 0;
                int length = LittleEndian.getUShort(bytes, at + 26);
                name = new String(bytes, at + HEADER, length, isUtf8 ? UTF_8 : ISO_8859_1);
                next = add(name, bytes, at);
            } catch (ZipException | IndexOutOfBoundsException e) {
                if (!isTolerant || TEXTS.matcher(name).matches()) {
                    throw new IOException(e);
                }
            }
            at = beginning(bytes, next);
        }
        if (count == 0) {
            throw new IOException("no parts");
        }
        return this;
    }

    /** The offset of the next four bytes with which an entry begins; -1 if there are none. */
    private static int beginning(byte[] bytes, int from) {
        return IntStream.range(from, bytes.length - 3)
                .filter(at -> LittleEndian.getInt(bytes, at) == ENTRY)
                .findFirst()
                .orElse(-1);
    }

    /** Retains an entry unless it is beyond a limit; returns the offset behind its data. */
    private int add(String typed, byte[] bytes, int at) throws IOException {
        if (count++ >= pieces.limits().parts()) {
            limit = new LimitExceeded(Limit.PARTS);
            return at;
        }
        int flags = LittleEndian.getUShort(bytes, at + 6);
        int data = at + HEADER + LittleEndian.getUShort(bytes, at + 26) + LittleEndian.getUShort(bytes, at + 28);
        boolean isDeflated = LittleEndian.getUShort(bytes, at + 8) == ZipEntry.DEFLATED;
        if ((flags & ENCRYPTED) != 0 || !isDeflated && (flags & DESCRIBED_BEHIND) != 0) {
            throw new ZipException(typed);
        }
        int length = isDeflated ? bytes.length - data : LittleEndian.getInt(bytes, at + 18);
        Objects.checkFromIndexSize(data, length, bytes.length);
        Inflater inflater = new Inflater(true);
        InputStream packed = new ByteArrayInputStream(bytes, data, length);
        try (InputStream content = isDeflated ? new InflaterInputStream(packed, inflater) : packed) {
            long room = Math.min(Math.min(most, pieces.heap() / HEAP_PER_BYTE), Integer.MAX_VALUE - 9);
            byte[] part = content.readNBytes((int) room + 1);
            most -= part.length;
            if (part.length > room) {
                limit = new LimitExceeded(most < 0 ? Limit.UNPACKED : Limit.HEAP);
                return at;
            }
            int next = data + (isDeflated ? (int) inflater.getBytesRead() : length);
            CRC32 sum = new CRC32();
            sum.update(part);
            int stated = (flags & DESCRIBED_BEHIND) == 0 ? at + 14 : next;
            stated += LittleEndian.getInt(bytes, stated) == DESCRIPTION ? Integer.BYTES : 0;
            if (LittleEndian.getInt(bytes, stated) != (int) sum.getValue()) {
                throw new ZipException(typed);
            }
            pieces.take(part.length);
            // Programs differ in which of several entries of the same name they read.
            String name = typed.replace('\\', '/');
            name += parts.containsKey(name) ? " " + count : "";
            parts.put(name, part);
            unread.add(name);
            return next;
        } finally {
            inflater.end();
        }
    }

    /** The type of file that the entries make up. */
    ContentType type() {
        return TYPES.entrySet().stream()
                .filter(type -> parts.containsKey(type.getKey()))
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
        read(folder + "_rels/" + part.substring(folder.length()) + ".rels", each -> {
            pieces.take(HEAP_OF_RELATION);
            String target = each.attribute("Target");
            boolean isExternal = each.attribute("TargetMode").equalsIgnoreCase("External");
            String path = FilenameUtils.normalize(target.startsWith("/") ? target : "/" + folder + target, true);
            String within = path == null ? "" : path.substring(1);
            relations.put(
                    each.attribute("Id"),
                    new Relation(each.attribute("Type"), isExternal ? target : within, isExternal));
            return false;
        });
        return relations;
    }

    /**
     * Reads the entry of a name, if there is one.
     *
     * @param reader returns true for elements that it has read with all within them; the texts of others are stored
     */
    void read(String name, Predicate<XmlElement> reader) throws IOException {
        if (parts.containsKey(name)) {
            unread.remove(name);
            pieces.part(name);
            XmlElement root = SafeXml.parse(parts.get(name), pieces);
            read(root, reader);
            SafeXml.release(parts.get(name), root, pieces);
        }
    }

    private void read(XmlElement element, Predicate<XmlElement> reader) {
        pieces.step(2);
        if (!reader.test(element)) {
            pieces.store(element.text());
            element.children().forEach(child -> read(child, reader));
        }
    }

    /** The entries that have not been read and whose names match, sorted. */
    List<String> unread(Pattern names) {
        return unread.stream().filter(name -> names.matcher(name).matches()).toList();
    }

    /** The bytes of an entry; empty if there is none of the name. */
    public Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /** The names of all entries. */
    Set<String> names() {
        return parts.keySet();
    }

    /** @throws LimitExceeded if not all of it was decompressed */
    public void complete() {
        if (limit != null) {
            throw limit;
        }
    }
}
