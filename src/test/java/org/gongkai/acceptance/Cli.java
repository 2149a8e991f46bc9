package org.gongkai.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.gongkai.cli.Main;
import org.gongkai.testing.SiteFolder;

/** Runs the program in this process. Its clock stands far from every fixed day: whatever reads it shows. */
final class Cli {

    /** The day for which every site of these tests is built. */
    static final String AS_OF = "2025-12-28";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2031-07-01T04:00:00Z"), ZoneOffset.UTC);

    private Cli() {}

    /** What came of a command. */
    record Result(int status, String out, String err) {}

    static Result run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                args,
                InputStream.nullInputStream(),
                Map.of(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                CLOCK,
                SiteFolder.SHARED);
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
