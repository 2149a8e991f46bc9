package org.gongkai.write.document.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.source.SourceFile;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.text.ForeignText;

/** Recognises the sources of websites by the files with the settings of their generators. */
public final class SiteRecognition {

    private static final int LEVELS = 8;
    private static final List<String> HUGO_FILES = List.of("hugo", "config");
    private static final List<String> ENDINGS = List.of("toml", "yaml", "yml", "json");
    private static final List<String> MARKS = List.of(
            ".vuepress",
            ".vitepress",
            "docusaurus.config.js",
            "docusaurus.config.ts",
            "docusaurus.config.mjs",
            "docusaurus.config.cjs",
            "docusaurus.config.mts");
    private static final Pattern URL = Pattern.compile("\\burl:\\s*['\"`](https?://[^'\"`]+)");
    private static final Pattern BASE = Pattern.compile("\\bbaseUrl:\\s*['\"`]([^'\"`]*)");
    private static final Pattern CHAPTER = Pattern.compile("\\]\\(\\s*(?:<([^<>\n]+)>|([^()\\s<>]+))");

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
                return found.filter(
                        site -> site.root().equals(named) || site.folder(named).isPresent());
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
        if (!named && !Files.isReadable(root)) {
            return Optional.empty();
        }
        for (String mark : MARKS) {
            try (Stream<Path> folders = named ? Files.list(root) : Stream.empty()) {
                Optional<Path> found = Stream.concat(Stream.of(root), folders.sorted())
                        .filter(folder -> Files.exists(folder.resolve(mark)))
                        .findFirst();
                if (found.isPresent()) {
                    return Optional.of(
                            mark.startsWith(".")
                                    ? site(Generator.VUEPRESS, root, mark, Map.of(), found.get())
                                    : docusaurus(root, found.get().resolve(mark)));
                }
            }
        }
        for (String name : List.of("mkdocs.yml", "mkdocs.yaml")) {
            Map<String, Object> config = data(root.resolve(name));
            Path docs = GeneratorSite.below(root, GeneratorSite.text(config, "docs_dir", "docs"));
            if (!config.isEmpty() && Files.isDirectory(docs)) {
                return Optional.of(site(Generator.MKDOCS, root, name, config, docs));
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
        return new GeneratorSite(generator, root, stated, config, Map.of(content, ""), List.of());
    }

    /** A website whose settings are a program; what it states in plain texts is read, and not run. */
    private static GeneratorSite docusaurus(Path root, Path file) throws IOException {
        String program = read(file);
        Map<Path, String> folders = new LinkedHashMap<>();
        for (String part : List.of("docs", "blog", "pages")) {
            boolean isPages = part.equals("pages");
            Path folder = file.resolveSibling(stated(program, part, "path", isPages ? "src/pages" : part))
                    .normalize();
            String route = stated(program, part, "routeBasePath", isPages ? "" : part) + "/";
            if (folder.startsWith(root) && Files.isDirectory(folder)) {
                folders.put(folder, route.replaceFirst("^/+", ""));
            }
        }
        Matcher url = URL.matcher(program);
        Matcher base = BASE.matcher(program);
        String address = url.find() ? url.group(1).replaceFirst("/+$", "") + (base.find() ? base.group(1) : "") : "";
        String name = root.relativize(file).toString().replace('\\', '/');
        return new GeneratorSite(Generator.DOCUSAURUS, root, name, Map.of("url", address), folders, List.of());
    }

    /** A text that a program states for a setting between the braces of a part. */
    private static String stated(String program, String part, String setting, String usual) {
        Matcher begin = Pattern.compile("\\b" + part + ":\\s*\\{").matcher(program);
        int from = begin.find() ? begin.end() : program.length();
        int to = from;
        for (int depth = 1; depth > 0 && to < program.length(); to++) {
            depth += program.charAt(to) == '{' ? 1 : program.charAt(to) == '}' ? -1 : 0;
        }
        Matcher found = Pattern.compile("\\b" + setting + ":\\s*['\"`]([^'\"`\n]*)")
                .matcher(program)
                .region(from, to);
        return found.find() ? found.group(1) : usual;
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
        Set<Path> chapters = new LinkedHashSet<>();
        List.of("README.md", "readme.md").forEach(name -> chapters.add(content.resolve(name)));
        chapters.add(summary.get());
        Matcher links = CHAPTER.matcher(read(summary.get()));
        while (links.find()) {
            String target = links.group(1) == null ? links.group(2) : links.group(1);
            String path = StaticFiles.decoded(target.replaceFirst("[?#].*$", ""));
            if (!path.isEmpty() && !ForeignAddresses.isElsewhere(target)) {
                chapters.add(GeneratorSite.below(content, path));
            }
        }
        String stated = root.relativize(summary.get()).toString();
        return Optional.of(
                new GeneratorSite(Generator.GITBOOK, root, stated, config, Map.of(content, ""), List.copyOf(chapters)));
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
