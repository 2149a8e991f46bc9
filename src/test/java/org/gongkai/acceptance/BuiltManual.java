package org.gongkai.acceptance;

import java.nio.file.Path;

/** The secretaries' manual as {@code help} makes it. Built once for all tests of a process. */
final class BuiltManual {

    private static BuiltSite site;

    private BuiltManual() {}

    static synchronized BuiltSite site() {
        if (site == null) {
            Path folder = TemporaryFolders.create("manual").resolve("site");
            Cli.Result result = Cli.run("help", "-o", folder.toString());
            if (result.status() != 0) {
                throw new AssertionError(result.err());
            }
            site = BuiltSite.at(folder);
        }
        return site;
    }
}
