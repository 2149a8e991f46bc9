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
import org.gongkai.publish.release.Publication.Outcome;
import org.gongkai.publish.release.Verification.Finding;
import org.gongkai.publish.release.file.Disk;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sites of two audiences are published together, and the machine fails, or the process dies, before each step in turn. */
@Tag("slow")
class AudiencesCrashTest {

    private static final List<String> AUDIENCES = List.of("dang", "qun");

    @TempDir
    private Path folder;

    private Path published;

    private Path store() {
        return published;
    }

    @AfterEach
    void mayBeDeleted() throws IOException {
        Sites.QUICK.delete(store());
    }

    private void begin(int round) throws IOException {
        if (published != null) {
            Sites.QUICK.delete(published);
        }
        published = folder.resolve("published" + round);
    }

    /** Publishes a site and a new edition for both. */
    private List<Outcome> publish(String text, Disk disk) throws IOException {
        LedgerWriter pen = new LedgerWriter("李明", Sites.CLOCK, Optional.empty());
        try (Publication publication = Publication.begin(published, 0, Sites.CLOCK, disk)) {
            List<NewSite> sites = new ArrayList<>();
            for (String audience : AUDIENCES) {
                Path built = publication.work().resolve(audience);
                Sites.write(built, site(audience, text));
                sites.add(new NewSite(audience, audience, built, 0, 1, List.of(), Set.of(), Optional.empty()));
            }
            RequestedEditions editions = new RequestedEditions(
                    List.of(text), (name, audience, to) -> Sites.write(to, Map.of("index.html", audience + name)));
            return publication.publish(sites, editions, Publication.Choices.USUAL, pen);
        }
    }

    private static Map<String, String> site(String audience, String text) {
        return Map.of("index.html", audience + text);
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
            Store store = new Store(published.resolve(audience));
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
            publish("v1", Sites.QUICK);
            AtomicInteger left = new AtomicInteger(steps);
            died = dies(() -> left.getAndDecrement() <= 0);
            String when = "died before step " + steps;
            bothAreWhole(when);
            assertThat(seen()).as(when).isSubsetOf("v1", "v2");
            // Any command that writes to one of them.
            Store one = new Store(published.resolve(AUDIENCES.get(steps % 2)));
            LedgerWriter pen = new LedgerWriter("李明", Sites.CLOCK, Optional.empty());
            LockedStores.begin(one, 0, Sites.CLOCK, pen, Sites.QUICK).close();
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
            publish("v2", disk(now, Death::new));
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
            publish("v3", Sites.QUICK);
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
            publish("v1", Sites.QUICK);
            String when = "failed at step " + step;
            AtomicInteger left = new AtomicInteger(step);
            failed = left.get() >= 0 && fails(() -> left.getAndDecrement() == 0, when) && left.get() < 0;
            bothAreWhole(when);
            publish("v3", Sites.QUICK);
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
            publish("v1", Sites.QUICK);
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
            publish("v3", Sites.QUICK);
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
                publish("v1", Sites.QUICK);
                publish("v2", Sites.QUICK);
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
                    Store one = new Store(published.resolve(AUDIENCES.get(steps % 2)));
                    LedgerWriter pen = new LedgerWriter("李明", Sites.CLOCK, Optional.empty());
                    LockedStores.begin(one, 0, Sites.CLOCK, pen, Sites.QUICK).close();
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
        LedgerWriter pen = new LedgerWriter("李明", Sites.CLOCK, Optional.empty());
        try (LockedStores rollback = LockedStores.begin(published, Store.inUse(published), 0, Sites.CLOCK, pen, disk)) {
            new JointRollback(rollback).run(Optional.empty(), Set.of(), "写错了");
        }
    }

    /** What a publication says that fails; empty if it does not. */
    private String told(BooleanSupplier now) throws IOException {
        try {
            publish("v2", disk(now, () -> new IOException("No space left on device")));
            return "";
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }
}
