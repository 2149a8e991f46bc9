package org.gongkai.jbake.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.problem.Problem;

/**
 * The files that a project's texts may include: all files of the project, as in JBake, but none outside it and none
 * that is hidden, such as git's configuration.
 */
final class ProjectIncludes implements IncludedTexts {

    private final Path root;
    private final TextDecoder decoder = new TextDecoder();

    /**
     * @param root the project's real folder
     */
    ProjectIncludes(Path root) {
        this.root = root;
    }

    @Override
    public boolean has(String path) {
        return file(path).isPresent();
    }

    /** A project has a single audience. */
    @Override
    public boolean isEntry(String path) {
        return false;
    }

    @Override
    public boolean toleratesMissing() {
        return true;
    }

    @Override
    public Optional<String> text(String path, Consumer<Problem> problems) {
        return file(path).flatMap(file -> {
            try {
                return decoder.decode(path, Files.readAllBytes(file), problems);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Optional<Path> file(String path) {
        if (path.isEmpty() || ("/" + path).contains("/.")) {
            return Optional.empty();
        }
        try {
            Path real = root.resolve(path).toRealPath();
            boolean inside = real.startsWith(root) && !("/" + root.relativize(real)).contains("/.");
            return inside && Files.isRegularFile(real) && Files.size(real) <= TextDecoder.maxBytes()
                    ? Optional.of(real)
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
