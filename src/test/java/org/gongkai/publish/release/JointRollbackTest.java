package org.gongkai.publish.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.junit.jupiter.api.Test;

/** All audiences are switched back together, to what readers saw at one time. Each command is a minute later. */
class JointRollbackTest extends AudiencesFixture {

    private static final String FIRST = "20240601-120000";
    private static final String SECOND = "20240601-120100";
    private static final String THIRD = "20240601-120200";
    private static final String FOURTH = "20240601-120300";

    private int minutes;

    private LedgerWriter pen() {
        return new LedgerWriter("李明", Clock.offset(Sites.CLOCK, Duration.ofMinutes(minutes++)), Optional.empty());
    }

    private void publish(String text, String... audiences) throws IOException {
        publish(text, Sites.QUICK, RequestedEditions.NONE, pen(), List.of(audiences));
    }

    private void rollBack(String release) throws IOException {
        try (LockedStores rollback = locked(pen(), Sites.QUICK)) {
            new JointRollback(rollback).run(Optional.of(release), Set.of(), "写错了");
        }
    }

    private void prune(String audience, int keep) throws IOException {
        try (LockedStores locked = locked(audience, pen())) {
            locked.all().get(0).prune(keep);
        }
    }

    private void assertSeen(String members, String others) {
        assertThat(published.resolve("dang/current/index.html")).hasContent("dang" + members);
        assertThat(published.resolve("qun/current/index.html")).hasContent("qun" + others);
    }

    @Test
    void anAudienceThatWasNotPublishedThenGetsWhatItSawThen() throws IOException {
        publish("一", "dang", "qun");
        publish("二", "dang");
        publish("三", "dang", "qun");

        rollBack(SECOND);

        assertSeen("二", "一");
        rollBack(THIRD);
        assertSeen("三", "三");
    }

    @Test
    void whatReadersNoLongerSawThenDoesNotComeBack() throws IOException {
        publish("一", "dang", "qun");
        publish("错", "dang", "qun");
        rollBack(FIRST);
        publish("三", "dang");
        publish("四", "dang", "qun");

        rollBack(FOURTH);

        assertSeen("三", "一");
    }

    @Test
    void aReleaseThatIsDamagedKeepsAllWhereTheyAre() throws IOException {
        publish("一", "dang", "qun");
        publish("二", "dang", "qun");
        Path page = store("qun").release(FIRST).resolve("index.html");
        page.toFile().setWritable(true);
        Files.writeString(page, "坏");

        assertThatThrownBy(() -> rollBack(FIRST))
                .isInstanceOf(PublicationRefused.class)
                .hasMessage("发布批次 " + FIRST + " 不完整，不能启用：改动：index.html");

        assertSeen("二", "二");
        assertThat(store("dang").ledger().records()).hasSize(2);
    }

    @Test
    void anAudienceThatHadNoneThenKeepsAllWhereTheyAre() throws IOException {
        publish("一", "dang");
        publish("二", "dang", "qun");

        assertRefused(FIRST, "那时还没有 qun 的发布批次", "二");
    }

    @Test
    void anAudienceWhoseReleaseWasPrunedKeepsAllWhereTheyAre() throws IOException {
        publish("一", "dang", "qun");
        publish("二", "dang");
        publish("三", "dang", "qun");
        prune("qun", 1);

        assertRefused(SECOND, "那时 qun 的发布批次 " + FIRST + " 已经清理", "三");
    }

    private void assertRefused(String release, String told, String seen) {
        assertThatThrownBy(() -> rollBack(release))
                .isInstanceOf(PublicationRefused.class)
                .hasMessage(told + "，各公开对象不能一起换回；只换一个的，请写明它的文件夹，如 --to "
                        + store("qun").folder());
        assertSeen(seen, seen);
    }

    @Test
    void nothingIsRecordedOfWhatStandsAlready() throws IOException {
        publish("一", "dang", "qun");
        publish("二", "dang");

        rollBack(SECOND);

        assertThat(store("dang").ledger().records()).hasSize(2);
        assertThat(store("qun").ledger().records()).hasSize(1);
    }
}
