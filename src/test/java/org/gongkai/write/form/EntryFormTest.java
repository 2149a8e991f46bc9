package org.gongkai.write.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.input.data.YamlReader;
import org.gongkai.io.Json;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.read.SiteHeaders;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.write.form.EntryForms.EntryForm;
import org.gongkai.write.form.FormValue.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntryFormTest extends SiteFixture {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T00:00:00Z"), ZoneOffset.UTC);

    private EntryForms forms;

    @BeforeEach
    void aSiteWithPersonsAndEarlierEntries() throws IOException {
        site.file("content/_data/organisation.yml", "支部: 第一党支部\n委员会:\n- {职务: 书记}\n- {职务: 组织委员, 姓名: 何一鸣}\n党员人数: 19\n")
                .published(
                        "content/公示/2024/a.md",
                        "标题: 关于甲的公示",
                        "发布日期: 2024-05-06",
                        "文种: 公示",
                        "公示: {起: 2024-05-06, 止: 2024-05-10, 工作日: 5}",
                        "监督电话: 内线 6022");
        SiteHeaders headers = SiteHeaders.of(BuildRequest.of(site.root()), CLOCK, SiteFolder.SHARED);
        forms = new EntryForms(
                new YamlReader(),
                headers.kinds(),
                new EntryPresets(headers.config(), headers.entries(), LocalDate.of(2024, 6, 1)));
    }

    private static String header(String... lines) {
        return "---\n" + String.join("\n", lines) + "\n---\n\n正文\n";
    }

    private EntryForm form(String text) {
        return forms.of("md", text).orElseThrow();
    }

    private String edited(String text, Map<String, FormValue> values) {
        HeaderEditor.Edited edited =
                new HeaderEditor(new YamlReader()).edit("md", text, form(text).edits(values));
        assertThat(edited.refusals()).isEmpty();
        return edited.text();
    }

    @Test
    void asksForTheFieldsOfTheKindWithDefaultsOfTheLastEntry() {
        EntryForm form = form(header("标题: 关于乙的公示", "文种: 公示", "发布日期: 2024-06-03"));

        assertThat(form.kinds()).containsExactly("公示");
        assertThat(form.fields().stream().filter(FormField::isUsual).map(FormField::name))
                .containsExactly("标题", "文种", "栏目", "发布日期", "公示", "监督电话", "公开范围", "发布机构", "保密审查", "审批");
        assertThat(field(form, "监督电话").values().preset()).isEqualTo(FormValue.of("内线 6022"));
        assertThat(field(form, "公开范围").values().preset()).isEqualTo(FormValue.of("社会"));
        assertThat(field(form, "公开范围").need()).isEqualTo(FormField.Need.REQUIRED);
        assertThat(field(form, "公示").members().stream().map(FormField::name)).containsExactly("起", "止", "工作日", "结果");
        assertThat(field(form, "审批").members().get(0).choices()).contains("书记", "何一鸣");
    }

    @Test
    void showsEveryNotationInTheSameWay() {
        EntryForm form = form(header(
                "标题: 甲",
                "文种: 党员大会",
                "发布日期: 2024年6月3日",
                "status: published",
                "标签: 节水、防汛",
                "事项: [换届, 整改]",
                "保密审查: 宣传委员 2024/6/1",
                "审批: {approver: 支部书记, date: 2024-06-02}",
                "会议: {name: 党员大会, 应到: 19, 实到: }",
                "附件: [表.xlsx, {file: 图.png, name: 图}]"));

        assertThat(shown(form, "发布日期")).isEqualTo(FormValue.of("2024-06-03"));
        assertThat(shown(form, "状态")).isEqualTo(FormValue.of("已发布"));
        assertThat(shown(form, "标签")).isEqualTo(FormValue.Items.of(List.of("节水", "防汛")));
        assertThat(shown(form, "事项")).isEqualTo(FormValue.Items.of(List.of("换届", "整改")));
        assertThat(shown(form, "保密审查")).isEqualTo(Group.of("审查人", "宣传委员", "日期", "2024-06-01"));
        assertThat(shown(form, "审批")).isEqualTo(Group.of("审批人", "支部书记", "日期", "2024-06-02"));
        assertThat(shown(form, "会议")).isEqualTo(Group.of("名称", "党员大会", "应到", "19"));
        assertThat(shown(form, "附件"))
                .isEqualTo(new FormValue.Items(List.of(Group.of("文件", "表.xlsx"), Group.of("文件", "图.png", "名称", "图"))));
    }

    @Test
    void writesTheShortFormsAndOnlyWhatHasChanged() {
        String text = header(
                "标题: 关于乙的公示",
                "文种: 公示",
                "发布日期: 2024年6月3日  # 周一",
                "标签: 节水、防汛",
                "保密审查:",
                "审批: {审批人: 支部书记, 日期: 2024-06-02}",
                "监督信箱: 一楼");
        Map<String, FormValue> values = new LinkedHashMap<>();
        form(text)
                .fields()
                .forEach(field -> values.put(field.name(), field.values().shown()));

        assertThat(edited(text, values)).isEqualTo(text);

        values.put("保密审查", Group.of("审查人", "宣传委员", "日期", "2024-06-01"));
        values.put("公示", Group.of("起", "2024-06-03", "止", "2024-06-07", "工作日", "5", "结果", ""));
        values.put("栏目", FormValue.Items.of(List.of("公示")));
        values.put("监督信箱", FormValue.Words.BLANK);
        values.put(
                "附件", new FormValue.Items(List.of(Group.of("文件", "表.xlsx", "名称", ""), Group.of("文件", "", "名称", ""))));

        assertThat(edited(text, values))
                .isEqualTo(header(
                        "标题: 关于乙的公示",
                        "文种: 公示",
                        "栏目: 公示",
                        "发布日期: 2024年6月3日  # 周一",
                        "公示: 2024-06-03 至 2024-06-07，5个工作日",
                        "标签: 节水、防汛",
                        "附件: [表.xlsx]",
                        "保密审查: 宣传委员 2024-06-01",
                        "审批: {审批人: 支部书记, 日期: 2024-06-02}"));
    }

    @Test
    void keepsTheRowsThatHaveNotChanged() {
        String text =
                header("标题: 甲", "文种: 工作计划", "任务项:", "  - {no: 1, task: 检查, status: }  # 已定", "  - {序号: 2, 内容: 修订}");
        FormField tasks = field(form(text), "任务项");

        assertThat(tasks.values().shown())
                .isEqualTo(
                        new FormValue.Items(List.of(Group.of("序号", "1", "内容", "检查"), Group.of("序号", "2", "内容", "修订"))));
        assertThat(edited(
                        text,
                        Map.of(
                                "任务项",
                                new FormValue.Items(List.of(
                                        Group.of("序号", "1", "内容", "检查", "状态", ""),
                                        Group.of("序号", "2", "内容", "修订制度", "状态", "进行中"))))))
                .isEqualTo(text.replace("{序号: 2, 内容: 修订}", "{序号: 2, 内容: 修订制度, 状态: 进行中}"));
    }

    @Test
    void readsAPeriodInOneLineAndKeepsItsResultInAGroup() {
        String text = header("标题: 甲", "文种: 公示", "公示: 2024年6月3日至2024年6月7日");

        assertThat(shown(form(text), "公示")).isEqualTo(Group.of("起", "2024-06-03", "止", "2024-06-07"));
        assertThat(edited(text, Map.of("公示", Group.of("起", "2024-06-03", "止", "2024-06-08"))))
                .contains("\n公示: 2024-06-03 至 2024-06-08\n");
        assertThat(edited(text, Map.of("公示", Group.of("起", "2024-06-03", "止", "2024-06-07", "结果", "../a.md"))))
                .contains("\n公示: {起: 2024-06-03, 止: 2024-06-07, 结果: ../a.md}\n");
    }

    @Test
    void aCommaInAnItemIsQuoted() {
        String text = header("标题: 甲", "标签: [节水，防汛]");

        assertThat(shown(form(text), "标签")).isEqualTo(FormValue.Items.of(List.of("节水", "防汛")));
        String edited = edited(text, Map.of("标签", FormValue.Items.of(List.of("节水、防汛", "党费"))));
        assertThat(edited).contains("\n标签: [\"节水、防汛\", 党费]\n");
        assertThat(shown(form(edited), "标签")).isEqualTo(FormValue.Items.of(List.of("节水、防汛", "党费")));
    }

    @Test
    void travelsAsJson() {
        EntryForm form = form(header("标题: 甲", "文种: 公示", "公示: {起: 2024-06-03, 止: 2024-06-07}"));

        assertThat(Json.of(form.json()))
                .contains("\"kinds\":[\"公示\"]", "\"name\":\"公示\",\"input\":\"notice\",\"need\":\"required\"")
                .contains("\"value\":{\"起\":\"2024-06-03\",\"止\":\"2024-06-07\"}");
        form.fields().forEach(field -> assertThat(
                        FormValue.ofJson(field.values().shown().json()))
                .isEqualTo(field.values().shown()));
    }

    @Test
    void isNotMadeOfAHeaderThatCannotBeRead() {
        assertThat(forms.of("md", "没有文件头\n")).isEmpty();
        assertThat(shown(forms.of("adoc", "= 甲\n:文种: 通知\n\n正文\n").orElseThrow(), "标题"))
                .isEqualTo(FormValue.of("甲"));
    }

    private static FormField field(EntryForm form, String name) {
        return form.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static FormValue shown(EntryForm form, String field) {
        return field(form, field).values().shown();
    }
}
