package org.gongkai.feature.register.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.text.ChineseNumeral;

/** Finds the numbers of meetings that a text states as facts, such as 召开支委会12次. */
final class StatedCounts {

    private static final String NUMBER = "\\s{0,2}(\\d{1,3}|[两" + ChineseNumeral.TO_TEN + "]{1,3})\\s{0,2}";
    private static final List<String> VERBS = List.of("召开", "开展", "组织", "举行", "举办");

    /** Beginnings of sentences whose numbers are incomplete or planned. */
    private static final Pattern LIMITED =
            Pattern.compile("计划|规划|要求|规定|拟|应|须|需|至少|不少于|每|将|争取|力争|确保|原则上|其中|平均|要[召开坚]|上年|去年|同期|往年" + "|同比|明年|下一年|[\\d"
                    + ChineseNumeral.TO_TEN
                    + "]月|季度|党小组(?!会)|各党?支部|兄弟支部|书记|委员(?!会)|带头|带队|领导|班子|联合|共建|邀请|外出|专题|列席|参加|旁听|其他|另|未");

    private static final String END_OF_SENTENCE = "。；！？;!?";

    /** The kinds by the words for one of their meetings. */
    private final Map<String, String> kinds = new LinkedHashMap<>();

    /** The patterns of statements. */
    private final List<Form> forms = new ArrayList<>();

    /** Matches the next item of an enumeration that began with a statement. */
    private final Pattern next;

    /**
     * A number of meetings in a sentence.
     *
     * @param kind the kind of their records
     * @param number the number
     * @param offset where the statement begins in its line
     * @param text the statement
     * @param before the text before it in its sentence
     */
    record Stated(String kind, int number, int offset, String text, String before) {}

    /** @param words those for a meeting, a search for which is much faster than the pattern; most lines contain none */
    private record Form(List<String> words, Pattern pattern) {}

    StatedCounts(Kinds all) {
        Map<List<List<String>>, List<String>> words = new LinkedHashMap<>();
        words.put(List.of(List.of(), List.of()), new ArrayList<>());
        for (Kind kind : all.all()) {
            for (String word : kind.words(Trait.COUNTED_AS)) {
                kinds.putIfAbsent(word, kind.name());
                words.computeIfAbsent(
                                List.of(kind.words(Trait.VERBS), kind.words(Trait.MEASURES)), key -> new ArrayList<>())
                        .add(word);
            }
        }
        List<String> usual = words.get(List.of(List.of(), List.of()));
        next = Pattern.compile("[、，,]\\s{0,2}" + meeting(usual, List.of()));
        words.forEach((said, of) -> forms.add(new Form(
                of,
                Pattern.compile(
                        "(?:" + any(said.get(0).isEmpty() ? VERBS : said.get(0)) + ")了?" + meeting(of, said.get(1))))));
    }

    private static String meeting(List<String> words, List<String> measures) {
        return "(" + any(words) + ")" + NUMBER + "(?:" + (measures.isEmpty() ? "次" : any(measures)) + ")(?!以上|左右)";
    }

    /** Returns a pattern of any of some words, the longest first; it matches nothing if there are none. */
    private static String any(List<String> words) {
        return words.isEmpty()
                ? "(?!)"
                : words.stream()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
    }

    /** Returns the kinds of what may be stated. */
    List<String> kinds() {
        return kinds.values().stream().distinct().toList();
    }

    /**
     * Returns the statements of a line.
     *
     * @param half 上半年 or 下半年 if the text is about that half; a sentence that names another part of the year is
     *     left out
     */
    List<Stated> in(String line, String half) {
        List<Stated> stated = new ArrayList<>();
        for (Form form : forms) {
            if (form.words().stream().anyMatch(line::contains)) {
                add(form.pattern().matcher(line), line, half, stated);
            }
        }
        return stated;
    }

    private void add(Matcher found, String line, String half, List<Stated> stated) {
        for (int from = 0; found.find(from); ) {
            from = found.end();
            String before = before(line, found.start());
            if (LIMITED.matcher(before).find() || !isOf(half, before)) {
                continue;
            }
            add(found, before, stated);
            Matcher following = next.matcher(line);
            while (following.region(from, line.length()).lookingAt()) {
                add(following, before, stated);
                from = following.end();
            }
        }
    }

    private static String before(String line, int at) {
        int sentence = at;
        while (sentence > 0 && END_OF_SENTENCE.indexOf(line.charAt(sentence - 1)) < 0) {
            sentence--;
        }
        return line.substring(sentence, at);
    }

    private static boolean isOf(String half, String before) {
        boolean namesHalf = before.contains("半年");
        return !namesHalf
                || !half.isEmpty() && before.contains(half) && before.indexOf("半年") == before.lastIndexOf("半年");
    }

    /** Ignores a single meeting, which may be one of several. */
    private void add(Matcher found, String before, List<Stated> stated) {
        int number = ChineseNumeral.parse(found.group(2));
        int start = found.start() + ("、，,".indexOf(found.group().charAt(0)) < 0 ? 0 : 1);
        String text = found.group().substring(start - found.start());
        if (number > 1) {
            stated.add(new Stated(kinds.get(found.group(1)), number, start, text, before));
        }
    }
}
