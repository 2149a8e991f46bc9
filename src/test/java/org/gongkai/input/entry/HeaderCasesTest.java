package org.gongkai.input.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.Headers.read;

import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.gongkai.testing.Case;
import org.gongkai.testing.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake in a header in YAML, or in a whole file ({@code @PATH}), is told in full: where, what, how to mend it. */
class HeaderCasesTest {

    @ParameterizedTest
    @MethodSource("cases")
    void tellsAllAndNothingElse(Case each) {
        assertThat((each.form().isEmpty()
                                ? Headers.yaml(each.lines().toArray(String[]::new))
                                : Headers.read(each.form(), each.text()))
                        .problems())
                .isEqualTo(each.told());
    }

    static Stream<Case> cases() {
        return Case.of(HeaderCasesTest.class, "cases.txt");
    }

    // Mistakes in headers of files that are long, or in another encoding.

    @Test
    void theEndIsMissingThoughTheFileIsLong() {
        assertThat(read("content/a.md", "---\n标题: 甲\n" + "一行\n".repeat(3000) + "---\n")
                        .problems())
                .containsExactly("content/a.md:2000:1: 错误 E410 文件头太长：超过 2000 行；最多 2000 行；"
                        + "如果后面的 --- 不是文件头的结尾，请在最后一个字段的下一行写 ---");
        assertThat(read("content/a.md", "---\n标题: 甲\n" + "一行\n".repeat(3000)).problems())
                .containsExactly("content/a.md:1:1: 错误 E100 文件头没有结束；在最后一个字段的下一行写 ---");
    }

    @Test
    void theEncodingIsThatOfOldWindows() {
        byte[] bytes = "---\n标题: 计划\n发布日期: 2024-01-02\n---\n".getBytes(Charset.forName("GB18030"));

        assertThat(read("content/a.md", bytes).problems())
                .containsExactly("content/a.md:1:1: 警告 W405 文件是 GB18030（GBK）编码，已按它读出；"
                        + "请在编辑器里“另存为”，编码选 UTF-8；或者用命令 iconv -f GB18030 -t UTF-8 'content/a.md' > 新文件");
        assertThat(read("content/a.md", bytes).entry()).isPresent();
    }
}
