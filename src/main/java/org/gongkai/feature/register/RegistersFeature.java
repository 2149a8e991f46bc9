package org.gongkai.feature.register;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.check.rule.RuleSet.SiteRule;
import org.gongkai.feature.register.check.PostponementCheck;
import org.gongkai.feature.register.check.StatedCountRule;
import org.gongkai.feature.register.count.CountQuestionReader;
import org.gongkai.feature.register.count.SiteCounts;
import org.gongkai.feature.register.model.Register;
import org.gongkai.feature.register.model.RegisterBuilder;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.feature.register.model.RegisterSpecReader;
import org.gongkai.input.config.FeatureNames;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.KindsReader;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.io.Memoized;
import org.gongkai.pipeline.feature.AudienceFeature;
import org.gongkai.pipeline.feature.AudienceFeature.AudienceContext;
import org.gongkai.pipeline.feature.Feature;
import org.gongkai.pipeline.feature.Feature.ConfiguredFeature;
import org.gongkai.pipeline.feature.Feature.FeatureSettings;
import org.gongkai.site.Site;

/**
 * The registers of a site with their pages, charts, exports and calendars, the months and sheets for the notice wall,
 * and the counts in texts.
 */
public final class RegistersFeature implements ConfiguredFeature {

    /** The header fields of articles; an entry with any other is a record of a branch. */
    private static final Set<CommonField> OF_ARTICLES = EnumSet.of(
            CommonField.TITLE,
            CommonField.KIND,
            CommonField.CATEGORY,
            CommonField.YEAR,
            CommonField.DATE,
            CommonField.TAGS,
            CommonField.SUMMARY,
            CommonField.STATUS,
            CommonField.ALIASES,
            CommonField.TYPE);

    private final FeatureSettings settings;
    private final Optional<String> own;
    private final Memoized<List<RegisterSpec>> specs;

    public static Feature feature() {
        return new Feature(
                new FeatureNames(List.of(), List.of("registers.yml"), List.of("registers")), RegistersFeature::new);
    }

    public RegistersFeature(FeatureSettings settings) {
        this.settings = settings;
        this.own = settings.files().texts().apply(RegisterSpecReader.REGISTERS);
        this.specs = new Memoized<>(() -> new RegisterSpecReader(
                        settings.files().yaml(),
                        settings.kinds(),
                        settings.config().resultWithin(),
                        settings.files().problems())
                .read(own));
        if (own.isPresent() || settings.files().texts().apply(KindsReader.KINDS).isPresent()) {
            // What is wrong with them is reported even if no page shows them.
            specs.get();
        }
    }

    /** The definitions of the registers. */
    public List<RegisterSpec> specs() {
        return specs.get();
    }

    /** Whether registers tell anything: there are settings of a branch, or an entry that is more than an article. */
    boolean hasRecords(Site site) {
        return own.isPresent()
                || settings.site().isPresent()
                || site.config().data().organisation().known()
                || site.config().data().catalogue().own()
                || !site.items().stream().allMatch(item -> isArticle(item.entry()));
    }

    private boolean isArticle(Entry entry) {
        return entry.kinds().equals(List.of(settings.kinds().standard()))
                && entry.own().isEmpty()
                && OF_ARTICLES.containsAll(entry.values().keySet());
    }

    /** Computes the registers of the entries that an audience may see, with what is expected until a day. */
    List<Register> registers(Site site, LocalDate until) {
        return builder(site).all(specs(), until);
    }

    /** Computes the registers of the entries that an audience may see. */
    RegisterBuilder builder(Site site) {
        return new RegisterBuilder(site, settings.calendar());
    }

    /** Returns what answers the texts of a site. */
    public SiteCounts counts(Site site) {
        return new SiteCounts(site, questions(hasRecords(site) ? specs() : List.of()), settings.calendar());
    }

    private CountQuestionReader questions(List<RegisterSpec> registers) {
        return new CountQuestionReader(
                settings.kinds(), registers, settings.config().data().organisation());
    }

    @Override
    public RuleSet rules() {
        Organisation branch = settings.config().data().organisation();
        return RuleSet.ofSites(List.of(
                SiteRule.ofEntries(
                        entry -> entry.kinds().stream().anyMatch(kind -> kind.has(Trait.SUMMARY)),
                        () -> new StatedCountRule(settings, questions(specs()), branch.groupNames())),
                (site, problems) -> {
                    if (site.entries().stream().anyMatch(it -> it.values().containsKey(CommonField.MEETING))) {
                        new PostponementCheck(branch.groupNames(), settings.asOf()).check(site, problems);
                    }
                }));
    }

    @Override
    public AudienceFeature place(AudienceContext place) {
        return new AudienceRegisters(this, place);
    }
}
