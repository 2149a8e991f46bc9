package org.gongkai.feature.search.index;

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
import org.apache.commons.io.function.IOTriConsumer;
import org.gongkai.feature.search.key.PackedKeys;
import org.gongkai.feature.search.pack.ScriptFile;
import org.gongkai.io.JsonObject;

/**
 * Removes pages from the index of a finished site: the answers taken from them, their texts, their ids in all lists of
 * documents, and the keys and references that only they contain. Their ids are not reassigned, so that nothing else
 * changes; the manifest lists them as gone.
 */
public final class IndexRedaction {

    private static final String MANIFEST = IndexFolder.MANIFEST;
    private static final Pattern KEYS = Pattern.compile(SearchIndex.FOLDER + "i/(\\d+)-.*\\.js");
    private static final Pattern GONE = Pattern.compile(",\"gone\":\\[[^\\]]*]");
    private static final String NOTHING = "\n\n\n\n";

    private final IndexFolder folder;
    private final Set<String> pages;
    private final TextFolding folding = new TextFolding();
    /** The folded texts that are removed, by id. */
    private final Map<Integer, String> gone = new TreeMap<>();

    private final Map<String, byte[]> changes = new TreeMap<>();

    private IndexRedaction(Path site, Set<String> pages) throws IOException {
        this.folder = IndexFolder.of(site);
        this.pages = pages;
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
        if (files.contains(SuggestionFile.ADDRESS)) {
            byte[] places = Files.readAllBytes(site.resolve(SuggestionFile.ADDRESS));
            redaction.changes.put(SuggestionFile.ADDRESS, SuggestionFile.without(pages, places));
        }
        if (!redaction.gone.isEmpty()) {
            redaction.removeKeys(files);
            redaction.markAsGone();
        }
        return redaction.changes;
    }

    private void removeTexts(Collection<String> files) throws IOException {
        String nothing = new TextPacker(Vocabulary.ofProgram()).pack(NOTHING);
        folder.visitTexts(files, (path, first, packed) -> {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < packed.size(); i++) {
                String text = folder.unpacker().unpack(packed.get(i));
                boolean isGone = pages.contains(text.lines().findFirst().orElse(""));
                if (isGone) {
                    gone.put(first + i, folded(text));
                }
                texts.add(isGone ? nothing : packed.get(i));
            }
            if (!texts.equals(packed)) {
                put(path, texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(",", "[", "]")));
            }
        });
    }

    private void removeKeys(Collection<String> files) throws IOException {
        Set<String> phrases = phrasesOfNoneElse(files);
        visitKeys(files, (path, first, keys) -> keys.without(id -> gone.containsKey(first + id), phrases::contains)
                .ifPresent(left -> put(path, '"' + left.toString() + '"')));
    }

    /** Returns the phrases of references that no remaining text contains. */
    private Set<String> phrasesOfNoneElse(Collection<String> files) throws IOException {
        Set<String> phrases = new TreeSet<>();
        visitKeys(files, (path, first, keys) -> keys.references().stream()
                .filter(phrase -> gone.values().stream().anyMatch(text -> text.contains(phrase)))
                .forEach(phrases::add));
        folder.visitTexts(files, (path, first, texts) -> {
            for (int i = 0; i < texts.size() && !phrases.isEmpty(); i++) {
                if (!gone.containsKey(first + i)) {
                    String text = folded(folder.unpacker().unpack(texts.get(i)));
                    phrases.removeIf(text::contains);
                }
            }
        });
        return phrases;
    }

    private String folded(String text) {
        return text.lines().map(folding::fold).collect(Collectors.joining("\n"));
    }

    private void visitKeys(Collection<String> files, IOTriConsumer<String, Integer, PackedKeys> visitor)
            throws IOException {
        List<JsonObject> segments = folder.manifest().objects("segs");
        for (String path : files) {
            Matcher file = KEYS.matcher(path);
            if (file.matches()) {
                JsonObject segment = segments.get(Integer.parseInt(file.group(1)));
                String packed = folder.arguments(path).replace("\"", "");
                visitor.accept(path, (int) segment.number("from"), new PackedKeys(packed, (int) segment.number("n")));
            }
        }
    }

    /** The days of their 公示 go with them. */
    private void markAsGone() throws IOException {
        Set<Integer> all = new TreeSet<>(gone.keySet());
        if (folder.manifest().has("gone")) {
            all.addAll(folder.manifest().numbers("gone"));
        }
        String days = "\\[(?:" + all.toString().replaceAll("[\\[ \\]]", "").replace(',', '|') + "),\"\\d{4}-[^\\]]*],?";
        String left = folder.arguments(MANIFEST).replaceAll(days, "").replace("\"],]", "\"]]");
        put(
                MANIFEST,
                GONE.matcher(left.substring(0, left.length() - 1)).replaceFirst("") + ",\"gone\":"
                        + all.toString().replace(" ", "") + "}");
    }

    private void put(String path, String arguments) {
        changes.put(path, ScriptFile.call(arguments));
    }
}
