package org.gongkai.input.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.Headers.asciidoc;
import static org.gongkai.testing.Headers.jbake;
import static org.gongkai.testing.Headers.right;
import static org.gongkai.testing.Headers.yaml;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.data.Value;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The period of a 公示 as most people write it. */
class NoticeInOneLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-13 至 2025-01-17",
                "2025-01-13至2025-01-17",
                "2025-01-13 到 2025-01-17",
                "2025-01-13~2025-01-17",
                "2025-01-13 ～ 2025-01-17",
                "2025-01-13—2025-01-17",
                "2025-01-13——2025-01-17",
                "2025-01-13－2025-01-17",
                "2025/1/13 - 2025/1/17",
                "2025.1.13-2025.1.17",
                "2025年1月13日至2025年1月17日",
                "2025年1月13日至1月17日",
                "2025年1月13日至17日",
                "2025年1月13日　至　17日",
                "2025年1月13日（星期一）至17日（周五）",
                "自2025年1月13日起至1月17日止",
                "２０２５年１月１３日至１月１７日"
            })
    void twoDays(String typed) {
        assertThat(notice(typed)).isEqualTo(of("2025-01-13", "2025-01-17", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-13 至 2025-01-17，5个工作日",
                "2025-01-13 至 2025-01-17（5 个工作日）",
                "2025年1月13日至17日 (共5个工作日)",
                "2025-01-13 起 5 个工作日",
                "2025-01-13起5个工作日",
                "2025-01-13 起，5 工作日",
                "2025年1月13日起，共5个工作日",
                "自2025年1月13日起５个工作日"
            })
    void fiveWorkingDays(String typed) {
        assertThat(notice(typed)).isEqualTo(of("2025-01-13", "2025-01-17", Optional.of(5)));
    }

    /** New Year is off, and the Sunday before the Spring Festival is worked. */
    @ParameterizedTest
    @CsvSource({
        "2024-12-30 起 5 个工作日, 2025-01-06, 5",
        "2025-01-23 起 5 个工作日, 2025-02-05, 5",
        "2025-01-13 起 7 天, 2025-01-19, 0",
        "2025-01-13 起7日, 2025-01-19, 0",
        "2025-01-13 起 7 个自然日, 2025-01-19, 0"
    })
    void theLastDayIsComputed(String typed, LocalDate end, int days) {
        Entry.Notice notice = notice(typed);

        assertThat(notice.to()).isEqualTo(end);
        assertThat(notice.workingDays()).isEqualTo(days == 0 ? Optional.empty() : Optional.of(days));
    }

    @Test
    void everyFormOfHeaderHasIt() {
        for (Entry entry : List.of(
                right(yaml("标题: 甲", "发布日期: 2025-01-10", "公示：2025年1月13日至17日")),
                right(jbake("title=甲", "date=2025-01-10", "notice=2025-01-13 至 2025-01-17")),
                right(asciidoc("= 甲", ":date: 2025-01-10", ":公示: 2025-01-13 至 2025-01-17")))) {
            assertThat(entry.notice().orElseThrow().from()).isEqualTo("2025-01-13");
            assertThat(entry.notice().orElseThrow().to()).isEqualTo("2025-01-17");
        }
    }

    @Test
    void aPlanOfTheSiteCounts(@TempDir Path folder) {
        SiteFolder site = new SiteFolder(folder)
                .file("content/_data/holidays/2093.yml", "年: 2093\n休:\n  - {名称: 厂休, 日期: 2093-03-04}\n")
                .published(
                        "content/公示/a.md",
                        "标题: 关于评优的公示",
                        "文种: 公示",
                        "发布日期: 2024-01-02",
                        "监督电话: 内线 6022",
                        "公示: 2093-03-02 起 5 个工作日");

        assertThat(site.build().problems()).isEmpty();
        assertThat(site.html("announcements/2024/a.html").text()).contains("2093年3月2日至3月9日，共5个工作日");
    }

    private static Entry.Notice notice(String typed) {
        return right(yaml("标题: 甲", "发布日期: 2025-01-10", "公示: " + typed)).notice().orElseThrow();
    }

    private static Entry.Notice of(String from, String to, Optional<Integer> days) {
        Entry.Notice notice = notice("{起: " + from + ", 止: " + to + "}");
        return new Entry.Notice(notice.from(), notice.to(), days, new Value.Text("", 4, 5));
    }
}
