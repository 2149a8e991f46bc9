package org.gongkai.check.contradiction;

import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.input.data.Key;

/**
 * How texts state facts.
 *
 * @param names the names of the facts, one for each group of the expression
 * @param words words of which a sentence with such a statement has one, a search for which is much faster
 * @param expression matches a statement
 */
@Key.Group("例如：{名: 正文.实到, 词: 实到, 式: ……}")
record ProsePattern(
        @Key(value = "名 names", required = true) List<String> names,
        @Key(value = "词 words", required = true) List<String> words,
        @Key(value = "式 expression", required = true, by = "pattern") Pattern expression) {

    static Pattern pattern(String text) {
        return Pattern.compile(text);
    }
}
