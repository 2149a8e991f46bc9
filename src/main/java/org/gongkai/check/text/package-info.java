/**
 * What careful people look for in a text before it goes out: blanks that nobody filled, lines of template sites, secrecy
 * marks, numbers that skip, marks without their partner, wrong words. Comes in: an entry with its prose. Goes out:
 * problems. Knows nothing of markup beyond the marks at the beginning of a line, and of no other entry.
 *
 * <p>Thousands of entries pass through here in every build, so each line is looked through once, for the characters
 * without which no rule can find anything; a rule sees only the lines that hold one of its own.
 */
package org.gongkai.check.text;
