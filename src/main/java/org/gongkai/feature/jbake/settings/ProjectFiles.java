package org.gongkai.feature.jbake.settings;

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

    private final ProjectConfiguration jbake;
    private final Set<String> endings;
    private final SourceTree tree;
    private final Set<String> ignored = new HashSet<>();

    /** @param endings endings of documents */
    public ProjectFiles(ProjectSettings settings, Set<String> endings) {
        this.jbake = settings.jbake();
        this.endings = endings;
        this.tree = new FolderSource(settings.root(), settings.folders(), true);
        for (String folder : List.of(jbake.getContentFolderName(), jbake.getAssetFolderName())) {
            for (SourceFile file : tree.files(folder)) {
                String parent = SourceFile.folder(file.path());
                if (file.name().equalsIgnoreCase(jbake.getIgnoreFileName()) && !parent.equals(folder + "/")) {
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
        return tree.files(jbake.getDataFolderName()).stream()
                .filter(file -> Set.of("yml", "yaml")
                        .contains(FileUtil.fileExt(file.name()).toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Files that are copied unchanged: assets, and other files in the content folder. */
    public List<Asset> assets() {
        List<Asset> assets = new ArrayList<>();
        for (SourceFile file : tree.files(jbake.getAssetFolderName())) {
            boolean hidden = ("/" + below(jbake.getAssetFolderName(), file)).contains("/.");
            if (isIncluded(file) && !(hidden && jbake.getAssetIgnoreHidden())) {
                assets.add(new Asset(file, below(jbake.getAssetFolderName(), file)));
            }
        }
        for (SourceFile file : content(file -> !endings.contains(FileUtil.fileExt(file.name())))) {
            assets.add(new Asset(file, below(jbake.getContentFolderName(), file)));
        }
        return assets;
    }

    /** The path of a file from a folder. */
    public static String below(String folder, SourceFile file) {
        return file.path().substring(folder.length() + 1);
    }

    /** Files of the content folder except hidden ones; files in hidden folders are included. */
    private List<SourceFile> content(Predicate<SourceFile> kind) {
        return tree.files(jbake.getContentFolderName()).stream()
                .filter(file -> !file.name().startsWith("."))
                .filter(this::isIncluded)
                .filter(kind)
                .toList();
    }

    private boolean isIncluded(SourceFile file) {
        return ignored.stream().noneMatch(file.path()::startsWith);
    }
}
