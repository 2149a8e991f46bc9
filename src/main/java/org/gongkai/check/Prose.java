package org.gongkai.check;

/**
 * A line of what a writer wrote, code left out: what stands in code blocks is not there, inline code is blanked with
 * spaces of the same number, so that columns stay.
 *
 * @param line line of the file, from 1
 * @param text the line
 */
public record Prose(int line, String text) {}
