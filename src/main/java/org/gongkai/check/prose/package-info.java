/**
 * The text of an entry as its readers see it. Input: the source of an entry. Output: lines without markup and code,
 * with their positions, and the parts that a page does not show. Contains no rule.
 */
package org.gongkai.check.prose;
