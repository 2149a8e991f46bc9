/**
 * What was typed and is not yet in a file. Comes in: texts, a few times a second at most. Goes out: the same texts,
 * after any crash.
 */
package org.gongkai.write.desk.draft;
