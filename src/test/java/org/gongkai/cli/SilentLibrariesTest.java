package org.gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The error stream of the program holds what the program says, and what libraries print only on demand. */
@Tag("slow")
class SilentLibrariesTest extends SiteFixture {

    /** What an engine prints that is asked to, as Ruby does. */
    private static final String PRINTED = "a library prints this";

    /** The errors of a process of its own. Started with an option of Java, it starts no second one. */
    private List<String> errors(String... more) throws IOException {
        site.file("content/a.shout", "---\n标题: 甲\n发布日期: 2024-01-02\n---\nmutter\n");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "check",
                "-s",
                site.root().toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C.UTF-8");
        byte[] errors = builder.start().getErrorStream().readAllBytes();
        return new String(errors, StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void areNotHeard() throws IOException {
        List<String> errors = errors();

        assertThat(errors)
                .isNotEmpty()
                .isEqualTo(SiteFolder.run("check", "-s", site.root()).errors());
    }

    @Test
    void areHeardOnDemand() throws IOException {
        assertThat(errors("--debug")).contains(PRINTED);
    }
}
