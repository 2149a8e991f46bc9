package org.gongkai.check.text;

import java.util.List;
import org.gongkai.input.entry.Entry;

/**
 * The text of an entry as input of rules.
 *
 * @param entry the entry
 * @param header the texts of its header, each as a line
 * @param body the lines of its prose; without code, with blank lines
 * @param remarks the lines of its comments
 * @param marks the union of the trigger bits of all lines
 */
public record CheckedText(
        Entry entry, List<TextLine> header, List<TextLine> body, List<TextLine> remarks, long marks) {}
