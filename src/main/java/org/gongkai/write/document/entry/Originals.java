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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.io.Digests;

/**
 * Recognises a document that was imported before, by a comment in the header of its entry. The name of the file is not
 * written there, since it may name persons.
 */
public final class Originals {

    private static final String MARK = "# 导入的原件（SHA-256 的前24位）：";
    private static final Pattern LINE = Pattern.compile(Pattern.quote(MARK) + "([0-9a-f]{24})(；草稿：([0-9a-f]{24}))?");

    /** Number of lines among which the comment is expected. */
    private static final int HEAD = 8;

    /** Number of hexadecimal digits of a fingerprint. */
    private static final int LENGTH = 24;

    private Originals() {}

    /** The fingerprint of an original. */
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

    /** Adds to the comment of an entry the fingerprint of all that was made of the original. */
    static String sealed(String text, Map<String, byte[]> files) {
        int end = text.indexOf('\n', text.indexOf(MARK));
        return text.substring(0, end) + "；草稿：" + draft(text, files) + text.substring(end);
    }

    /** Whether an entry and its files are those that an import wrote, apart from line terminators. */
    static boolean isAsImported(String text, Map<String, byte[]> files) {
        Optional<Matcher> line = text.lines()
                .limit(HEAD)
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .findFirst();
        if (line.isEmpty() || line.get().group(3) == null) {
            return false;
        }
        String plain = text.replaceFirst(Pattern.quote(line.get().group(2)), "");
        return draft(plain, files).equals(line.get().group(3));
    }

    private static String draft(String text, Map<String, byte[]> files) {
        StringBuilder all = new StringBuilder();
        text.lines().forEach(line -> all.append(line).append('\n'));
        new TreeMap<>(files)
                .forEach((path, bytes) -> all.append(path).append('\n').append(Digests.sha256(bytes)));
        return Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, LENGTH);
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

    /**
     * A draft that an import wrote and that nobody has changed since, so that another import may replace it.
     *
     * @param path its path relative to the site's root
     * @param files its files and those of its pictures and attachments as they are, by their paths
     */
    record EarlierDraft(String path, Map<String, byte[]> files) {

        private static final Pattern NUMBER = Pattern.compile("(?m)^索引号: (\\S+)$");

        /** Reads a draft; empty if the entry, or one of the pictures beside it, was changed after the import. */
        static Optional<EarlierDraft> untouched(Path root, String path) throws IOException {
            Path entry = root.resolve(path);
            String folder = SourceFile.folder(path);
            String stem = new SourceFile(path, 0).stem();
            Pattern made = Pattern.compile(Pattern.quote(stem) + "-图\\d+\\.\\w+|附件/" + Pattern.quote(stem) + "\\.\\w+");
            Map<String, byte[]> beside = new TreeMap<>();
            try (Stream<Path> files = Files.walk(entry.getParent(), 2)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = entry.getParent().relativize(file).toString().replace('\\', '/');
                    if (made.matcher(name).matches()) {
                        beside.put(folder + name, Files.readAllBytes(file));
                    }
                }
            }
            byte[] bytes = Files.readAllBytes(entry);
            if (!Originals.isAsImported(new String(bytes, StandardCharsets.UTF_8), beside)) {
                return Optional.empty();
            }
            beside.put(path, bytes);
            return Optional.of(new EarlierDraft(path, beside));
        }

        /** The name of its file without its ending. */
        String stem() {
            return new SourceFile(path, 0).stem();
        }

        /** Its index number; empty for none. */
        Optional<String> number() {
            Matcher number = NUMBER.matcher(new String(files.get(path), StandardCharsets.UTF_8));
            return number.find() ? Optional.of(number.group(1)) : Optional.empty();
        }
    }
}
