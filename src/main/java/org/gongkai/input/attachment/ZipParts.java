package org.gongkai.input.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
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
        // One reader goes from entry to entry; another one looks for further ones behind a gap, and behind damage.
        for (int at = 0; at >= 0 && limit == null; at = beginning(bytes, at + 1)) {
            String name = "";
            try (Entries entries = new Entries(bytes, at)) {
                for (ZipEntry entry; limit == null && (entry = entries.getNextEntry()) != null; at = entries.at()) {
                    name = entry.getName();
                    add(entry, entries);
                    name = "";
                }
            } catch (ZipException | IllegalArgumentException e) {
                if (!isTolerant
                        || TEXTS.matcher(name).matches()
                        || count++ > pieces.limits().parts()) {
                    throw new IOException(e);
                }
            }
        }
        if (count == 0) {
            throw new IOException("no parts");
        }
        return this;
    }

    /** The entries of a file from an offset on, as far as they follow each other. */
    private static final class Entries extends ZipInputStream {

        private final int end;

        Entries(byte[] bytes, int from) {
            super(new ByteArrayInputStream(bytes, from, bytes.length - from), StandardCharsets.ISO_8859_1);
            this.end = bytes.length;
        }

        /** The offset behind the entry that was read last. */
        int at() throws IOException {
            return end - in.available();
        }
    }

    /** The offset of the next four bytes with which an entry begins; -1 if there are none. */
    private static int beginning(byte[] bytes, int from) {
        return IntStream.range(from, bytes.length - 3)
                .filter(at -> LittleEndian.getInt(bytes, at) == ENTRY)
                .findFirst()
                .orElse(-1);
    }

    /** Retains an entry unless it is beyond a limit. */
    private void add(ZipEntry entry, InputStream content) throws IOException {
        if (count++ == pieces.limits().parts()) {
            limit = new LimitExceeded(Limit.PARTS);
            return;
        }
        // Programs differ in which of several entries of the same name they read.
        String typed = entry.getName().replace('\\', '/');
        String name = parts.containsKey(typed) ? typed + " " + count : typed;
        long room = Math.min(Math.min(most, pieces.heap() / HEAP_PER_BYTE), Integer.MAX_VALUE - 9);
        byte[] bytes = content.readNBytes((int) room + 1);
        most -= bytes.length;
        if (bytes.length > room) {
            limit = new LimitExceeded(most < 0 ? Limit.UNPACKED : Limit.HEAP);
            return;
        }
        pieces.take(bytes.length);
        parts.put(name, bytes);
        unread.add(name);
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
