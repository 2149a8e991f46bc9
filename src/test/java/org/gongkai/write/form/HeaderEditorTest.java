package org.gongkai.write.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.write.form.FormValue.Group;
import org.gongkai.write.form.HeaderEditor.Edited;
import org.gongkai.write.form.HeaderEditor.FieldEdit;
import org.gongkai.write.form.HeaderEditor.Refusal;
import org.junit.jupiter.api.Test;

class HeaderEditorTest {

    private final HeaderEditor editor = new HeaderEditor(new YamlReader());

    private Edited edit(String ending, String text, FieldEdit... edits) {
        return editor.edit(ending, text, List.of(edits));
    }

    private String edited(String text, FieldEdit... edits) {
        Edited edited = edit("md", text, edits);
        assertThat(edited.refusals()).isEmpty();
        return edited.text();
    }

    private static FieldEdit own(String name, FormValue value) {
        return new FieldEdit(List.of(name), Optional.of(value));
    }

    @Test
    void changesOneLineAndNothingElse() {
        assertThat(edited(
                        "---\r\n# 说明\r\n标题：  旧标题   # 请改\r\n\r\n标签: [ '甲',乙 ]\r\n---\r\n正文\n混用行尾",
                        FieldEdit.set(CommonField.TITLE, "新标题")))
                .isEqualTo("---\r\n# 说明\r\n标题： 新标题 # 请改\r\n\r\n标签: [ '甲',乙 ]\r\n---\r\n正文\n混用行尾");
    }

    @Test
    void addsFieldsAboveTheStatus() {
        assertThat(edited(
                        "---\n标题: 甲\n# 写好以后改\n状态: 草稿\n---\n",
                        FieldEdit.set(CommonField.APPROVAL, "支部书记 2026-11-20"),
                        FieldEdit.set(CommonField.NOTICE, Group.of("起", "2025-01-13", "止", "2025-01-17", "工作日", "5")),
                        FieldEdit.set(CommonField.TAGS, FormValue.Items.of(List.of("党费", "公示")))))
                .isEqualTo(
                        """
                        ---
                        标题: 甲
                        审批: 支部书记 2026-11-20
                        公示: {起: 2025-01-13, 止: 2025-01-17, 工作日: 5}
                        标签: [党费, 公示]
                        # 写好以后改
                        状态: 草稿
                        ---
                        """);
    }

    @Test
    void fillsInAnEmptyFieldAndKeepsTheCommentBehindIt() {
        assertThat(edited("---\n标题: 甲\n审批:  # 谁、哪天\n---\n", FieldEdit.set(CommonField.APPROVAL, "支部书记 2026-11-20")))
                .isEqualTo("---\n标题: 甲\n审批: 支部书记 2026-11-20 # 谁、哪天\n---\n");
        assertThat(edited(
                        "---\n标题: 甲\n审批: '书''记 # 谁' # 哪天\n---\n",
                        FieldEdit.set(CommonField.APPROVAL, "支部书记 2026-11-20")))
                .isEqualTo("---\n标题: 甲\n审批: 支部书记 2026-11-20 # 哪天\n---\n");
    }

    @Test
    void removesAFieldWithAllItsLines() {
        assertThat(edited(
                        "---\n标题: 甲\n附件:\n  - a.xlsx\n  - {文件: b.png, 名称: 图}\n\n# 日期\n发布日期: 2024-01-02\n---\n",
                        FieldEdit.remove(CommonField.ATTACHMENTS)))
                .isEqualTo("---\n标题: 甲\n\n# 日期\n发布日期: 2024-01-02\n---\n");
    }

    @Test
    void writesOneRowALineAndLeavesTheOtherRows() {
        String text =
                """
                ---
                标题: 甲
                任务项:
                  # 第一季度
                  - {序号: 1,  内容: '检查泵房'}
                  - 序号: 2
                    内容: 修订制度  # 已议
                  # 第三季度
                  - {序号: 3, 内容: 慰问}
                状态: 草稿
                ---
                """;

        assertThat(edited(
                        text,
                        own(
                                "任务项",
                                new FormValue.Items(List.of(
                                        Group.of("序号", "1", "内容", "检查泵房"),
                                        Group.of("序号", "2", "内容", "修订制度"),
                                        Group.of("序号", "3", "内容", "慰问: 老党员, 2户", "状态", "进行中"),
                                        Group.of("序号", "4", "内容", "总结"))))))
                .isEqualTo(text.replace(
                        "  - {序号: 3, 内容: 慰问}\n", "  - {序号: 3, 内容: \"慰问: 老党员, 2户\", 状态: 进行中}\n  - {序号: 4, 内容: 总结}\n"));
        assertThat(edited(text, own("任务项", new FormValue.Items(List.of(Group.of("序号", "3", "内容", "慰问"))))))
                .contains("任务项:\n  # 第三季度\n  - {序号: 3, 内容: 慰问}\n状态");
    }

    @Test
    void changesItemsOfAFileOfSettingsAndKeepsItsComments() {
        String text = "\uFEFF# 组织\r\n委员会:   # 五人\r\n  - {职务：书记,  '姓名': \"李 某\"} # 2024年当选\r\n"
                + "  # 副职\n  - 职务: 副书记 # 空缺\r\n    # 以后再说\r\n    未知: 甲\r\n党小组: [一组, # 厂区\n  '二组'] # 两个\n\n名称: '甲'";

        assertThat(edit(
                                "yml",
                                text,
                                own(
                                        "委员会",
                                        new FormValue.Items(List.of(
                                                Group.of("职务", "书记", "姓名", "李 某", "止", "2026-01-31"),
                                                Group.of("职务", "书记", "姓名", "王: 某"),
                                                Group.of("职务", "副书记", "未知", "甲", "起", "2026-02-01")))),
                                own("党小组", FormValue.Items.of(List.of("一组"))),
                                own("支部", FormValue.of("甲支部")))
                        .text())
                .isEqualTo("\uFEFF# 组织\r\n委员会: # 五人\r\n  - {职务: 书记, 姓名: 李 某, 止: 2026-01-31} # 2024年当选\r\n"
                        + "  - {职务: 书记, 姓名: \"王: 某\"}\r\n  # 副职\n  # 以后再说\r\n"
                        + "  - {职务: 副书记, 未知: 甲, 起: 2026-02-01} # 空缺\r\n# 两个\n党小组: [一组] # 厂区\n\n名称: '甲'\r\n支部: 甲支部");
        for (String blank : List.of("", "# 说明\n", "\n# 说明\n")) {
            assertThat(edit("yml", blank, own("支部", FormValue.of("甲"))).text()).isEqualTo(blank + "支部: 甲\n");
        }
        assertThat(edit("yml", "支部: [\n", own("支部", FormValue.of("甲"))).refusals())
                .hasSize(1);
    }

    @Test
    void quotesWhatYamlWouldMisread() {
        String[] texts = {
            "甲: 乙", "# 号", "- 列", "甲 # 乙", "null", "~", "[甲]", "\"引\"", "反\\斜", "两行\n文字", "@甲", "100%", "甲："
        };
        for (String text : texts) {
            String edited = edited("---\n标题: 旧\n---\n正文\n", FieldEdit.set(CommonField.TITLE, text));

            // An edit that asks for what is there already changes nothing.
            assertThat(edited(edited, FieldEdit.set(CommonField.TITLE, text))).isEqualTo(edited);
        }
        assertThat(edited("---\n标题: 旧\n---\n", FieldEdit.set(CommonField.TITLE, "关于“甲：乙”的通知（2024年）")))
                .contains("\n标题: 关于“甲：乙”的通知（2024年）\n");
        assertThat(edited("---\n标题: 旧\n---\n", FieldEdit.set(CommonField.TITLE, "甲: 乙")))
                .contains("\n标题: \"甲: 乙\"\n");
    }

    @Test
    void writesInTheLanguageAndTheSyntaxOfTheHeader() {
        assertThat(edited("---\ntitle: 甲\n---\n", FieldEdit.set(CommonField.APPROVAL, "支部书记 2026-11-20")))
                .isEqualTo("---\ntitle: 甲\napproval: 支部书记 2026-11-20\n---\n");
        assertThat(edited(
                        "title = 甲\ndate=2024-01-02\n~~~~~~\n正文",
                        FieldEdit.set(CommonField.TITLE, "乙"),
                        FieldEdit.set(CommonField.TAGS, FormValue.Items.of(List.of("节水", "防汛")))))
                .isEqualTo("title = 乙\ndate=2024-01-02\ntags=节水, 防汛\n~~~~~~\n正文");
        assertThat(edit(
                                "adoc",
                                "= 甲\n李某\n:jbake-tags: 节水\n\n正文\n",
                                FieldEdit.set(CommonField.TITLE, "乙"),
                                FieldEdit.set(CommonField.TAGS, "防汛"),
                                FieldEdit.set(CommonField.SCOPE, "社会"))
                        .text())
                .isEqualTo("= 乙\n李某\n:jbake-tags: 防汛\n:公开范围: 社会\n\n正文\n");
    }

    @Test
    void refusesWhatItCannotWriteAndSaysSo() {
        Edited grouped = edit(
                "adoc",
                "= 甲\n:发布日期: 2024-01-02\n\n正文\n",
                FieldEdit.set(CommonField.NOTICE, Group.of("起", "2024-01-02")));

        assertThat(grouped.text()).isEqualTo("= 甲\n:发布日期: 2024-01-02\n\n正文\n");
        assertThat(grouped.refusals()).containsExactly(new Refusal("公示", "这种文件头里只能写一段文字，写不了分组和表格；要写的话，请改用三条短横线的文件头"));
        assertThat(edit("md", "---\n{标题: 甲}\n---\n", FieldEdit.set(CommonField.TITLE, "乙"))
                        .refusals())
                .containsExactly(new Refusal("标题", "这个字段在文件头里的写法特别，不能自动改，请在文件里直接改"));
        assertThat(edit("md", "---\n标题: &t 甲\n摘要: *t\n---\n", FieldEdit.set(CommonField.TITLE, "乙"))
                        .text())
                .isEqualTo("---\n标题: &t 甲\n摘要: *t\n---\n");
        assertThat(edit("md", "没有文件头\n", FieldEdit.set(CommonField.TITLE, "乙")).refusals())
                .containsExactly(new Refusal("标题", "文件头读不出来，请先改正文件头里的错误"));
    }
}
