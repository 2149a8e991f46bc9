package org.gongkai.cli.option;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.gongkai.cache.ProgramFingerprint;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, as written at its own build. */
public final class ProgramVersion implements IVersionProvider {

    public static String text() {
        try (InputStream in = ProgramVersion.class.getResourceAsStream("/org/gongkai/version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What tells this program from one of the same version that was built from other sources or runs with other libraries:
     * the version and a digest, one line.
     *
     * @throws UncheckedIOException if the program's files cannot be read
     */
    public static String fingerprint() {
        try {
            return text() + " " + ProgramFingerprint.running().fingerprint();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"gongkai " + text()};
    }
}
