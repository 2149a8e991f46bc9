package org.gongkai.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.output.Manifest.OutputFile;

/** Reads a manifest that this program wrote. */
public final class ManifestReader {

    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern HEAD = Pattern.compile("\\{\\n\"generator\": " + TEXT + ",\\n\"commit\": (?:null|"
            + TEXT + "),\\n\"asOf\": " + TEXT + ",\\n\"nextChange\": (?:null|" + TEXT + "),\\n\"files\": \\[");
    private static final Pattern FILE = Pattern.compile(
            "^\\{\"path\": " + TEXT + ", \"size\": (\\d{1,18}), \"sha256\": \"([0-9a-f]{64})\"}", Pattern.MULTILINE);

    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u([0-9a-f]{4})|(.))");

    private ManifestReader() {}

    /** The manifest, empty unless every byte of the text is as this program writes it. */
    public static Optional<Manifest> read(String text) {
        Matcher head = HEAD.matcher(text);
        if (!head.lookingAt()) {
            return Optional.empty();
        }
        Manifest manifest = new Manifest(
                plain(head.group(1)),
                Optional.ofNullable(head.group(2)).map(ManifestReader::plain),
                plain(head.group(3)),
                Optional.ofNullable(head.group(4)).map(ManifestReader::plain),
                files(text));
        return Optional.of(manifest).filter(read -> read.json().equals(text));
    }

    /** The files that a text lists, whatever else it may be; none that would lie outside its folder. */
    static List<OutputFile> files(String text) {
        List<OutputFile> files = new ArrayList<>();
        Matcher file = FILE.matcher(text);
        while (file.find()) {
            String path = plain(file.group(1));
            if (!path.startsWith("/") && !("/" + path + "/").contains("/../")) {
                files.add(new OutputFile(path, Long.parseLong(file.group(2)), file.group(3)));
            }
        }
        return files;
    }

    private static String plain(String quoted) {
        return ESCAPED.matcher(quoted)
                .replaceAll(mark -> Matcher.quoteReplacement(
                        mark.group(1) == null
                                ? mark.group(2)
                                : String.valueOf((char) Integer.parseInt(mark.group(1), 16))));
    }
}
