package org.gongkai.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.source.SourceFile;
import org.gongkai.testing.Headers;
import org.junit.jupiter.api.Test;

class NumberLineTest {

    private static final String NUMBER = "A1/2024-00001";

    private final HeaderParser headers = new HeaderParser(new YamlReader());
    private final NumberLine line = new NumberLine(
            headers, new EntryReader(headers, Headers.context(Headers.kinds()), EntryReader.Strictness.STRICT));

    private Optional<String> added(String path, byte[] bytes, Optional<String> address) {
        return line.add(new SourceFile(path, bytes.length), bytes, NUMBER, address)
                .map(after -> new String(after, StandardCharsets.UTF_8));
    }

    private Optional<String> added(String path, String text, Optional<String> address) {
        return added(path, text.getBytes(StandardCharsets.UTF_8), address);
    }

    @Test
    void standsBelowTheTitleInTheFormOfTheHeader() {
        assertThat(added("content/a.md", "---\n标题: 甲\n发布日期: 2024-05-06\n---\n正文", Optional.empty()))
                .contains("---\n标题: 甲\n索引号: " + NUMBER + "\n发布日期: 2024-05-06\n---\n正文");
        assertThat(added("content/a.md", "title=甲\r\ndate=2024-05-06\r\n~~~~~~\r\n正文", Optional.empty()))
                .contains("title=甲\r\nnumber=" + NUMBER + "\r\ndate=2024-05-06\r\n~~~~~~\r\n正文");
        assertThat(added("content/a.adoc", "= 甲\n:发布日期: 2024-05-06\n", Optional.empty()))
                .contains("= 甲\n:索引号: " + NUMBER + "\n:发布日期: 2024-05-06\n");
    }

    @Test
    void namesTheAddressThatTheEntryHad() {
        assertThat(added("content/a.md", "---\n标题: 甲\n发布日期: 2024-05-06\n---\n", Optional.of("articles/2024/a.html")))
                .contains("---\n标题: 甲\n索引号: " + NUMBER + "\n旧址: articles/2024/a.html\n发布日期: 2024-05-06\n---\n");
    }

    @Test
    void isNotWrittenWhereItCouldChangeWhatTheHeaderSays() {
        assertThat(added("content/a.md", "---\n{标题: 甲, 发布日期: 2024-05-06}\n---\n", Optional.empty()))
                .isEmpty();
        assertThat(added("content/a.md", "---\n标题: >\n  甲\n  乙\n发布日期: 2024-05-06\n---\n", Optional.empty()))
                .isEmpty();
        assertThat(added("content/a.md", "没有文件头\n", Optional.empty())).isEmpty();
        byte[] gbk = "---\n标题: 甲\n发布日期: 2024-05-06\n---\n".getBytes(Charset.forName("GB18030"));
        assertThat(added("content/a.md", gbk, Optional.empty())).isEmpty();
    }
}
