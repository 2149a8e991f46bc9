package org.gongkai.pipeline.edition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongkai.check.LeakSearch;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.entry.Entry;
import org.gongkai.output.Output;
import org.gongkai.pipeline.read.SiteHistory;
import org.gongkai.problem.Problem;
import org.gongkai.site.FurtherRestrictions;
import org.gongkai.site.Item;
import org.gongkai.site.Site.HiddenReason;
import org.gongkai.site.SiteFile;
import org.gongkai.site.address.PreviousAddresses;

/**
 * The parts of an earlier commit's site that one audience must not see today. Safe for use by multiple threads.
 *
 * @param leaks the search for the texts that are hidden from the audience today
 * @param disclosed supplies the texts of earlier versions that the audience may see today
 * @param earlier the history of the earlier site
 * @param addresses the address rules of the earlier site, followed by those of today's site
 */
public record EditionRestrictions(
        CurrentSite today,
        Audience audience,
        LeakSearch leaks,
        Supplier<Stream<String>> disclosed,
        SiteHistory earlier,
        List<PreviousAddresses> addresses)
        implements FurtherRestrictions {

    @Override
    public Optional<Restriction> on(Item item) {
        if (notice(item).isPresent()) {
            return Optional.of(new Restriction(HiddenReason.TAKEN_DOWN, Optional.empty()));
        }
        List<Entry> headers = today.counterparts()
                .of(item.entry(), earlier.revisions(item.entry().path()));
        if (headers.isEmpty()) {
            // An entry that cannot be followed may have been restricted since.
            return Optional.of(new Restriction(HiddenReason.OTHER_AUDIENCE, Optional.empty()));
        }
        return headers.stream()
                .flatMap(header -> today.restriction(header, audience.scopes()).stream())
                .min(Comparator.comparing(restriction -> leavesNotice(restriction.reason())));
    }

    private static boolean leavesNotice(HiddenReason why) {
        return why == HiddenReason.WITHDRAWN || why == HiddenReason.EXPIRED;
    }

    private Optional<Function<String, byte[]>> notice(Item item) {
        TakenDownNotices takenDown = today.takenDown().get(audience.name());
        if (takenDown.isEmpty()) {
            return Optional.empty();
        }
        Set<String> all = new HashSet<>(Set.of(item.address()));
        for (Entry header : today.counterparts()
                .headers(item.entry(), earlier.revisions(item.entry().path()))) {
            all.addAll(header.publication().aliases());
            addresses.forEach(rules -> all.add(rules.of(header)));
        }
        return takenDown.of(all);
    }

    /**
     * Returns notices at the addresses of pages that were taken down, unless another page has the address.
     *
     * @param taken the addresses of all other files
     * @param items the entries that the site does not show
     * @param published the headers with which the entry of a path was published
     */
    public List<SiteFile> notices(Set<String> taken, List<Item> items, Function<String, List<Entry>> published) {
        Map<String, SiteFile> notices = new LinkedHashMap<>();
        for (Item item : items) {
            Optional<Function<String, byte[]>> notice = notice(item);
            if (notice.isEmpty()) {
                continue;
            }
            List<String> places = new ArrayList<>(List.of(item.address()));
            places.addAll(item.entry().publication().aliases());
            published
                    .apply(item.entry().path())
                    .forEach(header -> places.add(addresses.get(0).of(header)));
            for (String place : places) {
                if (!taken.contains(place)) {
                    notices.putIfAbsent(place, SiteFile.of(place, SiteFile.NO_TEMPLATE, () -> "", () -> notice.get()
                            .apply(place)));
                }
            }
        }
        return List.copyOf(notices.values());
    }

    /**
     * Reports everything in an output that is hidden today.
     *
     * @param settings supplies the texts of the settings of the earlier site, which are public
     */
    public void report(Output output, Supplier<Stream<String>> settings, Consumer<Problem> problems) {
        leaks.reportOther(output, () -> Stream.concat(settings.get(), disclosed.get()), problems);
    }
}
