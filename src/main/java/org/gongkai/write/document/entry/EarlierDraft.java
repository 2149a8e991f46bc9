package org.gongkai.write.document.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.source.SourceFile;

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
