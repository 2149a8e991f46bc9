package org.gongkai.feature.register.model;

import java.util.List;
import org.gongkai.input.data.Key;

/**
 * How texts state a number of what a register contains, such as 编发简报4期.
 *
 * @param words the words for it
 * @param verbs what may stand before the words; a statement without one stands between punctuation marks
 * @param measures the units behind the number
 * @param further words of which one stands before the number if this statement only follows another with the same
 *     words, as 完成 in 整改12项，完成10项; empty if it stands by itself, or follows without such a word
 * @param without words of sentences that state something else
 * @param questions questions whose answers the number may be, without braces, period and group; the first one is told
 * @param only 多 if only higher numbers than the answers are wrong, as states are updated later; 少 if only lower ones
 *     are, as the entries of the register are a selection; empty if both are
 */
@Key.Group("写成 {词: [简报], 动词: [编发], 量词: [期], 问: [\"计数: 文种=简报\"]}")
public record StatementSpec(
        @Key(value = "词", required = true) List<String> words,
        @Key("动词") List<String> verbs,
        @Key(value = "量词", required = true) List<String> measures,
        @Key("接") List<String> further,
        @Key("除") List<String> without,
        @Key(value = "问", required = true) List<String> questions,
        @Key(value = "只查", words = "多 少") String only) {}
