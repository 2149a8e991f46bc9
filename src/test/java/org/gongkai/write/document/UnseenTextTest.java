package org.gongkai.write.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gongkai.testing.Promise;
import org.gongkai.write.document.entry.ImportedEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Text of a foreign entry that its readers could not see")
class UnseenTextTest {

    @TempDir
    private Path folder;

    private ImportedEntry entry(String body) throws Exception {
        return Documents.imported(folder, "a.md", "# 关于学习的通知\n\n请各党小组按时参加学习。\n\n" + body + "\n");
    }

    private static List<String> told(ImportedEntry entry) {
        return entry.remarks().stream()
                .map(Remark::text)
                .filter(text -> text.contains("内部"))
                .toList();
    }

    @ParameterizedTest
    @DisplayName("is told if it was hidden for certain")
    @ValueSource(
            strings = {
                "<p hidden>内部消息</p>",
                "<p style='display: none'>内部消息</p>",
                "<p style='color:red;DISPLAY:NONE !important'>内部消息</p>",
                "<p style='visibility:hidden'>内部消息</p>",
                "<p style='mso-hide:all'>内部消息</p>",
                "<p style='opacity:0'>内部消息</p>",
                "<p style='opacity:0.0;'>内部消息</p>",
                "<p style='text-indent:-9999px'>内部消息</p>",
                "<p style='position:absolute;left:-9999px'>内部消息</p>",
                "<p style='margin-left:-5000pt'>内部消息</p>",
                "<p style='font-size:0'>内部消息</p>",
                "<p style='font-size:1px'>内部消息</p>",
                "<p style='font-size:0.5pt;line-height:2'>内部消息</p>",
                "<p style='position:absolute;clip:rect(0,0,0,0)'>内部消息</p>",
                "<p style='clip-path:inset(100%)'>内部消息</p>",
                "<p style='height:0;overflow:hidden'>内部消息</p>",
                "<p style='transform:scale(0)'>内部消息</p>",
            })
    void hidden(String typed) throws Exception {
        assertThat(told(entry(typed))).containsExactly("隐藏的文字“内部消息”导入了，在条目里看得见，请核对能不能公开");
    }

    @ParameterizedTest
    @DisplayName("is told if it could hardly be seen")
    @ValueSource(
            strings = {
                "和底色分不出的字: <p style='color:#FFF'>内部消息</p>",
                "和底色分不出的字: <p>一<span style='color: rgb(255, 255, 255)'>内部消息</span></p>",
                "和底色分不出的字: <p style='color:white;background:#fff0'>内部消息</p>",
                "和底色分不出的字: <p style='color:transparent'>内部消息</p>",
                "和底色分不出的字: <p style='color:rgba(0,0,0,0)'>内部消息</p>",
                "和底色分不出的字: <p style='background-color:black;color:black'>内部消息</p>",
                "和底色分不出的字: <p><font color=white>内部消息</font></p>",
                "小得看不见的字: <p style='font-size:0'>内部消息<span style='font-size:16px'>一</span></p>",
            })
    void doubtful(String typed) throws Exception {
        String[] words = typed.split(": ", 2);

        assertThat(told(entry(words[1]))).containsExactly(words[0] + "“内部消息”导入了，在条目里看得见，请核对能不能公开");
    }

    @Test
    @DisplayName("is not looked for in code")
    void markdown() throws Exception {
        ImportedEntry entry = Documents.imported(
                folder,
                "a.md",
                "# 关于学习的通知\n\n参加学习。<span style=\"display:none\">内部消息</span>\n\n```\n<p hidden>内部代码</p>\n```\n\n"
                        + "<p style='color:white'>内部附注</p>\n");

        assertThat(told(entry))
                .containsExactly("隐藏的文字“内部消息”导入了，在条目里看得见，请核对能不能公开", "和底色分不出的字“内部附注”导入了，在条目里看得见，请核对能不能公开");
    }

    @Test
    @DisplayName("is not claimed of what can be seen")
    @Promise("An import leaves out what a document hides")
    @Promise("what readers could not see for other reasons")
    @Promise("UnseenTextTest and UnseenWordsTest list the ways")
    void seen() throws Exception {
        ImportedEntry entry = entry(
                "<p style='color:#fff;background:#c00'>白字红底的内部消息</p>\n\n"
                        + "<p style='font-size:10px;opacity:0.8'>内部消息</p>\n\n<p style='text-indent:-2em;margin-left:-10px'>内部消息</p>");

        assertThat(told(entry)).isEmpty();
        assertThat(Documents.body(entry)).contains("白字红底的内部消息");
    }
}
