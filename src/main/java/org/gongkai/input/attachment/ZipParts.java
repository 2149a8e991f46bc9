package org.gongkai.input.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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

    /**
     * Decompresses all entries of a file, whether the directory at its end lists them or not: programs differ in that.
     *
     * @param isTolerant whether entries that are damaged are left out, unless they are XML
     * @throws IOException if the file is damaged
     */
    public ZipParts(byte[] bytes, TextPieces pieces, boolean isTolerant) throws IOException {
        this.pieces = pieces;
        this.most = Math.min(
                pieces.limits().unpacked(),
                Math.max(ALWAYS_TAKEN, (long) pieces.limits().ratio() * bytes.length));
        int at = beginning(bytes, 0);
        while (at >= 0 && limit == null) {
            at = beginning(bytes, add(bytes, at, isTolerant));
        }
        if (count == 0) {
            throw new IOException("no parts");
        }
    }

    /** The offset of the next four bytes with which an entry begins; -1 if there are none. */
    private static int beginning(byte[] bytes, int from) {
        return IntStream.range(from, bytes.length - 3)
                .filter(at -> LittleEndian.getInt(bytes, at) == ZipEntry.LOCSIG)
                .findFirst()
                .orElse(-1);
    }

    /** Retains an entry unless it is beyond a limit; returns the offset behind its data. */
    private int add(byte[] bytes, int at, boolean isTolerant) throws IOException {
        if (count++ >= pieces.limits().parts()) {
            limit = new LimitExceeded(Limit.PARTS);
            return at;
        }
        String name = "";
        ByteArrayInputStream rest = new ByteArrayInputStream(bytes, at, bytes.length - at);
        Inflater inflater = new Inflater(true);
        try (ZipInputStream header = new ZipInputStream(rest, ISO_8859_1)) {
            ZipEntry entry = header.getNextEntry();
            name = entry.getName().replace('\\', '/');
            int data = bytes.length - rest.available();
            boolean isDeflated = entry.getMethod() == ZipEntry.DEFLATED;
            int size = isDeflated ? 0 : (int) entry.getCompressedSize();
            Objects.checkFromIndexSize(data, size, bytes.length);
            InputStream content =
                    isDeflated ? new InflaterInputStream(rest, inflater) : new ByteArrayInputStream(bytes, data, size);
            long room = Math.min(Math.min(most, pieces.heap() / HEAP_PER_BYTE), Integer.MAX_VALUE - 9);
            byte[] part = content.readNBytes((int) room + 1);
            most -= part.length;
            if (part.length > room) {
                limit = new LimitExceeded(most < 0 ? Limit.UNPACKED : Limit.HEAP);
                return at;
            }
            int next = data + (isDeflated ? (int) inflater.getBytesRead() : size);
            long sum = entry.getCrc();
            if (sum < 0) {
                // It stands behind the data; of the sizes behind it, Java 17 knows those of 32 bits only.
                int description = LittleEndian.getInt(bytes, next) == ZipEntry.EXTSIG ? next + 4 : next;
                sum = LittleEndian.getUInt(bytes, description);
            }
            CRC32 actual = new CRC32();
            actual.update(part);
            if (sum != actual.getValue()) {
                throw new ZipException(name);
            }
            pieces.take(part.length);
            // Programs differ in which of several entries of the same name they read.
            name += parts.containsKey(name) ? " " + count : "";
            parts.put(name, part);
            unread.add(name);
            return next;
        } catch (ZipException | RuntimeException e) {
            if (!isTolerant || TEXTS.matcher(name).matches()) {
                throw new IOException(e);
            }
            return at + 1;
        } finally {
            inflater.end();
        }
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
            read(root(name), reader);
            pieces.release(XmlElement.heap(parts.get(name)));
        }
    }

    private void read(XmlElement element, Predicate<XmlElement> reader) {
        pieces.step(2);
        if (!reader.test(element)) {
            pieces.store(element.text());
            element.children().forEach(child -> read(child, reader));
        }
    }

    /** The root of an entry, whose memory is counted; {@link XmlElement#NONE} if there is no such entry. */
    public XmlElement root(String name) throws IOException {
        if (!parts.containsKey(name)) {
            return XmlElement.NONE;
        }
        pieces.take(XmlElement.heap(parts.get(name)));
        return XmlElement.parse(parts.get(name), pieces);
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
