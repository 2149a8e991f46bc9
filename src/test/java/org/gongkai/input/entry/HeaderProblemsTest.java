package org.gongkai.input.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.testing.Headers.asciidoc;
import static org.gongkai.testing.Headers.jbake;
import static org.gongkai.testing.Headers.read;
import static org.gongkai.testing.Headers.yaml;

import java.nio.charset.Charset;
import java.util.List;
import org.gongkai.testing.Headers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mistake in a header is told in full: where, what, and how to mend it. */
class HeaderProblemsTest {

    private static final String NO_HEADER = "content/a.md:1:1: 错误 E100 没有文件头；第一行写 ---，接着写标题、发布日期等字段，再用一行 --- 结束";
    private static final String NOT_ENDED = "content/a.md:1:1: 错误 E100 文件头没有结束；在最后一个字段的下一行写 ---";
    private static final String NO_TITLE = "content/a.md:1:1: 错误 E104 缺少“标题”；请在文件头里写上“标题: ……”";
    private static final String NO_DATE = "content/a.md:1:1: 错误 E104 缺少“发布日期”；请在文件头里写上“发布日期: ……”";

    @Nested
    class TheHeaderAsAWhole {

        @ParameterizedTest
        @ValueSource(
                strings = {"", "\n\n", "# 标题\n\n正文", "标题: 甲\n---\n", " ---\n标题: 甲\n---\n", "前言\n---\n标题: 甲\n---\n"})
        void isMissing(String text) {
            assertThat(read("content/a.md", text).problems()).containsExactly(NO_HEADER);
        }

        @ParameterizedTest
        @ValueSource(strings = {"---", "---\n", "---\n标题: 甲", "---\n标题: 甲\n正文\n", "---\n标题: 甲\n----\n正文"})
        void isNotEnded(String text) {
            assertThat(read("content/a.md", text).problems()).containsExactly(NOT_ENDED);
        }

        @Test
        void isNotEndedThoughTheFileIsLong() {
            assertThat(read("content/a.md", "---\n标题: 甲\n" + "一行\n".repeat(3000) + "---\n")
                            .problems())
                    .containsExactly("content/a.md:2000:1: 错误 E410 文件头太长：超过 2000 行；最多 2000 行；"
                            + "如果后面的 --- 不是文件头的结尾，请在最后一个字段的下一行写 ---");
            assertThat(read("content/a.md", "---\n标题: 甲\n" + "一行\n".repeat(3000))
                            .problems())
                    .containsExactly(NOT_ENDED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"---\n---\n", "---\n\n---\n", "---\n一句话\n---\n", "---\n- 甲\n- 乙\n---\n"})
        void saysNothing(String text) {
            assertThat(read("content/a.md", text).problems())
                    .containsExactly("content/a.md:2:1: 错误 E101 文件头里没有“名称: 值”；至少写标题和发布日期两个字段");
        }

        @Test
        void isMissingInAsciiDoc() {
            assertThat(read("content/a.adoc", "一段正文\n").problems())
                    .containsExactly("content/a.adoc:1:1: 错误 E100 没有文件头；第一行写 ---，接着写标题、发布日期等字段，再用一行 --- 结束");
        }

        @Test
        void isReadInTheEncodingOfOldWindows() {
            byte[] bytes = "---\n标题: 计划\n发布日期: 2024-01-02\n---\n".getBytes(Charset.forName("GB18030"));

            assertThat(read("content/a.md", bytes).problems())
                    .containsExactly("content/a.md:1:1: 警告 W405 文件是 GB18030（GBK）编码，已按它读出；"
                            + "请在编辑器里“另存为”，编码选 UTF-8；或者用命令 iconv -f GB18030 -t UTF-8 'content/a.md' > 新文件");
            assertThat(read("content/a.md", bytes).entry()).isPresent();
        }
    }

    /** What hands used to word processors write where YAML is wanted. */
    @Nested
    class SlipsOfThePen {

        @Test
        void noSpaceBehindTheColon() {
            assertThat(yaml("标题:甲", "发布日期: 2024-01-02").problems())
                    .containsExactly("content/a.md:2:3: 错误 E101 这里不符合 YAML 的写法；字段名后面要有英文冒号和一个空格，如“标题: 关于……的通知”");
        }

        @Test
        void aTabInFront() {
            assertThat(yaml("标题: 甲", "附件:", "\t- 表.xlsx").problems())
                    .containsExactly(
                            "content/a.md:4:1: 错误 E101 这里不符合 YAML 的写法；这里不能用制表符（Tab）或特殊符号开头，请改用空格缩进，或用英文双引号把值括起来");
        }

        @Test
        void aColonInTheValue() {
            assertThat(yaml("标题: 通知: 值班", "发布日期: 2024-01-02").problems())
                    .containsExactly("content/a.md:2:7: 错误 E101 这里不符合 YAML 的写法；值里含有冒号加空格时，请用英文双引号把整个值括起来；并检查这一行的缩进");
        }

        @Test
        void aQuoteThatIsNotClosed() {
            assertThat(yaml("标题: \"甲", "发布日期: 2024-01-02").problems())
                    .containsExactly("content/a.md:4:1: 错误 E101 这里不符合 YAML 的写法；引号没有成对，请检查这里以前的引号");
        }

        @Test
        void textBehindAQuote() {
            assertThat(yaml("标题: \"甲\"乙", "发布日期: 2024-01-02").problems())
                    .containsExactly("content/a.md:2:8: 错误 E101 这里不符合 YAML 的写法；请检查缩进：同一级的字段要左对齐");
        }

        @Test
        void aStarInFrontOfTheValue() {
            assertThat(yaml("标题: *重要* 通知", "发布日期: 2024-01-02").problems())
                    .containsExactly("content/a.md:2:8: 错误 E101 这里不符合 YAML 的写法；以 * 或 & 开头的值请用英文双引号括起来");
        }

        @Test
        void anAtSignInFrontOfTheValue() {
            assertThat(yaml("标题: @全体党员", "发布日期: 2024-01-02").problems())
                    .containsExactly(
                            "content/a.md:2:5: 错误 E101 这里不符合 YAML 的写法；这里不能用制表符（Tab）或特殊符号开头，请改用空格缩进，或用英文双引号把值括起来");
        }

        @Test
        void aListThatIsNotClosed() {
            assertThat(yaml("标题: 甲", "标签: [节水, 防汛", "发布日期: 2024-01-02").problems())
                    .singleElement()
                    .asString()
                    .startsWith("content/a.md:4:")
                    .contains(" 错误 E101 这里不符合 YAML 的写法；");
        }

        @Test
        void aFieldSetInByASpace() {
            assertThat(yaml("标题: 甲", " 发布日期: 2024-01-02").problems())
                    .containsExactly("content/a.md:3:6: 错误 E101 这里不符合 YAML 的写法；值里含有冒号加空格时，请用英文双引号把整个值括起来；并检查这一行的缩进");
        }

        @Test
        void aLineWithoutEqualsInJBakesForm() {
            assertThat(jbake("title=甲", "栏目: 甲", "date=2024-01-02").problems())
                    .containsExactly("content/a.md:2:1: 错误 E101 文件头的这一行不是“名称=值”：栏目: 甲；每行写一个“名称=值”，最后用 ~~~~~~ 结束");
        }
    }

    @Nested
    class FieldNames {

        @Test
        void unknownWithANearOne() {
            assertThat(of("公开范为: 社会")).containsExactly("content/a.md:4:1: 错误 E103 不认识的字段“公开范为”；您是不是要写“公开范围”");
            assertThat(of("作者: 宣传委员")).containsExactly("content/a.md:4:1: 错误 E103 不认识的字段“作者”；您是不是要写“责任人”");
            assertThat(of("文号: 示水党〔2024〕1号")).containsExactly("content/a.md:4:1: 错误 E103 不认识的字段“文号”；您是不是要写“发文字号”");
            assertThat(of("tag: 节水")).containsExactly("content/a.md:4:1: 错误 E103 不认识的字段“tag”；您是不是要写“tags”");
        }

        @Test
        void unknownButKnownToAnotherKind() {
            assertThat(of("主讲人: 李某")).containsExactly("content/a.md:4:1: 错误 E103 不认识的字段“主讲人”；它是文种“党课”的字段，本条的文种是“文章”");
        }

        @Test
        void unknownAndLikeNone() {
            assertThat(of("备用联络电话号码: 1"))
                    .containsExactly("content/a.md:4:1: 错误 E103 不认识的字段“备用联络电话号码”；可用的字段见使用手册“文件头写法”；不需要时请删去这一行");
        }

        @Test
        void unknownInTheOtherForms() {
            assertThat(jbake("title=甲", "date=2024-01-02", "公开范为=社会").problems())
                    .containsExactly("content/a.md:3:1: 错误 E103 不认识的字段“公开范为”；您是不是要写“公开范围”");
            assertThat(asciidoc("= 甲", ":date: 2024-01-02", ":公开范为: 社会").problems())
                    .containsExactly("content/a.adoc:3:2: 错误 E103 不认识的字段“公开范为”；您是不是要写“公开范围”");
        }

        @Test
        void repeated() {
            assertThat(of("栏目: 甲", "栏目: 乙")).containsExactly("content/a.md:5:1: 错误 E102 字段“栏目”重复出现；同一个字段只写一次，请删去多余的一处");
            assertThat(jbake("title=甲", "date=2024-01-02", "tags=a", "tags=b").problems())
                    .containsExactly("content/a.md:4:1: 错误 E102 字段“tags”重复出现；同一个字段只写一次，请删去多余的一处");
        }

        @Test
        void repeatedUnderAnotherName() {
            assertThat(of("category: 乙", "栏目: 甲"))
                    .containsExactly("content/a.md:5:1: 错误 E102 字段“栏目”与前面的“栏目”是同一个字段；同一个字段只写一次，请删去多余的一处");
            assertThat(of("title: 乙"))
                    .containsExactly("content/a.md:4:1: 错误 E102 字段“title”与前面的“标题”是同一个字段；同一个字段只写一次，请删去多余的一处");
        }

        @Test
        void unknownInAGroup() {
            assertThat(of("公示: {起: 2024-01-02, 止: 2024-01-09, 结果页: a.md}"))
                    .containsExactly("content/a.md:4:36: 错误 E103 “公示”里不认识的字段“结果页”；您是不是要写“结果”");
            assertThat(of("会议: {主特人: 李某}")).containsExactly("content/a.md:4:6: 错误 E103 “会议”里不认识的字段“主特人”；您是不是要写“主持人”");
            assertThat(of("附件:", "- {文件: a.pdf, 名子: 表}"))
                    .containsExactly("content/a.md:5:15: 错误 E103 “附件”里不认识的字段“名子”；您是不是要写“名称”");
        }
    }

    @Nested
    class MissingFields {

        @Test
        void titleAndDate() {
            assertThat(yaml("栏目: 通知").problems()).containsExactly(NO_DATE, NO_TITLE);
            assertThat(yaml("标题:", "发布日期: 2024-01-02").problems())
                    .containsExactly("content/a.md:2:4: 错误 E104 缺少“标题”；请在文件头里写上“标题: ……”");
        }

        @Test
        void whatMakesANoticePublic() {
            assertThat(of("文种: 通知"))
                    .containsExactly(
                            "content/a.md:1:1: 错误 E104 缺少“保密审查”；请在文件头里写上“保密审查: ……”",
                            "content/a.md:1:1: 错误 E104 缺少“公开范围”；请在文件头里写上“公开范围: ……”",
                            "content/a.md:1:1: 错误 E104 缺少“发布机构”；请在文件头里写上“发布机构: ……”",
                            "content/a.md:1:1: 错误 E104 缺少“审批”；请在文件头里写上“审批: ……”");
        }

        @Test
        void nothingOfThatWhileItIsADraft() {
            assertThat(of("文种: 通知", "状态: 草稿")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"通知", "工作计划", "工作总结", "党费收缴公示", "规章制度", "党员大会", "简报", "廉政"})
        void theSameOfEveryOpenKind(String kind) {
            assertThat(of("文种: " + kind, "公开范围: 社会", "发布机构: 一支部", "保密审查: 已审查"))
                    .containsExactly("content/a.md:1:1: 错误 E104 缺少“审批”；请在文件头里写上“审批: ……”");
        }
    }

    @Nested
    class Values {

        @Test
        void aKindThatDoesNotExist() {
            assertThat(of("文种: 工作计化")).containsExactly("content/a.md:4:5: 错误 E105 没有“工作计化”这个文种；您是不是要写“工作计划”");
        }

        @Test
        void aListWhereATextIsWanted() {
            assertThat(of("公开范围: [社会]")).containsExactly("content/a.md:4:7: 错误 E106 字段“公开范围”应是一段文字；不要写成列表或分组");
            assertThat(of("标签: [甲, {乙: 丙}]")).containsExactly("content/a.md:4:9: 错误 E106 字段“标签”的每一项应是一个词；例如 [甲, 乙]");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        党课          | 主讲人: [李某]              | 4:6 | 字段“主讲人”的值不合要求；这里写一段文字，不要写成列表或分组
                        党费收缴公示  | 应交人数: 十八              | 4:7 | 字段“应交人数”的值“十八”不合要求；请写数字，如 18
                        党费收缴公示  | 实交金额: 1,23.4            | 4:7 | 字段“实交金额”的值“1,23.4”不合要求；请写以元为单位的金额，如 1234.50
                        党费收缴公示  | 上缴日期: 2024-02-30        | 4:7 | 字段“上缴日期”的值“2024-02-30”不合要求；请写成 2020-01-31 这样的形式
                        党费收缴公示  | 期间: {起: 2024-01-01}      | 4:5 | 字段“期间”的值不合要求；请写成 {起: 2020-01-01, 止: 2020-03-31}
                        党员大会      | 议题: {一: 甲}              | 4:5 | 字段“议题”的值不合要求；这里写一个列表，如 [甲, 乙]
                        工作计划      | 任务项: [甲, 乙]            | 4:6 | 字段“任务项”的值不合要求；请写成列表，每一项是一行，如 - {序号: 1, 内容: ……}
                        工作总结      | 对应计划: [a.md]            | 4:7 | 字段“对应计划”的值不合要求；这里写一段文字，不要写成列表或分组
                        """)
        void aFieldOfAKindThatHoldsSomethingElse(String kind, String field, String place, String message) {
            assertThat(of(field, "文种: " + kind, "状态: 草稿"))
                    .containsExactly("content/a.md:" + place + ": 错误 E106 " + message);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1234.50", "1234.5元", "1,234,567.00 元", "0", "-12"})
        void moneyAsPeopleWriteIt(String amount) {
            assertThat(of("文种: 党费收缴公示", "状态: 草稿", "实交金额: " + amount)).isEmpty();
        }

        @Test
        void aYearThatIsNone() {
            assertThat(of("年度: 24"))
                    .containsExactly("content/a.md:4:5: 错误 E107 年度“24”不是年份；请写四位数字，如 2024，或 [2024, 2025]");
            assertThat(of("年度: [2024, 去年]"))
                    .containsExactly("content/a.md:4:12: 错误 E107 年度“去年”不是年份；请写四位数字，如 2024，或 [2024, 2025]");
        }

        @Test
        void theSecondPartOfATextKnowsItsOwnColumn() {
            assertThat(of("年度: 2024, 24"))
                    .containsExactly("content/a.md:4:11: 错误 E107 年度“24”不是年份；请写四位数字，如 2024，或 [2024, 2025]");
        }

        @Test
        void aStatusThatDoesNotExist() {
            assertThat(of("状态: 草搞")).containsExactly("content/a.md:4:5: 错误 E108 没有“草搞”这个状态；您是不是要写“草稿”");
            assertThat(of("状态: 待审批中"))
                    .containsExactly("content/a.md:4:5: 错误 E108 没有“待审批中”这个状态；可以写：草稿、已发布、已撤回、draft、published、withdrawn");
        }

        @Test
        void aScopeThatDoesNotExist() {
            assertThat(of("公开范围: 全社会")).containsExactly("content/a.md:4:7: 错误 E109 没有“全社会”这个公开范围；您是不是要写“社会”");
            assertThat(of("公开范围: 领导班子成员"))
                    .containsExactly("content/a.md:4:7: 错误 E109 没有“领导班子成员”这个公开范围；可以写：社会、全党、本单位、特定对象");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://a.lan/x.html",
                    "a/../b.html",
                    "old//x.html",
                    "旧/计划.html",
                    "a?b=c",
                    ".",
                    "a/%2e%2E/b",
                    "a%00",
                    "a%5Cb"
                })
        void aFormerAddressThatIsNone(String alias) {
            assertThat(of("旧址: \"" + alias + "\""))
                    .containsExactly(
                            "content/a.md:4:5: 错误 E118 旧址“" + alias + "”不是本站的地址；请写从首页算起的地址，如 old/2019/plan.html");
        }

        @Test
        void anAttachmentThatIsNoFile() {
            String hint = "；例如 - 附件/安排表.xlsx，或 - {文件: 附件/安排表.xlsx, 名称: 安排表}";
            assertThat(of("附件:", "- {名称: 表}")).containsExactly("content/a.md:5:3: 错误 E121 附件的每一项应是一个文件" + hint);
            assertThat(of("附件:", "- [a.pdf]")).containsExactly("content/a.md:5:3: 错误 E121 附件的每一项应是一个文件" + hint);
        }
    }

    @Nested
    class Dates {

        private static final String HINT = "不是有效日期；请写成 2020-01-31 这样的形式";

        @ParameterizedTest
        @ValueSource(strings = {"2020-13-40", "2023-02-29", "二月三日", "2020-01", "2204-03-04", "0204-03-04"})
        void impossibleOnes(String date) {
            assertThat(yaml("标题: 甲", "发布日期: " + date).problems())
                    .containsExactly("content/a.md:3:7: 错误 E123 发布日期“" + date + "”" + HINT);
        }

        @Test
        void inEveryForm() {
            assertThat(jbake("title=甲", "date=2020-13-40").problems())
                    .containsExactly("content/a.md:2:6: 错误 E123 发布日期“2020-13-40”" + HINT);
            assertThat(asciidoc("= 甲", ":date: 2020-13-40").problems())
                    .containsExactly("content/a.adoc:2:8: 错误 E123 发布日期“2020-13-40”" + HINT);
        }

        @Test
        void ofEveryField() {
            assertThat(of("成文日期: 昨天", "失效日期: 2024-02-30", "修订日期: 无"))
                    .containsExactly(
                            "content/a.md:4:7: 错误 E123 成文日期“昨天”" + HINT,
                            "content/a.md:5:7: 错误 E123 失效日期“2024-02-30”" + HINT,
                            "content/a.md:6:7: 错误 E123 修订日期“无”" + HINT);
        }

        @Test
        void asAList() {
            assertThat(yaml("标题: 甲", "发布日期: [2024-01-02]").problems())
                    .containsExactly("content/a.md:3:7: 错误 E106 字段“发布日期”应是一段文字；不要写成列表或分组");
        }
    }

    @Nested
    class Periods {

        private static final String HINT = "；例如 公示: 2025-01-13 至 2025-01-17，或者 公示: 2025-01-13 起 5 个工作日";

        @Test
        void withoutDays() {
            assertThat(of("公示: 五个工作日")).containsExactly("content/a.md:4:5: 错误 E119 公示“五个工作日”没有写明起止日期" + HINT);
            assertThat(of("公示: [2024-01-02, 2024-01-09]"))
                    .containsExactly("content/a.md:4:5: 错误 E119 公示应写明起止日期" + HINT);
        }

        @Test
        void withoutTheirEnd() {
            assertThat(of("公示: {起: 2024-01-02}")).containsExactly("content/a.md:4:5: 错误 E119 缺少公示截止日期" + HINT);
        }

        @Test
        void withoutTheirBeginning() {
            assertThat(of("公示: {起: , 止: 2024-01-02}"))
                    .singleElement()
                    .asString()
                    .endsWith(" 错误 E119 缺少公示开始日期" + HINT);
        }

        @Test
        void ofDaysThatDoNotExist() {
            assertThat(of("公示: {起: 2024-02-30, 止: 2024-03-09}"))
                    .containsExactly("content/a.md:4:9: 错误 E123 公示开始日期“2024-02-30”不是有效日期；请写成 2020-01-31 这样的形式");
        }

        @Test
        void thatEndBeforeTheyBegin() {
            assertThat(of("公示: {起: 2024-03-09, 止: 2024-03-01}"))
                    .containsExactly("content/a.md:4:24: 错误 E120 公示截止日期2024-03-01早于开始日期2024-03-09；请核对起止日期");
        }

        @Test
        void ofWorkingDaysThatAreNoNumber() {
            assertThat(of("公示: {起: 2024-03-01, 止: 2024-03-09, 工作日: 五}"))
                    .containsExactly("content/a.md:4:41: 错误 E106 工作日“五”不是天数；请写数字，如 5");
        }

        @Test
        void inOneLine() {
            assertThat(of("公示: 2024-03-09 至 2024-03-01"))
                    .containsExactly("content/a.md:4:5: 错误 E120 公示截止日期2024-03-01早于开始日期2024-03-09；请核对起止日期");
            assertThat(of("公示: 2024-02-30 至 2024-03-01"))
                    .containsExactly("content/a.md:4:5: 错误 E123 公示开始日期“2024-02-30”不是有效日期；请写成 2020-01-31 这样的形式");
            assertThat(of("公示: 2024年2月27日至30日"))
                    .containsExactly("content/a.md:4:5: 错误 E123 公示截止日期“30日”不是有效日期；请写成 2020-01-31 这样的形式");
            assertThat(of("公示: 2024-02-27 起五个工作日"))
                    .containsExactly("content/a.md:4:5: 错误 E119 公示“2024-02-27 起五个工作日”没有写明起止日期" + HINT);
            assertThat(of("公示: 2024-02-27 至 2024-03-01，共 9 天"))
                    .containsExactly("content/a.md:4:5: 错误 E119 公示“2024-02-27 至 2024-03-01，共 9 天”没有写明起止日期" + HINT);
        }

        @Test
        void ofWorkingDaysWithoutAHolidayPlan() {
            assertThat(of("公示: 2093-03-02 起 5 个工作日"))
                    .containsExactly("content/a.md:4:5: 错误 E119 没有放假安排，算不出公示“2093-03-02 起 5 个工作日”到哪一天为止；"
                            + "请写明截止日期，如 公示: 2093-03-02 至 2093-03-07；"
                            + "或者把那一年的放假安排写进 content/_data/holidays 文件夹");
        }

        @Test
        void inFlatForms() {
            assertThat(jbake("title=甲", "date=2024-01-02", "notice.from=2024-03-09", "notice.to=2024-03-01")
                            .problems())
                    .containsExactly("content/a.md:4:11: 错误 E120 公示截止日期2024-03-01早于开始日期2024-03-09；请核对起止日期");
            assertThat(asciidoc("= 甲", ":date: 2024-01-02", ":公示-起: 2024-03-09", ":公示-止: 2024-03-01")
                            .problems())
                    .containsExactly("content/a.adoc:4:8: 错误 E120 公示截止日期2024-03-01早于开始日期2024-03-09；请核对起止日期");
        }
    }

    @Test
    void allMistakesOfAFileAreToldAtOnce() {
        assertThat(of("公开范为: 社会", "状态: 草搞", "年度: 24")).hasSize(3);
    }

    /** The problems of a header that is right but for these lines, the first of which is line 4. */
    private static List<String> of(String... lines) {
        String[] header = new String[lines.length + 2];
        header[0] = "标题: 甲";
        header[1] = "发布日期: 2024-01-02";
        System.arraycopy(lines, 0, header, 2, lines.length);
        return Headers.yaml(header).problems();
    }
}
