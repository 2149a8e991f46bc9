package org.gongkai.cli.option;

import picocli.CommandLine.IVersionProvider;

/** The version of the program. */
public final class ProgramVersion implements IVersionProvider {

    /** The number of the version. */
    public static String text() {
        return ProgramRevision.ofProgram().number();
    }

    @Override
    public String[] getVersion() {
        return new String[] {ProgramRevision.ofProgram().line()};
    }
}
