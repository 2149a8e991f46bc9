package org.gongkai.input.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * Names that a feature of the product takes in the settings, the data files and the addresses of sites.
 *
 * @param settings the names of its settings in {@code site.yml}
 * @param files the names of its data files in {@code content/_data}
 * @param folders the folders of its files, which columns cannot use
 */
public record FeatureNames(List<String> settings, List<String> files, List<String> folders) {

    /** No names. */
    public static final FeatureNames NONE = new FeatureNames(List.of(), List.of(), List.of());

    /** Folders alone. */
    public static FeatureNames ofFolders(String... folders) {
        return new FeatureNames(List.of(), List.of(), List.of(folders));
    }

    /** Returns these names and others. */
    public FeatureNames and(FeatureNames other) {
        return new FeatureNames(
                joined(settings, other.settings), joined(files, other.files), joined(folders, other.folders));
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
