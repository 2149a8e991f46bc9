package org.gongkai.cli.process;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a process that outlives its parent and the connection of the user, with no open stream that git would wait
 * for.
 */
public final class DetachedProcess {

    private static final String SCRIPT = "if command -v setsid >/dev/null 2>&1; then set -- setsid \"$@\"; fi;"
            + " exec \"$@\" </dev/null >/dev/null 2>&1 &";

    private DetachedProcess() {}

    /**
     * Starts a command without the variables that git sets for a hook.
     *
     * @throws IOException if there is no shell
     */
    public static void start(List<String> command) throws IOException {
        List<String> detached = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "sh"));
        detached.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(detached)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        try {
            builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
