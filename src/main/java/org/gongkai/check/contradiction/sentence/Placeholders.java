package org.gongkai.check.contradiction.sentence;

import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.PrefilteredPattern;

/** What stands for numbers and days in the expressions of statements. */
public final class Placeholders {

    /** Behind a day; what follows it follows this. */
    private static final String WEEKDAY = "(?:\\((?:星期|周)[一二三四五六日天]\\))?+";

    private Placeholders() {}

    /** Compiles an expression with 〈数〉, 〈额〉, 〈单位〉, 〈日〉, 〈末日〉, 〈段〉 and 〈时刻〉, and ^ for the place behind a sentence. */
    public static PrefilteredPattern compile(String text) {
        return new PrefilteredPattern(text.replaceAll("(?<!\\[)\\^", "(?<![^。;!?])")
                .replace("〈段〉", "〈日〉(?:起|开始)?,?(?:一直|持续|[贴排办挂做干忙开住晒放走])?(?:至|到|—|-|~)+〈末日〉(?:为?止|结束)?")
                .replace("〈单位〉", SentenceAmounts.UNITS + "|[支岁分秒叶]")
                .replace("〈时刻〉", "((?:[上下]午)?[0-9]{1,2}(?:[时点](?!间)(?:[0-9]{1,2}分|半)?|:[0-9]{2}))")
                .replace("〈数〉", "((?<![0-9])(?<![0-9],(?=[0-9]{3}(?![0-9])))[0-9]+|[两" + ChineseNumeral.TO_TEN + "]+)")
                .replace("〈额〉", "([0-9,]+(?:\\.[0-9]+)?)")
                .replace("〈日〉", "(?<![0-9])((?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日)" + WEEKDAY)
                .replace("〈末日〉", "(?<![0-9])((?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日)" + WEEKDAY));
    }
}
