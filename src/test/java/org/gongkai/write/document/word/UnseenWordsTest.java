package org.gongkai.write.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.write.document.word.WordFile.p;
import static org.gongkai.write.document.word.WordFile.r;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.Promise;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Words that readers of a document cannot see")
class UnseenWordsTest extends FolderFixture {

    private static List<String> told(ImportedDocument document) {
        return document.remarks().stream()
                .map(remark -> remark.place() + "，" + remark.text())
                .toList();
    }

    @Test
    @DisplayName("are imported, and told with their place, whatever keeps them from being seen")
    @Promise("what readers could not see for other reasons")
    void told() throws IOException {
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put(r("<w:color w:val=\"FFFFFF\"/>", "一一"), "白色的字");
        ways.put(r("<w:color w:val=\"FFFFFF\" w:themeColor=\"background1\"/>", "一二"), "白色的字");
        ways.put(r("<w:rStyle w:val=\"white\"/>", "一三"), "白色的字");
        ways.put(r("<w:sz w:val=\"2\"/>", "一四"), "小得看不见的字");
        ways.put(r("<w:color w:val=\"C00000\"/><w:shd w:val=\"clear\" w:fill=\"C00000\"/>", "一五"), "和底色一样的字");
        ways.put(r("<w:highlight w:val=\"black\"/>", "一六"), "和底色一样的字");
        ways.put(r("<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"white\"/>", "一七"), "和底色一样的字");
        List<String> expected = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        ways.forEach((run, way) -> {
            body.append(p(r("看得见") + run));
            expected.add("第" + (expected.size() + 1) + "段，" + way + "2个导入了，原文里可能看不见，请核对能不能公开：“"
                    + run.replaceAll("<[^>]*>", "") + "”");
        });
        for (String properties : List.of(
                "<w:ind w:left=\"-30000\"/>",
                "<w:ind w:firstLine=\"40000\"/>",
                "<w:framePr w:x=\"-25000\"/>",
                "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>")) {
            body.append(p(properties, r("移走的")));
            expected.add("第" + (expected.size() + 1) + "段，移到页面以外的字3个导入了，原文里可能看不见，请核对能不能公开：“移走的”");
        }
        String seen = p(r("<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"C00000\"/>", "白字红底")
                + r("<w:sz w:val=\"10\"/><w:highlight w:val=\"yellow\"/>", "五磅"));
        WordFile file = WordFile.of(body + seen)
                .with(
                        "styles",
                        "<w:style w:type=\"character\" w:styleId=\"white\"><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr></w:style>");

        ImportedDocument document = new WordReader().read(file.write(folder), Set.of());

        assertThat(told(document)).containsExactlyElementsOf(expected);
        assertThat(DocumentLines.of(document)).contains("看得见一一", "看得见一六", "移走的");
    }

    @Test
    @DisplayName("in a hidden row of a table are left out unless they are asked for")
    @Promise("An import of a Word file leaves out what it hides")
    @Promise("UnseenWordsTest lists the ways")
    void rows() throws IOException {
        String table = "<w:tbl><w:tr><w:tc>" + p(r("甲")) + "</w:tc><w:tc>" + p(r("乙")) + "</w:tc></w:tr>"
                + "<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>" + p(r("内部")) + "</w:tc><w:tc>" + p(r("二"))
                + "</w:tc></w:tr></w:tbl>";
        Path file = WordFile.of(table).write(folder);

        ImportedDocument document = new WordReader().read(file, Set.of());

        assertThat(told(document)).containsExactly("表格1第2行，隐藏的一行没有导入：“内部 二”");
        assertThat(document.remarks().get(0).weight()).isEqualTo(Remark.Weight.LEFT_OUT);
        assertThat(new WordReader()
                        .read(file, Set.of(OptionalContent.HIDDEN_TEXT))
                        .remarks())
                .isEmpty();
    }
}
