/**
 * A site's settings. Comes in: {@code content/_data/site.yml} and {@code categories.yml}. Goes out: typed values, each
 * with its default. Knows nothing of entries, pages or where a site is written.
 */
package org.gongkai.config;
