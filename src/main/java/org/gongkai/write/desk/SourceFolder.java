package org.gongkai.write.desk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.PortableNames;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.io.Digests;
import org.gongkai.io.DurableFile;
import org.gongkai.io.ProcessLock;
import org.gongkai.preview.http.HttpFailure;
import org.gongkai.problem.ControlCharacters;

/** Reads and writes files below {@code content} of a source by paths that a browser names. */
public final class SourceFolder {

    private static final int MAX_PATH = 400;

    private final Path root;
    private final ProcessLock lock;

    /**
     * @param root the root of the source
     * @param lock the lock of the source
     * @throws IOException if it does not exist
     */
    public SourceFolder(Path root, ProcessLock lock) throws IOException {
        this.root = root.toRealPath();
        this.lock = lock;
    }

    /** Keeps everybody else from writing until it is closed. */
    public Closeable hold() throws IOException {
        return lock.acquire();
    }

    public Path root() {
        return root;
    }

    /**
     * The place of a file that may or may not exist.
     *
     * @throws HttpFailure if the path leads out of the folder {@code content} or through a symbolic link, or has a name
     *     that some machine cannot store or that is not one of content
     */
    public Path place(String path) {
        String normal = Normalizer.normalize(path, Normalizer.Form.NFC);
        if (!normal.startsWith(SourceTree.CONTENT) || normal.length() > MAX_PATH || ControlCharacters.in(normal)) {
            throw new HttpFailure(400, "只能打开 content 文件夹里的文件。");
        }
        Path place = root;
        for (String name : normal.split("/", -1)) {
            if (name.startsWith(".") || PortableNames.isDangerous(name) || name.indexOf('\\') >= 0) {
                throw new HttpFailure(400, "只能打开 content 文件夹里的文件。");
            }
            PortableNames.unknownToWindows(name).ifPresent(reason -> {
                throw new HttpFailure(400, reason + "。");
            });
            place = child(place, name);
            if (Files.isSymbolicLink(place)) {
                throw new HttpFailure(403, "“" + name + "”是符号链接，不能打开。");
            }
        }
        return place;
    }

    /** Names on disk may be in another Unicode normalization form. */
    private static Path child(Path folder, String name) {
        Path place = folder.resolve(name);
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            Path other = folder.resolve(Normalizer.normalize(name, Normalizer.Form.NFD));
            if (Files.exists(other, LinkOption.NOFOLLOW_LINKS)) {
                return other;
            }
        }
        return place;
    }

    /**
     * The place of an entry.
     *
     * @throws HttpFailure if the path is not that of an entry
     */
    public Path entry(String path) {
        Path place = place(path);
        if (!EntryFormat.isEntry(path)) {
            throw new HttpFailure(400, "这不是条目的文件：" + path);
        }
        return place;
    }

    /**
     * Reads an entry; empty if there is none.
     *
     * @throws HttpFailure if the file is too large or no text
     */
    public Optional<EntryFile> read(String path) throws IOException {
        Path file = entry(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > TextDecoder.maxBytes()) {
            throw new HttpFailure(413, "文件太大，不能在这里编辑：" + TextDecoder.megabytes(Files.size(file)));
        }
        return Optional.of(EntryFile.of(path, Files.readAllBytes(file))
                .orElseThrow(() -> new HttpFailure(415, "这个文件不是文字，或者编码读不出来，不能在这里编辑：" + path)));
    }

    /**
     * Writes an entry.
     *
     * @param version the version of the file that the text was made from; {@link EntryFile#ABSENT} if there was none
     * @return the file as it is now; empty if the file is not that version and has another text, in which case it is
     *     unchanged
     */
    public Optional<EntryFile> write(String path, String text, String version) throws IOException {
        Path file = entry(path);
        try (Closeable held = hold()) {
            Optional<EntryFile> stored = read(path);
            if (stored.isEmpty() && version.equals(EntryFile.ABSENT)) {
                Files.createDirectories(file.getParent());
                DurableFile.create(file, text.getBytes(StandardCharsets.UTF_8));
                return read(path);
            }
            boolean isSame = stored.isPresent() && stored.get().version().equals(version);
            if (!isSame && stored.map(EntryFile::text).equals(Optional.of(text))) {
                return stored; // Saved before, and the answer did not arrive.
            }
            boolean isWritten = isSame
                    && DurableFile.replace(
                            file,
                            before -> EntryFile.version(before).equals(version),
                            stored.get().bytes(text));
            return isWritten ? read(path) : Optional.empty();
        } catch (FileAlreadyExistsException e) {
            return Optional.empty();
        }
    }

    /**
     * Replaces the bytes of a file.
     *
     * @param before what the new bytes were made from; none if there was no file
     * @return false if it has others, or is gone; then it is unchanged
     */
    public boolean replace(String path, byte[] before, byte[] bytes) throws IOException {
        try (Closeable held = hold()) {
            Path file = place(path);
            if (before.length == 0 && !Files.exists(file)) {
                Files.createDirectories(file.getParent());
                DurableFile.create(file, bytes);
                return true;
            }
            return DurableFile.replace(file, now -> Arrays.equals(now, before), bytes);
        }
    }

    /**
     * Creates a file beside an entry; if the name is taken by other bytes, with a number after it.
     *
     * @param name a name that {@link #place} accepts
     * @return the path from the root
     */
    public String create(String folder, String name, byte[] bytes) throws IOException {
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String ending = dot < 0 ? "" : name.substring(dot);
        try (Closeable held = hold()) {
            for (int i = 1; ; i++) {
                String path = folder + stem + (i == 1 ? "" : "-" + i) + ending;
                Path file = place(path);
                Files.createDirectories(file.getParent());
                try {
                    DurableFile.create(file, bytes);
                    return path;
                } catch (FileAlreadyExistsException e) {
                    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
                        return path;
                    }
                }
            }
        }
    }

    /**
     * The text of a file on disk.
     *
     * @param text its text with {@code \n} as the only line terminator
     * @param version identifies its bytes
     * @param mark whether it begins with a byte order mark
     * @param windows whether its lines end as on Windows
     */
    record EntryFile(String text, String version, boolean mark, boolean windows) {

        private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

        /** The version of a file that does not exist. */
        public static final String ABSENT = "";

        /** Reads the bytes of a file; empty if they are no text. */
        static Optional<EntryFile> of(String path, byte[] bytes) {
            return new TextDecoder()
                    .decode(path, bytes, problem -> {})
                    .map(text -> new EntryFile(
                            text,
                            version(bytes),
                            Arrays.equals(Arrays.copyOf(bytes, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK),
                            new String(bytes, StandardCharsets.ISO_8859_1).contains("\r\n")));
        }

        /** Identifies bytes. */
        public static String version(byte[] bytes) {
            return Digests.sha256(bytes);
        }

        /** The bytes of another text in the form of this one; always UTF-8. */
        byte[] bytes(String other) {
            String lines = windows ? other.replace("\n", "\r\n") : other;
            return ((mark ? "\uFEFF" : "") + lines).getBytes(StandardCharsets.UTF_8);
        }
    }
}
