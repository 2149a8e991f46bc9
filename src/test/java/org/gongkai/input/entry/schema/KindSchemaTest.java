package org.gongkai.input.entry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.check.kind.KindRules;
import org.gongkai.input.config.Catalogue;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.KindsReader;
import org.gongkai.input.entry.kind.TitlePattern;
import org.gongkai.io.Json;
import org.gongkai.problem.Problem;
import org.gongkai.testing.Headers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What an editor says of a header that goes by the schema a build says as well. */
@Tag("slow")
class KindSchemaTest {

    private static final String OPEN = "\n公开范围: 本单位\n发布机构: 第一党支部\n保密审查: 宣传委员 2024-01-02\n审批: {审批人: 支部书记}";
    private static final Kinds KINDS = Kinds.builtIn(new YamlReader());
    private static final Catalogue CATALOGUE = Catalogue.read(new YamlReader(), Optional.empty(), p -> {});
    private static final String JSON = Json.indented(KindSchema.of(KINDS, CATALOGUE.names()));
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JSON, InputFormat.JSON);

    /** One right header of every built-in kind: the example of its title and what it must give. */
    static Stream<String> everyKind() {
        return KINDS.all().stream()
                .map(kind -> "标题: "
                        + kind.demands().title().map(TitlePattern::example).orElse("一篇")
                        + "\n发布日期: 2024-01-02\n文种: " + kind.name() + OPEN);
    }

    static Stream<String> right() {
        return Stream.of(
                "标题: 甲\n发布日期: 2024-01-02",
                "title: 甲\ndate: 2024/1/2\nkind: 文章\ntags: [a, b]\nyear: [2023, 2024]\nstatus: published",
                "标题: 甲\n发布日期: 2024年1月2日\n文种:\n年度: 2024\n标签: 节水、防汛\n事项: [换届, 整改]\n公开范围: 社会",
                "标题: 2024\n发布日期: 2024-01-02 08:30\n目录项: 12-4\n失效日期:\n摘要: 一句话",
                "标题: 甲\n发布日期: 2024-01-02\n目录项: 组织建设和党员管理",
                "标题: 甲\n发布日期: 2024-01-02\n文种: 通知\n状态: 草稿",
                "标题: 甲\n发布日期: 2024.1.2\n成文日期: 2024 年 1 月 2 日\n失效日期: 2024-02-29 08:30",
                "标题: 关于值班的通知\n发布日期: 2024-01-02\n文种: 通知\n主送: 全体党员\nplace: 会议室" + OPEN,
                "标题: 一支部2024年工作总结及2025年工作计划\n发布日期: 2024-01-02\n文种: [工作总结, 工作计划]\n期间: {起: 2024-01-01, 止: 2024-12-31}\n任务项: [{序号: 1, 内容: 换表, 责任人: 组长}]"
                        + OPEN,
                "标题: 2024年下半年工作要点\n发布日期: 2024-01-02\n文种: 工作要点\ntasks: [{no: 1, task: 换表, owner: 第2党小组组长}]" + OPEN,
                "标题: 书记讲党课\n发布日期: 2024-01-02\n文种: 党课、主题党日\n主讲人: 支部书记\n主题: 水" + OPEN,
                "标题: 一支部2024年第一季度党费收缴公示\n发布日期: 2024-01-02\n文种: 党费收缴公示\n期间: {from: 2024-01-01, to: 2024-03-31}\n应交人数: 18\n实交金额: 1,234.50元\n上缴日期: 2024-03-25"
                        + OPEN,
                "标题: 关于拟接收一名同志的公示\n发布日期: 2024-01-02\n文种: 发展党员公示\n阶段: 接收预备党员\n公示: {起: 2024-04-25, 止: 2024-04-30, 工作日: 5, 结果: 见通报}"
                        + OPEN,
                "标题: 2024年度工作总结\n发布日期: 2024-01-02\n文种: 工作总结\n完成率: 98.5%\n满意度: 100" + OPEN,
                "标题: 关于转正的公示\n发布日期: 2024-01-02\n文种: 发展党员公示\n阶段: 转为正式党员（按期）\n公示: {起: 2024-04-25, 止: 2024-04-30}" + OPEN,
                "标题: 关于巡查的决议\n发布日期: 2024-01-02\n文种: 决议\n执行情况: 已执行，12月起按月登记" + OPEN,
                "标题: 2024年工作计划\n发布日期: 2024-01-02\n文种: 工作计划\n任务项: [{内容: 换表, 状态: 下月再说}, {内容: 测漏, 状态: 在办}]" + OPEN,
                "标题: 管理办法\n发布日期: 2024-01-02\n文种: 规章制度\n有效性: 试点\n公开时限: 长期\n复审日期: 2026-01-02" + OPEN,
                "标题: 甲\n发布日期: 2024-01-02\n公示: 2025-01-13 至 2025-01-17",
                "标题: 甲\n发布日期: 2024-01-02\n公示: 2025年1月13日至17日（5个工作日）",
                "标题: 甲\n发布日期: 2024-01-02\n公示: 2025-01-13 起 5 个工作日",
                "标题: 甲\n发布日期: 2024-01-02\n附件: [a.pdf, {文件: b.pdf, 名称: 乙}]\n会议: {主持人: 书记, 应到: 5, 党小组: 管网组}");
    }

    static Stream<String> wrong() {
        return Stream.of(
                "发布日期: 2024-01-02",
                "标题:\n发布日期: 2024-01-02",
                "标题: 甲",
                "标题: [甲]\n发布日期: 2024-01-02",
                "标题: 甲\n发布日期: 2024-01-02\n公开范为: 社会",
                "标题: 甲\n发布日期: 2024-01-02\n公开范围: 全体",
                "标题: 甲\n发布日期: 2024-01-02\n状态: 草搞",
                "标题: 甲\n发布日期: 2024-01-02\n文种: 工作计化",
                "标题: 甲\n发布日期: 2024-01-02\n文种: [通知, 通告知]\n状态: 草稿",
                "标题: 甲\n发布日期: 2024-01-02\n主讲人: 书记",
                "标题: 甲\n发布日期: 2024-01-02\n目录项: 12-9",
                "标题: 甲\n发布日期: 2024-01-02\n责任人: [甲, 乙]",
                "标题: 甲\n发布日期: 2024-01-02\n公示: {起: 2024-01-02, 止: 2024-01-09, 结果页: a.md}",
                "标题: 甲\n发布日期: 2024-01-02\n会议: {主特人: 书记}",
                "标题: 关于值班的通知\n发布日期: 2024-01-02\n文种: 通知",
                "标题: 党课\n发布日期: 2024-01-02\n文种: 党课\n主讲人: [书记]" + OPEN,
                "标题: 2024年工作计划\n发布日期: 2024-01-02\n文种: 工作计划\n任务项: [甲]" + OPEN,
                "标题: 2024年工作计划\n发布日期: 2024-01-02\n文种: 工作计划\n任务项: [{序号: 1, 责任人: 组长}]" + OPEN,
                "标题: 关于拟接收一名同志的公示\n发布日期: 2024-01-02\n文种: 发展党员公示\n阶段: 接受预备党员" + OPEN,
                "标题: 2024年工作计划\n发布日期: 2024-01-02\n文种: 工作计划\n任务项: [{内容: 换表, 状态: [在办]}]" + OPEN);
    }

    @ParameterizedTest
    @MethodSource({"everyKind", "right"})
    void bothAcceptWhatIsRight(String header) {
        assertThat(told(header)).isEmpty();
        assertThat(SCHEMA.validate(json(header), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void bothRefuseWhatIsWrong(String header) {
        assertThat(told(header)).isNotEmpty();
        assertThat(SCHEMA.validate(json(header), InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void theSchemaKnowsWhatASiteAdds() {
        Kinds kinds = new KindsReader(new YamlReader(), p -> {
                    throw new AssertionError(p.text());
                })
                .read(Optional.of("- {名称: 慰问, 标识: visits, 必填: [对象], 字段: [{名称: 对象, 键: whom, 类型: person}]}\n"));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Json.indented(KindSchema.of(kinds, List.of())), InputFormat.JSON);

        assertThat(schema.validate(json("标题: 甲\n发布日期: 2024-01-02\n文种: 慰问\nwhom: 老党员"), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(json("标题: 甲\n发布日期: 2024-01-02\n文种: 慰问"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void theSameKindsGiveTheSameBytes() {
        assertThat(Json.indented(KindSchema.of(Kinds.builtIn(new YamlReader()), CATALOGUE.names())))
                .isEqualTo(JSON);
    }

    /** What a writer is told of a header, but for what is merely recommended. */
    private static List<String> told(String header) {
        Headers.Read read = Headers.yaml(header.split("\n"));
        read.entry().ifPresent(entry -> new KindRules(CATALOGUE, Kinds.builtIn(new YamlReader()))
                .rules()
                .headerRules()
                .forEach(rule -> rule.check(entry, read.found()::add)));
        return read.found().stream()
                .filter(p -> p.isError() || p.code().equals("W124"))
                .map(Problem::text)
                .toList();
    }

    /** The header as editors see it: numbers are numbers. */
    private static String json(String header) {
        return Json.of(new Load(LoadSettings.builder().build()).loadFromString(header));
    }
}
