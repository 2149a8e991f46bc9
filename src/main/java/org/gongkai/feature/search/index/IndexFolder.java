package org.gongkai.feature.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.feature.search.pack.ScriptFile;
import org.gongkai.feature.search.text.TextUnpacker;
import org.gongkai.io.FileLimit;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;

/**
 * The files of the index in a finished site.
 *
 * @param site the folder of the site
 */
record IndexFolder(Path site) {

    static final String MANIFEST = SearchIndex.FOLDER + "m.js";

    private static final String VOCABULARY = SearchIndex.FOLDER + "v.js";
    private static final Pattern TEXTS = Pattern.compile(SearchIndex.FOLDER + "t(?:/(\\d+)/(\\d+))?\\.js");
    private static final Pattern PACKED = Pattern.compile("\"([\u4000-\ubfff]*)\"");

    /** Receives the content of files. */
    @FunctionalInterface
    interface Visitor<T> {
        /** @param first the id of the first document that the file can name */
        void file(String path, int first, T content) throws IOException;
    }

    String arguments(String path) throws IOException {
        return ScriptFile.arguments(FileLimit.ofProcess().bytes(site.resolve(path)));
    }

    JsonObject manifest() throws IOException {
        return object(MANIFEST);
    }

    TextUnpacker unpacker() throws IOException {
        return new TextUnpacker(object(VOCABULARY));
    }

    private JsonObject object(String path) throws IOException {
        return Json.object(arguments(path)).orElseThrow(() -> new IllegalArgumentException(path + " is damaged"));
    }

    /** Visits the packed texts of all documents, file by file. */
    void visitTexts(Collection<String> files, Visitor<List<String>> visitor) throws IOException {
        int bits = (int) manifest().number("g");
        for (String path : files) {
            Matcher file = TEXTS.matcher(path);
            if (file.matches()) {
                int first = file.group(1) == null
                        ? 0
                        : (Integer.parseInt(file.group(1)) << 8 | Integer.parseInt(file.group(2))) << bits;
                List<String> texts = PACKED.matcher(arguments(path))
                        .results()
                        .map(text -> text.group(1))
                        .toList();
                visitor.file(path, first, texts);
            }
        }
    }
}
