package org.gongkai.feature.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.function.IOTriConsumer;
import org.gongkai.feature.search.pack.ScriptFile;
import org.gongkai.io.FileLimit;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;

/**
 * The files of the index in a finished site.
 *
 * @param site the folder of the site
 * @param manifest what the search page loads first
 * @param unpacker unpacks its texts
 */
record IndexFolder(Path site, JsonObject manifest, TextUnpacker unpacker) {

    static final String MANIFEST = SearchIndex.FOLDER + "m.js";

    private static final String VOCABULARY = SearchIndex.FOLDER + "v.js";
    private static final Pattern TEXTS = Pattern.compile(SearchIndex.FOLDER + "t(?:/([0-9a-f]+)/(\\d+))?\\.js");
    private static final Pattern PACKED = Pattern.compile("\"([\u4000-\ubfff]*)\"");

    static IndexFolder of(Path site) throws IOException {
        return new IndexFolder(site, object(site, MANIFEST), new TextUnpacker(object(site, VOCABULARY)));
    }

    String arguments(String path) throws IOException {
        return arguments(site, path);
    }

    private static String arguments(Path site, String path) throws IOException {
        return ScriptFile.arguments(FileLimit.ofProcess().bytes(site.resolve(path)));
    }

    private static JsonObject object(Path site, String path) throws IOException {
        return Json.object(arguments(site, path)).orElseThrow(() -> new IllegalArgumentException(path + " is damaged"));
    }

    /** Visits the packed texts of all documents, file by file. */
    void visitTexts(Collection<String> files, IOTriConsumer<String, Integer, List<String>> visitor) throws IOException {
        int bits = (int) manifest.number("g");
        Map<String, Integer> blocks = new HashMap<>();
        if (manifest.has("blocks")) {
            manifest.lists("blocks")
                    .forEach(block -> blocks.put((String) block.get(1), ((Number) block.get(0)).intValue()));
        }
        for (String path : files) {
            Matcher file = TEXTS.matcher(path);
            if (file.matches()) {
                int first = file.group(1) == null
                        ? 0
                        : first(blocks, file.group(1), bits) + (Integer.parseInt(file.group(2)) << bits);
                List<String> texts = PACKED.matcher(arguments(path))
                        .results()
                        .map(text -> text.group(1))
                        .toList();
                visitor.accept(path, first, texts);
            }
        }
    }

    /** In an index of an earlier version the number of the folder tells it. */
    private static int first(Map<String, Integer> blocks, String folder, int bits) {
        return blocks.isEmpty()
                ? Integer.parseInt(folder) << 8 + bits
                : Optional.ofNullable(blocks.get(folder))
                        .orElseThrow(() -> new IllegalArgumentException(folder + " is no folder of texts"));
    }
}
