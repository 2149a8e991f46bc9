package org.gongkai.publish.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Publication.PartialPublication;
import org.gongkai.publish.release.file.Disk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A command that is refused or fails leaves no lock to the next one, even in one process; with two audiences. */
class LocksGivenBackTest extends AudiencesFixture {

    @BeforeEach
    void twoReleasesOfTwoAudiences() throws IOException {
        publish("v1", Sites.QUICK);
        publish("v2", Sites.QUICK);
    }

    private LockedStores rollback() throws IOException {
        return locked(PEN, Sites.QUICK);
    }

    private LockedStores locked(String audience) throws IOException {
        return locked(audience, PEN);
    }

    /** Takes the locks of the folder and of both stores. */
    private void allAreFree() {
        assertThatCode(() -> publish("v3", Sites.QUICK)).doesNotThrowAnyException();
        assertThatCode(() -> rollback().close()).doesNotThrowAnyException();
    }

    /** A disk that fails at one step. */
    private static Disk failingAt(String operation, String ending) {
        return new Disk(
                (step, path) -> {
                    if (step.equals(operation) && path.toString().endsWith(ending)) {
                        throw new FileSystemException(path.toString(), null, "No space left on device");
                    }
                },
                false);
    }

    @Test
    void afterAllWentWell() throws IOException {
        try (LockedStores rollback = rollback()) {
            assertThatThrownBy(() -> locked("dang").close()).hasMessageContaining("另一个命令正在写这里");
            assertThatThrownBy(() -> publish("v3", Sites.QUICK)).hasMessageContaining("另一个命令正在写这里");
            new JointRollback(rollback).run(Optional.empty(), Set.of(), "写错了");
        }
        allAreFree();
    }

    @Test
    void afterRecordsThatWereTamperedWith() throws IOException {
        Path records = store("qun").records();
        String text = Files.readString(records);
        Files.writeString(records, text.replaceFirst("李明", "王芳"));

        assertThatThrownBy(this::rollback).isInstanceOf(PublicationRefused.class);
        assertThatThrownBy(() -> locked("qun")).isInstanceOf(PublicationRefused.class);
        assertThatThrownBy(() -> publish("v3", Sites.QUICK)).isInstanceOf(PublicationRefused.class);
        Files.writeString(records, text);

        allAreFree();
    }

    @Test
    void afterAJournalThatWasTamperedWith() throws IOException {
        Path journal = published.resolve(".gongkai-journal");
        Files.writeString(journal, "[{}]");

        assertThatThrownBy(() -> publish("v3", Sites.QUICK)).isInstanceOf(PublicationRefused.class);
        assertThatThrownBy(this::rollback).isInstanceOf(PublicationRefused.class);
        assertThatThrownBy(() -> locked("dang")).isInstanceOf(PublicationRefused.class);
        Files.delete(journal);

        allAreFree();
    }

    @Test
    void afterAJournalThatDoesNotFitTheRecords() throws IOException {
        assertThatThrownBy(() -> publish("v3", failingAlways())).isInstanceOf(PartialPublication.class);
        Path records = store("qun").records();
        String text = Files.readString(records);
        Files.writeString(records, text.substring(0, text.indexOf('\n') + 1));

        assertThatThrownBy(() -> publish("v4", Sites.QUICK))
                .isInstanceOf(PublicationRefused.class)
                .hasMessageStartingWith("没有做完的发布与这里的发布记录对不上");
        assertThatThrownBy(() -> locked("dang")).isInstanceOf(PublicationRefused.class);
        Files.writeString(records, text);

        assertThatCode(() -> locked("dang").close()).doesNotThrowAnyException();
        assertThat(published.resolve("dang/current/index.html")).hasContent("dangv3");
        assertThat(published.resolve("qun/current/index.html")).hasContent("qunv3");
        allAreFree();
    }

    /** A disk on which nothing succeeds any more once the journal is written. */
    private static Disk failingAlways() {
        boolean[] full = {false};
        return new Disk(
                (operation, path) -> {
                    if (full[0]) {
                        throw new FileSystemException(path.toString(), null, "No space left on device");
                    }
                    full[0] = operation.equals("force") && path.endsWith("addresses");
                },
                false);
    }

    @Test
    void afterADiskThatFailed() {
        assertThatThrownBy(() -> publish("v3", failingAt("folder", "building"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> publish("v3", failingAt("folder", ".gongkai-release")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> publish("v3", failingAt("symlink", "qun/current")))
                .isInstanceOf(IOException.class);

        allAreFree();
    }

    @Test
    void afterARollbackThatWasRefused() throws IOException {
        try (LockedStores rollback = rollback()) {
            assertThatThrownBy(() -> new JointRollback(rollback).run(Optional.of("20200101-000000"), Set.of(), ""))
                    .hasMessageContaining("没有“20200101-000000”这个发布批次");
        }
        allAreFree();
    }
}
