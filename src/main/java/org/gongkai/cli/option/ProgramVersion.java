package org.gongkai.cli.option;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.gongkai.cache.ProgramFingerprint;
import org.gongkai.publish.ProgramIdentity;
import picocli.CommandLine.IVersionProvider;

/** The version of the program. */
public final class ProgramVersion implements IVersionProvider {

    /** The version as its own build has written it. */
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
     * The version with a digest of the program, its libraries and its Java.
     *
     * @throws UncheckedIOException if the files of the program cannot be read
     */
    public static ProgramIdentity identity() {
        try {
            return new ProgramIdentity(
                    text(), text() + " " + ProgramFingerprint.running().fingerprint());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"gongkai " + text()};
    }
}
