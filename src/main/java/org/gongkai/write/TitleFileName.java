package org.gongkai.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.io.DurableFile;

/** Derives portable file names from titles. */
public final class TitleFileName {

    /** Maximum number of characters of a name; with an extension it fits into 255 bytes of UTF-8. */
    private static final int MAX = 60;

    /** Addresses of lists of entries. */
    private static final Pattern RESERVED = Pattern.compile("index|page-\\d+");

    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");

    private TitleFileName() {}

    /** Returns the file name of a title, without an extension; empty if no character of the title can be used. */
    public static String of(String title) {
        String safe = Normalizer.normalize(title, Normalizer.Form.NFC)
                .replaceAll("[\\\\/:*?\"<>|#%&~$`'{}\\[\\]^;=+,@!\\p{Cntrl}\\p{Cf}\\p{Cs}\\s\u3000]+", "-");
        int end = safe.offsetByCodePoints(0, Math.min(MAX, safe.codePointCount(0, safe.length())));
        String name = safe.substring(0, end).replaceAll("^[-_.]+|[-_.]+$", "");
        return name.matches("(?i)con|prn|aux|nul|com\\d|lpt\\d") ? name + "-1" : name;
    }

    /**
     * Returns a name that gives an entry in a folder an address of its own: the given one, or that with a number
     * after it. The folder may be missing.
     */
    public static String free(Path folder, String name) throws IOException {
        Set<String> taken = new HashSet<>();
        if (Files.isDirectory(folder)) {
            entries(folder).forEach(entry -> taken.add(address(entry)));
        }
        String free = name;
        // The addresses of a "page" with any number after it are reserved, all of them.
        String numbered = RESERVED.matcher(address(name) + "-2").matches() ? name + "-1" : name;
        for (int i = 2;
                taken.contains(address(free)) || RESERVED.matcher(address(free)).matches();
                i++) {
            free = numbered + "-" + i;
        }
        return free;
    }

    /** What remains of a name in an address. */
    private static String address(String name) {
        return SEPARATOR.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    /**
     * Creates a file, with a number after its name if the name is taken.
     *
     * @return the path of the file
     */
    public static Path writeNew(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder);
        while (true) {
            Path file = folder.resolve(free(folder, name) + ".md");
            try {
                DurableFile.create(file, text.getBytes(StandardCharsets.UTF_8));
                return file;
            } catch (FileAlreadyExistsException e) {
                // Somebody else has just taken the name; it is listed now.
            }
        }
    }

    /**
     * The lower-case names, without extensions, of the entries in a folder: two with the same name would have the same
     * address.
     */
    private static Set<String> entries(Path folder) throws IOException {
        Set<String> names = new HashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> Normalizer.normalize(file.getFileName().toString(), Normalizer.Form.NFC))
                    .filter(name ->
                            EntryFormat.ofEnding(SourceFile.ending(name)).isPresent())
                    .forEach(name ->
                            names.add(name.substring(0, name.lastIndexOf('.')).toLowerCase(Locale.ROOT)));
        }
        return names;
    }
}
