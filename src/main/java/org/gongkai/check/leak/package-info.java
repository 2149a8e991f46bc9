/**
 * The final check of an output for content that its readers must not see. Input: a {@link org.gongkai.site.Site} and
 * every byte that is written. Output: problems, which quote no hidden text in full. Independent of rendering, so that
 * it does not repeat its mistakes.
 */
package org.gongkai.check.leak;
