package org.gongkai.render;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.cache.CacheStore;
import org.gongkai.history.versions.PublicHistory;
import org.gongkai.input.source.SourceTexts;
import org.gongkai.input.source.SourceTree;
import org.gongkai.markup.convert.Converters;
import org.gongkai.problem.Problem;
import org.gongkai.render.history.Comparisons;
import org.gongkai.render.history.HistoryPages;
import org.gongkai.render.history.VersionOpener;
import org.gongkai.render.model.ModelFingerprint;
import org.gongkai.render.model.SiteModel;
import org.gongkai.render.page.Bodies;
import org.gongkai.render.page.EntryPages;
import org.gongkai.site.BodyFacts;
import org.gongkai.site.Editions;
import org.gongkai.site.Item;
import org.gongkai.site.Site;
import org.gongkai.site.address.PreviousPaths;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.link.HiddenAttachments;
import org.gongkai.site.link.LinkIndex;

/** Every page of a site: first those of the entries, then all others, which show what the first ones found out. */
public final class SitePages {

    private final Theme theme;
    private final ModelFingerprint prints = new ModelFingerprint();
    private final SiteModel model;
    private final EntryPages entries;
    private final HistoryPages histories;
    private final PublicHistory chronicle;
    private final Map<String, Item> former;

    /**
     * @param site what is shown
     * @param source where templates, assets and attached files stand
     * @param texts the texts of entries
     * @param version version of the program, for the foot of pages
     * @param chronicle its history
     * @param former what stood at other addresses before
     * @param editions the editions to which its pages lead
     * @param known what earlier runs found out about bodies and versions
     * @param problems told of what is wrong in bodies
     */
    public SitePages(
            Site site,
            SourceTree source,
            SourceTexts texts,
            Converters converters,
            Slugs slugs,
            String version,
            PublicHistory chronicle,
            Map<String, Item> former,
            Editions editions,
            CacheStore known,
            Consumer<Problem> problems) {
        this.theme = new Theme(source, site.config().zone());
        this.model = new SiteModel(site, version, editions);
        LinkIndex index = new LinkIndex(
                site, source, new PreviousPaths(former, chronicle.histories().formerPaths()));
        this.entries = new EntryPages(
                model, index, new Bodies(source, texts, converters, known), theme, prints, slugs, chronicle, problems);
        this.histories = new HistoryPages(
                model,
                new VersionOpener(model, index, new HiddenAttachments(index), source, converters, chronicle, known),
                new Comparisons(known),
                theme,
                prints,
                chronicle);
        this.chronicle = chronicle;
        this.former = Map.copyOf(former);
    }

    /** Makes the pages of entries. */
    public EntryPages entries() {
        return entries;
    }

    /** Makes the pages of their histories. */
    public HistoryPages histories() {
        return histories;
    }

    /**
     * Plans all other pages.
     *
     * @param bodies what was kept of the bodies, by the path of their source; read when a page is rendered
     * @param amounts how much the versions of an entry changed, by its path and their numbers; likewise
     */
    public List<Page> plan(Map<String, BodyFacts> bodies, Map<String, Map<Integer, String>> amounts) {
        return new PagePlan(
                        model,
                        item -> {
                            BodyFacts facts = bodies.get(item.entry().path());
                            return facts == null ? "" : facts.summary();
                        },
                        chronicle,
                        former,
                        amounts)
                .pages();
    }

    /** Renders a planned page. */
    public byte[] render(String template, Map<String, Object> variables) {
        return theme.render(template, variables);
    }

    /** The fingerprint of the variables of a page, but for what templates read of the site. */
    public String fingerprint(Map<String, Object> variables) {
        return prints.of(variables, Theme.ACCOUNTED_FOR);
    }

    /** What each template has read of the site so far. */
    public Map<String, Set<String>> reads() {
        return theme.reads();
    }

    /** The fingerprint of what was read of the site. */
    public String fingerprint(Set<String> reads) {
        return prints.of(model.info(), reads);
    }
}
