package org.gongkai.write.document.entry;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.io.Digests;
import org.gongkai.write.document.StaticFiles;

/**
 * Recognises a document that was imported before, by a comment in the header of its entry. The name of the file is not
 * written there, since it may name persons.
 */
public final class Originals {

    private static final String MARK = "# 导入的原件（SHA-256 的前24位）：";
    private static final Pattern LINE = Pattern.compile(Pattern.quote(MARK) + "([0-9a-f]{24}).*");

    /** Number of lines among which the comment is expected. */
    private static final int HEAD = 8;

    /** Number of hexadecimal digits of a fingerprint. */
    private static final int LENGTH = 24;

    private static final Pattern ADDRESS = Pattern.compile(StaticFiles.PLACE + "([0-9a-f]{64})");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)\\]\\(<?" + ADDRESS + "[^()]*\\)");

    /** A link whose text is the name of the file to which it leads. */
    private static final Pattern NAMED = Pattern.compile("\\[[^\\[\\]]*\\.md\\](?=\\(<?" + ADDRESS + ")");

    private Originals() {}

    static String fingerprint(Path file) throws IOException {
        return Digests.sha256(file).substring(0, LENGTH);
    }

    /** The fingerprint that an entry states; empty if it was not imported. */
    static Optional<String> stated(String text) {
        return text.lines()
                .limit(HEAD)
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst();
    }

    /** The comment that names a fingerprint. */
    static String comment(String fingerprint) {
        return MARK + fingerprint;
    }

    /**
     * Completes the links of an imported entry to others. Of those to documents that were not imported it leaves the
     * texts.
     *
     * @return the texts of these
     */
    public static List<String> link(Path root, String entry) throws IOException {
        Path file = root.resolve(entry);
        String text = Files.readString(file);
        if (!text.contains(StaticFiles.PLACE)) {
            return List.of();
        }
        Map<String, String> imported = of(root);
        Function<MatchResult, Optional<String>> target =
                link -> Optional.ofNullable(imported.get(link.group(1).substring(0, LENGTH)));
        String titled = NAMED.matcher(text)
                .replaceAll(link -> Matcher.quoteReplacement(target.apply(link)
                        .map(path -> "[" + new SourceFile(path, 0).stem() + "]")
                        .orElse(link.group())));
        Path folder = Path.of(entry).getParent();
        String linked = ADDRESS.matcher(titled)
                .replaceAll(link -> Matcher.quoteReplacement(target.apply(link)
                        .map(path -> folder.relativize(Path.of(path)).toString().replace('\\', '/'))
                        .orElse(link.group())));
        List<String> left =
                LINK.matcher(linked).results().map(link -> link.group(1)).toList();
        Files.writeString(
                file, ADDRESS.matcher(LINK.matcher(linked).replaceAll("$1")).replaceAll("#"));
        return left;
    }

    /**
     * Returns the paths of the imported entries of a site, relative to its root, by the fingerprints of the
     * originals.
     */
    public static Map<String, String> of(Path root) throws IOException {
        Path content = root.resolve("content");
        Map<String, String> imported = new TreeMap<>();
        try (Stream<Path> files = Files.walk(content)) {
            List<Path> entries = files.filter(Files::isRegularFile)
                    .filter(file -> EntryFormat.ofEnding(
                                    SourceFile.ending(file.getFileName().toString()))
                            .isPresent())
                    .sorted()
                    .toList();
            for (Path file : entries) {
                read(file, root.relativize(file).toString().replace('\\', '/'), imported);
            }
        }
        return imported;
    }

    private static void read(Path file, String path, Map<String, String> imported) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (int i = 0; i < HEAD; i++) {
                String line = lines.readLine();
                Matcher found = LINE.matcher(line == null ? "" : line);
                if (found.matches()) {
                    imported.putIfAbsent(found.group(1), path);
                }
            }
        } catch (MalformedInputException e) {
            // An import writes UTF-8.
        }
    }
}
