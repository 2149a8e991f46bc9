package org.gongkai.site.text;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An entry whose document is made only if it has changed.
 *
 * @param fingerprint computes the fingerprint of everything that the document is made of
 * @param document makes the document
 */
public record SearchableEntry(Supplier<String> fingerprint, Supplier<SearchDocument> document) {

    /** Returns the entry with a check that receives its document whenever it is made. */
    public SearchableEntry checkedBy(Consumer<SearchDocument> check) {
        return new SearchableEntry(fingerprint, () -> {
            SearchDocument made = document.get();
            check.accept(made);
            return made;
        });
    }
}
