package org.gongkai.write.document.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.source.SourceFile;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.text.ForeignText;

/** Recognises the sources of websites by the files with the settings of their generators. */
final class SiteRecognition {

    private static final List<String> HUGO_FILES = List.of("hugo", "config");
    private static final List<String> ENDINGS = List.of("toml", "yaml", "yml", "json");
    private static final Pattern CHAPTER = Pattern.compile("\\]\\(\\s*(?:<([^<>\n]+)>|([^()\\s<>]+))");

    private SiteRecognition() {}

    /**
     * Returns the website whose source a folder is; empty if it is not recognised.
     *
     * @param named whether the folder was named, and not found around one that was
     */
    static Optional<GeneratorSite> in(Path root, boolean named) throws IOException {
        if (!named && !Files.isReadable(root)) {
            return Optional.empty();
        }
        for (String mark : List.of(".vuepress", ".vitepress")) {
            try (Stream<Path> folders = named ? Files.list(root) : Stream.empty()) {
                Optional<Path> docs = Stream.concat(Stream.of(root), folders.sorted())
                        .filter(folder -> Files.isDirectory(folder.resolve(mark)))
                        .findFirst();
                if (docs.isPresent()) {
                    return Optional.of(site(Generator.VUEPRESS, root, mark, Map.of(), docs.get()));
                }
            }
        }
        Map<String, Object> hugo = hugo(root);
        String content = GeneratorSite.text(hugo, "contentdir", "content");
        if (hugo.get("languages") instanceof Map<?, ?> languages
                && languages.get(GeneratorSite.language(hugo)) instanceof Map<?, ?> language) {
            for (Map.Entry<?, ?> setting : language.entrySet()) {
                content = "contentdir".equalsIgnoreCase(String.valueOf(setting.getKey()))
                        ? String.valueOf(setting.getValue())
                        : content;
            }
        }
        if (!hugo.isEmpty() && Files.isDirectory(GeneratorSite.below(root, content))) {
            return Optional.of(
                    site(Generator.HUGO, root, String.valueOf(hugo.get("")), hugo, GeneratorSite.below(root, content)));
        }
        Map<String, Object> config = data(root.resolve("_config.yml"));
        Path source = GeneratorSite.below(root, GeneratorSite.text(config, "source_dir", "source"));
        String packages = Files.exists(root.resolve("package.json")) ? read(root.resolve("package.json")) : "";
        // Jekyll has the same names of files, and another name for the setting.
        if (!config.isEmpty()
                && !config.containsKey("source")
                && Files.isDirectory(source)
                && (Files.isDirectory(source.resolve("_posts")) || packages.contains("\"hexo\""))) {
            return Optional.of(site(Generator.HEXO, root, "_config.yml", config, source));
        }
        Path pages = GeneratorSite.below(root, GeneratorSite.text(config, "source", "."));
        if (!config.isEmpty()
                && Stream.of("_posts", "_layouts", "_includes", "Gemfile", "index.html")
                        .anyMatch(name -> Files.exists(pages.resolve(name)))) {
            return Optional.of(site(Generator.JEKYLL, root, "_config.yml", config, pages));
        }
        return book(root);
    }

    private static GeneratorSite site(
            Generator generator, Path root, String stated, Map<String, Object> config, Path content) {
        return new GeneratorSite(generator, root, stated, config, content, List.of(), List.of());
    }

    private static Map<String, Object> hugo(Path root) throws IOException {
        Map<String, Object> config = new HashMap<>();
        for (String folder : List.of("", "config/_default/")) {
            for (String ending : ENDINGS) {
                for (String name : HUGO_FILES) {
                    Map<String, Object> found = data(root.resolve(folder + name + "." + ending));
                    if (!found.isEmpty()) {
                        config.putAll(found);
                        config.put("", folder + name + "." + ending);
                    }
                }
                for (String name : List.of("permalinks", "languages")) {
                    Map<String, Object> part = data(root.resolve("config/_default/" + name + "." + ending));
                    config.putAll(part.isEmpty() ? Map.of() : Map.of(name, part));
                }
            }
        }
        return config.containsKey("") ? config : Map.of();
    }

    private static Optional<GeneratorSite> book(Path root) throws IOException {
        Map<String, Object> config = new HashMap<>(data(root.resolve(".gitbook.yaml")));
        config.putAll(data(root.resolve("book.json")));
        Object rust = data(root.resolve("book.toml")).get("book");
        String folder = rust instanceof Map<?, ?> book
                ? Objects.toString(book.get("src"), "src")
                : GeneratorSite.text(config, "root", ".");
        Path content = GeneratorSite.below(root, folder);
        String named =
                config.get("structure") instanceof Map<?, ?> parts ? Objects.toString(parts.get("summary"), "") : "";
        Optional<Path> summary = Stream.of(named, "SUMMARY.md", "summary.md")
                .filter(name -> !name.isEmpty())
                .map(name -> GeneratorSite.below(content, name))
                .filter(Files::isRegularFile)
                .findFirst();
        if (summary.isEmpty()) {
            return Optional.empty();
        }
        Map<Path, String> chapters = new LinkedHashMap<>();
        List.of("README.md", "readme.md").forEach(name -> chapters.put(content.resolve(name), ""));
        chapters.put(summary.get(), "");
        Matcher links = CHAPTER.matcher(read(summary.get()));
        while (links.find()) {
            String target = links.group(1) == null ? links.group(2) : links.group(1);
            String path = StaticFiles.decoded(target.replaceFirst("[?#].*$", ""));
            if (!path.isEmpty() && !ForeignAddresses.isElsewhere(target)) {
                chapters.putIfAbsent(GeneratorSite.below(content, path), target);
            }
        }
        List<Path> found =
                chapters.keySet().stream().filter(Files::isRegularFile).toList();
        List<String> missing = chapters.entrySet().stream()
                .filter(chapter -> !chapter.getValue().isEmpty())
                .filter(chapter ->
                        !Files.exists(chapter.getKey()) || chapter.getKey().equals(content))
                .map(Map.Entry::getValue)
                .toList();
        String stated = root.relativize(summary.get()).toString();
        return Optional.of(new GeneratorSite(Generator.GITBOOK, root, stated, config, content, found, missing));
    }

    /** The settings in a file; empty if it does not exist or cannot be read. */
    private static Map<String, Object> data(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.isReadable(file)
                ? FrontMatter.data(SourceFile.ending(file.getFileName().toString()), read(file))
                : Map.of();
    }

    private static String read(Path file) throws IOException {
        try {
            return ForeignText.read(file).text();
        } catch (UnreadableDocument e) {
            return "";
        }
    }
}
