package org.gongkai.jbake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.markup.IncludedTexts;
import org.gongkai.problem.Problem;
import org.gongkai.source.FolderSource;
import org.gongkai.source.SourceFile;
import org.gongkai.source.SourceTree;
import org.gongkai.source.TextDecoder;

/** The files that a project's texts may include, known by the name of the content folder wherever that folder stands. */
final class ProjectIncludes implements IncludedTexts {

    private final Path root;
    private final String content;
    private final String name;
    private final TextDecoder decoder = new TextDecoder();
    private SourceTree tree;

    /**
     * @param content the content folder, from the root
     * @param name the name by which texts know it
     */
    ProjectIncludes(Path root, String content, String name) {
        this.root = root;
        this.content = content;
        this.name = name;
    }

    @Override
    public boolean has(String path) {
        return file(path).isPresent();
    }

    /** A project has one kind of readers. */
    @Override
    public boolean isEntry(String path) {
        return false;
    }

    @Override
    public Optional<String> text(String path, Consumer<Problem> problems) {
        return file(path).flatMap(file -> decoder.decode(path, tree().bytes(file), problems));
    }

    private Optional<SourceFile> file(String path) {
        return path.startsWith(name + "/") ? tree().file(content + path.substring(name.length())) : Optional.empty();
    }

    /** Few projects include anything, so the folder is listed when the first one does. */
    private synchronized SourceTree tree() {
        if (tree == null) {
            tree = new FolderSource(root, List.of(content), true);
        }
        return tree;
    }
}
