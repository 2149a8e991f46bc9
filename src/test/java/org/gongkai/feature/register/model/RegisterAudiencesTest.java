package org.gongkai.feature.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one audience may not see changes no byte of the registers that it reads. */
@Tag("slow")
class RegisterAudiencesTest {

    /** Entries that everybody may see; the others are for the unit alone. */
    private static final Set<String> PUBLIC =
            Set.of("dues", "volunteering", "rules", "plans", "announcements", "circulars");

    private static final String AUDIENCES =
            """
            名称: 第一党支部党务公开
            机构代码: DYZB
            监督: 一楼意见箱
            公布应办事项: 是
            公开对象:
              - {名称: 本单位, 范围: [社会, 全党, 本单位]}
              - {名称: 群众, 范围: [社会], 目录: qunzhong}
            """;

    @Test
    void entriesForOthersChangeNothing(@TempDir Path folder) {
        Predicate<Draft> isPublic = draft -> PUBLIC.contains(draft.name().split("/")[0]);
        Path all = folder.resolve("all");
        Path some = folder.resolve("some");
        build(all, draft -> true, isPublic);
        build(some, isPublic, isPublic);

        TreeMap<String, String> seen = registers(all.resolve("target/site-qunzhong"));
        assertThat(seen.keySet())
                .contains("registers/dues/dues.json", "registers/filing/index.html")
                .doesNotContain("registers/meetings/meetings.json", "registers/study/study.json");
        assertThat(seen).isEqualTo(registers(some.resolve("target/site-qunzhong")));
        assertThat(registers(all.resolve("target/site")).keySet()).contains("registers/meetings/meetings.json");
        assertThat(registers(all.resolve("target/site"))).isNotEqualTo(registers(some.resolve("target/site")));
    }

    private static void build(Path folder, Predicate<Draft> written, Predicate<Draft> isPublic) {
        Corpus corpus = new Corpus();
        corpus.drafts().stream().filter(isPublic).forEach(draft -> draft.with("公开范围", "社会"));
        corpus.write(new SiteFolder(folder), written)
                .file("content/_data/site.yml", AUDIENCES)
                .file("content/_data/catalogue.yml", WholeSite.CATALOGUE.replace("范围: 本单位", "范围: 社会"))
                .built("--as-of", Draft.DAY.toString());
    }

    private static TreeMap<String, String> registers(Path site) {
        TreeMap<String, String> files = SiteFolder.files(site);
        files.keySet().removeIf(path -> !path.startsWith("registers/"));
        return files;
    }
}
