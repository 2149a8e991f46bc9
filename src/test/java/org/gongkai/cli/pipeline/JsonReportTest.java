package org.gongkai.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One JSON object for programs. JSON is YAML, so the library for headers can read it. */
class JsonReportTest extends SiteFixture {

    @BeforeEach
    void aSite() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02").entry("content/b.md", "标题: 乙", "发布日期: 2024-07-01");
    }

    @Test
    void saysWhatWasDone() {
        SiteFolder.Ran ran = site.build("--format", "json");

        assertThat(ran.status()).isZero();
        assertThat(ran.errors()).containsExactly(SiteFolder.NO_HISTORY);
        Map<?, ?> json = parsed(ran);
        assertThat(json.keySet())
                .asString()
                .isEqualTo("[problems, entries, pages, written, unchanged, nextChange, millis]");
        assertThat(json.get("problems")).isEqualTo(List.of());
        assertThat(json.get("entries")).isEqualTo(1);
        assertThat(json.get("unchanged")).isEqualTo(0);
        assertThat(json.get("nextChange")).isEqualTo("2024-07-01");
        assertThat((Integer) json.get("written")).isGreaterThan((Integer) json.get("pages"));
    }

    @Test
    void saysThatNothingChanged() {
        int written = (Integer) parsed(site.build("--format", "json")).get("written");
        Map<?, ?> json = parsed(site.delete("content/b.md").built().build("--format", "json"));

        assertThat(json.get("written")).isEqualTo(0);
        assertThat(json.get("unchanged")).isEqualTo(written);
        assertThat(json.get("nextChange")).isNull();
    }

    @Test
    void saysWhatIsWrong() {
        SiteFolder.Ran ran =
                site.entry("content/c.md", "标题: \"引\\\"号\"", "发布日期: 2024-13-40").build("--format", "json");

        assertThat(ran.status()).isEqualTo(1);
        Map<?, ?> json = parsed(ran);
        assertThat(json.get("problems"))
                .isEqualTo(List.of(Map.of(
                        "severity", "error",
                        "code", "E123",
                        "path", "content/c.md",
                        "line", 3,
                        "column", 7,
                        "message", "发布日期“2024-13-40”不是有效日期",
                        "hint", "请写成 2020-01-31 这样的形式")));
        assertThat(json.get("pages")).isEqualTo(0);
        assertThat(json.get("written")).isEqualTo(0);
        assertThat(json.get("unchanged")).isEqualTo(0);
    }

    @Test
    void keepsOutputPlainEvenWithTimings() {
        assertThat(parsed(site.build("--format", "json", "--timings"))).isNotEmpty();
    }

    private static Map<?, ?> parsed(SiteFolder.Ran ran) {
        assertThat(ran.out().lines()).hasSize(1);
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(ran.out());
    }
}
