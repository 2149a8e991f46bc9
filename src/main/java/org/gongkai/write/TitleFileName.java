package org.gongkai.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.io.DurableFile;
import org.gongkai.io.FileTrees;
import org.gongkai.site.address.Slugs;

/** Derives portable file names from titles. */
public final class TitleFileName {

    /** Maximum number of characters of a name; with an extension it fits into 255 bytes of UTF-8. */
    private static final int MAX = 60;

    /** Addresses of lists of entries. */
    private static final Pattern RESERVED = Pattern.compile("index|page-\\d+");

    /** What sounds alike has the same address; it remembers how words are read. */
    private static final Slugs SLUGS = new Slugs();

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
        Set<String> taken = Files.isDirectory(folder) ? addresses(folder) : Set.of();
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

    /** The addresses of the entries in a folder. */
    private static Set<String> addresses(Path folder) throws IOException {
        return FileTrees.children(folder).stream()
                .map(file -> Normalizer.normalize(file.getFileName().toString(), Normalizer.Form.NFC))
                .filter(name -> EntryFormat.ofEnding(SourceFile.ending(name)).isPresent())
                .map(name -> address(name.substring(0, name.lastIndexOf('.'))))
                .collect(Collectors.toSet());
    }

    /** The address of a name; files whose names differ in case only are one file on some disks. */
    public static String address(String name) {
        return SLUGS.of(name.toLowerCase(Locale.ROOT));
    }
}
