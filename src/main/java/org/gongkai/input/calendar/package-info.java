/**
 * Working days. Comes in: the official plans of holidays, built in or a site's own. Goes out: counts of working days, or
 * the word that a year is not known. Knows nothing of entries.
 */
package org.gongkai.input.calendar;
