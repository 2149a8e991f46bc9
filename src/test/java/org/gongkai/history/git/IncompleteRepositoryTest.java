package org.gongkai.history.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gongkai.testing.GitFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Git may pack a repository anew at any time, and a repository may be damaged or not hold everything. */
@Tag("slow")
class IncompleteRepositoryTest extends GitFixture {

    @BeforeEach
    void commits() {
        for (int i = 1; i <= 5; i++) {
            for (String name : List.of("甲", "乙", "丙")) {
                site.entry("content/通知/" + name + ".md", "标题: " + name + i, "发布日期: 2024-05-0" + i);
            }
            git.commit("2024-05-0" + i, "某委员", "第" + i + "次");
        }
    }

    @Test
    void filesAreReadAfterTheyWerePacked() throws IOException {
        try (GitRepository repository = GitRepository.containing(site.root()).orElseThrow()) {
            CommitSource source = repository.source(repository.head().orElseThrow(), List.of("content"));
            git.git("gc", "-q", "--prune=now");
            byte[] first = source.bytes(source.files("content").get(0));
            git.git("repack", "-adfq");
            assertThat(first).asString(StandardCharsets.UTF_8).contains("标题: 丙5");
            assertThat(source.files("content"))
                    .allSatisfy(file -> assertThat(source.bytes(file)).isNotEmpty());
        }
    }

    @Test
    void aDamagedPackGivesTheSameOrIsTold() throws IOException {
        git.git("repack", "-adq");
        Path packs = site.root().resolve(".git/objects/pack");
        Path pack;
        try (var files = Files.list(packs)) {
            pack = files.filter(file -> file.toString().endsWith(".pack"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] whole = Files.readAllBytes(pack);
        List<Commit> right = history();
        assertThat(pack.toFile().setWritable(true)).isTrue();
        Random random = new Random(20240601);
        int told = 0;
        for (int i = 0; i < 60; i++) {
            byte[] damaged = whole.clone();
            damaged[12 + random.nextInt(whole.length - 32)] ^= (byte) (1 << random.nextInt(8));
            Files.write(pack, damaged);
            try {
                assertThat(history()).isEqualTo(right);
            } catch (IOException | UncheckedIOException e) {
                told++;
            }
        }
        assertThat(told).isPositive();
    }

    @Test
    void aCloneThatLacksFormerFilesIsToldInOneSentence() {
        git.git("config", "uploadpack.allowFilter", "true");
        Path partial = folder.resolve("partial");
        git.git("clone", "-q", "--no-checkout", "--filter=blob:none", "file://" + site.root(), partial.toString());
        git.git("-C", partial.toString(), "config", "uploadpack.allowFilter", "true");

        Ran ran = built(partial);

        assertThat(ran.status()).as(ran.err()).isEqualTo(3);
        assertThat(ran.err()).matches("git 仓库里缺少要读的内容（[0-9a-f]{10}），多半是部分克隆；请重新完整地克隆（git clone 不加 --filter）；站点没有改动。\n");
        assertThat(folder.resolve("o")).doesNotExist();
    }

    @Test
    void aCloneThatWasCutOffBuildsWithANote() {
        Path shallow = folder.resolve("shallow");
        git.git("clone", "-q", "--depth=2", "file://" + site.root(), shallow.toString());

        Ran ran = built(shallow);

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("git 仓库是浅克隆，修改记录从 2024-05-04 开始");
    }

    private List<Commit> history() throws IOException {
        try (GitRepository repository = GitRepository.containing(site.root()).orElseThrow()) {
            return repository
                    .history(repository.head().orElseThrow(), path -> true, bytes -> Optional.empty(), List.of(), false)
                    .commits();
        }
    }

    private Ran built(Path clone) {
        String output = folder.resolve("o").toString();
        return SiteFolder.run("build", "-s", clone.toString(), "--rev", "HEAD", "-o", output);
    }
}
