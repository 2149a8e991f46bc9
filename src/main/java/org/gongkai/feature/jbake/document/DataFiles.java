package org.gongkai.feature.jbake.document;

import java.util.Map;

/** The variable {@code data} of templates. */
public final class DataFiles {

    private final Library library;

    public DataFiles(Library library) {
        this.library = library;
    }

    /** Returns the content of a data file by its path from the data folder; empty if there is none. */
    public Map<String, Object> get(String path) {
        return library.data(path);
    }
}
