/**
 * The settings of a site. Input: {@code site.yml}, {@code categories.yml}, {@code catalogue.yml} and {@code
 * organisation.yml} in {@code content/_data}. Output: typed values with defaults. Independent of entries, pages and
 * output folders.
 */
package org.gongkai.input.config;
