package org.gongkai.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Under a locale without UTF-8 (a hook or a timer often has none) Java cannot read Chinese file names, and the encoding
 * of names is fixed when it starts. So the program starts itself once more under one that can.
 */
final class Relaunch {

    private static final String MARK = "GONGKAI_RELAUNCHED";

    private Relaunch() {}

    /** @return the exit status of the second start, or -1 if none was needed */
    static int ifNamesAreUnreadable(String[] args) {
        String names = System.getProperty("sun.jnu.encoding", "UTF-8");
        boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        if (windows || names.equalsIgnoreCase("UTF-8") || System.getenv(MARK) != null) {
            return -1;
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put(MARK, "1");
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
