package org.gongkai.pipeline;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import org.gongkai.cache.CacheStore;
import org.gongkai.check.LeakSearch;
import org.gongkai.history.versions.DisclosedVersions;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.input.config.CommitDisplay;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.input.entry.Entry;
import org.gongkai.pipeline.AudienceSite.Earlier;
import org.gongkai.pipeline.edition.CurrentSite;
import org.gongkai.pipeline.edition.EditionRestrictions;
import org.gongkai.pipeline.feature.AudienceFeature;
import org.gongkai.pipeline.feature.AudienceFeature.AudienceContext;
import org.gongkai.pipeline.read.SiteContent;
import org.gongkai.pipeline.read.SiteSettings;
import org.gongkai.site.FurtherRestrictions;
import org.gongkai.site.Site;
import org.gongkai.site.SiteBuilder;

/**
 * Selects what each audience may see and gives every entry its address.
 *
 * @param drafts whether drafts and entries not yet due are shown
 * @param today the currently published site, if this is an earlier commit
 */
public record AudienceSelector(BuildContext context, SiteContent content, boolean drafts, Optional<CurrentSite> today) {

    /** Places the entries for an audience; problems are reported to the collector of the build. */
    public AudienceSite place(Audience audience) throws IOException {
        Optional<EditionRestrictions> restrictions =
                today.isPresent() ? Optional.of(today.get().restrictions(audience, content)) : Optional.empty();
        // Each is done by one thread.
        String folder = BuiltSite.folder(content.settings().config(), audience, context.slugs());
        ForkJoinTask<Earlier> earlier = context.pool().begin(() -> earlier(audience, folder, restrictions.isEmpty()));
        Site entries = context.timings()
                .time(
                        "编排",
                        () -> site(
                                context,
                                content,
                                audience,
                                drafts,
                                restrictions.isPresent() ? restrictions.get() : FurtherRestrictions.NONE));
        AudienceContext place = new AudienceContext(
                entries, audience, earlier.join().inputs(), earlier.join().cache());
        List<AudienceFeature> features = context.timings().time("汇总台账", () -> content.settings().features().stream()
                .map(feature -> feature.place(place))
                .toList());
        Site site = features.stream()
                .flatMap(feature -> feature.nextChange().stream())
                .min(LocalDate::compareTo)
                .map(entries::changingBy)
                .orElse(entries);
        Optional<DisclosedVersions> versions =
                content.history().disclosedVersions(content.settings().disclosure(), audience.scopes());
        LeakSearch leaks = context.timings().time(AudienceBuild.LEAKS, () -> leaks(site, audience, versions));
        PublicHistory history = new PublicHistory(
                content.histories(),
                versions,
                site.byPath().keySet(),
                site.config().display().commits(),
                text -> leaks.mentionsHidden(text)
                        || restrictions.isPresent()
                                && restrictions.get().leaks().mentionsHidden(text));
        return new AudienceSite(audience, content, site, earlier.join(), features, history, leaks, restrictions);
    }

    private Earlier earlier(Audience audience, String folder, boolean isCurrent) throws IOException {
        return context.timings().time("读上次的结果", () -> {
            CacheStore cache =
                    context.cache().open(folder.isEmpty() ? "pages" : "pages-" + folder, content.appearanceDigest());
            boolean isKept = isCurrent && context.cache().isKept();
            return new Earlier(
                    cache, isKept ? SiteFingerprint.of(context.source(), content, audience, drafts, cache) : "");
        });
    }

    /** Places the entries for an audience, without the versions that it may see and the search for leaks. */
    public static Site site(
            BuildContext context,
            SiteContent content,
            Audience audience,
            boolean drafts,
            FurtherRestrictions restrictions) {
        SiteSettings settings = content.settings();
        SiteConfig config = audience.scopes().contains(SiteConfig.SPECIAL)
                ? settings.config().named(settings.config().name() + "（仅供特定对象）")
                : settings.config();
        return new SiteBuilder(settings.kinds(), context.slugs(), context.problems())
                .build(
                        config.at(audience.baseUrl()),
                        content.entries(),
                        audience.scopes(),
                        settings.asOf(),
                        drafts,
                        restrictions);
    }

    private LeakSearch leaks(Site site, Audience audience, Optional<DisclosedVersions> versions) {
        PublicHistory complete =
                new PublicHistory(content.histories(), versions, Set.of(), CommitDisplay.DEFAULT, text -> false);
        List<Entry> withheld = site.items().stream()
                .flatMap(item -> complete.withheld(item.entry().path()).stream())
                .toList();
        return context.shared()
                .leaks()
                .of(site, audience.name(), context.source(), content.settings().kinds(), withheld);
    }
}
