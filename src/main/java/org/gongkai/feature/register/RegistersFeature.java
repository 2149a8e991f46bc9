package org.gongkai.feature.register;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.check.rule.RuleSet.SiteRule;
import org.gongkai.feature.register.check.PutOffCheck;
import org.gongkai.feature.register.check.StatedCountRule;
import org.gongkai.feature.register.model.Register;
import org.gongkai.feature.register.model.RegisterBuilder;
import org.gongkai.feature.register.spec.RegisterSpec;
import org.gongkai.feature.register.spec.RegisterSpecReader;
import org.gongkai.input.config.FeatureNames;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.pipeline.feature.Feature;
import org.gongkai.pipeline.feature.Feature.ConfiguredFeature;
import org.gongkai.pipeline.feature.Feature.FeatureSettings;
import org.gongkai.pipeline.feature.PlacedFeature;
import org.gongkai.pipeline.feature.PlacedFeature.FeaturePlace;
import org.gongkai.site.Site;

/**
 * The registers of a site with their pages, charts, exports and calendars, the months and sheets for the notice wall,
 * and the counts in texts.
 *
 * @param specs the definitions of the registers
 */
public record RegistersFeature(FeatureSettings settings, List<RegisterSpec> specs) implements ConfiguredFeature {

    public static Feature feature() {
        return new Feature(
                new FeatureNames(List.of(), List.of("registers.yml"), List.of("registers")), RegistersFeature::new);
    }

    public RegistersFeature(FeatureSettings settings) {
        this(
                settings,
                new RegisterSpecReader(
                                settings.yaml(),
                                settings.kinds(),
                                settings.config().resultWithin(),
                                settings.problems())
                        .read(settings.texts().apply(RegisterSpecReader.REGISTERS)));
    }

    /** Computes the registers of the entries that an audience may see, with what is expected until a day. */
    List<Register> registers(Site site, LocalDate until) {
        return new RegisterBuilder(site, settings.calendar(), until).all(specs);
    }

    @Override
    public RuleSet rules() {
        List<String> groups = settings.config().organisation().groupNames();
        return RuleSet.ofSites(List.of(
                SiteRule.ofTexts(
                        entry -> entry.kinds().stream().anyMatch(kind -> kind.has(Trait.SUMMARY)),
                        () -> new StatedCountRule(specs, groups, settings.asOf(), settings.kinds())),
                (site, problems) -> {
                    if (site.entries().stream().anyMatch(it -> it.values().containsKey(CommonField.MEETING))) {
                        new PutOffCheck(groups, settings.asOf()).check(site, problems);
                    }
                }));
    }

    @Override
    public PlacedFeature place(FeaturePlace place) {
        return new PlacedRegisters(this, place);
    }
}
