/**
 * What the numbers of one sentence say of each other. In: a sentence; out: facts, at the place of a number, of those
 * that do not follow from the others. Knows nothing of entries.
 */
package org.gongkai.check.contradiction.sentence;
