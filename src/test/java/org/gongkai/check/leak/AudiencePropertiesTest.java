package org.gongkai.check.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.gongkai.feature.search.index.UnpackedIndex;
import org.gongkai.io.Digests;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFolder;

/** Sites of any shape, with a word of its own in everything that somebody may not see: no such word comes out. */
@Tag("slow")
class AudiencePropertiesTest {

    private static final List<String> SCOPES = List.of("社会", "全党", "本单位", "特定对象");
    private static final List<String> MARKUP = List.of("md", "adoc", "html");

    /** A version of an entry: for whom it is, whether it is out, and the word that stands in all of it. */
    private record Written(String path, String scope, boolean out, String word, byte[] attachment) {}

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void nothingHiddenComesOut(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Path folder = Files.createTempDirectory("gongkai-audiences-");
        SiteFolder site = new SiteFolder(folder.resolve("site"));
        Map<String, Set<String>> audiences = new TreeMap<>();
        audiences.put("甲", scopes(random));
        audiences.put("乙", scopes(random));
        site.file(
                "content/_data/site.yml",
                "受众:\n- {名称: 甲, 范围: " + audiences.get("甲") + "}\n- {名称: 乙, 范围: " + audiences.get("乙") + ", 目录: b}\n");
        GitFolder git = new GitFolder(site.root());
        List<Written> all = new ArrayList<>();
        Map<String, Written> now = new TreeMap<>();
        for (int commit = 0; commit < 3; commit++) {
            List<Written> touched = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                if (commit == 0 || random.nextInt(3) == 0) {
                    Written written = write(site, random, i, all.size());
                    now.put(written.path(), written);
                    all.add(written);
                    touched.add(written);
                }
            }
            StringBuilder message = new StringBuilder("修改");
            touched.forEach(written -> message.append(' ').append(written.word()));
            git.commit("2024-05-0" + (commit + 1), "某委员", message.toString());
        }

        site.built();

        audiences.forEach((name, scopes) -> {
            Path output = name.equals("甲") ? site.output() : site.root().resolve("target/site-b");
            List<Written> hidden = all.stream()
                    .filter(written -> !(written.out() && scopes.contains(written.scope())))
                    .toList();
            List<Written> gone = all.stream()
                    .filter(written -> !scopes.contains(now.get(written.path()).scope())
                            || !now.get(written.path()).out())
                    .toList();
            assertHolds(output, hidden);
            assertHolds(output, gone);
        });
        delete(folder);
    }

    private static Set<String> scopes(Random random) {
        Set<String> scopes = new java.util.TreeSet<>();
        scopes.add(SCOPES.get(random.nextInt(3)));
        scopes.add(SCOPES.get(random.nextInt(3)));
        return scopes;
    }

    private static Written write(SiteFolder site, Random random, int entry, int version) {
        String word = "canary" + (char) ('a' + entry) + version + "z";
        String ending = MARKUP.get(entry % MARKUP.size());
        String scope = SCOPES.get(random.nextInt(SCOPES.size()));
        boolean draft = scope.equals("特定对象") || random.nextInt(4) == 0;
        boolean later = random.nextInt(4) == 0;
        String path = "content/通知/e" + entry + "." + ending;
        String file = word + "-file.txt";
        byte[] attachment = ("text of " + word + "-attached").getBytes(StandardCharsets.UTF_8);
        site.file("content/通知/" + file, attachment);
        List<String> header = List.of(
                "发布日期: " + (later ? "2024-07-01" : "2024-04-0" + (1 + random.nextInt(9))),
                "栏目: [通知, 栏" + word + "]",
                "公开范围: " + scope,
                "状态: " + (draft ? "草稿" : "已发布"),
                "标签: [标" + word + ", 常见]",
                "索引号: " + word + "/2024-00001",
                "摘要: 摘要" + word,
                "附件: " + file);
        String body = "正文" + word + "。见[别处](" + file + ")。";
        StringBuilder text = new StringBuilder();
        if (ending.equals("adoc")) {
            text.append("= 标题").append(word).append('\n');
            header.forEach(line -> text.append(':').append(line).append('\n'));
            text.append("\n正文").append(word).append("。见 link:").append(file).append("[别处]。\n");
        } else {
            text.append("---\n标题: 标题").append(word).append('\n');
            header.forEach(line -> text.append(line).append('\n'));
            text.append("---\n\n")
                    .append(ending.equals("html") ? "<p>" + body + "</p>" : body)
                    .append('\n');
        }
        site.file(path, text.toString());
        return new Written(path, scope, !draft && !later, word, attachment);
    }

    private static void assertHolds(Path output, List<Written> hidden) {
        Map<String, String> files = SiteFolder.files(output);
        files.put("search", UnpackedIndex.legible(output));
        files.forEach((address, bytes) -> {
            for (Written written : hidden) {
                assertThat(address).doesNotContain(written.word());
                assertThat(bytes.contains(written.word()))
                        .as(address + " tells " + written)
                        .isFalse();
                assertThat(Digests.sha256(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                        .isNotEqualTo(Digests.sha256(written.attachment()));
            }
        });
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
