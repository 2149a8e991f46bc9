package org.gongkai.history.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gongkai.history.git.commit.Commit;
import org.gongkai.input.source.SourceFile;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Git may pack a repository anew at any time, and not every repository holds everything. */
@Tag("slow")
class PackedAnewTest {

    private static final List<String> CONTENT = List.of("content");

    @TempDir
    private Path folder;

    private SiteFolder site;
    private GitFolder git;

    @BeforeEach
    void commits() {
        site = new SiteFolder(folder.resolve("site"));
        git = new GitFolder(site.root());
        for (int i = 1; i <= 5; i++) {
            for (String name : List.of("甲", "乙", "丙")) {
                site.entry("content/通知/" + name + ".md", "标题: " + name + i, "发布日期: 2024-05-0" + i);
            }
            git.commit("2024-05-0" + i, "某委员", "第" + i + "次");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"repack -adq", "gc -q --prune=now", "repack -adfq --depth=1", "unpack"})
    void aHistoryIsReadWhileGitPacks(String packs) throws IOException {
        git.git("repack", "-adq");
        git.commit("尚未打包的一次");
        List<Commit> right = history(() -> {});
        boolean[] packed = {false};

        List<Commit> read = history(() -> {
            if (!packed[0]) {
                packed[0] = true;
                if (packs.equals("unpack")) {
                    unpack();
                } else {
                    git.git(packs.split(" "));
                }
            }
        });

        assertThat(packed[0]).isTrue();
        assertThat(read).isEqualTo(right).hasSize(6);
    }

    /** Every object lies by itself again, and no pack is left. */
    private void unpack() {
        try {
            Path packs = site.root().resolve(".git/objects/pack");
            Path aside = Files.createDirectories(folder.resolve("aside"));
            try (var files = Files.list(packs)) {
                for (Path file : files.toList()) {
                    Files.move(file, aside.resolve(file.getFileName()));
                }
            }
            try (var files = Files.list(aside)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".pack")).toList()) {
                    Process process = new ProcessBuilder("git", "unpack-objects", "-q")
                            .directory(site.root().toFile())
                            .redirectInput(file.toFile())
                            .start();
                    assertThat(process.waitFor()).isZero();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void filesAreReadAfterTheyWerePacked() throws IOException {
        try (GitRepository repository = repository()) {
            CommitSource source = repository.source(repository.head().orElseThrow(), CONTENT);
            List<SourceFile> files = source.files("content");
            git.git("gc", "-q", "--prune=now");
            byte[] first = source.bytes(files.get(0));
            git.git("repack", "-adfq");
            assertThat(first).asString(java.nio.charset.StandardCharsets.UTF_8).contains("标题: 丙5");
            assertThat(files.subList(1, 3))
                    .allSatisfy(file -> assertThat(source.bytes(file)).isNotEmpty());
        }
    }

    @Test
    void aDamagedPackGivesTheSameOrIsTold() throws IOException {
        git.git("repack", "-adq");
        Path packs = site.root().resolve(".git/objects/pack");
        Path pack = only(packs, ".pack");
        byte[] whole = Files.readAllBytes(pack);
        List<Commit> right = history(() -> {});
        assertThat(pack.toFile().setWritable(true)).isTrue();
        Random random = new Random(20240601);
        int told = 0;
        for (int i = 0; i < 60; i++) {
            byte[] damaged = whole.clone();
            damaged[12 + random.nextInt(whole.length - 32)] ^= (byte) (1 << random.nextInt(8));
            Files.write(pack, damaged);
            try {
                assertThat(history(() -> {})).isEqualTo(right);
            } catch (IOException | UncheckedIOException e) {
                told++;
            }
        }
        assertThat(told).isPositive();
    }

    @Test
    void objectsOfAnotherRepositoryAreRead() throws IOException {
        Path shared = folder.resolve("shared");
        git.git("clone", "-q", "--shared", site.root().toString(), shared.toString());
        assertThat(shared.resolve(".git/objects/info/alternates")).exists();

        try (GitRepository repository = GitRepository.containing(shared).orElseThrow()) {
            assertThat(repository
                            .history(repository.head().orElseThrow(), path -> true, bytes -> Optional.empty(), false)
                            .commits())
                    .containsExactlyInAnyOrderElementsOf(history(() -> {}));
        }
    }

    @Test
    void aCloneThatLacksFormerFilesIsToldInOneSentence() {
        git.git("config", "uploadpack.allowFilter", "true");
        Path partial = folder.resolve("partial");
        git.git("clone", "-q", "--no-checkout", "--filter=blob:none", "file://" + site.root(), partial.toString());
        git.git("-C", partial.toString(), "config", "uploadpack.allowFilter", "true");

        Ran ran = SiteFolder.run(
                "build",
                "-s",
                partial.toString(),
                "--rev",
                "HEAD",
                "-o",
                folder.resolve("o").toString());

        assertThat(ran.status()).as(ran.err()).isEqualTo(3);
        assertThat(ran.err()).matches("git 仓库里缺少要读的内容（[0-9a-f]{10}），多半是部分克隆；请重新完整地克隆（git clone 不加 --filter）；站点没有改动。\n");
        assertThat(folder.resolve("o")).doesNotExist();
    }

    @Test
    void aCloneThatWasCutOffBuildsWithANote() {
        Path shallow = folder.resolve("shallow");
        git.git("clone", "-q", "--depth=2", "file://" + site.root(), shallow.toString());

        Ran ran = SiteFolder.run(
                "build",
                "-s",
                shallow.toString(),
                "--rev",
                "HEAD",
                "-o",
                folder.resolve("o").toString());

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("git 仓库是浅克隆，修改记录从 2024-05-04 开始");
    }

    private List<Commit> history(Runnable first) throws IOException {
        try (GitRepository repository = repository()) {
            return repository
                    .history(
                            repository.head().orElseThrow(),
                            path -> {
                                first.run();
                                return true;
                            },
                            bytes -> Optional.empty(),
                            false)
                    .commits()
                    .stream()
                    .sorted(java.util.Comparator.comparing(commit -> commit.id().name()))
                    .toList();
        }
    }

    private GitRepository repository() throws IOException {
        return GitRepository.containing(site.root()).orElseThrow();
    }

    private static Path only(Path folder, String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
