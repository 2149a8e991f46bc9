package org.gongkai.register.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/**
 * An entry whose 公示 may name another entry as its result: readers see the title of that entry, and nothing while it is
 * not public.
 */
record NoticeFacts(Facts facts, Item item, Site site) implements Facts {

    private static final String RESULT = "公示.结果";

    @Override
    public List<String> at(String path) {
        List<String> words = facts.at(path);
        return path.equals(RESULT)
                ? words.stream().flatMap(word -> shown(word).stream()).toList()
                : words;
    }

    @Override
    public List<String> counted(String path) {
        return path.equals(RESULT) ? at(path) : facts.counted(path);
    }

    @Override
    public List<Item> entries() {
        return facts.entries();
    }

    private Optional<String> shown(String result) {
        if (EntryFormat.ofEnding(SourceFile.ending(result)).isEmpty()) {
            return Optional.of(result);
        }
        return Optional.ofNullable(site.byPath().get(beside(item.entry().path(), result)))
                .map(named -> named.entry().title());
    }

    /** The path of a file that is named in another one. No {@code java.nio} path: it refuses what some system refuses. */
    private static String beside(String file, String named) {
        Deque<String> names = new ArrayDeque<>(List.of(file.split("/")));
        names.removeLast();
        for (String name : named.split("/")) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }
}
