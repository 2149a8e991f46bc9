package org.gongkai.feature.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.cache.CacheStore;
import org.gongkai.io.WorkPool;
import org.gongkai.output.Manifest;
import org.gongkai.output.OutputTransaction;
import org.gongkai.output.StagedOutput;
import org.gongkai.site.SearchDocument;
import org.gongkai.site.SearchDocument.Block;
import org.gongkai.site.SearchDocument.SearchableEntry;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;

/** An index that is brought up to date is the index that would be made from nothing. */
class SearchIndexUpdateTest extends FolderFixture {

    private static final int DOCUMENTS = 900;

    private final Random random = new Random(3);
    private final List<SearchDocument> documents = new ArrayList<>();

    @Test
    void aChangedSentenceChangesFewFiles() throws IOException {
        write();
        Map<String, String> before = site("site");
        change(412);
        write();

        Map<String, String> after = site("site");
        assertThat(after).isEqualTo(fromNothing());
        long changed = after.entrySet().stream()
                .filter(file -> !file.getValue().equals(before.get(file.getKey())))
                .count();
        assertThat(changed).isBetween(2L, before.size() / 3L);
    }

    @Test
    void afterAnyEditsItIsAsIfMadeFromNothing() throws IOException {
        write();
        for (int i = 0; i < 12; i++) {
            edit(i);
            write();
            assertThat(site("site")).as("edit %s", i).isEqualTo(fromNothing());
        }
    }

    @Test
    void documentsThatAreAddedToManyChangeNoKeysOfTheEarlierOnes() throws IOException {
        addUpTo(4095);
        for (int count : List.of(4096, 4097, 4100, 5120, 5121)) {
            write();
            Map<String, String> before = site("site");
            addUpTo(count);
            write();

            Map<String, String> after = site("site");
            assertThat(after).as("%s documents", count).isEqualTo(fromNothing());
            assertThat(keysOfTheFirst(after).equals(keysOfTheFirst(before)))
                    .as("%s documents", count)
                    .isEqualTo(count % 1024 != 0);
        }
        documents.remove(documents.size() - 1);
        change(documents.size() - 1);
        write();
        assertThat(site("site")).isEqualTo(fromNothing());
    }

    @Test
    void documentsOfEarlierDaysChangeOnlyWhatIsBehindThem() throws IOException {
        addUpTo(4200);
        write();
        Map<String, String> before = site("site");
        documents.add(4150, document(9998));
        documents.add(4180, document(9999));
        change(4190);
        write();

        Map<String, String> after = site("site");
        assertThat(after).isEqualTo(fromNothing());
        assertThat(keysOfTheFirst(after)).isEqualTo(keysOfTheFirst(before));
        documents.remove(4180);
        documents.add(10, document(9997));
        write();
        Map<String, String> last = site("site");
        assertThat(last).isEqualTo(fromNothing());
        assertThat(last.keySet().stream()
                        .filter(name ->
                                name.matches("(.*/)?t/.*") && !last.get(name).equals(after.get(name)))
                        .map(name -> name.replaceFirst("[^/]*$", ""))
                        .distinct())
                .as("folders of texts: of the document that was added, and of that which was removed")
                .hasSizeBetween(1, 2);
    }

    private void addUpTo(int count) {
        while (documents.size() < count) {
            SearchDocument whole = document(documents.size());
            documents.add(new SearchDocument(
                    whole.address(),
                    whole.title(),
                    whole.day(),
                    whole.tags(),
                    whole.initials(),
                    List.of(
                            new Block(sentence(1), SearchDocument.HEADING),
                            new Block(sentence(1), SearchDocument.TEXT))));
        }
    }

    /** The files of keys and routers of the first segment. */
    private static Map<String, String> keysOfTheFirst(Map<String, String> site) {
        Map<String, String> keys = new TreeMap<>(site);
        keys.keySet().removeIf(name -> !name.matches("[ir]/0-.*"));
        return keys;
    }

    @Test
    void nothingIsWrittenIfNothingChanges() throws IOException {
        write();
        assertThat(write()).as("files written").isZero();
    }

    @Test
    void missingAndDamagedFilesAreMadeAgain() throws IOException {
        write();
        try (Stream<Path> keys = Files.list(folder.resolve("site/search/i"))) {
            List<Path> some =
                    keys.sorted().filter(file -> file.hashCode() % 3 == 0).toList();
            for (Path file : some) {
                Files.delete(file);
            }
        }
        Path texts = folder.resolve("texts/0");
        byte[] bytes = Files.readAllBytes(texts);
        for (int i = 0; i < bytes.length; i += 5000) {
            bytes[i]++;
        }
        Files.write(texts, bytes);
        change(100);
        write();

        assertThat(site("site")).isEqualTo(fromNothing());
    }

    @Test
    void aFolderThatCannotBeWrittenIsDoneWithout() throws IOException {
        Files.writeString(folder.resolve("texts"), "a file in the place of the folder");
        write();

        assertThat(site("site")).isEqualTo(fromNothing());
        assertThat(folder.resolve("scratch-of-site")).doesNotExist();
        change(5);
        write();
        assertThat(site("site")).isEqualTo(fromNothing());
    }

    @Test
    @Promise("a takedown removes a page from the indexes")
    void pagesThatAreTakenDownAreInNoFileAndAllOthersRemain() throws IOException {
        write();
        SearchDocument gone = documents.get(300);
        UnpackedIndex index = new UnpackedIndex(folder.resolve("site"));
        List<String> texts = index.texts();
        int files = site("site").size();

        assertThat(takeDown(Set.of(gone.address()))).contains("search/m.js").hasSizeLessThan(files);

        assertThat(index.manifest()).contains("\"gone\":[300]").doesNotContain("[300,");
        List<String> left = index.texts();
        assertThat(left).hasSameSizeAs(texts).filteredOn(String::isBlank).hasSize(1);
        texts.removeIf(text -> text.startsWith(gone.address()));
        assertThat(left).containsAll(texts);
        assertThat(index.listedDocuments()).doesNotContain(300).contains(299, 301);
        assertThat(site("site")).hasSize(files);
        assertThat(takeDown(Set.of(gone.address()))).isEmpty();
    }

    @Test
    @Promise("a takedown removes a page from the indexes")
    void aSentenceOfPagesThatAreTakenDownIsInNoKeyUnlessOthersHoldIt() throws IOException {
        write();
        List<String> addresses = new ArrayList<>();
        for (int id = 100; id < 180; id++) {
            addresses.add(documents.get(id).address());
            addBlock(id, "渡船靠岸后清点" + random.nextInt(90));
        }
        write();
        UnpackedIndex index = new UnpackedIndex(folder.resolve("site"));
        assertThat(index.keys()).contains("渡船靠岸");

        takeDown(Set.copyOf(addresses.subList(1, addresses.size())));
        assertThat(index.keys()).contains("渡船靠岸");

        takeDown(Set.of(addresses.get(0)));
        assertThat(index.keys()).noneMatch(key -> key.contains("靠岸"));
    }

    /** Returns the paths of the files that change. */
    private Set<String> takeDown(Set<String> pages) throws IOException {
        List<String> paths =
                site("site").keySet().stream().map(name -> "search/" + name).toList();
        Map<String, byte[]> changes = IndexRedaction.changes(folder.resolve("site"), paths, pages);
        for (Map.Entry<String, byte[]> change : changes.entrySet()) {
            Files.write(folder.resolve("site").resolve(change.getKey()), change.getValue());
        }
        return changes.keySet();
    }

    private void addBlock(int id, String text) {
        SearchDocument old = documents.get(id);
        documents.set(id, old.before(List.of(new Block(text, SearchDocument.TEXT))));
    }

    private void edit(int kind) {
        switch (kind % 6) {
            case 0, 3 -> change(random.nextInt(documents.size()));
            case 1 -> documents.add(document(documents.size()));
            case 2 -> retitle(random.nextInt(documents.size()));
            case 4 -> documents.remove(random.nextInt(documents.size()));
            default -> {
                documents.add(document(documents.size()));
                change(0);
                change(documents.size() - 2);
            }
        }
    }

    private void change(int id) {
        SearchDocument old = documents.get(id);
        List<Block> blocks = new ArrayList<>(old.blocks());
        blocks.set(1, new Block(sentence(2) + "另行通知" + random.nextInt(100), SearchDocument.TEXT));
        documents.set(
                id, new SearchDocument(old.address(), old.title(), old.day(), old.tags(), old.initials(), blocks));
    }

    private void retitle(int id) {
        SearchDocument old = documents.get(id);
        documents.set(
                id,
                new SearchDocument(old.address(), old.title() + "（更正）", old.day(), List.of("更正"), "gz", old.blocks()));
    }

    private SearchDocument document(int id) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block("一、" + sentence(1), SearchDocument.HEADING));
        for (int i = 0; i < 6; i++) {
            blocks.add(new Block(sentence(4), SearchDocument.TEXT));
        }
        return new SearchDocument(
                "a/" + random.nextInt(1_000_000) + "-" + id + ".html",
                "关于" + sentence(1) + "的通知" + id,
                LocalDate.of(2020, 1, 1).plusDays(id).toString(),
                List.of("标签" + id % 7),
                "gy" + (char) ('a' + id % 26),
                blocks);
    }

    /** Few words make frequent pairs, whose keys are long; now and then a character that nobody else has. */
    private String sentence(int parts) {
        String[] words = {"党支部", "召开", "会议", "学习", "讨论", "整改", "措施", "责任人", "完成", "本月", "主题党日", "，", "。", "ABC", "12"};
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < parts * 8; i++) {
            sentence.append(
                    random.nextInt(40) == 0
                            ? Character.toString(0x4e00 + random.nextInt(9000))
                            : words[random.nextInt(words.length)]);
        }
        return sentence.toString();
    }

    private int write() throws IOException {
        if (documents.isEmpty()) {
            for (int i = 0; i < DOCUMENTS; i++) {
                documents.add(document(i));
            }
        }
        CacheStore records = CacheStore.of(folder.resolve("records"), "test");
        int written = write("site", records, folder.resolve("texts"));
        records.save();
        return written;
    }

    private Map<String, String> fromNothing() throws IOException {
        Path fresh = Files.createTempDirectory(folder, "fresh");
        write(folder.relativize(fresh).toString(), CacheStore.NONE, fresh.resolveSibling("scratch"));
        return site(folder.relativize(fresh).toString());
    }

    private int write(String site, CacheStore records, Path texts) throws IOException {
        try (StagedOutput output = new StagedOutput(folder.resolve(site));
                WorkPool pool = new WorkPool(2)) {
            try (SearchIndex index =
                    new SearchIndex(documents.size(), records, texts, folder.resolve("scratch-of-" + site))) {
                for (int i = 0; i < documents.size(); i++) {
                    SearchDocument document = documents.get(i);
                    index.add(i, document.address(), new SearchableEntry(document::lines, () -> document));
                }
                index.write(output, facets(), pool);
            }
            Manifest manifest =
                    new Manifest("test", Optional.empty(), "2026-01-01", Optional.empty(), List.copyOf(output.files()));
            return OutputTransaction.commit(Map.of(output, manifest)).get(0);
        }
    }

    private SearchFacets facets() {
        return new SearchFacets(
                List.of("通知"),
                List.of(),
                List.of("2020"),
                List.of("通知"),
                documents.stream()
                        .map(document -> new SearchFacets.Values(List.of(0), List.of(0), List.of(0)))
                        .toList(),
                List.of(new SearchFacets.Notice(300, LocalDate.EPOCH, LocalDate.EPOCH)));
    }

    private Map<String, String> site(String name) {
        return SiteFolder.files(folder.resolve(name).resolve("search"));
    }
}
