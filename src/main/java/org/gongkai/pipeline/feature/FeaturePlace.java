package org.gongkai.pipeline.feature;

import java.util.function.Function;
import org.gongkai.cache.CacheStore;
import org.gongkai.input.config.SiteConfig.Audience;
import org.gongkai.site.Site;

/**
 * Where a feature is placed: the site of one audience.
 *
 * @param site the entries in their places
 * @param audience its readers
 * @param inputs identifies everything that pages show of the source but for texts of entries; empty if that is not known
 * @param caches opens a cache of the audience by its name
 */
public record FeaturePlace(Site site, Audience audience, String inputs, Function<String, CacheStore> caches) {}
