package org.gongkai.pipeline.edition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongkai.check.LeakSearch;
import org.gongkai.history.versions.DisclosedVersions;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.input.config.CommitDisplay;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.io.Digests;
import org.gongkai.io.Timings;
import org.gongkai.pipeline.BuildContext;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.BuiltSite;
import org.gongkai.pipeline.ProblemCollector;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.read.SiteContent;
import org.gongkai.pipeline.read.SiteReader;
import org.gongkai.pipeline.read.SiteSettings;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.site.FurtherRestrictions;
import org.gongkai.site.FurtherRestrictions.Restriction;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.SiteBuilder;
import org.gongkai.site.Visibility;
import org.gongkai.site.address.PreviousAddresses;

/**
 * The site that is published today. Its audiences and what it withholds from them also apply to every edition that is
 * built today: entries may have been withdrawn, restricted or taken down since the commit of the edition.
 */
public record CurrentSite(
        BuildContext context,
        SiteContent content,
        LocalDate day,
        Counterparts counterparts,
        Map<String, TakenDownNotices> takenDown) {

    /**
     * Reads the site.
     *
     * @param from must be in a git repository and remain open
     * @param request the request for its build
     * @param clock determines today: nothing is public before its day, whatever day is requested
     * @param shared what all builds of this process share
     * @throws IOException if a file cannot be read
     */
    static CurrentSite read(SiteSource from, BuildRequest request, Clock clock, SharedParts shared) throws IOException {
        try (BuildContext context = BuildContext.open(from, request, shared, new ProblemCollector(), new Timings())) {
            return context.pool().run(() -> read(from, request, clock, context));
        }
    }

    private static CurrentSite read(SiteSource from, BuildRequest request, Clock clock, BuildContext context)
            throws IOException {
        SiteContent content = new SiteReader(context, clock, note -> {}).readWithoutBodies(request, from);
        SiteSettings settings = content.settings();
        EntryReader reader = new EntryReader(
                new HeaderParser(context.shared().yaml()), settings.headerContext(), EntryReader.Strictness.STRICT);
        LocalDate now = LocalDate.now(clock.withZone(settings.config().zone()));
        Map<String, TakenDownNotices> takenDown = new HashMap<>();
        for (Audience audience : settings.config().audiences()) {
            takenDown.put(
                    audience.name(),
                    request.previous().takenDown(BuiltSite.folder(settings.config(), audience, context.slugs())));
        }
        return new CurrentSite(
                context,
                content,
                settings.asOf().isBefore(now) ? settings.asOf() : now,
                new Counterparts(
                        content.entries(),
                        content.history().successors(reader, settings.kinds()).orElseThrow()),
                takenDown);
    }

    /** Whether its headers or settings have errors, so that it cannot be published. */
    boolean failed() {
        return context.problems().failed();
    }

    public SiteConfig config() {
        return content.settings().config();
    }

    /** The commit that it is identical to, if there is one. */
    Optional<String> commit() {
        return content.history().commit();
    }

    /** The day for which an edition is built: that of its commit, in the current time zone, but no later than today. */
    LocalDate day(Instant made) {
        LocalDate then = made.atZone(config().zone()).toLocalDate();
        return then.isBefore(day) ? then : day;
    }

    /** The reason for which an audience must not see an entry with this header today; empty if it may. */
    Optional<Restriction> restriction(Entry header, List<String> scopes) {
        // The withdrawal of a deleted entry is not mentioned on any page today.
        return new Visibility(scopes, day, false)
                .hiddenReason(header)
                .map(why -> counterparts.isCurrent(header)
                        ? new Restriction(why, since(header, why))
                        : new Restriction(Site.HiddenReason.OTHER_AUDIENCE, Optional.empty()));
    }

    private Optional<LocalDate> since(Entry header, Site.HiddenReason why) {
        return switch (why) {
            case EXPIRED -> header.dates().expires();
            case WITHDRAWN ->
                header.dates()
                        .withdrawn()
                        .or(() -> content.histories().of(header.path()).withdrawn());
            default -> Optional.empty();
        };
    }

    /** The restrictions of an audience for the site of an earlier commit. */
    public EditionRestrictions restrictions(Audience audience, SiteContent earlier) {
        Site site = site(audience);
        Optional<DisclosedVersions> versions =
                content.history().disclosedVersions(content.settings().disclosure(), audience.scopes());
        PublicHistory history =
                new PublicHistory(content.histories(), versions, Set.of(), CommitDisplay.DEFAULT, text -> false);
        List<Entry> withheld = Stream.concat(
                        site.items().stream()
                                .flatMap(item -> history.withheld(item.entry().path()).stream()),
                        hiddenWhenDeleted(audience))
                .toList();
        LeakSearch leaks = context.shared()
                .leaks()
                .of(site, audience.name(), context.source(), content.settings().kinds(), withheld);
        return new EditionRestrictions(
                this,
                audience,
                leaks,
                () -> site.items().parallelStream()
                        .flatMap(item -> history.shown(item.entry().path())),
                earlier.history(),
                List.of(addresses(earlier.settings()), addresses(content.settings())));
    }

    private PreviousAddresses addresses(SiteSettings settings) {
        return new PreviousAddresses(settings.config(), settings.kinds(), context.slugs());
    }

    private Site site(Audience audience) {
        SiteSettings settings = content.settings();
        return new SiteBuilder(settings.kinds(), context.slugs(), problem -> {})
                .build(
                        config().at(audience.baseUrl()),
                        content.entries(),
                        audience.scopes(),
                        day,
                        false,
                        FurtherRestrictions.NONE);
    }

    private Stream<Entry> hiddenWhenDeleted(Audience audience) {
        return counterparts.deleted().stream()
                .filter(header -> restriction(header, audience.scopes()).isPresent());
    }

    /**
     * A digest of the audiences and of everything that is withheld from them: if it is unchanged, so are the
     * editions.
     */
    String digest() {
        MessageDigest digest = Digests.sha256();
        Consumer<String> add = text -> digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
        for (Audience audience : config().audiences()) {
            add.accept(audience.toString());
            Site site = site(audience);
            site.unpublished()
                    .all()
                    .map(Item::entry)
                    .forEach(entry -> add.accept(entry.path() + " "
                            + context.source().version(entry.source().file()) + " "
                            + site.unpublished().reasons().get(entry.path())));
            hiddenWhenDeleted(audience).forEach(entry -> add.accept(entry.path() + " " + entry.title()));
            takenDown.get(audience.name()).byAddress().keySet().forEach(add);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
