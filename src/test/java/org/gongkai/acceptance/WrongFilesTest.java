package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.json.JsonObject;
import javax.json.JsonValue;
import org.gongkai.check.file.Invented;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.WrongFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One folder of wrong files, each with a mistake of its own, and one run that tells every one of them: where it stands, its
 * code, what is wrong and how to mend it; and nothing else.
 */
@Tag("slow")
class WrongFilesTest extends SiteFixture {

    private Map<String, List<String>> expected;

    @BeforeEach
    void aSiteOfWrongFiles() throws IOException {
        expected = WrongFiles.writeTo(site).expected();
    }

    @Test
    void areAllToldInOneRunAndNothingElseIs() {
        Cli.Result result = Cli.run("check", "-s", site.root().toString(), "--as-of", "2024-06-01", "--format", "json");

        assertThat(result.status()).isEqualTo(1);
        Map<String, List<String>> told = new TreeMap<>();
        for (JsonValue value : Json.object(result.out()).getJsonArray("problems")) {
            JsonObject problem = value.asJsonObject();
            told.computeIfAbsent(problem.getString("path"), path -> new ArrayList<>())
                    .add(problem.getInt("line") + ":" + problem.getInt("column") + " " + problem.getString("code"));
            assertThat(problem.getString("message")).as(value.toString()).isNotBlank();
            assertThat(problem.getString("hint")).as(value.toString()).isNotBlank();
            assertThat(problem.getString("severity"))
                    .as(value.toString())
                    .isEqualTo(problem.getString("code").startsWith("W") ? "warning" : "error");
        }
        Map<String, List<String>> wanted = new TreeMap<>(expected);
        wanted.values().removeIf(List::isEmpty);
        assertThat(told).hasSizeGreaterThan(100).containsExactlyInAnyOrderEntriesOf(wanted);
    }

    @Test
    void areToldToPeopleWithTheSamePlaces() {
        String out = Cli.run("check", "-s", site.root().toString(), "--as-of", "2024-06-01", "--all")
                .out();

        List<String> lines = new ArrayList<>();
        expected.forEach((path, places) -> places.forEach(place -> {
            String[] parts = place.split(" ");
            lines.add(path + ":" + parts[0] + ": " + (parts[1].startsWith("W") ? "警告 " : "错误 ") + parts[1] + " ");
        }));
        assertThat(out).contains(lines);
        assertThat(out.lines().filter(line -> line.matches(".*: (错误|警告) [EW]\\d{3} .*")))
                .hasSameSizeAs(lines);
        TreeSet<String> codes = new TreeSet<>();
        lines.forEach(line -> codes.add(line.replaceAll(".*([EW]\\d{3}) $", "$1")));
        assertThat(out.substring(out.indexOf("汇总："))).contains(codes);
        assertThat(out).doesNotContain(Invented.mobile(), Invented.id("19000101"), Invented.card(19));
    }
}
