/**
 * Numbers in texts, compared with the records that they count. Comes in: entries, the counts that their bodies ask for. Goes
 * out: warnings. Knows nothing of how records are counted.
 */
package org.gongkai.check.count;
