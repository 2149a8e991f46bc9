package org.gongkai.pipeline.feature;

import org.gongkai.check.rule.RuleSet;

/** What a feature adds to a site whose settings are known. */
@FunctionalInterface
public interface ConfiguredFeature {

    /** The rules that entries are checked against. */
    default RuleSet rules() {
        return RuleSet.NONE;
    }

    /** Returns what it adds to the site of an audience. */
    PlacedFeature place(FeaturePlace place);
}
