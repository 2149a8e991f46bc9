/**
 * Registers as a feature of a site: their pages, months, sheets for the notice wall and charts, and the counts in texts.
 * Comes in: the entries in their places. Goes out: planned pages and files. How registers are computed is told in
 * {@code org.gongkai.register}.
 */
package org.gongkai.feature.register;
