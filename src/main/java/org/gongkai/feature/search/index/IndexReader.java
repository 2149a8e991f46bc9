package org.gongkai.feature.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.io.function.IOConsumer;
import org.gongkai.feature.search.pack.BitReader;
import org.gongkai.site.SearchDocument;

/**
 * Reads the documents of the index of a finished site, made by any version of the program, with the values by which
 * hits are filtered. Documents that were taken down are skipped. All methods throw an {@link IllegalArgumentException}
 * if a file of the index is damaged.
 */
public final class IndexReader {

    private final IndexFolder folder;

    /**
     * A document.
     *
     * @param isHelp whether it explains the site
     * @param notice its 公示 period, of new entries also after its end
     */
    public record Document(
            SearchDocument text,
            List<String> columns,
            List<String> years,
            List<String> kinds,
            boolean isHelp,
            Optional<Notice> notice) {}

    /** A period with its first and last day. */
    public record Notice(LocalDate from, LocalDate to) {}

    public IndexReader(Path site) throws IOException {
        this.folder = IndexFolder.of(site);
    }

    /** Whether the files of a site hold an index. */
    public static boolean isIn(Collection<String> files) {
        return files.contains(IndexFolder.MANIFEST);
    }

    /**
     * Visits all documents.
     *
     * @param files the paths of the files of the site
     */
    public void visit(Collection<String> files, IOConsumer<Document> visitor) throws IOException {
        List<String> columns = names("columns");
        List<String> years = names("years");
        List<String> kinds = names("kinds");
        Set<String> help = new HashSet<>(pick(columns, folder.manifest().numbers("help")));
        List<String> combinations = names("combos");
        int[] combination = combinations();
        Set<Integer> gone =
                folder.manifest().has("gone") ? new HashSet<>(folder.manifest().numbers("gone")) : Set.of();
        Map<Integer, Notice> notices = notices();
        folder.visitTexts(files, (path, first, texts) -> {
            for (int i = 0; i < texts.size(); i++) {
                int id = first + i;
                if (gone.contains(id)) {
                    continue;
                }
                String[] facets = combinations.get(combination[id]).split("\\|", -1);
                List<String> own = pick(columns, facets[0]);
                visitor.accept(new Document(
                        SearchDocument.ofLines(folder.unpacker().unpack(texts.get(i))),
                        own,
                        pick(years, facets[1]),
                        pick(kinds, facets[2]),
                        !own.isEmpty() && help.containsAll(own),
                        Optional.ofNullable(notices.get(id))));
            }
        });
    }

    private int[] combinations() {
        BitReader bits = new BitReader(folder.manifest().text("attr"));
        int width = (int) folder.manifest().number("bits");
        return IntStream.range(0, (int) folder.manifest().number("n"))
                .map(id -> bits.bits(width))
                .toArray();
    }

    private Map<Integer, Notice> notices() {
        Map<Integer, Notice> notices = new HashMap<>();
        for (List<?> notice : folder.manifest().lists("open")) {
            notices.put(((Number) notice.get(0)).intValue(), new Notice(day(notice.get(1)), day(notice.get(2))));
        }
        return notices;
    }

    private static LocalDate day(Object text) {
        return LocalDate.parse((String) text);
    }

    private List<String> names(String field) {
        String names = folder.manifest().text(field);
        return names.isEmpty() ? List.of() : List.of(names.split("\n", -1));
    }

    private static List<String> pick(List<String> names, String numbers) {
        return pick(
                names,
                Arrays.stream(numbers.split(","))
                        .filter(number -> !number.isEmpty())
                        .map(Integer::valueOf)
                        .toList());
    }

    private static List<String> pick(List<String> names, List<Integer> numbers) {
        return numbers.stream().map(names::get).toList();
    }
}
