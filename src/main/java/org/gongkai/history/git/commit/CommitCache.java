package org.gongkai.history.git.commit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.cache.CacheFile;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheWriter;
import org.gongkai.history.git.commit.Commit.Change;

/**
 * What commits did, kept between runs in a file of the repository's own folder. A commit never changes, so nothing in it
 * can be out of date; a file that is damaged, or was written by another version, is as good as none.
 */
public final class CommitCache {

    private static final String VERSION = "commits 7 ";

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
        Map<CommitId, Commit> commits = new HashMap<>();
        file.read().map(CacheReader::new).ifPresent(in -> in.all(() -> commit(in))
                .forEach(commit -> commits.put(commit.id(), commit)));
        return commits;
    }

    private static Commit commit(CacheReader in) {
        return new Commit(
                new CommitId(in.shared()),
                in.all(() -> new CommitId(in.shared())),
                Instant.ofEpochSecond(in.number()),
                Instant.ofEpochSecond(in.number()),
                in.shared(),
                in.shared(),
                in.shared(),
                in.all(() -> change(in)),
                in.all(() -> change(in)));
    }

    private static Change change(CacheReader in) {
        return new Change(in.shared(), in.optional(in::shared), in.optional(in::shared), in.optional(in::shared));
    }

    /** Keeps commits; where that is not allowed, they are read from the repository the next time too. */
    public void write(Collection<Commit> commits) {
        CacheWriter out = new CacheWriter();
        out.all(commits, commit -> {
            out.shared(commit.id().name());
            out.all(commit.parents(), parent -> out.shared(parent.name()));
            out.number(commit.committed().getEpochSecond())
                    .number(commit.authored().getEpochSecond());
            out.shared(commit.author()).shared(commit.email()).shared(commit.message());
            out.all(commit.changes(), change -> write(change, out));
            out.all(commit.others(), change -> write(change, out));
        });
        file.write(out.toBytes());
    }

    private static void write(Change change, CacheWriter out) {
        out.shared(change.path());
        out.optional(change.from(), out::shared);
        out.optional(change.before(), out::shared);
        out.optional(change.blob(), out::shared);
    }
}
