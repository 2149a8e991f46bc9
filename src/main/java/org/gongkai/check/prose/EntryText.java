package org.gongkai.check.prose;

import java.util.List;
import org.gongkai.input.entry.Entry;

/**
 * An entry with its text.
 *
 * @param entry the entry
 * @param text the content of the file
 * @param prose the lines of the body without code and comments, in order, including blank lines
 * @param remarks the comments in the body, in order; pages do not show them, but every copy of the repository contains
 *     them
 */
public record EntryText(Entry entry, String text, List<Prose> prose, List<Prose> comments) {}
