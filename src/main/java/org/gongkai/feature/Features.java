package org.gongkai.feature;

import java.util.Collection;
import java.util.List;
import org.gongkai.check.LeakSearch;
import org.gongkai.check.leak.LeakCheck;
import org.gongkai.feature.attachment.AttachmentsFeature;
import org.gongkai.feature.description.DescriptionFeature;
import org.gongkai.feature.history.HistoryFeature;
import org.gongkai.feature.jbake.JBakeProjects;
import org.gongkai.feature.matter.MattersFeature;
import org.gongkai.feature.register.RegistersFeature;
import org.gongkai.feature.rules.RulesFeature;
import org.gongkai.feature.search.SearchFeature;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.source.SourceTree;
import org.gongkai.markup.asciidoc.AsciiDocEngines;
import org.gongkai.markup.convert.SiteConverters;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.cache.UserCaches;
import org.gongkai.pipeline.feature.Feature;
import org.gongkai.site.Site;

/** The features of the product. */
public final class Features {

    private Features() {}

    /**
     * Returns what the builds of a process share, with all features.
     *
     * @param engines where Asciidoctor is taken from, and given back to in the end
     * @param caches the caches of sites outside git
     */
    public static SharedParts parts(AsciiDocEngines engines, UserCaches caches) {
        return new SharedParts(
                caches,
                all(),
                Features::leaks,
                new JBakeProjects(engines),
                new SiteConverters(engines),
                new SharedParts.Prepared());
    }

    private static LeakSearch leaks(
            Site site, String audience, SourceTree source, Kinds kinds, Collection<Entry> withheld) {
        return withheld.isEmpty()
                        && site.unpublished().hidden().isEmpty()
                        && site.unpublished().withdrawn().isEmpty()
                ? LeakSearch.NONE
                : new LeakCheck(site, audience, source, kinds, withheld);
    }

    private static List<Feature> all() {
        return List.of(
                RulesFeature.feature(),
                RegistersFeature.feature(),
                DescriptionFeature.feature(),
                HistoryFeature.feature(),
                SearchFeature.feature(),
                AttachmentsFeature.feature(),
                MattersFeature.feature());
    }
}
