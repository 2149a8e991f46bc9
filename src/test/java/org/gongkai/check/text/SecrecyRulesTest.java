package org.gongkai.check.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecrecyRulesTest {

    private static final String MARK = "是密级标志；涉密文件不得公开；确非密件的，请按程序解密并删去这个标志";
    private static final String KEPT = "说明这份材料不能公开；不宜公开的材料不要放进本站；可以公开的，请删去这句话";

    @ParameterizedTest
    @CsvSource({
        "秘密★5年,6:1,秘密★5年",
        "机密★,6:1,机密★",
        "份号 000012 机密★10年,6:11,机密★10年",
        "秘密,6:1,秘密",
        "## 绝 密,6:4,绝 密",
        "**机密** ,6:3,机密",
        "关于防汛的通知（秘密）,6:9,秘密",
        "【绝密】通讯录,6:2,绝密",
        "密级：秘密 5年,6:4,秘密 5年",
        "密　级：机密,6:5,机密"
    })
    void tellOfMarksOfSecrecy(String body, String place, String mark) {
        assertThat(Texts.body(body)).containsExactly(place + ": 错误 E222 “" + mark + "”" + MARK);
    }

    @ParameterizedTest
    @CsvSource({
        "秘&#23494;★5年,6:1,E222 “秘密★5年”",
        "&#x7edd;密★,6:1,E222 “绝密★”",
        "机\u200b密★10年,6:1,E222 “机密★10年”",
        "机**密**★10年,6:1,E222 “机密★10年”",
        "机<b>密</b>,6:1,E222 “机密”",
        "机<!-- 甲 -->密★,6:1,E222 “机密★”",
        "绝[密](a.md)★,6:1,E222 “绝密★”",
        "内\u00ad部资料，严禁外传,6:1,E223 “内部资料，严禁外传”",
        "【绝~~密~~】通讯录,6:2,E222 “绝密”"
    })
    void tellOfMarksBetweenWhoseLettersSomethingStands(String body, String place, String told) {
        assertThat(Texts.body(body)).anyMatch(problem -> problem.startsWith(place + ": 错误 " + told));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "保守国家秘密，做好保密工作。",
                "严守党的秘密和工作秘密（国家秘密除外）。",
                "学习保守秘密的有关规定。",
                "不得将内部资料发到网上，会后注意保密。",
                "文件分为“绝密”“机密”“秘密”三级。",
                "内部监督与内部资料管理。",
                "处理冲突的地方（内部使用）",
                "## 内部交流",
                "- 内部参考",
                "| 内部使用 | 内部发行 |",
                "这个接口（内部使用）不对外提供。",
                "[秘密](保密常识.md)的定义见条例。"
            })
    void leaveOrdinaryWordsAlone(String body) {
        assertThat(Texts.body(body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "内部资料,6:1,内部资料",
        "内部资料 注意保密,6:1,内部资料 注意保密",
        "通讯录（内部资料）,6:4,（内部资料）",
        "本文为内部资料，严禁外传。,6:4,内部资料，严禁外传",
        "严禁外传！,6:1,严禁外传！",
        "此件仅供内部使用，不得外传。,6:1,此件仅供内部使用，不得外传。",
        "名册（仅限内部传阅）,6:3,（仅限内部传阅）",
        "不得对外公开,6:1,不得对外公开",
        "内部使用,6:1,内部使用",
        "（内部掌握）,6:1,（内部掌握）",
        "通讯录（内部使用）,6:4,（内部使用）",
        "此件内部传阅,6:1,此件内部传阅",
        "# 值班表（仅供内部使用）,6:6,（仅供内部使用）"
    })
    void tellOfPapersKeptFromOutsiders(String body, String place, String mark) {
        assertThat(Texts.body(body)).containsExactly(place + ": 错误 E223 “" + mark + "”" + KEPT);
    }

    @Test
    void lookIntoTheHeader() {
        assertThat(Texts.header("标题: 防汛通知（机密）", "摘要: 内部资料"))
                .containsExactly("3:10: 错误 E222 “机密”" + MARK, "4:5: 错误 E223 “内部资料”" + KEPT);
    }
}
