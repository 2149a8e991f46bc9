package org.gongkai.feature.rules;

import java.util.List;
import org.gongkai.check.figure.FigureRules;
import org.gongkai.check.header.HeaderFacts;
import org.gongkai.check.header.HeaderRules;
import org.gongkai.check.kind.KindRules;
import org.gongkai.check.kind.UnmentionedTasksRule;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.input.config.Catalogue;
import org.gongkai.input.config.FeatureNames;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.pipeline.feature.ConfiguredFeature;
import org.gongkai.pipeline.feature.Feature;
import org.gongkai.pipeline.feature.FeaturePlace;
import org.gongkai.pipeline.feature.FeatureSettings;
import org.gongkai.pipeline.feature.PlacedFeature;

/** The rules about headers, texts and files. */
public final class RulesFeature implements ConfiguredFeature {

    private final FeatureSettings settings;

    /** Returns the feature. */
    public static Feature feature() {
        return new Feature(FeatureNames.NONE, RulesFeature::new);
    }

    public RulesFeature(FeatureSettings settings) {
        this.settings = settings;
    }

    @Override
    public RuleSet rules() {
        SiteConfig config = settings.config();
        return HeaderRules.all(facts())
                .and(new KindRules(config.catalogue(), config.organisation()).rules())
                .and(FigureRules.all())
                .and(new TextRules().rules())
                .and(FileRules.all(
                        settings.yaml(),
                        settings.privacy(),
                        config.pictures(),
                        settings.names().files()))
                .and(RuleSet.ofSites(List.of(new UnmentionedTasksRule())));
    }

    @Override
    public PlacedFeature place(FeaturePlace place) {
        return new PlacedFeature() {};
    }

    private HeaderFacts facts() {
        SiteConfig config = settings.config();
        return new HeaderFacts(
                config.code(),
                config.supervision(),
                settings.calendar(),
                typed -> config.catalogue()
                        .named(typed)
                        .map(Catalogue.Item::scope)
                        .filter(scope -> !scope.isEmpty()),
                config.resultWithin());
    }
}
