package org.gongkai.check;

import java.util.List;
import org.gongkai.entry.Entry;

/**
 * An entry with its text, as rules look at it.
 *
 * @param entry what its header says
 * @param text the whole file
 * @param prose the lines of its body in which a writer speaks, in order; blank ones among them
 */
public record EntryText(Entry entry, String text, List<Prose> prose) {

    public EntryText {
        prose = List.copyOf(prose);
    }
}
