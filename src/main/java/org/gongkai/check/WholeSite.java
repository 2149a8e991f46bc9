package org.gongkai.check;

import java.util.List;
import java.util.Set;
import org.gongkai.entry.Entry;
import org.gongkai.source.SourceTree;

/**
 * Everything that a rule over the whole site may ask for.
 *
 * @param entries every entry that could be read, sorted by path
 * @param source every file
 * @param named paths of the files that some entry names as attachment, image or link
 */
public record WholeSite(List<Entry> entries, SourceTree source, Set<String> named) {

    public WholeSite {
        entries = List.copyOf(entries);
        named = Set.copyOf(named);
    }
}
