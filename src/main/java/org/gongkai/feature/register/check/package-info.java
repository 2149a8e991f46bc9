/**
 * Texts and headers compared with the records: counts, numbers, periods, tasks. Comes in: entries, registers, the
 * counts that bodies ask for. Goes out: warnings. Knows nothing of how records are counted.
 */
package org.gongkai.feature.register.check;
