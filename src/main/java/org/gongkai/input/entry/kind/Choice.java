package org.gongkai.input.entry.kind;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.input.data.Key;
import org.gongkai.problem.Nearest;

/**
 * A word that a field allows, with other words of the same meaning.
 *
 * @param name the word
 * @param aliases the other words
 * @param earliest of a stage of a procedure, after how many days behind the stage before at least
 * @param latest likewise at most
 * @param isWithinTerm whether it is to be by the end of the term of the committee
 * @param basis what says so, or which rule else holds for the stage; may be empty
 */
@Key.Group("例如 值: [未开始, {名称: 已完成, 别名: [办结, 完成]}]")
public record Choice(
        @Key(value = "名称 name", required = true) String name,
        @Key("别名 aliases") List<String> aliases,
        @Key(value = "最早 earliest", allowed = "天数，如 365") Optional<Integer> earliest,
        @Key(value = "最迟 latest", allowed = "天数，如 425") Optional<Integer> latest,
        @Key("届满前 within-term") boolean isWithinTerm,
        @Key("依据 basis") String basis) {

    public Choice(String name, List<String> aliases) {
        this(name, aliases, Optional.empty(), Optional.empty(), false, "");
    }

    /** What may follow a word: a remark behind a mark, a bracket or a blank. */
    private static final Pattern REMARK = Pattern.compile("(?:[\\s　，,。：:；;（(—][\\s\\S]*)?");

    /** Returns its name and its aliases. */
    public List<String> words() {
        return Stream.concat(Stream.of(name), aliases.stream()).toList();
    }

    /** Returns the names and aliases of several choices. */
    public static List<String> words(List<Choice> choices) {
        return choices.stream().flatMap(choice -> choice.words().stream()).toList();
    }

    /** Returns the names of several choices as a list in Chinese. */
    public static String names(List<Choice> choices) {
        return choices.stream().map(Choice::name).collect(Collectors.joining("、"));
    }

    /**
     * Returns the name of the choice that a text names, as its name or an alias, alone or before a remark as in {@code
     * 已完成（6月20日验收）}; empty if it names none. Of several words that fit, the longest counts.
     */
    public static Optional<String> canonical(List<Choice> choices, String typed) {
        String text = typed.strip();
        String longest = "";
        Optional<String> name = Optional.empty();
        for (Choice choice : choices) {
            for (String word : choice.words()) {
                if (word.length() > longest.length() && begins(text, word)) {
                    longest = word;
                    name = Optional.of(choice.name());
                }
            }
        }
        return name;
    }

    /** Returns a hint for a text that names none of some choices: the nearest word, or all names. */
    public static String hint(List<Choice> choices, String typed) {
        return Nearest.of(typed, words(choices))
                .map(word -> "您是不是要写“" + word + "”")
                .orElseGet(() -> "可以写：" + names(choices) + "，要补充的写在词后面的括号里");
    }

    /** Returns true if a text is a word, or the word and a remark. */
    private static boolean begins(String text, String word) {
        return text.startsWith(word)
                && REMARK.matcher(text.substring(word.length())).matches();
    }
}
