package org.gongkai.jbake;

import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a JBake project from a site of ours. Loads nothing of JBake, so that asking costs an ordinary site nothing. */
public final class JBakeProject {

    /** Name of the file of settings. */
    public static final String SETTINGS = "jbake.properties";

    private JBakeProject() {}

    /** Whether a folder is a JBake project: it has JBake's settings, and no data of ours. */
    public static boolean isAt(Path root) {
        return Files.isRegularFile(root.resolve(SETTINGS)) && !Files.isDirectory(root.resolve("content/_data"));
    }
}
