package org.gongkai.register.source;

import java.util.List;
import org.gongkai.site.Item;

/** What is known of a row, before its columns are filled. */
public interface Facts {

    /** Returns the words at a path, such as {@code 会议.时间}; empty if nothing stands there. */
    List<String> at(String path);

    /** Returns the words at a path as they count: the names of the words of an enumeration, and nothing of what is none. */
    default List<String> counted(String path) {
        return at(path);
    }

    /** The entries that it is known from; the oldest first. */
    List<Item> entries();

    /** Returns the first word at a path; empty if nothing stands there. */
    default String text(String path) {
        List<String> words = at(path);
        return words.isEmpty() ? "" : words.get(0);
    }
}
