package org.gongkai.check.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateRuleTest {

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
