package org.gongkai.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@DisplayName("The entries of a portal for a search server")
class SearchExportTest {

    private static final List<String> TEXTS =
            List.of("管网检修由党员突击队负责。", "检修管网的记录交给宣传委员。", "本月没有检修，管网运行正常。", "党员突击队清理了管网末端的阀门井。");

    @TempDir
    private Path folder;

    private Path list;

    @BeforeEach
    void twoSites() throws IOException {
        for (int i = 0; i < TEXTS.size(); i++) {
            new SiteFolder(folder.resolve("s" + i % 2))
                    .file("content/_data/site.yml", "名称: 第" + i + "支部\n网址: http://zb" + i % 2 + ".example/\n")
                    .file(
                            "content/" + i + ".md",
                            "---\n标题: 第" + i + "篇\n发布日期: 2024-01-0" + (i + 1) + "\n---\n\n" + TEXTS.get(i) + "\n");
        }
        Files.createDirectories(folder.resolve("www"));
        list = Files.writeString(
                folder.resolve("sites.yml"),
                """
                门户: {名称: 示例, 发布到: www/portal}
                站点:
                - {名称: 零, 代码: A, 来源: s0, 发布到: www/0}
                - {名称: 一, 代码: B, 来源: s1, 发布到: www/1}
                """);
        assertThat(run("publish", "--sites", list).status()).isZero();
        assertThat(portal("collect").status()).isZero();
    }

    @Test
    @DisplayName("are found there by the phrases that they hold, and by no others")
    void found() throws IOException {
        Path file = folder.resolve("search.ndjson");
        assertThat(portal("export", "search", "-o", file.toString()).out()).startsWith("4 条，公开对象“本单位”：");

        List<String> lines = Files.readAllLines(file);
        Map<String, JsonObject> entries = new TreeMap<>();
        for (int i = 0; i < lines.size(); i += 2) {
            JsonObject target = Json.object(lines.get(i))
                    .orElseThrow()
                    .optionalObject("index")
                    .orElseThrow();
            assertThat(target.text("_index")).isEqualTo("gongkai");
            entries.put(target.text("_id"), Json.object(lines.get(i + 1)).orElseThrow());
        }
        assertThat(entries.keySet())
                .containsExactly(
                        "A/articles/2024/0.html",
                        "A/articles/2024/2.html",
                        "B/articles/2024/1.html",
                        "B/articles/2024/3.html");
        assertThat(entries.get("B/articles/2024/3.html").text("url"))
                .isEqualTo("http://zb1.example/articles/2024/3.html");

        try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
                Analyzer analyzer = characters()) {
            try (IndexWriter index = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (Map.Entry<String, JsonObject> entry : entries.entrySet()) {
                    Document document = new Document();
                    document.add(new StringField("id", entry.getKey(), Store.YES));
                    document.add(new TextField("text", entry.getValue().text("text"), Store.NO));
                    index.addDocument(document);
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                for (String phrase : phrases()) {
                    List<String> ids = new ArrayList<>();
                    for (ScoreDoc hit : searcher.search(
                                    new QueryBuilder(analyzer).createPhraseQuery("text", phrase), 10)
                            .scoreDocs) {
                        ids.add(searcher.storedFields().document(hit.doc).get("id"));
                    }
                    assertThat(ids)
                            .as(phrase)
                            .containsExactlyInAnyOrderElementsOf(entries.entrySet().stream()
                                    .filter(entry ->
                                            entry.getValue().text("text").contains(phrase))
                                    .map(Map.Entry::getKey)
                                    .toList());
                }
            }
        }
    }

    /** The analyzer of {@code src/engines/opensearch/index.json}: one token for each character, marks and blanks as well. */
    private static Analyzer characters() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                NGramTokenizer characters = new NGramTokenizer(1, 1);
                return new TokenStreamComponents(characters, new LowerCaseFilter(characters));
            }
        };
    }

    /** Every phrase of two to six characters of the texts, and some that none has. */
    private static List<String> phrases() {
        List<String> phrases = new ArrayList<>(List.of("修管网检", "突击队负责管网", "阀门检修"));
        for (String text : TEXTS) {
            for (int from = 0; from < text.length(); from++) {
                for (int to = from + 2; to <= Math.min(text.length(), from + 6); to++) {
                    phrases.add(text.substring(from, to));
                }
            }
        }
        assertThat(phrases).hasSizeGreaterThan(150);
        return phrases;
    }

    @Test
    @DisplayName("are written for one audience, to a file and an index that may have their names")
    void wrong() {
        String file = folder.resolve("x.ndjson").toString();
        assertThat(portal("export", "search", "-o", file, "--audience", "社会").err())
                .startsWith("门户没有“社会”这个公开对象；有：本单位");
        assertThat(portal("export", "search", "-o", file, "--index", "公开").err())
                .startsWith("--index 只能用");
        assertThat(portal("export", "search", "-o", folder + "/no/x").status()).isEqualTo(2);
        assertThat(Path.of(file)).doesNotExist();
    }

    private Ran portal(String... args) {
        return run("portal", args, "--sites", list, "--work", folder.resolve("work"));
    }

    private static Ran run(Object... args) {
        return SiteFolder.run(args);
    }
}
