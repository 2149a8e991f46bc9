package org.gongkai.publish.release.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Disk;
import org.gongkai.publish.release.Sites;
import org.gongkai.publish.release.ledger.Ledger.UnknownRelease;

@Tag("slow")
class StorePropertiesTest {

    private enum Deed {
        PUBLISH,
        ROLL_BACK,
        PRUNE,
        TAKE_DOWN,
        RESTORE
    }

    /**
     * Something that is done to a store.
     *
     * @param number which site, release or page
     * @param dies before which of its steps it dies; far steps are never reached
     */
    private record Action(Deed deed, int number, int dies) {}

    @Property(tries = 20)
    void whateverIsDoneAndDiesReadersSeeOneWholeRelease(@ForAll("actions") List<Action> actions) throws IOException {
        Path folder = Files.createTempDirectory("gongkai");
        Sites sites = new Sites(folder).allowLost(true);
        try {
            for (Action action : actions) {
                attempt(sites, action);
                if (Files.exists(folder.resolve("current"))) {
                    assertThat(sites.currentFaults())
                            .as("after " + action)
                            .allMatch(fault -> fault.startsWith("撤下还没有做完"));
                }
            }
            sites.on(Sites.QUICK).publish(site(99));
            assertThat(sites.faults()).isEmpty();
            assertThat(sites.leftovers()).isEmpty();
            assertThat(sites.served()).containsEntry("index.html", "首页 99");
        } finally {
            sites.delete();
        }
    }

    private static void attempt(Sites sites, Action action) throws IOException {
        AtomicInteger left = new AtomicInteger(action.dies());
        sites.on(new Disk(
                (operation, path) -> {
                    if (left.getAndDecrement() <= 0) {
                        throw new Death();
                    }
                },
                false));
        try {
            run(sites, action);
        } catch (Death | UnknownRelease | PublicationRefused e) {
            // It died, or there was nothing to go back to, or to take down.
        }
    }

    private static void run(Sites sites, Action action) throws IOException {
        if (action.deed() == Deed.PUBLISH) {
            sites.editions(new RequestedEditions(
                    List.of("v" + action.number() % 3),
                    (name, audience, to) -> Sites.write(to, site(action.number()))));
            sites.publish(site(action.number()));
            return;
        }
        if (Store.at(sites.folder()).isEmpty()) {
            return;
        }
        String page = "a/2024/" + (char) ('a' + action.number() % 5) + ".html";
        switch (action.deed()) {
            case TAKE_DOWN -> sites.takeDown(page, "试");
            case RESTORE -> sites.restore(page, "试");
            case ROLL_BACK -> sites.rollBack(Optional.empty(), "");
            default -> {
                sites.prune(1 + action.number() % 3);
            }
        }
    }

    /** A site of which a part changes with the number. One of a large number has none of the pages that are taken down. */
    private static Map<String, String> site(int number) {
        Map<String, String> files = new TreeMap<>();
        String length = "这是很长的一段。".repeat(100);
        files.put("index.html", "首页 " + number);
        files.put("b/2024/z.html", "正文 " + number % 2 + length);
        files.put("b/2024/z/f.txt", "附件");
        if (number < 50) {
            String page = "a/2024/" + (char) ('a' + number % 5);
            files.put(page + ".html", "<h1>很长的标题</h1>" + length);
            files.put(page + "/g.txt", "附件");
            files.put("list.html", "<ul><li><a href=\"" + page + ".html\">很长的标题</a></li></ul>" + length);
        }
        return files;
    }

    @Provide
    Arbitrary<List<Action>> actions() {
        Arbitrary<Integer> steps =
                Arbitraries.oneOf(Arbitraries.integers().between(0, 60), Arbitraries.just(Integer.MAX_VALUE));
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(3, Arbitraries.just(Deed.PUBLISH)),
                                net.jqwik.api.Tuple.of(4, Arbitraries.of(Deed.class))),
                        Arbitraries.integers().between(0, 9),
                        steps)
                .as(Action::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(10);
    }

    private static final class Death extends Error {}
}
