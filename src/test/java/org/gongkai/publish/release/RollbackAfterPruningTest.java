package org.gongkai.publish.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.gongkai.publish.release.ledger.Ledger.UnknownRelease;
import org.junit.jupiter.api.Test;

/** Rollbacks after releases were pruned. */
class RollbackAfterPruningTest extends SitesFixture {

    private static final String FIRST = "20240601-120000";

    private void publish(String text) throws IOException {
        sites.publish(Map.of("index.html", text));
    }

    private void prune(int keep) throws IOException {
        sites.prune(keep);
    }

    private void rollBack(Optional<String> release) throws IOException {
        sites.rollBack(release, "");
    }

    @Test
    void whatHadBeenRolledBackDoesNotComeBack() throws IOException {
        publish("一");
        publish("错");
        rollBack(Optional.empty());
        publish("三");
        prune(2);
        assertThat(sites.releases()).containsExactly(FIRST + "-2", FIRST + "-3");

        assertThatThrownBy(() -> rollBack(Optional.empty()))
                .isInstanceOf(UnknownRelease.class)
                .hasMessage("没有比当前更早的发布批次");

        assertThat(sites.served()).containsEntry("index.html", "三");
    }

    @Test
    void whatWasPrunedIsSkipped() throws IOException {
        for (String text : new String[] {"一", "二", "三", "四", "五"}) {
            publish(text);
        }
        rollBack(Optional.of(FIRST));
        prune(2);
        rollBack(Optional.of(FIRST + "-4"));
        assertThat(sites.releases()).containsExactly(FIRST, FIRST + "-4", FIRST + "-5");

        rollBack(Optional.empty());

        assertThat(sites.served()).containsEntry("index.html", "一");
    }
}
