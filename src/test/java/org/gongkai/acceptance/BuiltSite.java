package org.gongkai.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** A finished site. Addresses are relative to its root, with {@code /} between names. */
final class BuiltSite {

    private final Path root;
    private final TreeSet<String> files = new TreeSet<>();
    private final Map<String, Document> documents = new ConcurrentHashMap<>();

    private BuiltSite(Path root) {
        this.root = root;
        try (var all = Files.walk(root)) {
            all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A site that stands already. */
    static BuiltSite at(Path root) {
        return new BuiltSite(root);
    }

    /** Builds the site of {@code source} into {@code output}. */
    static BuiltSite build(Path source, Path output) {
        Cli.Result result = Cli.run("build", "-s", source.toString(), "-o", output.toString(), "--as-of", Cli.AS_OF);
        if (result.status() != 0) {
            throw new AssertionError("build of " + source + " ended with " + result.status() + "\n" + result.err());
        }
        return at(output);
    }

    Path root() {
        return root;
    }

    /** Every file, spelled as the file system spells it. */
    TreeSet<String> files() {
        return files;
    }

    /** Every HTML file. */
    List<String> pages() {
        return files.stream().filter(file -> file.endsWith(".html")).toList();
    }

    Path path(String address) {
        return root.resolve(address);
    }

    byte[] bytes(String address) {
        try {
            return Files.readAllBytes(path(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String address) {
        return new String(bytes(address), StandardCharsets.UTF_8);
    }

    /** A page as a browser takes it. Not to be changed: it is shared. */
    Document html(String address) {
        return documents.computeIfAbsent(address, a -> Jsoup.parse(text(a)));
    }

    Document xml(String address) {
        return Jsoup.parse(text(address), Parser.xmlParser());
    }

    /** Every file with its text, bytes read as Latin-1 so that none is lost: for comparing whole sites. */
    Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        files.forEach(file -> contents.put(file, new String(bytes(file), StandardCharsets.ISO_8859_1)));
        return contents;
    }
}
