package org.gongkai.check.text;

import java.util.Set;
import java.util.TreeSet;
import org.gongkai.input.entry.Entry;
import org.gongkai.text.Characters;
import org.gongkai.text.ChineseNumeral;

/** Reports {@code 建党N周年} that matches no year of the entry or the sentence: the Party was founded in 1921. */
public final class AnniversaryRule implements TextRule {

    static final String CODE = "W230";

    private static final int FOUNDED = 1921;
    /** Maximum age in years of a document that may have been copied; older years are references to the past. */
    private static final int RECENT = 15;

    private static final String[] OF = {"建党", "中国共产党成立", "中国共产党建党", "党成立", "党诞生"};
    /** Speeches and books of an anniversary are quoted for years. */
    private static final String[] QUOTED = {"大会", "讲话", "以来", "之际发", "》"};

    @Override
    public String triggers() {
        return "周";
    }

    @Override
    public void check(CheckedText checked, int mark, RuleReport report) {
        checked.header().forEach(line -> check(line, mark, checked.entry(), report));
        checked.body().forEach(line -> check(line, mark, checked.entry(), report));
    }

    private static void check(TextLine line, int mark, Entry entry, RuleReport report) {
        if ((line.marks() & mark) == 0) {
            return;
        }
        String text = line.text();
        for (int i = text.indexOf("周年"); i >= 0; i = text.indexOf("周年", i + 2)) {
            int to = Characters.start(text, i, Characters::isSpace);
            int from = Characters.start(text, to, Characters::isNumber);
            int count = ChineseNumeral.parse(text.substring(from, to));
            int words = Characters.start(text, from, Characters::isSpace);
            String of = from == to ? "" : founding(text, words);
            if (count > 0 && !of.isEmpty() && !isQuoted(text, i + 2)) {
                judge(line, words - of.length(), i + 2, count, years(entry, text, i), report);
            }
        }
    }

    private static void judge(TextLine line, int from, int end, int count, Set<Integer> years, RuleReport report) {
        String text = line.text();
        int sentence = sentenceStart(text, from);
        boolean greets = text.substring(sentence, from).indexOf('迎') >= 0;
        boolean fits =
                years.stream().anyMatch(year -> count == year - FOUNDED || (greets && count == year + 1 - FOUNDED));
        boolean isHistory =
                FOUNDED + count < years.stream().min(Integer::compareTo).orElseThrow() - RECENT;
        if (!fits && !isHistory) {
            int year = years.stream().max(Integer::compareTo).orElseThrow();
            report.warning(
                    CODE,
                    line,
                    from,
                    "“" + text.substring(from, end) + "”与年份对不上：建党" + count + "周年是" + (FOUNDED + count) + "年",
                    year + "年是建党" + (year - FOUNDED) + "周年");
        }
    }

    private static String founding(String text, int end) {
        for (String of : OF) {
            if (text.startsWith(of, end - of.length())) {
                return of;
            }
        }
        return "";
    }

    private static boolean isQuoted(String text, int end) {
        String after = text.substring(end, Math.min(text.length(), end + 12));
        for (String word : QUOTED) {
            if (after.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** The years of the entry, and those in the same sentence. */
    private static Set<Integer> years(Entry entry, String text, int at) {
        Set<Integer> years = new TreeSet<>(entry.years());
        years.add(entry.dates().published().getYear());
        entry.dates().signed().ifPresent(day -> years.add(day.getYear()));
        int end = Characters.near(text, '。', at);
        for (int i = sentenceStart(text, at);
                i + 4 < (end < 0 ? Math.min(text.length(), at + Characters.SENTENCE) : end);
                i++) {
            if (text.charAt(i + 4) == '年' && isYear(text, i)) {
                years.add(Integer.valueOf(text.substring(i, i + 4)));
            }
        }
        return years;
    }

    private static boolean isYear(String text, int at) {
        boolean digits = Characters.isDigit(text.charAt(at + 2)) && Characters.isDigit(text.charAt(at + 3));
        return digits && (text.startsWith("19", at) || text.startsWith("20", at));
    }

    private static int sentenceStart(String text, int at) {
        int from = Math.max(0, at - Characters.SENTENCE);
        int stop = text.substring(from, at).lastIndexOf('。');
        return stop < 0 ? from : from + stop + 1;
    }
}
