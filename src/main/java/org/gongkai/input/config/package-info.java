/**
 * A site's settings. Comes in: {@code content/_data/site.yml}, {@code categories.yml}, {@code catalogue.yml}
 * and {@code organisation.yml}. Goes out: typed values, each
 * with its default. Knows nothing of entries, pages or where a site is written.
 */
package org.gongkai.input.config;
