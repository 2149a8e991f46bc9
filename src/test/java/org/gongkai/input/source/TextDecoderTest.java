package org.gongkai.input.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gongkai.problem.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String GB_WARNING = "a.md:1:1: 警告 W405 文件是 GB18030（GBK）编码，已按它读出；"
            + "请在编辑器里“另存为”，编码选 UTF-8；或者用命令 iconv -f GB18030 -t UTF-8 'a.md' > 新文件";
    private static final String UTF16_WARNING = "a.md:1:1: 警告 W406 文件是 UTF-16（记事本的“Unicode”）编码，已按它读出；"
            + "请在编辑器里“另存为”，编码选 UTF-8；或者用命令 iconv -f UTF-16 -t UTF-8 'a.md' > 新文件";
    private static final String NO_UTF8 = " 错误 E402 文件不是 UTF-8 编码，从这里起读不出来；请在编辑器里“另存为”，编码选 UTF-8，再提交";
    private static final String NO_TEXT = "；条目和数据文件只能是文字，其他文件请作为附件；如果本是文字，请在编辑器里“另存为”，编码选 UTF-8";
    private static final String NOTICE = "---\n标题: 关于国庆节值班安排的通知\n发布日期: 2024-09-25\n---\n\n各党小组：现将值班安排通知如下。\n";

    private final List<Problem> problems = new ArrayList<>();

    @Nested
    class Utf8 {

        @Test
        void dropsTheMarkThatNotepadPutsInFront() {
            assertThat(decode(utf8("\uFEFF标题"))).contains("标题");
            assertThat(told()).isEmpty();
        }

        @Test
        void makesAllLineEndsOne() {
            assertThat(decode(utf8("一\r\n二\r三\n"))).contains("一\n二\n三\n");
        }

        @Test
        void leavesOutControlCharactersAndTellsWhereTheFirstOneWas() {
            assertThat(decode(utf8("标题\n\t正\u0007文\u000b甲\u0080乙\uFFFE丙\uD83F\uDFFF丁😀")))
                    .contains("标题\n\t正文甲乙丙丁😀");
            assertThat(told())
                    .containsExactly("a.md:2:3: 警告 W416 这里有看不见的控制字符（U+0007），已去掉，连同后面的共 5 处；请删去这个字符，重新输入它两边的字");
        }

        @Test
        void takesAReplacementCharacterThatWasTyped() {
            assertThat(decode(utf8("原文如此\uFFFD"))).contains("原文如此\uFFFD");
            assertThat(told()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "plain",
                    "知",
                    "通知",
                    "张霞",
                    "café",
                    "a · b",
                    "20 °C ± 1",
                    "ā á ǎ à",
                    "Привет мир",
                    "α β λ",
                    "𬭎",
                    "䶮",
                    "〔2024〕3号",
                    "好👍"
                })
        void isTakenForWhatItIs(String text) {
            assertThat(decode(utf8(text))).contains(text);
            assertThat(told()).isEmpty();
        }

        @Test
        void saysWhereACharacterIsCut() {
            byte[] bytes = utf8(NOTICE);
            byte[] cut = join(Arrays.copyOf(bytes, 14), Arrays.copyOfRange(bytes, 15, bytes.length));

            assertThat(decode(cut)).isEmpty();
            assertThat(told()).containsExactly("a.md:2:5:" + NO_UTF8);
        }

        @Test
        void saysWhereTheLastCharacterIsCut() {
            byte[] whole = utf8("标题");

            assertThat(decode(Arrays.copyOf(whole, whole.length - 1))).isEmpty();
            assertThat(told()).containsExactly("a.md:1:2:" + NO_UTF8);
        }
    }

    @Nested
    class Gb18030 {

        @ParameterizedTest
        @ValueSource(strings = {NOTICE, "联通", "通知", "通知通知", "title: a\nkind: 计划\n", "〔2024〕3号", "系统"})
        void isReadAndWarnedOf(String text) {
            assertThat(decode(text.getBytes(GB18030))).contains(text);
            assertThat(told()).containsExactly(GB_WARNING);
        }

        @Test
        void namesThatOnlyItHoldsAreReadToo() {
            String text = NOTICE + "联系人：李㛃、王𬭎、周䶮。\r\n";

            assertThat(decode(text.getBytes(GB18030))).contains(text.replace("\r\n", "\n"));
            assertThat(told()).containsExactly(GB_WARNING);
        }

        @Test
        void saysWhereItBecomesUnreadable() {
            byte[] bytes = join(NOTICE.getBytes(GB18030), new byte[] {(byte) 0xD6, 0x20, 'a'});

            assertThat(decode(bytes)).isEmpty();
            assertThat(told())
                    .containsExactly(
                            "a.md:7:1: 错误 E406 文件是 GB18030（GBK）编码，但从这里起读不出来；" + "请用原来的软件打开，检查这里的文字，再“另存为”，编码选 UTF-8");
        }

        @ParameterizedTest
        @CsvSource({"Big5, 1:1", "EUC-KR, 1:1"})
        void isNotWhatAnotherTableMakesOfAText(String charset, String place) {
            String text = charset.equals("Big5") ? "關於國慶節值班安排的通知" : "당원 여러분에게 알립니다";

            assertThat(decode(text.getBytes(Charset.forName(charset)))).isEmpty();
            assertThat(told()).containsExactly("a.md:" + place + ":" + NO_UTF8);
        }

        @Test
        void isNotWhatFollowsTheMarkOfUtf8() {
            assertThat(decode(join(utf8("\uFEFF"), NOTICE.getBytes(GB18030)))).isEmpty();
            assertThat(told()).containsExactly("a.md:2:1:" + NO_UTF8);
        }
    }

    @Nested
    class Utf16 {

        @Test
        void isReadAndWarnedOf() {
            for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                problems.clear();
                assertThat(decode(("\uFEFF" + NOTICE.replace("\n", "\r\n")).getBytes(charset)))
                        .contains(NOTICE);
                assertThat(told()).containsExactly(UTF16_WARNING);
            }
        }

        @Test
        void saysWhereItBecomesUnreadable() {
            byte[] bytes = join("\uFEFF一\n二".getBytes(StandardCharsets.UTF_16LE), new byte[] {0, (byte) 0xD8, 0, 0x30});

            assertThat(decode(bytes)).isEmpty();
            assertThat(told())
                    .containsExactly("a.md:2:2: 错误 E406 文件是 UTF-16（记事本的“Unicode”）编码，但从这里起读不出来；"
                            + "请用原来的软件打开，检查这里的文字，再“另存为”，编码选 UTF-8");
        }

        @Test
        void isRefusedWithoutAMark() {
            assertThat(decode("---\n标题: 甲\n---\n".getBytes(StandardCharsets.UTF_16LE)))
                    .isEmpty();
            assertThat(told()).containsExactly("a.md:1:2: 错误 E405 这不是文本文件：从这里起是二进制内容" + NO_TEXT);
        }
    }

    @Nested
    class NoText {

        @ParameterizedTest
        @CsvSource({
            "504B0304140000000800, Word、WPS、Excel 文件或压缩包",
            "D0CF11E0A1B11AE10000, 旧格式的 Word、WPS 或 Excel 文件",
            "255044462D312E370AFF, PDF 文件",
            "89504E470D0A1A0A0000, 图片",
            "FFD8FFE000104A464946, 图片"
        })
        void isCalledByItsName(String hex, String name) {
            assertThat(decode(HexFormat.of().parseHex(hex))).isEmpty();
            assertThat(told()).containsExactly("a.md:1:1: 错误 E405 这不是文本文件，而是" + name + NO_TEXT);
        }

        @Test
        void isFoundBehindText() {
            assertThat(decode(utf8("一\n二三\0四"))).isEmpty();
            assertThat(told()).containsExactly("a.md:2:3: 错误 E405 这不是文本文件：从这里起是二进制内容" + NO_TEXT);
        }

        @Test
        void isAFileOfMoreThanItMayHave() {
            assertThat(decode(new byte[TextDecoder.maxBytes() + 1])).isEmpty();
            assertThat(told()).containsExactly("a.md:1:1: 错误 E403 文件太大：8.1 MB；最多 8 MB；大的表格和图片请作为附件");
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    private Optional<String> decode(byte[] bytes) {
        return new TextDecoder().decode("a.md", bytes, problems::add);
    }

    private List<String> told() {
        return problems.stream().map(Problem::text).toList();
    }
}
