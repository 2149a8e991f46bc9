package org.gongkai.register.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.site.Item;
import org.gongkai.site.Site;

/** What is known of a 公示: its result under the title of the entry that announces it, where a path names one. */
record ResultFacts(Facts notice, Item item, Site site) implements Facts {

    private static final String RESULT = "公示.结果";

    @Override
    public List<String> at(String path) {
        List<String> words = notice.at(path);
        if (!path.equals(RESULT)
                || words.isEmpty()
                || EntryFormat.ofEnding(SourceFile.ending(words.get(0))).isEmpty()) {
            return words;
        }
        Item result = site.byPath().get(source(words.get(0)));
        return List.of(result == null ? "有结果，不在本站公开" : result.entry().title());
    }

    @Override
    public List<String> counted(String path) {
        List<String> words = at(path);
        return words.equals(notice.at(path)) ? notice.counted(path) : words;
    }

    @Override
    public List<Item> entries() {
        return notice.entries();
    }

    private String source(String relative) {
        try {
            return Path.of(item.entry().path())
                    .resolveSibling(relative)
                    .normalize()
                    .toString()
                    .replace('\\', '/');
        } catch (InvalidPathException e) {
            return "";
        }
    }
}
