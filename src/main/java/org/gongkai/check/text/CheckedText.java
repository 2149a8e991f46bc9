package org.gongkai.check.text;

import java.util.List;
import org.gongkai.input.entry.Entry;

/**
 * An entry as its rules read it.
 *
 * @param entry what its header says
 * @param header the texts of its header, each as a line
 * @param body the lines of its prose; lines of code are missing, blank ones are there
 * @param remarks what readers of the page do not see
 * @param marks the marks of all lines together
 */
public record CheckedText(Entry entry, List<TextLine> header, List<TextLine> body, List<TextLine> remarks, int marks) {}
