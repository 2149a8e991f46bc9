package org.gongkai.pipeline.feature;

import java.util.function.Function;
import org.gongkai.input.config.FeatureNames;

/**
 * A part of the product that adds to sites.
 *
 * @param names the names that it takes in settings and addresses
 * @param configure reads its settings of a site, and returns what it adds to a site that has them
 */
public record Feature(FeatureNames names, Function<FeatureSettings, ConfiguredFeature> configure) {}
