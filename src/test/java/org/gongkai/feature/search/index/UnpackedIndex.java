package org.gongkai.feature.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.feature.search.key.PackedKeys;
import org.gongkai.feature.search.pack.ScriptFile;
import org.gongkai.io.Json;

/** Everything that the search index of a built site says, in legible form. */
public final class UnpackedIndex {

    private static final Pattern STRINGS = Pattern.compile("\"([\u4000-\ubfff]*)\"");

    private final Path folder;

    /** @param site the folder of a built site */
    public UnpackedIndex(Path site) {
        this.folder = site.resolve("search");
    }

    /** The texts of all documents, each with its address, title and so on in lines. */
    public List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        TextUnpacker unpacker =
                new TextUnpacker(Json.object(arguments(folder.resolve("v.js"))).orElseThrow());
        for (Path file : files(Files.exists(folder.resolve("t.js")) ? "t.js" : "t")) {
            Matcher packed = STRINGS.matcher(arguments(file));
            while (packed.find()) {
                texts.add(unpacker.unpack(packed.group(1)));
            }
        }
        return texts;
    }

    /** All keys, and the phrases that references lead to; none of a small site. */
    public List<String> keys() throws IOException {
        List<String> keys = new ArrayList<>();
        if (Files.exists(folder.resolve("i"))) {
            int documents = texts().size();
            for (Path file : files("i")) {
                Matcher packed = STRINGS.matcher(arguments(file));
                while (packed.find()) {
                    PackedKeys entries = new PackedKeys(packed.group(1), documents);
                    for (int i = 0; i < entries.size(); i++) {
                        keys.add(entries.key(i));
                    }
                    keys.addAll(entries.references());
                }
            }
        }
        return keys;
    }

    /** The ids of all documents that keys list. */
    Set<Integer> listedDocuments() throws IOException {
        Set<Integer> documents = new TreeSet<>();
        int count = texts().size();
        for (Path file : files("i")) {
            Matcher packed = STRINGS.matcher(arguments(file));
            while (packed.find()) {
                new PackedKeys(packed.group(1), count)
                        .without(
                                id -> {
                                    documents.add(id);
                                    return false;
                                },
                                phrase -> false);
            }
        }
        return documents;
    }

    /** The manifest as it is, with the names of columns and so on. */
    public String manifest() throws IOException {
        return arguments(folder.resolve("m.js"));
    }

    private List<Path> files(String below) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(below))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String arguments(Path file) throws IOException {
        return ScriptFile.arguments(Files.readAllBytes(file));
    }

    /** Everything that the index of a site says; empty if it has none. */
    public static String legible(Path site) {
        try {
            UnpackedIndex index = new UnpackedIndex(site);
            return Files.exists(index.folder)
                    ? index.manifest() + String.join("\n", index.texts()) + String.join("\n", index.keys())
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
