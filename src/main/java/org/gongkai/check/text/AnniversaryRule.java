package org.gongkai.check.text;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.entry.Entry;
import org.gongkai.text.Characters;
import org.gongkai.text.ChineseNumeral;

/** Reports {@code 建党N周年} that matches no year of the entry or the sentence: the Party was founded in 1921. */
public final class AnniversaryRule implements TextRule {

    /** See {@link TextCheck.Candidate}. */
    public static final String TRIGGERS = "周";

    static final String CODE = "W230";

    private static final int FOUNDED = 1921;
    /** Maximum age in years of a document that may have been copied; older years are references to the past. */
    private static final int RECENT = 15;

    private static final String SPACE = "[" + LineStart.BLANKS + "]*+";
    /** An anniversary; speeches and books of one are quoted for years. */
    private static final Pattern ANNIVERSARY = Pattern.compile("(?:建党|中国共产党成立|中国共产党建党|党成立|党诞生)" + SPACE
            + "([0-9" + ChineseNumeral.ALL + "]++)" + SPACE
            + "周年(?!.{0,10}(?:大会|讲话|以来)|.{0,11}》|.{0,9}之际发)");

    private static final Pattern YEAR = Pattern.compile("((?:19|20)[0-9]{2})年");

    @Override
    public void check(CheckedText checked, int mark, RuleReport report) {
        checked.header().forEach(line -> check(line, mark, checked.entry(), report));
        checked.body().forEach(line -> check(line, mark, checked.entry(), report));
    }

    private static void check(TextLine line, int mark, Entry entry, RuleReport report) {
        if ((line.marks() & mark) == 0 || !line.text().contains("周年")) {
            return;
        }
        Matcher found = ANNIVERSARY.matcher(line.text());
        while (found.find()) {
            int count = ChineseNumeral.parse(found.group(1));
            if (count > 0) {
                judge(line, found.start(), found.end(), count, years(entry, line.text(), found.end()), report);
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

    /** The years of the entry, and those in the same sentence. */
    private static Set<Integer> years(Entry entry, String text, int at) {
        Set<Integer> years = new TreeSet<>(entry.listing().years());
        years.add(entry.dates().published().getYear());
        entry.dates().signed().ifPresent(day -> years.add(day.getYear()));
        int end = Characters.near(text, '。', at);
        Matcher year = YEAR.matcher(text)
                .region(sentenceStart(text, at), end < 0 ? Math.min(text.length(), at + Characters.SENTENCE) : end);
        while (year.find()) {
            years.add(Integer.valueOf(year.group(1)));
        }
        return years;
    }

    private static int sentenceStart(String text, int at) {
        int from = Math.max(0, at - Characters.SENTENCE);
        int stop = text.substring(from, at).lastIndexOf('。');
        return stop < 0 ? from : from + stop + 1;
    }
}
