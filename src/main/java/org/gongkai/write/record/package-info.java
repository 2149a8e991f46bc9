/**
 * What the records of a site say for a new entry: sentences with counts of its period, and rows of the tables of other
 * entries. In: headers of a site and a kind; out: lines of a body and values of fields. What is told, and in which
 * words, stands in {@code kinds.yml}. What has no record is never told as a zero, but named in a comment to the writer.
 */
package org.gongkai.write.record;
