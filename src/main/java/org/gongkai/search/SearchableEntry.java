package org.gongkai.search;

import java.util.function.Supplier;

/**
 * An entry whose document is made only if it has changed.
 *
 * @param fingerprint computes the fingerprint of everything that the document is made of
 * @param document makes the document
 */
public record SearchableEntry(Supplier<String> fingerprint, Supplier<SearchDocument> document) {}
