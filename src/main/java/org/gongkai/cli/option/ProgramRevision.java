package org.gongkai.cli.option;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/**
 * Which program this is, as its own build has written it. Uses no library, so that it is told faster than one is
 * opened.
 *
 * @param number such as 0.1.0
 * @param commit the commit that it was built from, with a plus sign if there was more; empty if it was not built in its
 *     repository
 * @param day the day of that commit, such as 2025-03-14; empty likewise
 */
public record ProgramRevision(String number, String commit, String day) {

    /** The version of the program that runs. */
    public static ProgramRevision ofProgram() {
        try (InputStream in = ProgramRevision.class.getResourceAsStream("/org/gongkai/version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return new ProgramRevision(
                    properties.getProperty("version"), properties.getProperty("commit"), properties.getProperty("day"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line for users. */
    public String line() {
        return "gongkai " + number + (commit.isEmpty() ? "" : "（" + day + "，提交 " + commit + "）");
    }

    /** Tells it where a command is asked for it. */
    public static final class Provider implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {ofProgram().line()};
        }
    }
}
