package org.gongkai.write.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.io.Digests;
import org.gongkai.io.DurableFile;
import org.gongkai.io.FileTrees;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.preview.http.HttpFailure;

/**
 * Records drafts, one file for each entry and window. A draft that was recorded survives a crash of the program and of
 * the machine; two windows never overwrite each other's.
 *
 * @param folder where drafts are recorded; outside everything that git tracks
 */
record Drafts(Path folder, Clock clock) {

    private static final String ENDING = ".json";
    private static final Pattern WINDOW = Pattern.compile("[0-9a-f]{16}");

    /**
     * A text that is not yet in its file.
     *
     * @param path the path of the entry
     * @param window the window of the browser in which it was typed
     * @param base the version of the file that it was made from; empty if there was no file
     * @param time when it was typed
     * @param text the whole text of the entry
     */
    record Draft(String path, String window, String base, Instant time, String text) {

        /** The draft as pages receive it. */
        Map<String, Object> json() {
            Map<String, Object> fields = JsonObject.fields(this);
            fields.remove("text");
            fields.putAll(EntryApi.parts(path, text));
            return fields;
        }
    }

    /** Records a text instead of the one before. */
    void put(String path, String window, String base, String text) throws IOException {
        Files.createDirectories(folder);
        Draft draft = new Draft(path, window, base, clock.instant(), text);
        DurableFile.put(file(path, window), Json.of(draft).getBytes(StandardCharsets.UTF_8));
    }

    /** Removes the draft of a window; does nothing if there is none. */
    void remove(String path, String window) throws IOException {
        Files.deleteIfExists(file(path, window));
    }

    static String window(JsonObject body) {
        String window = body.text("window");
        if (!WINDOW.matcher(window).matches()) {
            throw new HttpFailure(400, "发来的内容不完整，请重新打开这一页。");
        }
        return window;
    }

    /** The drafts of an entry that differ from its file, the latest first; the others are removed. */
    List<Draft> of(String path, String text) throws IOException {
        List<Draft> different = new ArrayList<>();
        for (Draft draft : all()) {
            if (!draft.path().equals(path)) {
                continue;
            }
            if (draft.text().equals(text)) {
                remove(path, draft.window());
            } else {
                different.add(draft);
            }
        }
        return different;
    }

    /** All drafts, the latest first. Files that are no drafts, or are removed meanwhile, are skipped. */
    List<Draft> all() throws IOException {
        List<Draft> drafts = new ArrayList<>();
        for (Path file : FileTrees.children(folder)) {
            if (file.toString().endsWith(ENDING)) {
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
            return Json.object(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    .map(fields -> fields.to(Draft.class));
        } catch (IllegalArgumentException | DateTimeParseException | NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path file(String path, String window) {
        byte[] digest = Digests.sha256().digest((path + "\n" + window).getBytes(StandardCharsets.UTF_8));
        return folder.resolve(HexFormat.of().formatHex(digest, 0, 16) + ENDING);
    }
}
