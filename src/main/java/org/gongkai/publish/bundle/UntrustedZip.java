package org.gongkai.publish.bundle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.io.function.IOFunction;
import org.gongkai.io.Digests;
import org.gongkai.io.HeapBudget;
import org.gongkai.output.ArchiveWriter;
import org.gongkai.publish.release.Verification.Finding;
import org.gongkai.publish.release.Verification.Finding.Kind;

/**
 * An untrusted archive. Unsafe or duplicate names and compressed files are reported. Since nothing is compressed, and
 * all files together are no larger than the archive, a small archive cannot expand to large files.
 */
final class UntrustedZip implements AutoCloseable {

    private static final int MOST_FILES = 1_000_000;
    private static final int LONGEST_NAME = 1024;
    private static final int LONGEST_TEXT = 1 << 28;

    /** Its bytes, its characters, and both once more to compare them. */
    private static final int HEAP_PER_BYTE = 6;

    private static final int HEAP_OF_FILE = 400;
    private static final int MAX_FINDINGS = 20;

    /** The last record of a ZIP without a comment (APPNOTE.TXT of PKWARE, 4.3.16): its bytes, and how it begins. */
    private static final int END_LENGTH = 22;

    private static final int END_SIGNATURE = 0x504B0506;
    private static final Pattern DRIVE = Pattern.compile("(?s)[A-Za-z]:.*");
    private static final Set<String> UNSAFE_NAMES = Set.of("", ".", "..");

    private final HeapBudget heap = HeapBudget.ofProcess();
    private final ZipFile zip;
    private final TreeMap<String, ZipEntry> entries = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private UntrustedZip(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Opens a file.
     *
     * @return empty if it is no ZIP, or not all of one
     * @throws IOException if it cannot be read
     */
    static Optional<UntrustedZip> open(Path file) throws IOException {
        if (!isComplete(file)) {
            return Optional.empty();
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | IllegalArgumentException e) {
            return Optional.empty();
        }
        UntrustedZip archive = new UntrustedZip(zip);
        archive.list(Files.size(file));
        return Optional.of(archive);
    }

    /**
     * Whether a file ends as {@link ArchiveWriter} ends archives. The library searches backwards for the end of an
     * archive, and would take for it that of a workbook within an archive whose own end is missing.
     */
    private static boolean isComplete(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() < END_LENGTH) {
                return false;
            }
            bytes.seek(bytes.length() - END_LENGTH);
            return bytes.readInt() == END_SIGNATURE;
        }
    }

    private void list(long bytes) {
        if (zip.size() > heap.most(MOST_FILES, HEAP_OF_FILE)) {
            findings.add(new Finding(Kind.FORM, "文件太多（" + zip.size() + " 个）"));
            return;
        }
        long rest = bytes;
        for (var all = zip.entries().asIterator(); all.hasNext(); ) {
            ZipEntry entry = all.next();
            String name = entry.getName();
            if (!isSafe(name)) {
                report(Kind.UNSAFE, name);
            } else if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize()) {
                report(Kind.FORM, name + "（压缩过）");
            } else if (entries.putIfAbsent(name, entry) != null) {
                report(Kind.TWICE, name);
            } else {
                rest -= entry.getSize();
            }
        }
        if (rest < 0) {
            report(Kind.FORM, "里面的文件合起来比它自己还大");
        }
    }

    private void report(Kind kind, String where) {
        if (findings.size() < MAX_FINDINGS) {
            String shown = where.replaceAll("\\p{Cntrl}", "?");
            findings.add(new Finding(kind, shown.length() > 200 ? shown.substring(0, 200) + "…" : shown));
        }
    }

    private static boolean isSafe(String name) {
        return name.length() <= LONGEST_NAME
                && name.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == '\\')
                && !DRIVE.matcher(name).matches()
                && Arrays.stream(name.split("/", -1)).noneMatch(UNSAFE_NAMES::contains);
    }

    /** Findings about the format. If there are any, no file may be read. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    Set<String> paths() {
        return entries.keySet();
    }

    boolean has(String path) {
        return entries.containsKey(path);
    }

    long size(String path) {
        return entries.get(path).getSize();
    }

    /** The bytes of a file, at most as many as its size. */
    InputStream open(String path) throws IOException {
        return zip.getInputStream(entries.get(path));
    }

    /** The text of a file; empty if there is none, or it is too long, or not UTF-8. */
    Optional<String> text(String path) throws IOException {
        if (!has(path) || size(path) > LONGEST_TEXT) {
            return Optional.empty();
        }
        if (size(path) > heap.most(LONGEST_TEXT, HEAP_PER_BYTE)) {
            throw new FileSystemException(
                    zip.getName(),
                    null,
                    "里面的 " + path + " 有 " + (size(path) >> 20) + " MB，内存只够读 "
                            + (heap.most(LONGEST_TEXT, HEAP_PER_BYTE) >> 20) + " MB；请用 java -Xmx 给程序多一些内存");
        }
        byte[] bytes = read(path, InputStream::readAllBytes, null);
        return Optional.ofNullable(bytes)
                .map(read -> new String(read, StandardCharsets.UTF_8))
                .filter(text -> Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The first bytes of a file; empty if it cannot be read. */
    byte[] head(String path, int bytes) throws IOException {
        return read(path, in -> in.readNBytes(bytes), new byte[0]);
    }

    /** The SHA-256 of a file; the empty string if it cannot be read. */
    String hash(String path) throws IOException {
        return read(path, Digests::sha256, "");
    }

    /** Reads a file; one that is truncated has another result. */
    private <T> T read(String path, IOFunction<InputStream, T> reader, T truncated) throws IOException {
        try (InputStream in = open(path)) {
            return reader.apply(in);
        } catch (ZipException | EOFException e) {
            return truncated;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
