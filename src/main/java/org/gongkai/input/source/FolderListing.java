package org.gongkai.input.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Collects the folders of a tree. Reports two folders that are equal on some machines, once per pair. */
final class FolderListing {

    private final UnaryOperator<String> form;
    private final BiConsumer<String, String> twins;
    private final Set<String> known = new HashSet<>();
    private final Map<String, String> byForm = new HashMap<>();

    /**
     * @param form normalizes a path as such a machine does
     * @param twins accepts two folders that differ in their own names, the earlier one first
     */
    FolderListing(UnaryOperator<String> form, BiConsumer<String, String> twins) {
        this.form = form;
        this.twins = twins;
    }

    /** Adds the folders that contain a file; returns true if another folder is the same on such a machine. */
    boolean add(String file) {
        String folder = parent(file);
        for (String path = folder; !path.isEmpty() && known.add(path); path = parent(path)) {
            String other = byForm.putIfAbsent(form.apply(path), path);
            if (other != null && !name(other).equals(name(path))) {
                twins.accept(other, path);
            }
        }
        return !folder.isEmpty() && !byForm.get(form.apply(folder)).equals(folder);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
