package org.gongkai.write.desk.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.io.Digests;
import org.gongkai.io.DurableFile;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;

/**
 * Records drafts, one file for each entry and window. A draft that was recorded survives a crash of the program and of
 * the machine; two windows never overwrite each other's.
 *
 * @param folder where drafts are recorded; outside everything that git tracks
 */
public record DraftJournal(Path folder) {

    private static final String ENDING = ".json";

    /** Records a draft instead of the one before. */
    public void put(Draft draft) throws IOException {
        Files.createDirectories(folder);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", draft.path());
        fields.put("window", draft.window());
        fields.put("base", draft.base());
        fields.put("time", draft.time().toString());
        fields.put("text", draft.text());
        DurableFile.put(file(draft.path(), draft.window()), Json.of(fields).getBytes(StandardCharsets.UTF_8));
    }

    /** Removes the draft of a window; does nothing if there is none. */
    public void remove(String path, String window) throws IOException {
        Files.deleteIfExists(file(path, window));
    }

    /** The drafts of an entry, the latest first. */
    public List<Draft> of(String path) throws IOException {
        return all().stream().filter(draft -> draft.path().equals(path)).toList();
    }

    /** All drafts, the latest first. Files that are no drafts, or are removed meanwhile, are skipped. */
    public List<Draft> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Draft> drafts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).toList()) {
                read(file).ifPresent(drafts::add);
            }
        }
        drafts.sort(Comparator.comparing(Draft::time)
                .reversed()
                .thenComparing(Draft::path)
                .thenComparing(Draft::window));
        return drafts;
    }

    private static Optional<Draft> read(Path file) throws IOException {
        try {
            Optional<JsonObject> fields = Json.object(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            return fields.map(draft -> new Draft(
                    draft.text("path"),
                    draft.text("window"),
                    draft.text("base"),
                    draft.text("text"),
                    Instant.parse(draft.text("time"))));
        } catch (IllegalArgumentException | DateTimeParseException | NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path file(String path, String window) {
        byte[] digest = Digests.sha256().digest((path + "\n" + window).getBytes(StandardCharsets.UTF_8));
        return folder.resolve(HexFormat.of().formatHex(digest, 0, 16) + ENDING);
    }
}
