package org.gongkai.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.output.Manifest.OutputFile;

/** Reads a manifest that this program wrote. A text of any length is read in a time that grows as it does. */
public final class ManifestReader {

    private static final int HASH = 64;

    private ManifestReader() {}

    /** The manifest, empty unless every byte of the text is as this program writes it. */
    public static Optional<Manifest> read(String text) {
        ManifestText in = new ManifestText(text, 0);
        in.skip("{\n\"generator\": ");
        String generator = in.quoted();
        in.skip(",\n\"commit\": ");
        Optional<String> commit = in.perhaps();
        in.skip(",\n\"asOf\": ");
        String asOf = in.quoted();
        in.skip(",\n\"nextChange\": ");
        Optional<String> nextChange = in.perhaps();
        in.skip(",\n\"files\": [");
        return in.failed()
                ? Optional.empty()
                : Optional.of(new Manifest(generator, commit, asOf, nextChange, files(text)))
                        .filter(read -> read.json().equals(text));
    }

    /** The files that a text lists, whatever else it may be; none that would lie outside its folder. */
    static List<OutputFile> files(String text) {
        List<OutputFile> files = new ArrayList<>();
        for (int line = 0; line >= 0; line = next(text, line)) {
            file(new ManifestText(text, line)).ifPresent(files::add);
        }
        return files;
    }

    private static int next(String text, int line) {
        int end = text.indexOf('\n', line);
        return end < 0 ? -1 : end + 1;
    }

    private static Optional<OutputFile> file(ManifestText in) {
        in.skip("{\"path\": ");
        String path = in.quoted();
        in.skip(", \"size\": ");
        long size = in.size();
        in.skip(", \"sha256\": \"");
        String hash = in.hash(HASH);
        in.skip("\"}");
        boolean outside = path.startsWith("/") || ("/" + path + "/").contains("/../");
        return in.failed() || outside ? Optional.empty() : Optional.of(new OutputFile(path, size, hash));
    }
}
