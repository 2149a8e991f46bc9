package org.gongkai.publish.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.io.Json;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Publication.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work that a command left to the next one, and what the next one makes of it. */
class UnfinishedTest extends SitesFixture {

    private static final Map<String, String> FIRST = Map.of("index.html", "甲");
    private static final Map<String, String> SECOND = Map.of("index.html", "乙");

    @BeforeEach
    void aRelease() throws IOException {
        sites.publish(FIRST);
    }

    private static Disk thatCannotDelete(String name) {
        return new Disk(
                (operation, path) -> {
                    if (operation.equals("delete") && path.endsWith(name)) {
                        throw new FileSystemException(path.toString(), null, "Input/output error");
                    }
                },
                false);
    }

    @Test
    void aPublicationThatCannotTidyUpSucceedsAndSaysSo() throws IOException {
        Outcome outcome = sites.on(thatCannotDelete(".gongkai-journal")).publish(SECOND);

        assertThat(outcome.published()).isPresent();
        assertThat(outcome.notes()).containsExactly("新的发布批次已经启用，但是后续步骤没有做完，下一次发布时会接着做");
        assertThat(sites.served()).isEqualTo(SECOND);
        assertThat(sites.on(Sites.QUICK).publish(SECOND).notes()).isEmpty();
        assertThat(sites.leftovers()).isEmpty();
        assertThat(sites.releases()).hasSize(2);
    }

    @Test
    void aPublicationSucceedsThoughItsWorkCannotBeDeleted() throws IOException {
        sites.afterBuild(site -> Files.writeString(site.resolveSibling("more.txt"), "多"));
        boolean[] published = {false};
        sites.on(new Disk(
                (operation, path) -> {
                    published[0] |= operation.equals("move") && path.endsWith("current");
                    if (published[0] && operation.equals("delete") && path.endsWith(".gongkai-building")) {
                        throw new FileSystemException(path.toString(), null, "Input/output error");
                    }
                },
                false));

        assertThat(sites.publish(SECOND).published()).isPresent();
        assertThat(sites.served()).isEqualTo(SECOND);
        sites.afterBuild(site -> {}).on(Sites.QUICK).publish(FIRST);
        assertThat(sites.leftovers()).isEmpty();
    }

    /** Names that would lead out of the folder, or that no publication gives. */
    @ParameterizedTest
    @CsvSource({
        "'', ../other, ''",
        "'', 20240601-120000/x, ''",
        "../other, 20240601-120000-2, ''",
        "a/b, 20240601-120000-2, ''",
        "'', 20240601-120000-2, ../other"
    })
    void aJournalThatNamesOtherPlacesIsRefused(String store, String release, String edition) throws IOException {
        Path journal = journal(store, release, edition);

        assertThatThrownBy(() -> sites.publish(SECOND))
                .isInstanceOf(PublicationRefused.class)
                .hasMessage("没有做完的发布或撤下记在这里，但是被改动过，不能接着做；请从备份放回整个文件夹：" + journal);

        assertThat(sites.served()).isEqualTo(FIRST);
        assertThat(journal).exists();
    }

    @Test
    void aJournalOfOtherRecordsIsRefused() throws IOException {
        Path journal = journal("", "20240601-120000-2", "v1");

        assertThatThrownBy(() -> sites.publish(SECOND))
                .isInstanceOf(PublicationRefused.class)
                .hasMessage("没有做完的发布与这里的发布记录对不上，不能接着做；请从备份放回：" + sites.store().records());

        assertThat(sites.served()).isEqualTo(FIRST);
        assertThat(journal).exists();
    }

    private Path journal(String store, String release, String edition) throws IOException {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("folder", store);
        change.put("audience", "");
        change.put("release", release);
        change.put("new", true);
        change.put("editions", edition.isEmpty() ? List.of() : List.of(edition));
        change.put("link", null);
        change.put("before", null);
        change.put("lines", List.of("{}"));
        return Files.writeString(sites.folder().resolve(".gongkai-journal"), Json.of(List.of(change)));
    }

    @Test
    void theListOfAPrunedReleaseIsDeletedWithIt() throws IOException {
        sites.publish(SECOND);
        Path list = sites.store().addresses("20240601-120000");
        assertThat(list).exists();

        sites.prune(1);

        assertThat(list).doesNotExist();
        assertThat(sites.store().addresses("20240601-120000-2")).exists();
    }
}
