package org.gongkai.input.entry.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.data.YamlReader;
import org.gongkai.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A site's own kinds.yml. */
class KindsReaderTest {

    private static final String FILE = "content/_data/kinds.yml:";
    private static final String EXAMPLE = "每一项写：- {名称: 慰问, 标识: visits, 字段: [{名称: 对象, 键: whom, 类型: text}]}";

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void aSiteAddsAKind() {
        Kind kind = kind(
                "慰问",
                """
                - 名称: 慰问
                  别名: [走访慰问]
                  标识: visits
                  标题: …慰问…
                  标题示例: 春节慰问困难党员
                  必填: [公开, 对象, 附件]
                  应填: 人次
                  字段:
                  - {名称: 对象, 键: whom, 类型: 人员}
                  - {名称: 人次, 键: persons, 类型: number}
                  - {名称: 方式, 键: form, 类型: enum, 值: [上门, 来站]}
                  - {名称: 明细, 键: details, 类型: table, 列: [日期 date date, {名称: 金额, 键: amount, 类型: money}], 必填: 日期}
                  公示期: {最少: 3, 单位: 自然日, 起止: 必填}
                  保管期限: 10年
                  历史: list
                  台账: 慰问
                """);

        assertThat(problems).isEmpty();
        assertThat(kind.listing().column()).isEqualTo("慰问");
        assertThat(kind.isOpen()).isTrue();
        assertThat(kind.demands().required()).containsExactly("对象", "附件");
        assertThat(kind.demands().recommended()).containsExactly("人次");
        assertThat(kind.field("whom").orElseThrow().type()).isEqualTo(FieldType.PERSON);
        assertThat(kind.field("方式").orElseThrow().values()).containsExactly("上门", "来站");
        assertThat(kind.field("details").orElseThrow())
                .isEqualTo(new FieldSpec(
                        "明细",
                        "details",
                        FieldType.TABLE,
                        List.of(),
                        List.of(
                                new FieldSpec("日期", "date", FieldType.DATE),
                                new FieldSpec("金额", "amount", FieldType.MONEY)),
                        List.of("日期")));
        assertThat(kind.demands().notice())
                .contains(new NoticePeriod(3, NoticePeriod.Unit.CALENDAR_DAYS, true, false, true));
        assertThat(kind.filing()).isEqualTo(new Kind.Filing("10年", Kind.History.LIST, List.of("慰问")));
    }

    @Test
    void saysWhatANewEntryBeginsWith() {
        Kind kind = kind(
                "慰问",
                """
                - 名称: 慰问
                  标识: visits
                  字段: [{名称: 方式, 键: form, 类型: text}]
                  沿用: [方式]
                  正文: [{文: 为了解近况, 阶段: [开始], 写: 为什么走访}, {节: 走访情况, 写: 去了哪几户, 记录: [甲], 列出: [{表: 工作计划.任务项, 列: 内容}]}, 下一步打算]
                  结转: [{表: 慰问.明细, 列: 对象, 状态: [未完成], 到: 明细, 往期: 是, 到期: 期后}]
                  须写期间: 是
                  常写: 看望了谁
                """);

        assertThat(problems).isEmpty();
        assertThat(kind.drafting())
                .isEqualTo(new Kind.Drafting(
                        List.of("方式"),
                        List.of(
                                new Kind.Section("", "为什么走访", List.of(), List.of(), "为了解近况", List.of("开始")),
                                new Kind.Section(
                                        "走访情况",
                                        "去了哪几户",
                                        List.of("甲"),
                                        List.of(new KindRows("工作计划.任务项", List.of("内容"), List.of(), "", false, "", "")),
                                        "",
                                        List.of()),
                                new Kind.Section("下一步打算", "", List.of(), List.of(), "", List.of())),
                        List.of(new KindRows("慰问.明细", List.of("对象"), List.of("未完成"), "", true, "期后", "明细")),
                        true,
                        "看望了谁"));
    }

    @Test
    void choicesMayHaveAliasesInFieldsAndColumns() {
        Kind kind = kind(
                "慰问",
                """
                - 名称: 慰问
                  标识: visits
                  字段:
                  - {名称: 方式, 键: form, 类型: enum, 值: &forms [上门, {名称: 来站, 别名: [到站, 来访]}]}
                  - {名称: 明细, 键: details, 类型: table, 列: [对象 whom, {名称: 方式, 键: form, 类型: enum, 值: *forms}]}
                """);

        assertThat(problems).isEmpty();
        FieldSpec form = kind.field("form").orElseThrow();
        assertThat(form.choices()).containsExactly(new Choice("上门", List.of()), new Choice("来站", List.of("到站", "来访")));
        assertThat(form.values()).containsExactly("上门", "来站", "到站", "来访");
        assertThat(kind.field("明细").orElseThrow().column("方式").orElseThrow().canonical("来访"))
                .contains("来站");
    }

    @Test
    void aSiteMayWriteInEnglish() {
        Kind chinese = kind("慰问", "- {名称: 慰问, 标识: visits, 栏目: 关怀, 必填: [公开], 字段: [{名称: 对象, 键: whom, 类型: 人员}]}\n");
        Kind english = kind(
                "慰问",
                "- {name: 慰问, slug: visits, column: 关怀, required: [公开], fields: [{name: 对象, key: whom, type: person}]}\n");

        assertThat(english).isEqualTo(chinese);
        assertThat(problems).isEmpty();
    }

    @Test
    void whatASiteSaysOfABuiltInKindIsLaidOverIt() {
        Kind builtIn = Kinds.builtIn(new YamlReader()).named("通知").orElseThrow();
        Kind kind = kind("通知", "- {名称: 通知, 保管期限: 30年, 字段: [{名称: 时间, 键: time, 类型: date}, {名称: 着装, 键: dress}]}\n");

        assertThat(problems).isEmpty();
        assertThat(kind.listing().slug()).isEqualTo("notices");
        assertThat(kind.isOpen()).isTrue();
        assertThat(kind.filing().retention()).isEqualTo("30年");
        assertThat(kind.filing().history()).isEqualTo(builtIn.filing().history());
        assertThat(kind.fields().stream().map(FieldSpec::name)).containsExactly("主送", "时间", "地点", "联系人", "着装");
        assertThat(kind.field("时间").orElseThrow().type()).isEqualTo(FieldType.DATE);
        assertThat(kind.field("着装").orElseThrow().type()).isEqualTo(FieldType.TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    慰问: visits | 1:1 | E125 这个文件应是一个列表
                    - 慰问 | 1:3 | E125 每一项应由“名称: 值”组成
                    - {标识: visits} | 1:3 | E126 没有写“名称”
                    """)
    void aFileOfAnotherShapeIsTold(String text, String place, String message) {
        assertThat(told(text)).containsExactly(FILE + place + ": 错误 " + message + "；" + EXAMPLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {名称: 慰问}                                   | 1:3  | E126 没有写“标识”；每一项写：- {名称: 慰问, 标识: visits, 字段: [{名称: 对象, 键: whom, 类型: text}]}
                    {名称: 慰问, 标识: 慰问}                       | 1:16 | E126 “标识”不能写“慰问”；可以写：网址里的文件夹名，小写字母、数字和连字符，最多 80 个，不能是 Windows 的设备名（con、aux 等）
                    {名称: 慰问, 标识: visits, 拦目: 关怀}         | 1:24 | E103 不认识的字段“拦目”；您是不是要写“栏目”
                    {名称: 慰问, 标识: visits, 字段: [[对象]]}     | 1:29 | E127 “字段”的每一项应由“名称: 值”组成；例如 {名称: 主讲人, 键: lecturer, 类型: person}
                    {名称: 慰问, 标识: visits, 字段: [对象 whom 人]} | 1:37 | E127 “类型”不能写“人”；您是不是要写“人员”
                    {名称: 慰问, 标识: visits, 字段: [{键: whom}]} | 1:29 | E127 没有写“名称”；例如 {名称: 主讲人, 键: lecturer, 类型: person}
                    {名称: 慰问, 标识: visits, 字段: [{名称: 对象, 键: Whom}]} | 1:41 | E127 “键”不能写“Whom”；可以写：小写字母、数字和连字符
                    {名称: 慰问, 标识: visits, 字段: [{名称: 对象, 类型: nubmer}]} | 1:42 | E127 “类型”不能写“nubmer”；您是不是要写“number”
                    {名称: 慰问, 标识: visits, 字段: [{名称: 方式, 类型: enum}]} | 1:29 | E127 “方式”的类型是 enum，却没有写可以选的值；例如 {名称: 状态, 键: status, 类型: enum, 值: [未开始, 进行中, 已完成]}
                    {名称: 慰问, 标识: visits, 字段: [{名称: 方式, 类型: enum, 值: [上门, {别名: [到站]}]}]} | 1:56 | E127 没有写“名称”；例如 值: [未开始, {名称: 已完成, 别名: [办结, 完成]}]
                    {名称: 慰问, 标识: visits, 字段: [{名称: 方式, 类型: enum, 值: [来站, {名称: 到站, 别名: 来站}]}]} | 1:61 | E127 “名称”“来站”写了两次；第1行已有，请各写一个不同的（不分大小写）
                    {名称: 慰问, 标识: visits, 字段: [{名称: 方式, 类型: enum, 值: [{名称: 到站, 又名: 来站}]}]} | 1:61 | E103 不认识的字段“又名”；您是不是要写“别名”
                    {名称: 慰问, 标识: visits, 字段: [{名称: 表, 类型: table, 列: [方式 form enum]}]} | 1:52 | E127 “方式”的类型是 enum，却没有写可以选的值；例如 {名称: 状态, 键: status, 类型: enum, 值: [未开始, 进行中, 已完成]}
                    {名称: 慰问, 标识: visits, 字段: [{名称: 对象}, {名称: 对象}]} | 1:44 | E127 “名称”“对象”写了两次；第1行已有，请各写一个不同的（不分大小写）
                    {名称: 慰问, 标识: visits, 字段: [{名称: 标签}]} | 1:29 | E127 字段“标签”与通用字段“标签”同名；请换一个名称和键，或直接用通用字段
                    {名称: 慰问, 标识: visits, 字段: [{名称: 表, 类型: table, 列: [甲, 甲]}]} | 1:55 | E127 “名称”“甲”写了两次；第1行已有，请各写一个不同的（不分大小写）
                    {名称: 慰问, 标识: visits, 字段: [{名称: 表, 类型: table, 列: [内容], 必填: 内溶}]} | 1:61 | E127 “必填”不能写“内溶”，它不是这个表格的列；您是不是要写“内容”
                    {名称: 慰问, 标识: visits, 必填: [对象]}       | 1:29 | E129 “必填”不能写“对象”，它不是这个文种的字段；可以写：“公开”、通用字段或本文种自己的字段
                    {名称: 慰问, 标识: visits, 应填: [公开范为]}   | 1:29 | E129 “应填”不能写“公开范为”，它不是这个文种的字段；您是不是要写“公开范围”
                    {名称: 慰问, 标识: visits, 标题: …慰问, 标题示例: 走访} | 1:39 | E129 标题示例“走访”不合标题的样式“…慰问”；请改示例或样式，使两者一致
                    {名称: 慰问, 标识: visits, 公示期: 五天}       | 1:29 | E129 “公示期”应由“名称: 值”组成；例如 公示期: {最少: 5, 单位: 工作日, 起止: 必填, 渠道: 必填}
                    {名称: 慰问, 标识: visits, 公示期: {最少: 五}} | 1:34 | E129 “最少”不能写“五”；可以写：0 到 999 的数字
                    {名称: 慰问, 标识: visits, 公示期: {单位: 周}} | 1:34 | E129 “单位”不能写“周”；可以写：工作日、自然日
                    {名称: 慰问, 标识: visits, 公示期: {起止: 要}} | 1:34 | E129 “起止”不能写“要”；可以写：必填、选填
                    {名称: 慰问, 标识: visits, 历史: 全部}         | 1:28 | E129 “历史”不能写“全部”；可以写：full（全部公开）、list（只列出）、none（不公开）
                    {名称: 慰问, 标识: visits, 别名: [通告]}       | 1:29 | E128 文种“慰问”的别名“通告”已经是“通告”的名称或别名；请换一个别名，或删去
                    {名称: 慰问, 标识: visits, 正文: [[甲]]}       | 1:29 | E129 “正文”的每一项应由“名称: 值”组成；例如 正文: [{节: 履职情况, 写: 做了哪些工作}, 下一步打算]
                    {名称: 慰问, 标识: visits, 互斥: [通支]}       | 1:29 | E128 没有“通支”这个文种；您是不是要写“通知”
                    {名称: 慰问, 标识: notices}                    | 1:16 | E128 文种“慰问”的栏目“慰问”与“通知”的标识相同：notices；请换一个标识，或写上同一个栏目
                    """)
    void aMistakeIsToldWhereItStands(String kind, String place, String message) {
        assertThat(told("- " + kind + "\n")).containsExactly(FILE + place + ": 错误 " + message);
    }

    @Test
    void aTitlePatternNeverHangsOnATitle() {
        assertThat(TitlePattern.of("…办…办…办…办…法", "").matches("办".repeat(20_000)))
                .isFalse();
        assertThat(TitlePattern.of("…关于…的…通知…", "").matches("关于".repeat(100))).isFalse();
    }

    @Test
    void aKindWrittenTwiceIsTold() {
        assertThat(told("- {名称: 慰问, 标识: visits}\n- {名称: 慰问, 标识: calls}\n"))
                .containsExactly(FILE + "2:3: 错误 E128 文种“慰问”写了两次；同一个文种只写一项，请合并成一项");
    }

    private Kind kind(String name, String text) {
        return read(text).named(name).orElseThrow();
    }

    private List<String> told(String text) {
        read(text);
        return problems.stream().map(Problem::text).toList();
    }

    private Kinds read(String text) {
        return new KindsReader(new YamlReader(), problems::add).read(Optional.of(text));
    }

    private static final List<Choice> STATES = List.of(
            new Choice("进行中", List.of("在办", "正在整改")),
            new Choice("已完成", List.of("完成", "办结")),
            new Choice("已完成，待验收", List.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    已完成                  | 已完成
                    办结                    | 已完成
                    已完成（6月20日验收）   | 已完成
                    已完成(6月20日验收)     | 已完成
                    办结，回访满意          | 已完成
                    完成；余款已退          | 已完成
                    在办：等手续            | 进行中
                    正在整改 还差两处       | 进行中
                    已完成，待验收          | 已完成，待验收
                    已完成，待验收（三天内）| 已完成，待验收
                    """)
    void aWordOrAnAliasMeansItsChoiceWithARemarkToo(String typed, String name) {
        assertThat(Choice.canonical(STATES, typed)).contains(name);
        assertThat(Choice.canonical(STATES, "　" + typed + " ")).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "完成情况良好", "未完成", "基本完成", "（已完成）", "12月12日已完成", "已完成90%", "在办理"})
    void aWordThatOnlyContainsOneMeansNone(String typed) {
        assertThat(Choice.canonical(STATES, typed)).isEmpty();
    }

    @Test
    void aLongRemarkIsReadInNoTime() {
        assertThat(Choice.canonical(STATES, "已完成（" + "，".repeat(10_000))).contains("已完成");
    }
}
