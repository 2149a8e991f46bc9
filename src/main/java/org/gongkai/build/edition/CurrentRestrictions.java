package org.gongkai.build.edition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongkai.build.read.SiteHistory;
import org.gongkai.check.leak.LeakCheck;
import org.gongkai.history.git.commit.Revision;
import org.gongkai.input.entry.Entry;
import org.gongkai.output.Output;
import org.gongkai.problem.Problem;
import org.gongkai.site.Item;
import org.gongkai.site.Restrictions;
import org.gongkai.site.Site.HiddenReason;
import org.gongkai.site.address.PreviousAddresses;

/** What one audience must not be shown today, of a site of an earlier commit. Safe for many threads. */
public final class CurrentRestrictions implements Restrictions {

    private final CurrentSite today;
    private final List<String> scopes;
    private final TakenDownNotices takenDown;
    private final LeakCheck leaks;
    private final Supplier<Stream<String>> shown;
    private final SiteHistory past;
    private final List<PreviousAddresses> addresses;

    /**
     * @param scopes the 公开范围 that the audience may see
     * @param takenDown what was taken down of its pages
     * @param leaks looks for what is hidden from it today
     * @param shown the texts of former versions that it may read today
     * @param past what git knows of the site of the earlier commit
     * @param addresses give addresses as the two sites do
     */
    CurrentRestrictions(
            CurrentSite today,
            List<String> scopes,
            TakenDownNotices takenDown,
            LeakCheck leaks,
            Supplier<Stream<String>> shown,
            SiteHistory past,
            List<PreviousAddresses> addresses) {
        this.today = today;
        this.scopes = scopes;
        this.takenDown = takenDown;
        this.leaks = leaks;
        this.shown = shown;
        this.past = past;
        this.addresses = addresses;
    }

    @Override
    public Optional<Restriction> on(Item item) {
        List<Revision> revisions = past.revisions(item.entry().path());
        if (notice(item).isPresent()) {
            return Optional.of(new Restriction(HiddenReason.TAKEN_DOWN, Optional.empty()));
        }
        List<Entry> headers = today.counterparts().of(item.entry(), revisions);
        if (headers.isEmpty()) {
            // What cannot be followed may have been narrowed since.
            return Optional.of(new Restriction(HiddenReason.OTHER_AUDIENCE, Optional.empty()));
        }
        return headers.stream()
                .flatMap(header -> today.restriction(header, scopes).stream())
                .min(Comparator.comparing(restriction -> leavesNotice(restriction.reason())));
    }

    private static boolean leavesNotice(HiddenReason why) {
        return why == HiddenReason.WITHDRAWN || why == HiddenReason.EXPIRED;
    }

    private Optional<TakenDownNotices.Notice> notice(Item item) {
        if (takenDown.isEmpty()) {
            return Optional.empty();
        }
        Set<String> all = new HashSet<>(Set.of(item.address()));
        for (Entry header : today.counterparts()
                .headers(item.entry(), past.revisions(item.entry().path()))) {
            all.addAll(header.publication().aliases());
            addresses.forEach(book -> all.add(book.of(header)));
        }
        return takenDown.of(all);
    }

    /**
     * The notices that stand in the places of pages that were taken down, by their addresses.
     *
     * @param hidden what the site does not show
     * @param former the headers under which an entry was out
     */
    public Map<String, byte[]> notices(List<Item> hidden, java.util.function.Function<Item, List<Entry>> former) {
        Map<String, byte[]> notices = new TreeMap<>();
        for (Item item : hidden) {
            notice(item).ifPresent(notice -> {
                List<String> places = new ArrayList<>(List.of(item.address()));
                places.addAll(item.entry().publication().aliases());
                former.apply(item).forEach(header -> places.add(addresses.get(0).of(header)));
                places.forEach(place -> notices.putIfAbsent(place, notice.at(place)));
            });
        }
        return notices;
    }

    /** An output that looks for what is hidden today. */
    public Output over(Output output) {
        return leaks.over(output);
    }

    /** Whether a text speaks of what is hidden today. */
    public boolean mentionsHidden(String text) {
        return leaks.mentionsHidden(text);
    }

    /**
     * Tells what came out of what is hidden today.
     *
     * @param settings texts of the settings of the earlier site, which may be seen
     */
    public void report(Output output, Supplier<Stream<String>> settings, Consumer<Problem> problems) {
        leaks.reportOther(output, () -> Stream.concat(settings.get(), shown.get()), problems);
    }
}
