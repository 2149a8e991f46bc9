package org.gongkai.pipeline.feature;

/** A part of the product that adds to sites. */
@FunctionalInterface
public interface Feature {

    /** Reads its settings of a site, and returns what it adds to a site that has them. */
    ConfiguredFeature configure(FeatureSettings settings);
}
