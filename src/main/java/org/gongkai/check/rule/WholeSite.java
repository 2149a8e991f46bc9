package org.gongkai.check.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.SourceTree;

/**
 * The input of rules about the whole site.
 *
 * @param entries all valid entries, sorted by path
 * @param source all files
 * @param named the paths of the files that entries name as attachments, images or links
 * @param formerNumbers the index numbers in previous commits with the paths of their holders: the current path, or the
 *     last one of a deleted entry; empty without a history
 * @param rendered the paths of the entries whose bodies were searched for such names; others are not published
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
