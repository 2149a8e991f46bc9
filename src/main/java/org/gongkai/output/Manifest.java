package org.gongkai.output;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gongkai.io.Digests;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;

/**
 * The list of files of an output, stored as {@code manifest.json}.
 *
 * @param generator name and version of the program
 * @param commit the commit from which the output was built, if any
 * @param asOf the date for which the output was built, ISO 8601
 * @param nextChange the next date on which a rebuild would differ, if any
 * @param files every other file, sorted by path
 */
public record Manifest(
        String generator, Optional<String> commit, String asOf, Optional<String> nextChange, List<OutputFile> files) {

    /** The usual file name. */
    public static final String NAME = "manifest.json";

    /** The file name for projects that have a file of the usual name. */
    public static final String OTHER_NAME = "gongkai-manifest.json";

    /**
     * One file.
     *
     * @param path address from the root of the site
     * @param size bytes
     * @param sha256 hash of its bytes, 64 hexadecimal digits in lower case
     */
    public record OutputFile(String path, long size, String sha256) {

        /** The file of some bytes. */
        public static OutputFile of(String path, byte[] bytes) {
            return new OutputFile(path, bytes.length, Digests.sha256(bytes));
        }

        private String line() {
            return "{\"path\": " + Json.of(path) + ", \"size\": " + size + ", \"sha256\": " + Json.of(sha256) + "}";
        }
    }

    /**
     * The manifest of an output to which all other files were added.
     *
     * @param version version of the program
     * @param commit the commit from which it was built, if any
     * @param asOf the date for which it was built
     * @param nextChange the next date on which a rebuild would differ, if any
     */
    public static Manifest of(
            Output output, String version, Optional<String> commit, LocalDate asOf, Optional<LocalDate> nextChange) {
        return new Manifest(
                "gongkai " + version,
                commit,
                asOf.toString(),
                nextChange.map(LocalDate::toString),
                List.copyOf(output.files()));
    }

    /** The text of the file: one line for each file, so that a person can compare two manifests. */
    public String json() {
        StringBuilder json = new StringBuilder(files.size() * 140 + 200);
        json.append("{\n\"generator\": ").append(Json.of(generator));
        json.append(",\n\"commit\": ").append(Json.of(commit));
        json.append(",\n\"asOf\": ").append(Json.of(asOf));
        json.append(",\n\"nextChange\": ").append(Json.of(nextChange));
        json.append(",\n\"files\": [");
        String separator = "\n";
        for (OutputFile file : files) {
            json.append(separator).append(file.line());
            separator = ",\n";
        }
        return json.append("\n]\n}\n").toString();
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        return json().getBytes(StandardCharsets.UTF_8);
    }

    /** The SHA-256 of the file. */
    public String hash() {
        return Digests.sha256(bytes());
    }

    /** The files by their paths. */
    public SortedMap<String, OutputFile> byPath() {
        SortedMap<String, OutputFile> byPath = new TreeMap<>();
        files.forEach(file -> byPath.put(file.path(), file));
        return byPath;
    }

    /** The manifest of the same site with other files. */
    public Manifest withFiles(Collection<OutputFile> others) {
        return new Manifest(generator, commit, asOf, nextChange, List.copyOf(others));
    }

    /**
     * The manifest after some files were changed or removed.
     *
     * @param changes their new bytes by path; empty for removed files
     */
    public Manifest withChanges(Map<String, Optional<byte[]>> changes) {
        SortedMap<String, OutputFile> changed = byPath();
        changes.forEach((path, bytes) -> changed.computeIfPresent(
                path, (same, file) -> bytes.map(now -> OutputFile.of(path, now)).orElse(null)));
        return withFiles(changed.values());
    }

    /** Reads manifests. */
    public static final class ManifestReader {

        private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
        private static final Set<String> FIELDS = Set.of("path", "size", "sha256");

        private ManifestReader() {}

        /**
         * The manifest that a text holds; empty unless every byte of the text is as {@link Manifest#json} writes it.
         */
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
         * The files listed by those lines of a text that are lines of a manifest; none that would lie outside its
         * folder.
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
}
