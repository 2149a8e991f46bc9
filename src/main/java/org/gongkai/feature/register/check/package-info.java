/**
 * Texts and rows compared with the records: numbers of meetings in summaries, amounts of overlapping periods, repeated
 * numbers of a series. In: entries and registers; out: problems. Knows nothing of how records are counted.
 */
package org.gongkai.feature.register.check;
