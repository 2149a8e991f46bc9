package org.gongkai.input.source;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongkai.io.Digests;
import org.gongkai.problem.Problem;

/** The files of a site with one file in memory, which is added or replaces the file of the same path. */
public record OverlaidSource(SourceTree below, SourceFile file, byte[] bytes) implements SourceTree {

    /**
     * @param below all other files
     * @param path path of the file in memory, NFC
     * @param bytes its bytes, which must not change
     */
    public OverlaidSource(SourceTree below, String path, byte[] bytes) {
        // An earlier file of the same path is hidden.
        this(
                below instanceof OverlaidSource other && other.file.path().equals(path) ? other.below : below,
                new SourceFile(path, bytes.length),
                bytes);
    }

    /** Whether a file with these bytes is in memory. */
    public boolean holds(String path, byte[] content) {
        return path.equals(file.path())
                ? Arrays.equals(content, bytes)
                : below instanceof OverlaidSource other && other.holds(path, content);
    }

    @Override
    public List<SourceFile> files(String folder) {
        List<SourceFile> files = below.files(folder);
        if (!file.path().startsWith(folder.endsWith("/") ? folder : folder + "/")) {
            return files;
        }
        List<SourceFile> all = new ArrayList<>(files);
        all.removeIf(other -> other.path().equals(file.path()));
        all.add(file);
        all.sort(Comparator.comparing(SourceFile::path));
        return List.copyOf(all);
    }

    @Override
    public Optional<SourceFile> file(String path) {
        return path.equals(file.path()) ? Optional.of(file) : below.file(path);
    }

    @Override
    public InputStream open(SourceFile wanted) {
        return isMine(wanted) ? new ByteArrayInputStream(bytes) : below.open(wanted);
    }

    @Override
    public String version(SourceFile wanted) {
        return isMine(wanted) ? "memory " + Digests.sha256(bytes) : below.version(wanted);
    }

    @Override
    public List<Problem> problems() {
        return below.problems();
    }

    @Override
    public Problem located(Problem problem) {
        return below.located(problem);
    }

    private boolean isMine(SourceFile wanted) {
        return wanted.path().equals(file.path());
    }
}
