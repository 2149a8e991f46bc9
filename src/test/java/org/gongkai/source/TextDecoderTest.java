package org.gongkai.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkai.problem.Problem;
import org.junit.jupiter.api.Test;

class TextDecoderTest {

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void dropsTheMarkThatNotepadPutsInFront() {
        assertThat(decode("\uFEFF标题".getBytes(StandardCharsets.UTF_8))).contains("标题");
    }

    @Test
    void makesAllLineEndsOne() {
        assertThat(decode("一\r\n二\r三\n".getBytes(StandardCharsets.UTF_8))).contains("一\n二\n三\n");
    }

    @Test
    void saysWhereAFileOfAnotherEncodingBecomesUnreadable() {
        byte[] bytes = "title: a\nkind: 计划\n".getBytes(Charset.forName("GB18030"));

        assertThat(decode(bytes)).isEmpty();
        assertThat(problems)
                .extracting(Problem::text)
                .containsExactly("a.md:2:7: 错误 E402 文件不是 UTF-8 编码，从这里起读不出来；请在编辑器里“另存为”，编码选 UTF-8，再提交");
    }

    @Test
    void saysSoOfACharacterThatIsCutAtTheEnd() {
        byte[] whole = "标题".getBytes(StandardCharsets.UTF_8);

        assertThat(decode(Arrays.copyOf(whole, whole.length - 1))).isEmpty();
        assertThat(problems)
                .extracting(Problem::line, Problem::column)
                .containsExactly(org.assertj.core.api.Assertions.tuple(1, 2));
    }

    @Test
    void takesAReplacementCharacterThatWasTyped() {
        assertThat(decode("原文如此\uFFFD".getBytes(StandardCharsets.UTF_8))).contains("原文如此\uFFFD");
        assertThat(problems).isEmpty();
    }

    private Optional<String> decode(byte[] bytes) {
        return new TextDecoder().decode("a.md", bytes, problems::add);
    }
}
