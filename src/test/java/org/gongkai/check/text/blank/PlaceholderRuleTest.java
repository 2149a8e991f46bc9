package org.gongkai.check.text.blank;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.check.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderRuleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    全年上党课X次。       | 6:6: 警告 W220 占位符“X次”还没有填；请写实际的数字，如 3次
                    谈心X人次。           | 6:3: 警告 W220 占位符“X人次”还没有填；请写实际的数字，如 3人次
                    XX局党支部            | 6:1: 警告 W220 占位符“XX局”还没有填；请写真实的名称或内容
                    定于X月X日召开        | 6:3: 警告 W220 占位符“X月X日”还没有填；请写实际的日期，如 3月5日
                    满意度X%。            | 6:4: 警告 W220 占位符“X%”还没有填；请写实际的百分数，如 95%
                    学习《XX》。          | 6:3: 警告 W220 占位符“《XX》”还没有填；请写文件的全名
                    建设“X”文化           | 6:4: 警告 W220 占位符“X”还没有填；请写真实的名称或内容
                    写成“X次”的           | 6:4: 警告 W220 占位符“X次”还没有填；请写实际的数字，如 3次
                    写成“上党课X次”的     | 6:7: 警告 W220 占位符“X次”还没有填；请写实际的数字，如 3次
                    学习《示例XX》。      | 6:6: 警告 W220 占位符“XX”还没有填；请写真实的名称或内容
                    20XX年工作            | 6:1: 警告 W220 占位符“20XX年”还没有填；请写四位的年份，如 2024年
                    党发〔X〕3号          | 6:3: 警告 W220 占位符“〔X〕”还没有填；请写年份，如〔2024〕
                    ××社区共建            | 6:1: 警告 W220 占位符“××社区”还没有填；请写真实的名称或内容
                    第×次会议             | 6:1: 警告 W220 占位符“第×次”还没有填；请写实际的数字，如 3次
                    ＸＸ单位              | 6:1: 警告 W220 占位符“ＸＸ单位”还没有填；请写真实的名称或内容
                    ○○村的党员            | 6:1: 警告 W220 占位符“○○村”还没有填；请写真实的名称或内容
                    某某同志              | 6:1: 警告 W220 占位符“某某同志”还没有填；请写真实的名称或内容
                    xx公司                | 6:1: 警告 W220 占位符“xx公司”还没有填；请写真实的名称或内容
                    收到____年的报告      | 6:3: 警告 W220 占位符“____年”还没有填；请写四位的年份，如 2024年
                    开展活动○次。         | 6:5: 警告 W220 占位符“○次”还没有填；请写实际的数字，如 3次
                    组织活动 X 次。       | 6:6: 警告 W220 占位符“X 次”还没有填；请写实际的数字，如 3次
                    谈心x人次。           | 6:3: 警告 W220 占位符“x人次”还没有填；请写实际的数字，如 3人次
                    △△村的党员            | 6:1: 警告 W220 占位符“△△村”还没有填；请写真实的名称或内容
                    完成率X.X%。          | 6:4: 警告 W220 占位符“X.X%”还没有填；请写实际的百分数，如 95%
                    共X人加入工会         | 6:2: 警告 W220 占位符“X人”还没有填；请写实际的数字，如 3人
                    XX型号水泵            | 6:1: 警告 W220 占位符“XX型号”还没有填；请写真实的名称或内容
                    向某某单位学习        | 6:2: 警告 W220 占位符“某某单位”还没有填；请写真实的名称或内容
                    20**年**月            | 6:1: 警告 W220 占位符“20**年**月”还没有填；请写实际的日期，如 3月5日
                    """)
    void tellsOfABlankThatNobodyFilled(String body, String problem) {
        assertThat(Texts.body(body)).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "导出为XML文件，用XSLT转换。",
                "拍了X光片，X轴是月份。",
                "会议室长5×6米，另备3×5寸照片。",
                "二○○八年入党，二○○九年转正。",
                "张某某受到警告处分。",
                "证件末位是X的，照写：12345X。",
                "DN200管、3X倍镜、iPhoneX手机。",
                "张××受到警告处分。",
                "iPhone X手机、Model X 车型。",
                "完成情况：○ 完成　□ 未完成　△ 部分完成",
                "**年度任务**已完成，__重点__抓好。",
                "做到**人人**有责。",
                "| 甲 | × | √ |",
                "代码`XX局`不算。",
                "___",
                "见[安排](../XX局/计划.md)。",
                "变量为X，X越大，Y越小。",
                "设公式中的X为人数。",
                "主程序段M、子程序段X、数据段D。",
                "状态码4XX是请求有误，5XX是服务有误。",
                "加上参数-XX:MaxSize，或写DM_XXX_END。",
                "发到X/Twitter平台。",
                "葬在某某名人的墓旁，某某特别的场景。"
            })
    void leavesAloneWhatOnlyLooksLikeOne(String body) {
        assertThat(Texts.body(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "你要写清使用了xx技术，QPS提高了XXX，你负责XX项目。",
                "不要做 X，你遇到这种情况应该做别的；X公司用什么语言，不要紧。",
                "Claude 和 ChatGPT 容易绕出 XXX 这样的写法，例如 XX 接口。",
                "你听说XX专业很差，报不了某某计划，别人都在X月X日前办完了。"
            })
    void leavesNotesAndEssaysAlone(String body) {
        assertThat(Texts.body(body)).noneMatch(problem -> problem.contains("W220"));
    }

    @Test
    void knowsAPaperByItsKindAndByItsWords() {
        String body = "你们支部全年上党课X次，你单位XX同志，用 WPS 表格和 PDF 上报。";

        assertThat(Texts.file("content/a.md", "---\n标题: 关于上报总结的通知\n发布日期: 2024-05-01\n文种: 通知\n---\n\n" + body + "你看。\n"))
                .filteredOn(problem -> problem.contains("W220"))
                .hasSize(2);
        assertThat(Texts.body("请你单位、你支部于X月X日前上报。")).containsExactly("6:10: 警告 W220 占位符“X月X日”还没有填；请写实际的日期，如 3月5日");
        assertThat(Texts.body("你看，20XX年的总结，收到____年的报告。")).hasSize(2);
    }

    @Test
    void looksIntoTheHeader() {
        assertThat(Texts.header("标题: 20XX年总结", "摘要: XX局的总结"))
                .containsExactly(
                        "3:5: 警告 W220 “标题”里的占位符“20XX年”还没有填；请写四位的年份，如 2024年",
                        "4:5: 警告 W220 “摘要”里的占位符“XX局”还没有填；请写真实的名称或内容");
    }

    @Test
    void tellsOfEveryBlankOfALine() {
        assertThat(Texts.body("学习X次，走访XX户。"))
                .containsExactly("6:3: 警告 W220 占位符“X次”还没有填；请写实际的数字，如 3次", "6:8: 警告 W220 占位符“XX户”还没有填；请写实际的数字，如 3户");
    }
}
