package org.gongkai.check.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about words, years and promised numbers. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "建立台帐。,6:3,台帐,台账",
        "开好支部民主生活会。,6:3,支部民主生活会,支部组织生活会",
        "学习习总书记讲话。,6:3,习总书记,习近平总书记",
        "保质一致。,6:1,保质一致,保持一致",
        "截止目前完成八成。,6:1,截止目前,截至目前",
        "本月帐目。,6:3,帐目,账目",
        "统一布署。,6:3,布署,部署",
        "不断的增强党性。,6:1,不断的增强,不断地增强",
        "加强危急管理。,6:3,危急管理,危机管理”或者“应急管理"
    })
    void areToldWithTheRightOnes(String body, String place, String wrong, String right) {
        assertThat(Texts.body(body)).containsExactly(place + ": 警告 W231 “" + wrong + "”写错了；请改成“" + right + "”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "对帐篷进行清点，上报帐篷数量，登记帐篷，检查帐篷。",
                "公布署名文章，发布署名评论。",
                "按装机容量计算，按装订顺序整理。",
                "学习进平台，学习近乎完成。",
                "既使党员受到教育，又使群众得到实惠。",
                "坚持抓早抓小、动辄则咎。",
                "改变动辄得咎的状况。",
                "做名符其实的先锋。",
                "建立台账。",
                "开好民主生活会，学习习近平总书记讲话。",
                "报名截止日期。",
                "幸福指数和支部委员会。"
            })
    void areLeftAloneWhenRight(String body) {
        assertThat(Texts.body(body)).isEmpty();
    }

    @Test
    void areLookedForInTheHeader() {
        assertThat(Texts.header("标题: 党员台帐公示")).containsExactly("3:7: 警告 W231 “标题”里的“台帐”写错了；请改成“台账”");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    开展纪念建党99周年活动。         | 6:5: 警告 W230 “建党99周年”与年份对不上：建党99周年是2020年；2024年是建党103周年
                    纪念建党 99 周年。               | 6:3: 警告 W230 “建党 99 周年”与年份对不上：建党99周年是2020年；2024年是建党103周年
                    庆祝中国共产党成立一百周年。     | 6:3: 警告 W230 “中国共产党成立一百周年”与年份对不上：建党100周年是2021年；2024年是建党103周年
                    """)
    void ofAnniversariesMustFitTheYear(String body, String problem) {
        assertThat(Texts.body(body)).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "庆祝建党103周年。",
                "以优异成绩迎接建党104周年。",
                "2021年举办了建党100周年展览。",
                "学习在庆祝中国共产党成立100周年大会上的讲话。",
                "建站30周年。",
                "党成立二十周年的时候，中央作了决定。"
            })
    void ofAnniversariesAreTakenWithTheirYear(String body) {
        assertThat(Texts.body(body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    做好以下4项工作：//- 甲/- 乙/- 丙              | 6:5: 警告 W229 这里说“4项工作”，后面列了3项；请核对数目，或补上缺的一项
                    抓好三个方面：/（一）甲。/（二）乙。           | 6:3: 警告 W229 这里说“三个方面”，后面列了2项；请核对数目，或补上缺的一项
                    有两点要求：一是甲；二是乙；三是丙。           | 6:2: 警告 W229 这里说“两点要求”，后面列了3项；请核对数目，或补上缺的一项
                    明确下列三条措施：//1. 甲/2. 乙                | 6:5: 警告 W229 这里说“三条措施”，后面列了2项；请核对数目，或补上缺的一项
                    """)
    void thatPromiseANumberMustKeepIt(String body, String problem) {
        assertThat(Texts.body(body.split("/"))).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "做好以下3项工作：//- 甲/- 乙/- 丙",
                "抓好三个方面：/（一）甲。/1.子。/2.丑。/（二）乙。/（三）丙。/二、丁",
                "从八项任务中选三项：//- 甲/- 乙",
                "第二项工作：//- 甲/- 乙/- 丙",
                "抓好三个方面的事。//- 甲/- 乙",
                "分三个方面：一是甲；/二是乙；/三是丙。",
                "做好以下工作：//- 甲/- 乙"
            })
    void thatPromiseNothingElseAreTaken(String body) {
        assertThat(Texts.body(body.split("/"))).noneMatch(problem -> problem.contains("W229"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "本文系作者原创投稿，仅供学习参考，请勿照搬照抄！",
                "本文系作者原创投稿,仅供学习参考,请勿照搬照抄",
                "---此处隐藏1234字,下载后查看---",
                "会员群：123456",
                "下载后可任意编辑"
            })
    void tellsOfLinesOfTemplateSites(String line) {
        assertThat(Texts.body(line)).contains("6:1: 警告 W221 “" + line + "”是模板网站留下的套话；请删去这一行");
    }

    @ParameterizedTest
    @ValueSource(strings = {"学习先进要结合实际，请勿照搬照抄。", "表格下载后可任意编辑，填好交组织委员。", "仅供学习使用的书目见下。"})
    void leavesTheirWordsAloneInASentence(String line) {
        assertThat(Texts.body(line)).isEmpty();
    }
}
