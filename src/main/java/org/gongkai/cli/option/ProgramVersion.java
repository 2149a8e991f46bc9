package org.gongkai.cli.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.gongkai.cache.ProgramFingerprint;
import org.gongkai.publish.Publisher.ProgramIdentity;
import picocli.CommandLine.IVersionProvider;

/** The version of the program. */
public final class ProgramVersion implements IVersionProvider {

    /** The number of the version. */
    public static String text() {
        return ProgramRevision.ofProgram().number();
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
        return new String[] {ProgramRevision.ofProgram().line()};
    }
}
