package org.gongkai.history.versions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.commit.CommitHistory.Revision;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryCache;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.EntryReading;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.TextDecoder;

/** Reads the headers of entries in previous commits. Safe for use by multiple threads. */
public final class PreviousHeaders {

    private final GitRepository repository;
    private final EntryReader reader;
    private final EntryCache cache;
    private final TextDecoder decoder = new TextDecoder();

    /**
     * @param reader parses headers
     * @param cache caches parsed headers
     */
    public PreviousHeaders(GitRepository repository, EntryReader reader, EntryCache cache) {
        this.repository = repository;
        this.reader = reader;
        this.cache = cache;
    }

    /** Returns the header of a revision; empty if the file was deleted or its header cannot be parsed. */
    Optional<Entry> of(Revision revision) {
        return revision.blob().flatMap(blob -> cache.of(revision.path(), blob, () -> read(revision.path(), blob))
                .entry());
    }

    private EntryReading read(String path, String blob) {
        try {
            byte[] bytes = repository.blob(blob);
            SourceFile file = new SourceFile(path, bytes.length);
            // Problems in old commits cannot be fixed and are not reported.
            return new EntryReading(
                    decoder.decode(path, bytes, problem -> {}).flatMap(text -> reader.read(file, text, problem -> {})),
                    List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
