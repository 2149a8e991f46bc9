package org.gongkai.check.text.number;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.check.text.CheckedText;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.check.text.TextRule;
import org.gongkai.text.Characters;
import org.gongkai.text.ChineseNumeral;

/**
 * Reports a sentence that announces a number of items ({@code 做好以下三项工作：}) before a list with another number of items.
 * Ambiguous cases are ignored: two numbers in the sentence, no list, an interrupted list.
 */
public final class AnnouncedCountRule implements TextRule {

    /** See {@link org.gongkai.check.text.TextCheck.Candidate}. */
    public static final String TRIGGERS = "：:下一分";

    static final String CODE = "W229";

    private static final int MOST = 999;

    /** Maximum number of items that are counted. */
    private static final int MAX_ITEMS = 100;

    private static final Pattern COUNT = Pattern.compile("([两百0-9" + ChineseNumeral.TO_TEN
            + "]++)(?:个方面|方面|项工作|项任务|项措施|项要求|项内容|件事情|件事|个环节|个步骤|步|条措施|条要求|点要求|点建议|个问题|项|点|条|件(?=，分别))");

    /** What may stand between a number and its list, however long. */
    private static final Pattern LIST = Pattern.compile("[，,]?(?:现?逐[条项][^，,。；]{0,10}|(?:分别|具体)(?:是|为|如下))");

    /** Words after a number whose list has only some of so many. */
    private static final Pattern SOME = Pattern.compile("主要|包括|其中|部分|例如|比如|如下几[条项个]");

    private static final Pattern REST = Pattern.compile("其[余他]|另[有外]|剩下|还有|第[二三四五六七八九十]");

    /** In a list of a sentence that names only some, or each with a number. */
    private static final Pattern OPEN = Pattern.compile("[等另还和与并及0-9：（“《]|[例比]如|[两三四五六七八九十][个条件项名次份类种]");

    /** A sentence without a colon that announces what is below it. */
    private static final Pattern BELOW = Pattern.compile("(?:以(?<![0-9岁元人名分度级]以)下|下列|下面|如下)[^。，：；]*。\\s*$");

    private static final Pattern BULLET = Pattern.compile("[-*.+] ");

    @Override
    public void check(CheckedText checked, long mark, RuleReport report) {
        List<TextLine> lines = checked.body();
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            if ((line.marks() & mark) == 0) {
                continue;
            }
            String text = line.text();
            int colon = Characters.start(text, text.length(), Characters::isSpace) - 1;
            int inline = Math.max(text.indexOf("：一是"), Math.max(text.indexOf("。一是"), text.indexOf("，一是")));
            int from = i;
            int within = Math.max(text.indexOf('：'), text.indexOf("，分别是"));
            if (inline < 0 && within >= 0 && within < colon) {
                look(line, within, () -> parts(text.substring(within + 1)), report);
            } else if (inline >= 0) {
                look(line, inline, () -> clausesWithin(lines, from, inline), report);
            } else if (colon > 0
                    && ("：:".indexOf(text.charAt(colon)) >= 0
                            || text.indexOf('下') >= 0 && BELOW.matcher(text).find())) {
                look(line, colon, () -> items(lines, from + 1), report);
            }
        }
    }

    private static void look(TextLine line, int colon, IntSupplier list, RuleReport report) {
        String text = line.text();
        int from = Math.max(text.lastIndexOf('。', colon - 1), text.lastIndexOf('；', colon)) + 1;
        List<MatchResult> counts = COUNT.matcher(text)
                .region(from, colon)
                .useTransparentBounds(true)
                .results()
                .limit(2)
                .toList();
        if (counts.size() != 1) {
            return;
        }
        MatchResult found = counts.get(0);
        int place = found.start();
        int promised = ChineseNumeral.parse(found.group(1));
        boolean isNear = promised > 1
                && promised <= MOST
                && (colon - found.end() <= 6
                        || LIST.matcher(text.substring(found.end(), colon)).matches()
                        || text.startsWith("以下", place - 2)
                        || text.startsWith("下列", place - 2));
        boolean isOrdinal = place > 0 && "第前每".indexOf(text.charAt(place - 1)) >= 0;
        boolean isOfAll = !SOME.matcher(text.substring(found.end(), colon)).find();
        int count = isNear && !isOrdinal && isOfAll ? list.getAsInt() : 0;
        boolean isOfSome =
                count < promised && REST.matcher(text.substring(colon)).find();
        if (count > 1 && count != promised && !isOfSome) {
            report.add(CODE, line, place, "这里说“" + found.group() + "”，后面列了" + count + "项", "请核对数目，或补上缺的一项");
        }
    }

    /** The words with which the clause after a number of others begins: 一是, 二是, 三是. */
    private static String clause(int before) {
        return ChineseNumeral.format(before + 1) + "是";
    }

    /** Returns the number of parts of a sentence, if it is plain what is one: a；b；c, or clauses built alike. */
    private static int parts(String list) {
        String sentence = list.split("。", 2)[0];
        String[] parts = sentence.split("；");
        String first = sentence.split("[，；]")[0];
        // 21条：甲组9条，乙组7条, and 5条：2条甲，3条乙；丙: each says how many.
        String many = parts.length > 1 ? "[条项点件个]" : "(?![月日])\\p{IsHan}{1,2}";
        boolean isCounted = first.matches("(?:其中|有)?[0-9两" + ChineseNumeral.TO_TEN + "]+[条项点件].*|.*[0-9]" + many);
        if (parts.length > 1 || isCounted) {
            return isCounted ? 0 : parts.length;
        }
        parts = sentence.split("，");
        if (parts.length == 1
                && sentence.indexOf('、') > 0
                && !OPEN.matcher(sentence).find()) {
            return sentence.split("、").length;
        }
        boolean areAlike = Stream.of(parts).allMatch(part -> part.length() == first.length())
                || Stream.of(parts).allMatch(part -> part.matches("[0-9]{1,2}[月日].*"));
        return areAlike && sentence.length() < list.length() ? parts.length : 0;
    }

    /** Returns the number of clauses that follow within a line, including continuation lines. */
    private static int clausesWithin(List<TextLine> lines, int index, int from) {
        int count = 0;
        int at = from;
        int line = index;
        while (count < MAX_ITEMS) {
            int next = lines.get(line).text().indexOf(clause(count), at);
            if (next >= 0) {
                count++;
                at = next + 2;
            } else if (line + 1 < lines.size()
                    && lines.get(line + 1).text().strip().startsWith(clause(count))) {
                line++;
                at = 0;
            } else {
                return count;
            }
        }
        return count;
    }

    /**
     * Returns the number of items of the list that begins at an index, possibly after a blank line; 0 if there is no
     * list, or its end is ambiguous.
     */
    private static int items(List<TextLine> all, int from) {
        int start = from < all.size() && all.get(from).isBlank() ? from + 1 : from;
        if (start >= all.size() || all.get(start).isBlank()) {
            return 0;
        }
        List<TextLine> lines = all.subList(start, all.size());
        String first = lines.get(0).text();
        if (BULLET.matcher(first).lookingAt()) {
            return bullets(lines, first.substring(0, 2));
        }
        NumberedLine number = NumberedLine.of(first);
        if (number != null && number.number() == 1) {
            return numbers(lines, number.style());
        }
        return first.strip().startsWith(clause(0)) ? clauses(lines) : 0;
    }

    private static int bullets(List<TextLine> lines, String bullet) {
        int count = 0;
        for (int i = 0; i < lines.size() && count < MAX_ITEMS; i++) {
            String text = lines.get(i).text();
            if (text.startsWith(bullet)) {
                count++;
            } else if (!lines.get(i).isBlank()
                    && text.charAt(0) != ' '
                    && lines.get(i - 1).isBlank()) {
                return count;
            }
        }
        return count;
    }

    /** Counts up to a number of a higher level, a heading without a number, or a new start. */
    private static int numbers(List<TextLine> lines, NumberedLine.Style style) {
        int count = 0;
        for (int i = 0; i < lines.size() && count < MAX_ITEMS; i++) {
            String text = lines.get(i).text();
            NumberedLine number = NumberedLine.of(text);
            boolean isHeading = text.startsWith("#") || text.startsWith("==");
            if (number == null
                    ? isHeading || AnnexRule.isLabel(text)
                    : number.style().compareTo(style) < 0) {
                return count;
            }
            if (number != null && number.style() == style) {
                boolean isFirst = number.number() == 1 && count > 0;
                boolean lazy = isFirst && number.isSpaced(text);
                if (!lazy && (isFirst || number.number() != count + 1)) {
                    // A gap is reported by the numbering rule.
                    return isFirst ? count : 0;
                }
                count++;
            }
        }
        return count;
    }

    private static int clauses(List<TextLine> lines) {
        int count = 0;
        for (int i = 0; i < lines.size() && count < MAX_ITEMS; i++) {
            String text = lines.get(i).text();
            if (text.strip().startsWith(clause(count))) {
                count++;
                if (text.indexOf(clause(count)) > 2) {
                    return 0;
                }
            } else if (!lines.get(i).isBlank()) {
                return count;
            }
        }
        return count;
    }
}
