package org.gongkai.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongkai.testing.FolderFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("slow")
@EnabledOnOs(OS.LINUX)
@DisplayName("The files for engines")
class EnginesTest extends FolderFixture {

    private static final Path ENGINES = Path.of("src/engines").toAbsolutePath();

    @Test
    @DisplayName("go on after a site that is wrong, end with a wrong command, and try again when the machine failed")
    void statusesOfAShard() throws Exception {
        assertThat(shard("0", "0")).isZero();
        assertThat(calls())
                .containsExactly(
                        "publish --wait 600 --sites list --shard 2/8",
                        "portal collect --work work --sites list --shard 2/8");

        assertThat(shard("1", "1")).isZero();
        assertThat(calls()).hasSize(2);
        assertThat(shard("2", "0")).isEqualTo(2);
        assertThat(calls()).hasSize(1);
        assertThat(shard("3", "0", "137", "0")).isZero();
        assertThat(calls()).hasSize(4);
        assertThat(shard("0", "3", "3", "3")).isEqualTo(3);
        assertThat(calls()).hasSize(4);
    }

    @Test
    @DisplayName("tell a portal that was refused from one whose machine failed")
    void statusesOfThePortal() throws Exception {
        assertThat(run("portal", List.of(), "0", "0")).isZero();
        assertThat(calls())
                .containsExactly(
                        "portal merge --sites list --work work", "portal publish --wait 600 --sites list --work work");

        assertThat(run("portal", List.of(), "3", "0", "1", "0")).isZero();
        assertThat(calls()).hasSize(4);
        assertThat(run("portal", List.of(), "1", "1", "1")).isEqualTo(1);
        assertThat(run("portal", List.of(), "0", "3", "3", "3")).isEqualTo(3);
        assertThat(run("portal", List.of(), "0", "2")).isEqualTo(2);
    }

    @Test
    @DisplayName("name each shard of the same count")
    void counts() throws IOException {
        String job = Files.readString(ENGINES.resolve("kubernetes/shards.yaml"));
        assertThat(numbers(job, "completions: (\\d+)")).containsExactly("8");
        assertThat(numbers(job, "name: SHARDS, value: \"(\\d+)\"")).containsExactly("8");
        List<String> all = IntStream.rangeClosed(1, 8).mapToObj(i -> i + "/8").toList();
        for (String file : List.of("ci/actions.yml", "ci/gitlab.yml")) {
            assertThat(numbers(Files.readString(ENGINES.resolve(file)), "(\\d+/\\d+)[\",\\]]"))
                    .isEqualTo(all);
        }
    }

    private static List<String> numbers(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private int shard(String... statuses) throws Exception {
        return run("shard", List.of("2/8"), statuses);
    }

    /** Runs a step with a program that ends with these statuses, one after the other, and writes down how it was called. */
    private int run(String step, List<String> args, String... statuses) throws Exception {
        Files.deleteIfExists(folder.resolve("calls"));
        Files.writeString(folder.resolve("statuses"), String.join("\n", statuses) + "\n");
        Path program = Files.writeString(
                folder.resolve("program"),
                """
                echo "$*" >>calls
                status=$(head -1 statuses)
                sed -i 1d statuses
                exit "$status"
                """);
        ProcessBuilder builder = new ProcessBuilder("sh", ENGINES.resolve(step).toString());
        builder.command().addAll(args);
        builder.environment().put("SITES", "list");
        builder.environment().put("WORK", "work");
        builder.environment().put("GONGKAI", "sh " + program);
        builder.environment().put("PAUSES", "0 0 0");
        Process process =
                builder.directory(folder.toFile()).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        assertThat(out).doesNotContain("not found");
        return status;
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }
}
