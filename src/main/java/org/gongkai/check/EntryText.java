package org.gongkai.check;

import java.util.List;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.entry.Entry;

/**
 * An entry with its text, as rules look at it.
 *
 * @param entry what its header says
 * @param text the whole file
 * @param prose the lines of its body in which a writer speaks, in order; blank ones among them
 * @param remarks the lines of its body that readers of the page do not see, in order, with nothing else in them; they are
 *     in the file and so in every copy of the repository
 */
public record EntryText(Entry entry, String text, List<Prose> prose, List<Prose> remarks) {

    public EntryText {
        prose = List.copyOf(prose);
        remarks = List.copyOf(remarks);
    }
}
