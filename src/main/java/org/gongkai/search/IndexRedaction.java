package org.gongkai.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.search.key.PackedKeys;
import org.gongkai.search.pack.ScriptFile;
import org.gongkai.search.text.TextPacker;
import org.gongkai.search.text.TextUnpacker;
import org.gongkai.search.text.Vocabulary;

/**
 * Removes pages from the index of a finished site: their texts become empty, no list of documents names them, and keys
 * that only they hold are gone. Their ids remain, and the manifest lists them as gone, so that nothing else changes.
 */
public final class IndexRedaction {

    private static final String MANIFEST = SearchIndex.FOLDER + "m.js";
    private static final String VOCABULARY = SearchIndex.FOLDER + "v.js";
    private static final Pattern TEXTS = Pattern.compile(SearchIndex.FOLDER + "t(?:/(\\d+)/(\\d+))?\\.js");
    private static final Pattern KEYS = Pattern.compile(SearchIndex.FOLDER + "i/(\\d+)-.*\\.js");
    private static final Pattern PACKED = Pattern.compile("\"([\u4000-\ubfff]*)\"");
    private static final Pattern GONE = Pattern.compile(",\"gone\":\\[[^\\]]*]");
    private static final String NOTHING = "\n\n\n\n";

    private final Path site;
    private final Set<String> pages;
    private final JsonObject manifest;
    private final Set<Integer> gone = new TreeSet<>();
    private final Map<String, byte[]> changes = new TreeMap<>();

    private IndexRedaction(Path site, Set<String> pages) throws IOException {
        this.site = site;
        this.pages = pages;
        this.manifest = object(MANIFEST);
    }

    /**
     * Returns the new bytes of all files of an index that change, by path; empty if it does not know the pages.
     *
     * @param site the folder of the site
     * @param files the paths of its files
     * @param pages the addresses of the pages
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if a file of the index is damaged
     */
    public static Map<String, byte[]> changes(Path site, Collection<String> files, Set<String> pages)
            throws IOException {
        if (!files.contains(MANIFEST)) {
            return Map.of();
        }
        IndexRedaction redaction = new IndexRedaction(site, pages);
        redaction.removeTexts(files);
        if (!redaction.gone.isEmpty()) {
            redaction.removeKeys(files);
            redaction.markAsGone();
        }
        return redaction.changes;
    }

    private String arguments(String path) throws IOException {
        return ScriptFile.arguments(Files.readAllBytes(site.resolve(path)));
    }

    private JsonObject object(String path) throws IOException {
        return Json.object(arguments(path)).orElseThrow(() -> new IllegalArgumentException(path + " is damaged"));
    }

    private void removeTexts(Collection<String> files) throws IOException {
        TextUnpacker unpacker = new TextUnpacker(object(VOCABULARY));
        String nothing = new TextPacker(Vocabulary.ofProgram()).pack(NOTHING);
        int bits = (int) manifest.number("g");
        for (String path : files) {
            Matcher file = TEXTS.matcher(path);
            if (!file.matches()) {
                continue;
            }
            int first = file.group(1) == null
                    ? 0
                    : (Integer.parseInt(file.group(1)) << 8 | Integer.parseInt(file.group(2))) << bits;
            List<String> texts = new ArrayList<>();
            boolean changed = false;
            Matcher packed = PACKED.matcher(arguments(path));
            while (packed.find()) {
                boolean isGone = pages.contains(
                        unpacker.unpack(packed.group(1)).lines().findFirst().orElse(""));
                if (isGone) {
                    gone.add(first + texts.size());
                    changed = true;
                }
                texts.add(isGone ? nothing : packed.group(1));
            }
            if (changed) {
                put(path, texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(",", "[", "]")));
            }
        }
    }

    private void removeKeys(Collection<String> files) throws IOException {
        List<JsonObject> segments = manifest.objects("segs");
        for (String path : files) {
            Matcher file = KEYS.matcher(path);
            if (!file.matches()) {
                continue;
            }
            JsonObject segment = segments.get(Integer.parseInt(file.group(1)));
            int first = (int) segment.number("from");
            String packed = arguments(path).replace("\"", "");
            new PackedKeys(packed, (int) segment.number("n"))
                    .without(id -> gone.contains(first + id))
                    .ifPresent(left -> put(path, '"' + left.toString() + '"'));
        }
    }

    private void markAsGone() throws IOException {
        Set<Integer> all = new TreeSet<>(gone);
        if (manifest.has("gone")) {
            all.addAll(manifest.numbers("gone"));
        }
        String text = GONE.matcher(arguments(MANIFEST)).replaceFirst("");
        put(
                MANIFEST,
                text.substring(0, text.length() - 1) + ",\"gone\":"
                        + all.toString().replace(" ", "") + "}");
    }

    private void put(String path, String arguments) {
        changes.put(path, ScriptFile.call(arguments));
    }
}
