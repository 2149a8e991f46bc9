package org.gongkai.publish.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.publish.release.Verification.Finding;
import org.gongkai.publish.release.ledger.Store;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sites of two audiences are published together, and the machine fails, or the process dies, before each step in turn. */
@Tag("slow")
class AudiencesCrashTest extends AudiencesFixture {

    private void begin(int round) throws IOException {
        Sites.QUICK.delete(published);
        published = folder.resolve("published" + round);
    }

    /** Publishes a site and a new edition for both. */
    private void publishBoth(String text, Disk disk) throws IOException {
        RequestedEditions editions = new RequestedEditions(
                List.of(text), (name, audience, to) -> Sites.write(to, Map.of("index.html", audience + name)));
        publish(text, disk, editions, PEN, AUDIENCES);
    }

    /** What readers of both see: the text of the one site or the other, or nothing. */
    private List<String> seen() throws IOException {
        List<String> seen = new ArrayList<>();
        for (String audience : AUDIENCES) {
            Path page = published.resolve(audience).resolve("current/index.html");
            seen.add(Files.exists(page) ? Files.readString(page).substring(audience.length()) : "");
        }
        return seen;
    }

    private void bothAreWhole(String when) throws IOException {
        for (String audience : AUDIENCES) {
            Store store = store(audience);
            if (Files.exists(store.records())) {
                StoreCheck check = new StoreCheck(store, Optional.empty());
                TreeMap<String, List<Finding>> findings = new TreeMap<>(check.all());
                findings.values().removeIf(List::isEmpty);
                assertThat(findings).as(when).isEmpty();
            }
        }
    }

    private void nothingIsLeft(String when) throws IOException {
        try (var all = Files.walk(published, 3)) {
            assertThat(all.map(path -> published.relativize(path).toString())
                            .filter(path -> path.contains(".gongkai-")))
                    .as(when)
                    .isEmpty();
        }
    }

    @Test
    void aPublicationThatDiesIsCompletedForBothOrForNone() throws IOException {
        int steps = 0;
        for (boolean died = true; died; steps++) {
            begin(steps);
            publishBoth("v1", Sites.QUICK);
            AtomicInteger left = new AtomicInteger(steps);
            died = dies(() -> left.getAndDecrement() <= 0);
            String when = "died before step " + steps;
            bothAreWhole(when);
            assertThat(seen()).as(when).isSubsetOf("v1", "v2");
            // Any command that writes to one of them.
            locked(AUDIENCES.get(steps % 2), PEN).close();
            assertThat(seen()).as(when).isIn(List.of("v1", "v1"), List.of("v2", "v2"));
            bothAreWhole(when);
        }
        assertThat(steps).isGreaterThan(20);
    }

    /** A disk that asks at each step of putting releases in place, and at a few of those before, whether to fail. */
    private static Disk disk(BooleanSupplier now, Supplier<Throwable> failure) {
        AtomicInteger steps = new AtomicInteger();
        AtomicBoolean placing = new AtomicBoolean();
        return new Disk(
                (operation, path) -> {
                    placing.compareAndSet(false, path.toString().contains("journal-new"));
                    if ((placing.get() || steps.getAndIncrement() % 16 == 0) && now.getAsBoolean()) {
                        Throwable thrown = failure.get();
                        if (thrown instanceof Death death) {
                            throw death;
                        }
                        throw new FileSystemException(path.toString(), null, thrown.getMessage());
                    }
                },
                false);
    }

    private boolean dies(BooleanSupplier now) throws IOException {
        try {
            publishBoth("v2", disk(now, Death::new));
            return false;
        } catch (Death e) {
            return true;
        }
    }

    @Test
    void aFirstPublicationThatDiesIsCompletedForBothOrForNone() throws IOException {
        int steps = 0;
        for (boolean died = true; died; steps++) {
            begin(steps);
            AtomicInteger left = new AtomicInteger(steps);
            died = dies(() -> left.getAndDecrement() <= 0);
            String when = "died before step " + steps;
            bothAreWhole(when);
            publishBoth("v3", Sites.QUICK);
            assertThat(seen()).as(when).containsExactly("v3", "v3");
            bothAreWhole(when);
            nothingIsLeft(when);
        }
        assertThat(steps).isGreaterThan(20);
    }

    @Test
    void aFailureIsUndoneForBothAndSaysTheTruth() throws IOException {
        boolean failed = true;
        for (int step = 0; failed; step++) {
            begin(step);
            publishBoth("v1", Sites.QUICK);
            String when = "failed at step " + step;
            AtomicInteger left = new AtomicInteger(step);
            failed = left.get() >= 0 && fails(() -> left.getAndDecrement() == 0, when) && left.get() < 0;
            bothAreWhole(when);
            publishBoth("v3", Sites.QUICK);
            assertThat(seen()).as(when).containsExactly("v3", "v3");
            bothAreWhole(when);
            nothingIsLeft(when);
        }
    }

    @Test
    void aFailureThatStaysIsToldAsItIs() throws IOException {
        boolean partly = false;
        boolean failed = true;
        for (int step = 0; failed; step++) {
            begin(step);
            publishBoth("v1", Sites.QUICK);
            AtomicInteger left = new AtomicInteger(step);
            String when = "failed from step " + step + " on";
            String told = told(() -> left.getAndDecrement() <= 0);
            failed = left.get() < 0;
            if (failed) {
                partly |= told.contains("新的发布批次只启用了一部分，已经启用的公开对象：dang，没有启用的：qun");
                assertThat(seen())
                        .as(when + ": " + told)
                        .isEqualTo(
                                told.startsWith("新的发布批次只启用了一部分")
                                        ? List.of("v2", "v1")
                                        : told.isEmpty() || told.startsWith("新的发布批次已经启用")
                                                ? List.of("v2", "v2")
                                                : List.of("v1", "v1"));
            }
            bothAreWhole(when);
            publishBoth("v3", Sites.QUICK);
            assertThat(seen()).as(when).containsExactly("v3", "v3");
            nothingIsLeft(when);
        }
        assertThat(partly).isTrue();
    }

    private boolean fails(BooleanSupplier now, String when) throws IOException {
        String told = told(now);
        assertThat(seen()).as(when).isEqualTo(told.isEmpty() ? List.of("v2", "v2") : List.of("v1", "v1"));
        return true;
    }

    @Test
    void aStepBackThatDiesOrFailsIsOneOfBothOrOfNone() throws IOException {
        int steps = 0;
        for (boolean ended = false; !ended; steps++) {
            for (boolean dies : List.of(true, false)) {
                begin(2 * steps + (dies ? 1 : 0));
                publishBoth("v1", Sites.QUICK);
                publishBoth("v2", Sites.QUICK);
                AtomicInteger left = new AtomicInteger(steps);
                String when = (dies ? "died" : "failed") + " before step " + steps;
                try {
                    rollBack(disk(
                            () -> dies ? left.getAndDecrement() <= 0 : left.getAndDecrement() == 0,
                            dies ? Death::new : () -> new IOException("No space left on device")));
                    assertThat(seen()).as(when).containsExactly("v1", "v1");
                    ended = left.get() >= 0;
                } catch (Death e) {
                    bothAreWhole(when);
                    locked(AUDIENCES.get(steps % 2), PEN).close();
                    assertThat(seen()).as(when).isIn(List.of("v1", "v1"), List.of("v2", "v2"));
                } catch (IOException e) {
                    assertThat(seen()).as(when).containsExactly("v2", "v2");
                }
                bothAreWhole(when);
            }
        }
        assertThat(steps).isGreaterThan(8);
    }

    private void rollBack(Disk disk) throws IOException {
        try (LockedStores rollback = locked(PEN, disk)) {
            new JointRollback(rollback).run(Optional.empty(), Set.of(), "写错了");
        }
    }

    /** What a publication says that fails; empty if it does not. */
    private String told(BooleanSupplier now) throws IOException {
        try {
            publishBoth("v2", disk(now, () -> new IOException("No space left on device")));
            return "";
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static final class Death extends Error {}
}
