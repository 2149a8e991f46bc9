package org.gongkai.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.SourceTree;

/**
 * Everything that a rule over the whole site may ask for.
 *
 * @param entries every entry that could be read, sorted by path
 * @param source every file
 * @param named paths of the files that some entry names as attachment, image or link
 * @param formerNumbers index numbers that entries of former commits bore, and whose they are: the path of an entry of today,
 *     or the last one of an entry that is gone; empty without a history
 * @param rendered paths of the entries whose bodies were looked at for that; the others are not out
 */
public record WholeSite(
        List<Entry> entries,
        SourceTree source,
        Set<String> named,
        Set<String> rendered,
        Map<String, String> formerNumbers) {

    public WholeSite {
        entries = List.copyOf(entries);
        named = Set.copyOf(named);
        rendered = Set.copyOf(rendered);
        formerNumbers = Map.copyOf(formerNumbers);
    }
}
