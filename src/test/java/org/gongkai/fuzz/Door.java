package org.gongkai.fuzz;

import java.nio.file.Path;
import java.util.List;

/**
 * A way by which something from outside comes in.
 *
 * @param name its name in reports
 * @param inputs how many inputs one call brings
 * @param opens puts inputs into an empty folder and says what to run then
 */
record Door(String name, int inputs, Opener opens) {

    /** Puts inputs into a folder; the same snippets make the same inputs. */
    interface Opener {
        /** @return the arguments of the commands to be run, one after the other */
        List<List<String>> open(Path folder, Snippets snippets) throws Exception;
    }
}
