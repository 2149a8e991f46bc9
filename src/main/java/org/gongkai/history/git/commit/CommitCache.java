package org.gongkai.history.git.commit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.gongkai.cache.CacheFile;
import org.gongkai.history.git.commit.Commit.Change;

/**
 * What commits did, kept between runs in a file of the repository's own folder. A commit never changes, so nothing in it
 * can be out of date; a file that is damaged, or was written by another version, is as good as none.
 */
public final class CommitCache {

    private static final String VERSION = "commits 6 ";

    private final CacheFile file;

    /**
     * @param file where it stands
     * @param key what else decides what is kept, such as the folder of the site; another key, another content
     */
    public CommitCache(Path file, String key) {
        this.file = new CacheFile(file, VERSION + key);
    }

    /** The commits kept, with everything that leads to them; none if there is no file that can be used. */
    public Map<CommitId, Commit> read() {
        Optional<ByteBuffer> content = file.read();
        if (content.isEmpty()) {
            return Map.of();
        }
        ByteBuffer bytes = content.get();
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining()))) {
            return commits(in);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
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
            String email = texts[in.readInt()];
            String message = texts[in.readInt()];
            List<Change> changes = changes(in, texts);
            List<Change> others = changes(in, texts);
            commits.put(id, new Commit(id, parents, committed, authored, author, email, message, changes, others));
        }
        return commits;
    }

    private static List<Change> changes(DataInputStream in, String[] texts) throws IOException {
        List<Change> changes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String path = texts[in.readInt()];
            int from = in.readInt();
            changes.add(new Change(
                    path, from < 0 ? Optional.empty() : Optional.of(texts[from]), optionalId(in), optionalId(in)));
        }
        return changes;
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
    public void write(Collection<Commit> commits) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(commits.size() * 150);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(commits, out);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
        file.write(bytes.toByteArray());
    }

    private static void write(Collection<Commit> commits, DataOutputStream out) throws IOException {
        Map<String, Integer> texts = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (Commit commit : commits) {
            number(commit.author(), texts, order);
            number(commit.email(), texts, order);
            number(commit.message(), texts, order);
            for (List<Change> changes : List.of(commit.changes(), commit.others())) {
                for (Change change : changes) {
                    number(change.path(), texts, order);
                    change.from().ifPresent(from -> number(from, texts, order));
                }
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
            out.writeInt(texts.get(commit.email()));
            out.writeInt(texts.get(commit.message()));
            write(commit.changes(), texts, out);
            write(commit.others(), texts, out);
        }
    }

    private static void write(List<Change> changes, Map<String, Integer> texts, DataOutputStream out)
            throws IOException {
        out.writeInt(changes.size());
        for (Change change : changes) {
            out.writeInt(texts.get(change.path()));
            out.writeInt(change.from().map(texts::get).orElse(-1));
            optionalId(change.before(), out);
            optionalId(change.blob(), out);
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
}
