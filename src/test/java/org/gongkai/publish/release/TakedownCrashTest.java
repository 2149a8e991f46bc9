package org.gongkai.publish.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.pipeline.BuiltSite;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.publish.release.FaultyStep.Fault;
import org.gongkai.publish.release.Transaction.TransactionJournal;
import org.gongkai.publish.release.Verification.Finding;
import org.gongkai.publish.release.Verification.Finding.Kind;
import org.gongkai.publish.release.ledger.LedgerWriter;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.site.identity.PublishedEntry;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A takedown from the stores of one, two and three audiences dies, or the disk fails it, before each of its steps in turn,
 * and another command follows: afterwards the page is public nowhere, or nothing was ever recorded.
 */
@Tag("slow")
class TakedownCrashTest extends FolderFixture {

    private static final String PAGE = "a/2024/x.html";
    private static final String SECRET = "不该公开的话";
    private static final LedgerWriter PEN = new LedgerWriter("李明", Sites.CLOCK, Optional.empty());

    /** Commands that may follow. */
    private final Map<String, Command> next = new LinkedHashMap<>(Map.of(
            "publish", () -> publish("v3", true, Sites.QUICK),
            "publish for one", () -> lastOne().close(),
            "prune",
                    () -> {
                        try (LockedStores one = lastOne()) {
                            one.all().get(0).prune(1);
                        }
                    },
            "rollback",
                    () -> {
                        try (LockedStores stores = locked(Sites.QUICK)) {
                            new JointRollback(stores).run(Optional.empty(), Set.of(PAGE), "");
                        }
                    },
            "takedown", () -> takeDown(Sites.QUICK)));

    private interface Command {
        void run() throws IOException;
    }

    private Path published;
    private List<String> audiences;
    private int turn;

    @AfterEach
    void mayBeDeleted() throws IOException {
        Sites.QUICK.delete(published);
        Sites.QUICK.delete(folder.resolve("prepared"));
    }

    private void publish(String text, boolean without, Disk disk) throws IOException {
        try (Publication publication = Publication.begin(published, 0, Sites.CLOCK, disk)) {
            List<NewSite> sites = new ArrayList<>();
            for (String audience : audiences) {
                Path built = publication.work().resolve("site" + audience);
                Map<String, String> files = new TreeMap<>(Map.of("index.html", text));
                List<PublishedEntry> entries = new ArrayList<>();
                if (!without) {
                    files.put("index.html", text + "<ul><li><a href=\"" + PAGE + "\">" + SECRET + "</a></li></ul>");
                    files.put(PAGE, "<h1>" + SECRET + "</h1>" + text);
                    entries.add(PublishedEntry.at(PAGE));
                }
                Sites.write(built, files);
                BuiltSite.Size size = new BuiltSite.Size(1, 2);
                BuiltSite.Addresses others = BuiltSite.Addresses.of(Set.of());
                sites.add(new NewSite(audience, audience, built, Set.of(), size, entries, others, Optional.empty()));
            }
            publication.publish(sites, RequestedEditions.NONE, true, PEN);
        }
    }

    private LockedStores locked(Disk disk) throws IOException {
        return LockedStores.begin(published, Store.at(published), 0, Sites.CLOCK, PEN, disk);
    }

    private void takeDown(Disk disk) throws IOException {
        try (LockedStores stores = locked(disk)) {
            new Takedown(stores, PAGE, "试", false).run();
        }
    }

    /** A command that writes to the last store only. */
    private LockedStores lastOne() throws IOException {
        List<Store> stores = Store.inUse(published);
        Store last = stores.get(stores.size() - 1);
        return LockedStores.begin(last.folder(), List.of(last), 0, Sites.CLOCK, PEN, Sites.QUICK);
    }

    @Promise("A takedown changes the stores of all audiences or none")
    @ParameterizedTest
    @ValueSource(strings = {"", "dang qun", "dang lai qun"})
    void isCompleteOrWasNeverRecorded(String stores) throws IOException {
        audiences = List.of(stores.split(" "));
        Path prepared = folder.resolve("prepared");
        published = prepared;
        publish("v1", false, Sites.QUICK);
        publish("v2", false, Sites.QUICK);
        published = folder.resolve("published");
        FolderStates states = new FolderStates();
        // A third store is one more between the first and the last, which a death tells.
        for (Fault fault : audiences.size() < 3 ? List.of(Fault.values()) : List.of(Fault.DIES)) {
            int steps = 0;
            for (boolean reached = true; reached; steps++) {
                FolderStates.copy(prepared, published);
                FaultyStep step = new FaultyStep(fault, steps);
                fails(step);
                reached = !step.hit().isEmpty();
                if (states.isNew(published)) {
                    everyCommandEndsIt(audiences + ", " + fault + " before step " + steps + ", " + step.hit());
                }
                Sites.QUICK.delete(published);
            }
            System.out.println("takedown from " + audiences + ": " + fault + " at each of " + steps + " steps");
            assertThat(steps).isGreaterThan(20 * audiences.size());
        }
    }

    private void everyCommandEndsIt(String when) throws IOException {
        toolsTell(when);
        Path interrupted = folder.resolve("interrupted");
        Files.move(published, interrupted);
        for (Map.Entry<String, Command> command : commands()) {
            FolderStates.copy(interrupted, published);
            command.getValue().run();
            isOver(when + ", then " + command.getKey());
            Sites.QUICK.delete(published);
        }
        Sites.QUICK.delete(interrupted);
    }

    /** Every command after each state of one store; after each of several, which all commands complete alike, one in turn. */
    private List<Map.Entry<String, Command>> commands() {
        List<Map.Entry<String, Command>> all = List.copyOf(next.entrySet());
        return audiences.size() == 1 ? all : List.of(all.get(turn++ % all.size()));
    }

    private void fails(FaultyStep step) {
        try {
            takeDown(new Disk(step, false));
        } catch (FaultyStep.Death e) {
            assertThat(step.fault()).isEqualTo(Fault.DIES);
        } catch (IOException e) {
            assertThat(e).as(step.hit()).hasStackTraceContaining(FaultyStep.FULL);
        }
    }

    private List<Store> stores() throws IOException {
        return Store.inUse(published);
    }

    private static boolean isRecorded(Store store) throws IOException {
        return store.ledger().takedownAt(PAGE).isPresent();
    }

    private static boolean isPublic(Store store) throws IOException {
        try (var files = Files.walk(store.current().toRealPath())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file).contains(SECRET)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** What verify says while the page is taken down at one audience, and another one still sees it. */
    private void toolsTell(String when) throws IOException {
        boolean begun = false;
        for (Store store : stores()) {
            begun |= isRecorded(store) || TransactionJournal.hasTakedown(store.folder());
        }
        for (Store store : stores()) {
            if (begun && isPublic(store)) {
                assertThat(new StoreCheck(store, Optional.empty()).current())
                        .as(when)
                        .extracting(Finding::kind)
                        .contains(Kind.UNFINISHED);
            }
        }
    }

    private void isOver(String when) throws IOException {
        locked(Sites.QUICK).close();
        boolean recorded = isRecorded(stores().get(0));
        for (Store store : stores()) {
            assertThat(isRecorded(store)).as(when).isEqualTo(recorded);
            Map<String, List<Finding>> findings = new TreeMap<>(new StoreCheck(store, Optional.empty()).all());
            findings.values().removeIf(List::isEmpty);
            assertThat(findings).as(when).isEmpty();
        }
        try (var all = Files.walk(published)) {
            for (Path file : all.toList()) {
                String name = published.relativize(file).toString();
                assertThat(name).as(when).doesNotContain(".gongkai-");
                if (recorded && Files.isRegularFile(file)) {
                    assertThat(Files.readString(file)).as(when + ": " + name).doesNotContain(SECRET);
                }
            }
        }
    }
}
