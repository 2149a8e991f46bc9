package org.gongkai.input.source;

import java.nio.file.Files;
import java.nio.file.Path;

/** Recognizes JBake projects without loading any class of JBake. */
public final class JBakeProject {

    /** Name of the settings file. */
    public static final String SETTINGS = "jbake.properties";

    private JBakeProject() {}

    /** Whether a folder is a JBake project: it has JBake's settings and no data folder of an ordinary site. */
    public static boolean isAt(Path root) {
        return Files.isRegularFile(root.resolve(SETTINGS)) && !Files.isDirectory(root.resolve("content/_data"));
    }
}
