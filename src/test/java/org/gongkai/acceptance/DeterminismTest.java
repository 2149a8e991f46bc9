package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.json.JsonObject;
import javax.json.JsonValue;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.GitFolder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The same content and day")
@Tag("slow")
class DeterminismTest extends FolderFixture {

    @Test
    @DisplayName("give the same bytes with one job in Turkish California and with several here")
    void everywhere() throws Exception {
        inCalifornia(DemoSite.source(), DemoSite.DAY, folder.resolve("a"));
        Map<String, String> here = DemoSite.site().contents();
        Map<String, String> there = contents(folder.resolve("a"));
        assertThat(there.keySet()).containsExactlyElementsOf(here.keySet());
        here.forEach((file, text) -> assertThat(there.get(file)).as(file).isEqualTo(text));
    }

    @Test
    @DisplayName("give the same histories there and here, from the folder and from a bare repository")
    void histories() throws Exception {
        inCalifornia(HistorySite.source(), Cli.AS_OF, folder.resolve("a"));
        Path bare = folder.resolve("site.git");
        new GitFolder(folder.resolve("unused"))
                .git("clone", "-q", "--bare", HistorySite.source().toString(), bare.toString());
        Path fromBare = folder.resolve("b");
        Cli.Result built = Cli.run(
                "build", "-s", bare.toString(), "-o", fromBare.toString(), "--rev", "main", "--as-of", Cli.AS_OF);

        assertThat(built.status()).as(built.err()).isZero();
        assertThat(contents(folder.resolve("a")))
                .isEqualTo(contents(fromBare))
                .isEqualTo(HistorySite.site().contents());
    }

    /** Builds with one job in another process, whose locale and time zone are set before anything can ask for them. */
    private static void inCalifornia(Path source, String day, Path output) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=America/Los_Angeles",
                "-cp",
                System.getProperty("java.class.path"),
                "org.gongkai.cli.Main",
                "build",
                "-s",
                source.toString(),
                "-o",
                output.toString(),
                "--as-of",
                day,
                "--jobs",
                "1");
        File log = Files.createTempFile(output.getParent(), "log", ".txt").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "America/Los_Angeles"));
        String fast = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+UseTransparentHugePages -Xms1g -Xmn400m";
        builder.environment().put("JAVA_TOOL_OPTIONS", fast + " -Djruby.compile.mode=OFF");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES))
                    .as("ended within three minutes")
                    .isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(log.toPath(), StandardCharsets.UTF_8))
                    .isZero();
        } finally {
            process.destroy();
        }
    }

    @Test
    @DisplayName("built again into the same folder write nothing, and say so")
    void again() {
        JsonObject first = Json.object(DemoSite.first().out());
        assertThat(first.getInt("written")).isEqualTo(DemoSite.site().files().size());
        Map<String, String> before = DemoSite.site().contents();

        Cli.Result result = DemoSite.again();
        assertThat(result.status()).isZero();
        assertThat(result.out().lines()).hasSize(1);
        JsonObject second = Json.object(result.out());
        assertThat(second.keySet())
                .containsExactly("problems", "entries", "pages", "written", "unchanged", "nextChange", "millis");
        assertThat(second.getInt("written")).isZero();
        assertThat(second.getInt("unchanged")).isEqualTo(first.getInt("written"));
        assertThat(second.getInt("entries")).isEqualTo(DemoSite.entries().size());
        assertThat(second.getInt("pages")).isGreaterThan(DemoSite.entries().size());
        assertThat(second.getString("nextChange")).isGreaterThan(DemoSite.DAY);
        assertThat(second.get("millis").getValueType()).isEqualTo(JsonValue.ValueType.NUMBER);
        assertThat(contents(DemoSite.site().root())).isEqualTo(before);
    }

    @Test
    @DisplayName("tell each problem with its place as JSON, and leave the site as it stands")
    void problems() throws IOException {
        Path content = folder.resolve("source/content");
        Files.createDirectories(content);
        Path entry = content.resolve("错日期.md");
        Files.writeString(entry, "---\n标题: 好\n发布日期: 2025-01-02\n---\n\n正文。\n");
        Path output = folder.resolve("site");
        String[] build = {
            "build",
            "-s",
            content.getParent().toString(),
            "-o",
            output.toString(),
            "--as-of",
            Cli.AS_OF,
            "--format",
            "json"
        };
        assertThat(Cli.run(build).status()).isZero();
        Map<String, String> before = contents(output);

        Files.writeString(entry, "---\n标题: 坏\n发布日期: 2025-13-40\n---\n\n正文。\n");
        Cli.Result result = Cli.run(build);
        assertThat(result.status()).isEqualTo(1);
        List<JsonObject> problems =
                Json.object(result.out()).getJsonArray("problems").getValuesAs(JsonObject.class);
        assertThat(problems).hasSize(1);
        JsonObject problem = problems.get(0);
        assertThat(problem.keySet()).containsExactly("severity", "code", "path", "line", "column", "message", "hint");
        assertThat(problem.getString("severity")).isEqualTo("error");
        assertThat(problem.getString("code")).matches("E\\d{3}");
        assertThat(problem.getString("path")).isEqualTo("content/错日期.md");
        assertThat(problem.getInt("line")).isEqualTo(3);
        assertThat(problem.getInt("column")).isEqualTo(7);
        assertThat(problem.getString("message")).contains("2025-13-40");
        assertThat(problem.getString("hint")).isNotBlank();
        assertThat(contents(output)).isEqualTo(before);
    }

    private static Map<String, String> contents(Path site) {
        return BuiltSite.at(site).contents();
    }
}
