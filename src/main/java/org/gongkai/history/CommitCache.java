package org.gongkai.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.eclipse.jgit.lib.ObjectId;
import org.gongkai.history.Commit.Change;

/**
 * What commits did, kept between runs in a file of the repository's own folder. A commit never changes, so nothing in it
 * can be out of date; a file that is damaged, or was written by another version, is as good as none.
 */
final class CommitCache {

    private static final int VERSION = 2;

    private final Path file;
    private final String key;

    /**
     * @param file where it stands
     * @param key what else decides what is kept, such as the folder of the site; another key, another content
     */
    CommitCache(Path file, String key) {
        this.file = file;
        this.key = key;
    }

    /** The commits kept, with everything that leads to them; none if there is no file that can be used. */
    Map<CommitId, Commit> read() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length < Long.BYTES
                    || sum(bytes, bytes.length - Long.BYTES)
                            != ByteBuffer.wrap(bytes).getLong(bytes.length - Long.BYTES)) {
                return Map.of();
            }
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
                return in.readInt() == VERSION && in.readUTF().equals(key) ? commits(in) : Map.of();
            }
        } catch (IOException e) {
            // Everything can be read from the repository again.
            return Map.of();
        }
    }

    private static Map<CommitId, Commit> commits(DataInputStream in) throws IOException {
        String[] texts = new String[in.readInt()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        }
        int count = in.readInt();
        Map<CommitId, Commit> commits = new HashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
            CommitId id = new CommitId(id(in));
            List<CommitId> parents = new ArrayList<>();
            for (int left = in.readUnsignedByte(); left > 0; left--) {
                parents.add(new CommitId(id(in)));
            }
            Instant committed = Instant.ofEpochSecond(in.readLong());
            Instant authored = Instant.ofEpochSecond(in.readLong());
            String author = texts[in.readInt()];
            String message = texts[in.readInt()];
            List<Change> changes = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                String path = texts[in.readInt()];
                int from = in.readInt();
                changes.add(new Change(
                        path, from < 0 ? Optional.empty() : Optional.of(texts[from]), optionalId(in), optionalId(in)));
            }
            commits.put(id, new Commit(id, parents, committed, authored, author, message, changes));
        }
        return commits;
    }

    private static Optional<String> optionalId(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(id(in)) : Optional.empty();
    }

    private static void optionalId(Optional<String> name, DataOutputStream out) throws IOException {
        out.writeBoolean(name.isPresent());
        if (name.isPresent()) {
            id(name.get(), out);
        }
    }

    private static String id(DataInputStream in) throws IOException {
        return ObjectId.fromRaw(in.readNBytes(20)).name();
    }

    /** Keeps commits; where that is not allowed, they are read from the repository the next time too. */
    void write(Collection<Commit> commits) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(commits.size() * 150);
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                out.writeInt(VERSION);
                out.writeUTF(key);
                write(commits, out);
                out.flush();
                out.writeLong(sum(bytes.toByteArray(), bytes.size()));
            }
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "commits", ".tmp");
            try {
                Files.write(fresh, bytes.toByteArray());
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            // A repository that may only be read is no fault.
            return;
        }
    }

    private static void write(Collection<Commit> commits, DataOutputStream out) throws IOException {
        Map<String, Integer> texts = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (Commit commit : commits) {
            number(commit.author(), texts, order);
            number(commit.message(), texts, order);
            for (Change change : commit.changes()) {
                number(change.path(), texts, order);
                change.from().ifPresent(from -> number(from, texts, order));
            }
        }
        out.writeInt(order.size());
        for (String text : order) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.writeInt(commits.size());
        for (Commit commit : commits) {
            id(commit.id().name(), out);
            out.writeByte(commit.parents().size());
            for (CommitId parent : commit.parents()) {
                id(parent.name(), out);
            }
            out.writeLong(commit.committed().getEpochSecond());
            out.writeLong(commit.authored().getEpochSecond());
            out.writeInt(texts.get(commit.author()));
            out.writeInt(texts.get(commit.message()));
            out.writeInt(commit.changes().size());
            for (Change change : commit.changes()) {
                out.writeInt(texts.get(change.path()));
                out.writeInt(change.from().map(texts::get).orElse(-1));
                optionalId(change.before(), out);
                optionalId(change.blob(), out);
            }
        }
    }

    private static void number(String text, Map<String, Integer> texts, List<String> order) {
        if (texts.putIfAbsent(text, order.size()) == null) {
            order.add(text);
        }
    }

    private static void id(String name, DataOutputStream out) throws IOException {
        byte[] raw = new byte[20];
        ObjectId.fromString(name).copyRawTo(raw, 0);
        out.write(raw);
    }

    private static long sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }
}
