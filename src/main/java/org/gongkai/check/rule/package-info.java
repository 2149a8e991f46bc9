/**
 * The kinds of rules and what they receive: the header of an entry, an entry with its text, or the whole site. Output:
 * problems. Contains no rule.
 */
package org.gongkai.check.rule;
