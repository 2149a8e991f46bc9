package org.gongkai.history.versions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.commit.Revision;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryCache;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.EntryReading;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.TextDecoder;

/** Reads what the headers of entries said in former commits. Safe for many threads. */
public final class PreviousHeaders {

    private final GitRepository repository;
    private final EntryReader reader;
    private final EntryCache kept;
    private final TextDecoder decoder = new TextDecoder();

    /**
     * @param reader reads headers, as it does today's
     * @param kept what earlier runs read of what was committed
     */
    public PreviousHeaders(GitRepository repository, EntryReader reader, EntryCache kept) {
        this.repository = repository;
        this.reader = reader;
        this.kept = kept;
    }

    /** The header of a revision; empty if the file was gone or could not be read. */
    Optional<Entry> of(Revision revision) {
        return revision.blob().flatMap(blob -> kept.of(revision.path(), blob, () -> read(revision.path(), blob))
                .entry());
    }

    private EntryReading read(String path, String blob) {
        try {
            byte[] bytes = repository.blob(blob);
            SourceFile file = new SourceFile(path, bytes.length);
            // Nobody can mend what was committed long ago.
            return new EntryReading(
                    decoder.decode(path, bytes, problem -> {}).flatMap(text -> reader.read(file, text, problem -> {})),
                    List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
