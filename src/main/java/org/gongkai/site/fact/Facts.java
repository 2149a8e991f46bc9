package org.gongkai.site.fact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.input.data.Value;
import org.gongkai.site.Item;

/** What is known of a row, before its columns are filled. */
public interface Facts {

    /** Returns the words at a path, such as {@code 会议.时间}; empty if nothing stands there. */
    List<String> at(String path);

    /**
     * Returns the words at a path as they count: the names of the words of an enumeration, and nothing of what is none.
     */
    default List<String> counted(String path) {
        return at(path);
    }

    /** Returns the values at a path, as far as their places are known, by which persons of one name are told apart. */
    default List<Value.Text> typed(String path) {
        return List.of();
    }

    /** The entries that it is known from; the oldest first. */
    List<Item> entries();

    /** Returns facts of these entries that do not stand in their headers. */
    static Facts of(Map<String, String> words, List<Item> entries) {
        return new Listed(Map.copyOf(words), List.copyOf(entries));
    }

    /**
     * Returns these facts with others at some paths, which count as they are.
     *
     * @param own returns the words at a path; empty where these facts have them
     */
    default Facts with(Function<String, Optional<List<String>>> own) {
        return new Derived(this, own);
    }

    /** Returns the first word at a path; empty if nothing stands there. */
    default String text(String path) {
        List<String> words = at(path);
        return words.isEmpty() ? "" : words.get(0);
    }

    /** Facts that were listed one by one. */
    record Listed(Map<String, String> words, List<Item> entries) implements Facts {
        @Override
        public List<String> at(String path) {
            String word = words.getOrDefault(path, "");
            return word.isEmpty() ? List.of() : List.of(word);
        }
    }

    /** Facts of which some are taken from elsewhere. */
    record Derived(Facts facts, Function<String, Optional<List<String>>> own) implements Facts {
        @Override
        public List<String> at(String path) {
            return own.apply(path).orElseGet(() -> facts.at(path));
        }

        @Override
        public List<String> counted(String path) {
            return own.apply(path).orElseGet(() -> facts.counted(path));
        }

        @Override
        public List<Value.Text> typed(String path) {
            return own.apply(path).isPresent() ? List.of() : facts.typed(path);
        }

        @Override
        public List<Item> entries() {
            return facts.entries();
        }
    }
}
