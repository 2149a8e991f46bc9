package org.gongkai.feature.search.index;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.io.Digests;
import org.gongkai.io.FileTrees;

/**
 * Holds the packed and the folded texts of all documents on the disk, because those of a large site do not fit in
 * memory. The files of earlier builds are only read; new texts go to a file of their own. Safe for use by multiple
 * threads.
 */
public final class DocumentStore implements AutoCloseable {

    /** How much is read at once: the texts of dozens of entries. */
    private static final int WINDOW_BYTES = 1 << 18;

    /**
     * Where the texts of a document are stored, the packed one followed by the folded one.
     *
     * @param file name of the file
     * @param offset index of the first byte
     * @param packedLength length of the packed text, in units
     * @param foldedLength length of the folded text, in units
     * @param titleEnd see {@link FoldedDocument}
     * @param headings see {@link FoldedDocument}
     * @param checksum CRC-32C of the bytes
     */
    public record StoredText(
            String file, long offset, int packedLength, int foldedLength, int titleEnd, int[] headings, long checksum) {

        int bytes() {
            return (packedLength + foldedLength) * Character.BYTES;
        }
    }

    private final Path folder;
    private final Path fallback;
    private final Map<String, FileChannel> files = new ConcurrentHashMap<>();
    /** What each thread has read last. */
    private final ThreadLocal<Window> windows =
            ThreadLocal.withInitial(() -> new Window("", 0, ByteBuffer.allocate(0)));

    private String freshName = "";
    private long freshEnd;
    private String abandoned = "";
    private Path freshFolder;
    private boolean saved;

    /**
     * @param folder the folder of the files, which is created if it does not exist
     * @param fallback a folder for the texts of this build if nothing can be written to the other
     */
    public DocumentStore(Path folder, Path fallback) {
        this.folder = folder;
        this.fallback = fallback;
        this.freshFolder = folder;
    }

    /** Stores the texts of a document. */
    public StoredText add(String packed, FoldedDocument folded) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((packed.length() + folded.text().length) * Character.BYTES);
        bytes.asCharBuffer().put(packed).put(folded.text());
        Place place;
        try {
            place = write(bytes);
        } catch (IOException e) {
            // A cache that cannot be written is no failure: the disk of a repository may be full while that of the site
            // is not.
            giveUpFolder(e);
            place = write(bytes.rewind());
        }
        return new StoredText(
                place.file(),
                place.offset(),
                packed.length(),
                folded.text().length,
                folded.titleEnd(),
                folded.headings(),
                Digests.crc32c(bytes.rewind()));
    }

    /** Where some bytes are written. */
    private record Place(String file, long offset) {}

    private Place write(ByteBuffer bytes) throws IOException {
        Place place = reserve(bytes.remaining());
        FileChannel file = files.get(place.file());
        for (long at = place.offset(); bytes.hasRemaining(); ) {
            at += file.write(bytes, at);
        }
        return place;
    }

    private synchronized Place reserve(int bytes) throws IOException {
        if (freshName.isEmpty()) {
            Files.createDirectories(freshFolder);
            for (int number = 0; freshName.isEmpty(); number++) {
                create(isCached() ? String.valueOf(number) : "scratch-" + number);
            }
        }
        Place place = new Place(freshName, freshEnd);
        freshEnd += bytes;
        return place;
    }

    private synchronized void giveUpFolder(IOException reason) throws IOException {
        if (folder.equals(fallback)) {
            throw reason;
        }
        if (isCached()) {
            abandoned = freshName;
            freshFolder = fallback;
            freshName = "";
            freshEnd = 0;
        }
    }

    /** Whether later builds can use the texts. */
    public synchronized boolean isCached() {
        return freshFolder.equals(folder);
    }

    private void create(String name) throws IOException {
        try {
            files.put(name, createPrivate(freshFolder.resolve(name)));
            freshName = name;
        } catch (FileAlreadyExistsException e) {
            // It belongs to an earlier build, or to one that is running.
        }
    }

    /** The texts are as private as the cache, whose records refer to them. */
    private static FileChannel createPrivate(Path file) throws IOException {
        Set<OpenOption> options =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? FileChannel.open(
                        file,
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(file, options);
    }

    /** Stores texts of an earlier build anew. */
    public StoredText copy(StoredText text) throws IOException {
        return add(packed(text), folded(text));
    }

    /** Whether texts were stored by this build. */
    public boolean isFresh(StoredText text) {
        return text.file().equals(freshName);
    }

    /** Whether the texts of an earlier build are still there, unchanged. */
    public boolean isIntact(StoredText text) throws IOException {
        try {
            return Digests.crc32c(read(text, 0, text.bytes())) == text.checksum();
        } catch (NoSuchFileException | EOFException e) {
            return false;
        }
    }

    public String packed(StoredText text) throws IOException {
        return read(text, 0, text.packedLength() * Character.BYTES)
                .asCharBuffer()
                .toString();
    }

    public FoldedDocument folded(StoredText text) throws IOException {
        char[] folded = new char[text.foldedLength()];
        read(text, text.packedLength() * Character.BYTES, folded.length * Character.BYTES)
                .asCharBuffer()
                .get(folded);
        return new FoldedDocument(folded, text.titleEnd(), text.headings());
    }

    /** Reads bytes of a text, and with those of an earlier build what lies around: its texts are read in turn. */
    private ByteBuffer read(StoredText text, int skipped, int length) throws IOException {
        long from = text.offset() + skipped;
        Window window = windows.get();
        if (!window.holds(text.file(), from, length)) {
            long start = isFresh(text) ? from : from - from % WINDOW_BYTES;
            int least = (int) (from - start) + length;
            window = new Window(
                    text.file(), start, ByteBuffer.allocate(isFresh(text) ? length : Math.max(least, WINDOW_BYTES)));
            FileChannel file = open(text.file());
            int read = 0;
            while (read >= 0 && window.bytes().hasRemaining()) {
                read = file.read(window.bytes(), start + window.bytes().position());
            }
            if (window.bytes().flip().limit() < least) {
                throw new EOFException(folder.resolve(text.file()).toString());
            }
            windows.set(window);
        }
        return window.bytes().slice((int) (from - window.offset()), length);
    }

    /** Bytes of a file, which nobody changes any more. */
    private record Window(String file, long offset, ByteBuffer bytes) {

        boolean holds(String name, long from, int length) {
            return file.equals(name) && from >= offset && from + length <= offset + bytes.limit();
        }
    }

    private FileChannel open(String name) throws IOException {
        try {
            return files.computeIfAbsent(
                    name,
                    missing -> Uncheck.get(() -> FileChannel.open(folder.resolve(missing), StandardOpenOption.READ)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Retains the new texts for later builds, and deletes the files that hold none of those in use. */
    public void save(Set<String> inUse) throws IOException {
        saved = true;
        for (Path file : FileTrees.children(folder)) {
            if (!inUse.contains(file.getFileName().toString())) {
                deleteUnlessUsed(file);
            }
        }
    }

    /** Deletes a file that another build of the same repository may be using, or deleting. */
    private static void deleteUnlessUsed(Path file) throws IOException {
        try {
            Files.deleteIfExists(file);
        } catch (FileSystemException e) {
            // Windows keeps an open file; a later build deletes it.
            return;
        }
    }

    /** Closes the files, and deletes the new one unless it was saved. */
    @Override
    public void close() throws IOException {
        for (FileChannel file : List.copyOf(files.values())) {
            file.close();
        }
        if (!abandoned.isEmpty()) {
            deleteUnlessUsed(folder.resolve(abandoned));
        }
        if (!saved && !freshName.isEmpty()) {
            Files.deleteIfExists(freshFolder.resolve(freshName));
            FileTrees.deleteIfEmpty(freshFolder);
        }
    }
}
