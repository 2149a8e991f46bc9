package org.gongkai.write.document.word.docx;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.io.input.ProxyInputStream;
import org.gongkai.input.attachment.ReadingLimits;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.word.docx.XmlElement.XmlTree;

/** The parts of an Office Open XML file. Names are compared without regard to case, as the format demands. */
final class PackageFile implements AutoCloseable {

    private static final String DAMAGED = "文件已损坏或没有传完整，请在 Word 或 WPS 里打开后另存一份";

    /** Texts are held as characters, and again as runs and as Markdown. */
    private static final int HEAP_OF_XML = 8;

    /** The bytes of a picture, and a copy without its metadata. */
    private static final int HEAP_OF_PICTURE = 2;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final Budget budget;

    /**
     * A relation of a part to another one or to an address.
     *
     * @param type the address that stands for its kind
     * @param target the name of the other part, or the address as it is typed
     * @param external whether it leads out of the file
     */
    record Relation(String type, String target, boolean external) {}

    private PackageFile(ZipFile zip, Budget budget) {
        this.zip = zip;
        this.budget = budget;
    }

    /**
     * Opens a file.
     *
     * @param heap what its parts may take of the memory, in bytes
     * @throws UnreadableDocument if it is damaged or beyond a limit
     */
    static PackageFile open(Path file, long heap) throws IOException {
        long size = Files.size(file);
        try {
            PackageFile opened =
                    new PackageFile(new ZipFile(file.toFile(), StandardCharsets.UTF_8), new Budget(heap, size));
            opened.index();
            return opened;
        } catch (ZipException | IllegalArgumentException e) {
            throw new UnreadableDocument(DAMAGED, e);
        }
    }

    private void index() throws IOException {
        if (zip.size() > ReadingLimits.DEFAULT.parts()) {
            zip.close();
            throw Budget.refused("里面的部件过多");
        }
        Collections.list(zip.entries()).forEach(entry -> entries.putIfAbsent(key(entry.getName()), entry));
    }

    /** The name of the main part; empty if the file is no Office Open XML file. */
    Optional<String> mainPart() throws IOException {
        return relations("").values().stream()
                .filter(each -> each.type().endsWith("/officeDocument"))
                .map(Relation::target)
                .findFirst();
    }

    boolean has(String part) {
        return entries.containsKey(key(part));
    }

    /** The root of a part; {@link XmlElement#NONE} if there is no such part. */
    XmlElement xml(String part) throws IOException {
        ZipEntry entry = entries.get(key(part));
        if (entry == null) {
            return XmlElement.NONE;
        }
        try (InputStream in = counted(entry, HEAP_OF_XML)) {
            return new XmlTree(budget).parse(in);
        }
    }

    /** The bytes of a part; empty if there is no such part or it is damaged. */
    Optional<byte[]> bytes(String part) throws IOException {
        ZipEntry entry = entries.get(key(part));
        if (entry == null) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = counted(entry, HEAP_OF_PICTURE)) {
            in.transferTo(bytes);
        } catch (ZipException | EOFException e) {
            return Optional.empty();
        }
        return Optional.of(bytes.toByteArray());
    }

    /** The relations of a part to others by their ids, or those of the whole file for an empty name. */
    Map<String, Relation> relations(String part) throws IOException {
        int slash = part.lastIndexOf('/');
        XmlElement root = xml(part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels");
        Map<String, Relation> relations = new HashMap<>();
        for (XmlElement each : root.children()) {
            boolean external = each.attribute("TargetMode").equalsIgnoreCase("External");
            String target = each.attribute("Target");
            relations.put(
                    each.attribute("Id"),
                    new Relation(
                            each.attribute("Type"),
                            external ? target : resolve(part.substring(0, slash + 1), target),
                            external));
        }
        return relations;
    }

    /** Resolves a reference to another part; the result never leaves the file. */
    private static String resolve(String folder, String target) {
        String path = target.startsWith("/") ? target : folder + target;
        StringBuilder resolved = new StringBuilder();
        for (String step : path.split("[/\\\\]")) {
            if (step.equals("..")) {
                resolved.setLength(Math.max(0, resolved.lastIndexOf("/")));
            } else if (!step.isEmpty() && !step.equals(".")) {
                resolved.append(resolved.length() == 0 ? "" : "/").append(step);
            }
        }
        return resolved.toString();
    }

    private static String key(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /**
     * Opens a part. Decompressed bytes are counted, because the sizes that a ZIP file states may be wrong.
     *
     * @param heapPerByte what each byte takes of the memory, in bytes
     */
    private InputStream counted(ZipEntry entry, int heapPerByte) throws IOException {
        return new ProxyInputStream(zip.getInputStream(entry)) {
            @Override
            protected void afterRead(int read) throws IOException {
                budget.bytes(Math.max(read, 0), heapPerByte);
            }
        };
    }

    /** What reading one file may still use. Ordinary documents stay far below each limit. */
    static final class Budget {

        /** Maximum total size of the decompressed parts, which are held as trees and not as bytes. */
        private static final long UNPACKED = 200L << 20;

        /** Documents of few pages compress well, because their formatting is repetitive. */
        private static final long ALWAYS_UNPACKED = 8L << 20;

        private static final long ELEMENTS = 1_500_000;
        private static final int HEAP_OF_ELEMENT = 100;

        private final long most;
        private long bytes;
        private long elements = ELEMENTS;
        private long heap;

        /**
         * @param heap what the parts may take of the memory, in bytes
         * @param size size of the file, for the ratio of compression
         */
        Budget(long heap, long size) {
            this.most = heap;
            this.heap = heap;
            this.bytes = Math.min(UNPACKED, Math.max(ALWAYS_UNPACKED, ReadingLimits.DEFAULT.ratio() * size));
        }

        /** @param heapPerByte what each byte takes of the memory, in bytes */
        void bytes(int read, int heapPerByte) throws UnreadableDocument {
            heap((long) heapPerByte * read);
            bytes -= read;
            if (bytes < 0) {
                throw refused("解压后大得不正常");
            }
        }

        void element(int depth, int deepest) throws UnreadableDocument {
            if (depth > deepest) {
                throw refused("内容嵌套过深");
            }
            heap(HEAP_OF_ELEMENT);
            if (--elements < 0) {
                throw refused("内容过多，请分成几个文件");
            }
        }

        private void heap(long bytes) throws UnreadableDocument {
            heap -= bytes;
            if (heap < 0) {
                throw refused("要用的内存超过一个文件可以用的 " + (most >> 20) + " MB；请分成几个文件，或用 java -Xmx 给程序多一些内存");
            }
        }

        static UnreadableDocument refused(String why) {
            return new UnreadableDocument("没有读这个文件：" + why);
        }
    }
}
