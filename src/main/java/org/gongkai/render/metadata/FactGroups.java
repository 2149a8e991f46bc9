package org.gongkai.render.metadata;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.render.model.Model;

/**
 * The rows of an entry's metadata.
 *
 * @param common rows that every kind of entry has
 * @param own rows of its kinds and of its meeting
 * @param meeting those of its own with which minutes begin; they begin the body
 * @param key those of its own that readers look for first; they stand above the body
 */
public record FactGroups(
        List<Model.Fact> common, List<Model.Fact> own, List<Model.Fact> meeting, List<Model.Fact> key) {

    /** Returns all rows. */
    public List<Model.Fact> all() {
        return Stream.concat(common.stream(), own.stream()).toList();
    }

    /** Returns the labels of the rows that the page of the entry shows first. */
    public Set<String> first() {
        return Stream.concat(meeting.stream(), key.stream())
                .map(Model.Fact::label)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the rows of its own that are neither above the body nor at its beginning. */
    public List<Model.Fact> further() {
        return own.stream()
                .filter(fact -> !key.contains(fact) && !meeting.contains(fact))
                .toList();
    }
}
