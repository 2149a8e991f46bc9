package org.gongkai.input.entry.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;
import org.gongkai.problem.Problem;
import org.gongkai.testing.Damage;
import org.gongkai.testing.Headers;
import org.gongkai.text.DateText;

/** Whatever befalls a header, its reader answers with an entry or with problems in Chinese. */
class HeaderPropertiesTest {

    private static final String YAML =
            """
            ---
            标题: 关于 "值班" 的通知
            发布日期: 2024-01-02 09:30
            文种: [通知, 公示]
            年度: [2023, 2024]
            标签: 节水、防汛
            公示: {起: 2024-01-02, 止: 2024-01-09, 工作日: 5, 结果: ../a.md}
            附件:
              - 附件/表.xlsx
              - {文件: 图.png, 名称: '图'}
            旧址: /old/2019/plan.html
            公开范围: 社会
            ---

            正文。
            """;

    private static final String JBAKE =
            """
            title=值班
            date=2024-01-02
            type=post
            tags=节水,防汛
            status=published
            notice.from=2024-01-02
            notice.to=2024-01-09
            ~~~~~~

            正文。
            """;

    private static final String ASCIIDOC =
            """
            = 值班
            李某 <li@dang.lan>
            v1.0, 2024-01-02: 初稿
            :toc:
            :jbake-tags: 节水, 防汛
            :公示-起: 2024-01-02
            :公示-止: 2024-01-09
            :公开范围: 社会

            正文。
            """;

    @Property(tries = 1000)
    void yamlIsReadOrTold(@ForAll("yaml") byte[] bytes) {
        isReadOrTold(bytes);
    }

    @Property(tries = 1000)
    void jbakesHeaderIsReadOrTold(@ForAll("jbake") byte[] bytes) {
        isReadOrTold(bytes);
    }

    @Property(tries = 1000)
    void asciiDocIsReadOrTold(@ForAll("asciidoc") byte[] bytes) {
        isReadOrTold(bytes);
    }

    private static void isReadOrTold(byte[] bytes) {
        for (String path : List.of("content/a.md", "content/a.adoc")) {
            Headers.Read read = Headers.read(path, bytes);

            assertThat(read.entry().isPresent() || read.found().stream().anyMatch(Problem::isError))
                    .isTrue();
            assertThat(read.found()).allSatisfy(problem -> {
                assertThat(problem.text()).startsWith(path + ":").containsPattern(": (错误 E|警告 W)");
                assertThat(problem.line()).isPositive();
                assertThat(problem.column()).isPositive();
            });
        }
    }

    @Property
    void readersNeverThrowOnAnyText(@ForAll String text) {
        Headers.read("content/a.md", "---\n" + text + "\n---\n");
        Headers.read("content/a.md", text + "\n~~~~~~\n");
        Headers.read("content/a.adoc", "= " + text);
    }

    @Property
    void datesAreReadAsTheyAreWritten(@ForAll("moments") LocalDateTime time) {
        assertThat(DateText.parse(DateText.minutes(time))).contains(time);
        assertThat(DateText.parse(DateText.chinese(time.toLocalDate())))
                .contains(time.toLocalDate().atStartOfDay());
        assertThat(DateText.parse(time.toLocalDate().toString()))
                .contains(time.toLocalDate().atStartOfDay());
    }

    @Property
    void datesOfAnyTextAreDatesOrNothing(@ForAll String text) {
        DateText.parse(text).ifPresent(date -> assertThat(date.getYear()).isBetween(0, 9999));
    }

    @Provide
    Arbitrary<LocalDateTime> moments() {
        return DateTimes.dateTimes()
                .between(LocalDateTime.of(1900, 1, 1, 0, 0), LocalDateTime.of(2100, 12, 31, 23, 59))
                .map(time -> time.withSecond(0).withNano(0));
    }

    @Provide
    Arbitrary<byte[]> yaml() {
        return Damage.of(YAML);
    }

    @Provide
    Arbitrary<byte[]> jbake() {
        return Damage.of(JBAKE);
    }

    @Provide
    Arbitrary<byte[]> asciidoc() {
        return Damage.of(ASCIIDOC);
    }
}
