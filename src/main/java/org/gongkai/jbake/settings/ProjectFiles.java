package org.gongkai.jbake.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.gongkai.input.source.FolderSource;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.jbake.app.FileUtil;

/** Sorts a project's files into documents, data and assets as JBake does. */
public final class ProjectFiles {

    private final ProjectSettings.Folders folders;
    private final Set<String> endings;
    private final SourceTree tree;
    private final Set<String> ignored = new HashSet<>();

    /**
     * @param endings endings of documents
     */
    public ProjectFiles(ProjectSettings settings, Set<String> endings) {
        this.folders = settings.folders();
        this.endings = endings;
        this.tree = new FolderSource(settings.root(), folders.all(), true);
        for (String folder : List.of(folders.content(), folders.assets())) {
            for (SourceFile file : tree.files(folder)) {
                String parent = SourceFile.folder(file.path());
                if (file.name().equalsIgnoreCase(folders.ignoreFile()) && !parent.equals(folder + "/")) {
                    ignored.add(parent);
                }
            }
        }
    }

    /** An asset and its address. */
    public record Asset(SourceFile file, String address) {}

    public SourceTree tree() {
        return tree;
    }

    /** Documents, sorted by path. */
    public List<SourceFile> documents() {
        return content(file -> endings.contains(FileUtil.fileExt(file.name())));
    }

    /** Data files, sorted by path. */
    public List<SourceFile> data() {
        return tree.files(folders.data()).stream()
                .filter(file -> Set.of("yml", "yaml")
                        .contains(FileUtil.fileExt(file.name()).toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Files that are copied unchanged: assets, and other files in the content folder. */
    public List<Asset> assets() {
        List<Asset> assets = new ArrayList<>();
        for (SourceFile file : tree.files(folders.assets())) {
            boolean hidden = ("/" + below(folders.assets(), file)).contains("/.");
            if (isIncluded(file) && !(hidden && folders.assetIgnoreHidden())) {
                assets.add(new Asset(file, below(folders.assets(), file)));
            }
        }
        for (SourceFile file : content(file -> !endings.contains(FileUtil.fileExt(file.name())))) {
            assets.add(new Asset(file, below(folders.content(), file)));
        }
        return assets;
    }

    /** The path of a file from a folder. */
    public static String below(String folder, SourceFile file) {
        return file.path().substring(folder.length() + 1);
    }

    /** Files of the content folder except hidden ones; files in hidden folders are included. */
    private List<SourceFile> content(Predicate<SourceFile> kind) {
        return tree.files(folders.content()).stream()
                .filter(file -> !file.name().startsWith("."))
                .filter(this::isIncluded)
                .filter(kind)
                .toList();
    }

    private boolean isIncluded(SourceFile file) {
        return ignored.stream().noneMatch(file.path()::startsWith);
    }
}
