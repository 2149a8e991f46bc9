package org.gongkai.output;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.output.Manifest.OutputFile;

/** Reads manifests. */
public final class ManifestReader {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> FIELDS = Set.of("path", "size", "sha256");

    private ManifestReader() {}

    /** The manifest that a text holds; empty unless every byte of the text is as {@link Manifest#json} writes it. */
    public static Optional<Manifest> read(String text) {
        return Json.object(text).flatMap(ManifestReader::manifest).filter(read -> read.json()
                .equals(text));
    }

    private static Optional<Manifest> manifest(JsonObject fields) {
        try {
            return Optional.of(new Manifest(
                    fields.text("generator"),
                    fields.optionalText("commit"),
                    fields.text("asOf"),
                    fields.optionalText("nextChange"),
                    fields.objects("files").stream()
                            .flatMap(file -> file(file).stream())
                            .toList()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The files listed by those lines of a text that are lines of a manifest; none that would lie outside its folder.
     */
    static List<OutputFile> files(String text) {
        return text.lines()
                .filter(line -> line.startsWith("{\"path\": "))
                .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                .flatMap(line -> Json.object(line).stream())
                .flatMap(fields -> file(fields).stream())
                .toList();
    }

    private static Optional<OutputFile> file(JsonObject fields) {
        try {
            OutputFile file = new OutputFile(fields.text("path"), fields.number("size"), fields.text("sha256"));
            boolean outside = file.path().startsWith("/") || ("/" + file.path() + "/").contains("/../");
            return outside
                            || file.size() < 0
                            || !HASH.matcher(file.sha256()).matches()
                            || !FIELDS.equals(fields.fields().keySet())
                    ? Optional.empty()
                    : Optional.of(file);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
