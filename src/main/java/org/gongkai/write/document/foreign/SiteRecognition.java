package org.gongkai.write.document.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.source.SourceFile;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.text.ForeignText;
import org.gongkai.write.document.text.FrontMatter;

/** Recognises the sources of websites by the files with the settings of their generators. */
public final class SiteRecognition {

    private static final int LEVELS = 8;

    private SiteRecognition() {}

    /**
     * Returns the website in a folder or, if the folder is a part of one that is published, the website around it;
     * empty if it is not recognised.
     */
    public static Optional<GeneratorSite> around(Path folder) throws IOException {
        Path named = folder.toAbsolutePath().normalize();
        Path root = named;
        for (int level = 0; level < LEVELS && root != null; level++, root = root.getParent()) {
            Optional<GeneratorSite> found = in(root, root.equals(named));
            if (found.isPresent() || Files.exists(root.resolve(".git"))) {
                return found.filter(site -> site.root().equals(named) || named.startsWith(site.content()));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the website whose source a folder is; empty if it is not recognised.
     *
     * @param named whether the folder was named, and not found around one that was
     */
    private static Optional<GeneratorSite> in(Path root, boolean named) throws IOException {
        List<Path> files = list(root);
        // The folder with the settings may lie in that of the documentation of a larger project.
        List<Path> folders = new ArrayList<>(files);
        for (Path folder : named ? files : List.<Path>of()) {
            folders.addAll(list(folder));
        }
        for (Generator generator : Generator.values()) {
            for (Path file : generator == Generator.VUEPRESS ? folders : files) {
                Optional<GeneratorSite> site =
                        generator.isStatedBy(file) ? site(generator, root, file) : Optional.empty();
                if (site.isPresent()) {
                    return site;
                }
            }
        }
        return Optional.empty();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files =
                Files.isDirectory(folder) && Files.isReadable(folder) ? Files.list(folder) : Stream.empty()) {
            return files.sorted().toList();
        }
    }

    private static Optional<GeneratorSite> site(Generator generator, Path root, Path file) throws IOException {
        String stated = root.relativize(file).toString().replace('\\', '/');
        Map<String, Object> config = Files.isRegularFile(file)
                ? FrontMatter.data(SourceFile.ending(stated), read(file), new ArrayList<>())
                : Map.of();
        Path content = generator == Generator.VUEPRESS ? file.getParent() : generator.content(root, config);
        boolean isSite = Files.isDirectory(content)
                && switch (generator) {
                    // Jekyll has the same name of the file, and another one for the setting.
                    case HEXO -> Files.isDirectory(content.resolve("_posts")) && !config.containsKey("source");
                    case JEKYLL ->
                        Stream.of("_posts", "_layouts", "_includes", "Gemfile", "index.html")
                                .anyMatch(name -> Files.exists(content.resolve(name)));
                    case GITBOOK -> Files.exists(content.resolve("SUMMARY.md"));
                    default -> !config.isEmpty() || generator == Generator.VUEPRESS;
                };
        return isSite ? Optional.of(new GeneratorSite(generator, root, stated, config, content)) : Optional.empty();
    }

    private static String read(Path file) throws IOException {
        try {
            return ForeignText.read(file).text();
        } catch (UnreadableDocument e) {
            return "";
        }
    }

    /** The generators of websites whose sources are recognised, in the order in which they are tried. */
    enum Generator {
        VUEPRESS("VuePress", "\\.vuepress|\\.vitepress", "", "", ".vuepress/public public"),
        MKDOCS("MkDocs", "mkdocs\\.ya?ml", "docs_dir", "docs", "."),
        HUGO("Hugo", "(?:hugo|config)\\.(?:toml|ya?ml|json)", "contentdir", "content", "static assets"),
        HEXO("Hexo", "_config\\.yml", "source_dir", "source", "source"),
        JEKYLL("Jekyll", "_config\\.yml", "source", ".", "assets"),
        GITBOOK("GitBook", "SUMMARY\\.md|book\\.json", "root", ".", ".");

        /** Its name. */
        final String label;

        /** The folders whose files it publishes as they are, besides those of the texts. */
        final List<String> statics;

        private final Pattern files;
        private final String setting;
        private final String usual;

        /**
         * @param files the names of files or folders that state its settings
         * @param setting the setting with the folder of its texts
         * @param usual that folder if it is not stated
         */
        Generator(String label, String files, String setting, String usual, String statics) {
            this.label = label;
            this.files = Pattern.compile(files);
            this.setting = setting;
            this.usual = usual;
            this.statics = List.of(statics.split(" "));
        }

        /** Whether a file or folder states the settings of a website. */
        boolean isStatedBy(Path file) {
            return files.matcher(file.getFileName().toString()).matches();
        }

        /** The folder of the texts of a website with some settings. */
        Path content(Path root, Map<String, Object> config) {
            return GeneratorSite.below(root, GeneratorSite.text(config, setting, usual));
        }
    }
}
