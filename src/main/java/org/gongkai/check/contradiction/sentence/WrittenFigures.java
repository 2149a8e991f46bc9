package org.gongkai.check.contradiction.sentence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.MoneyText;
import org.gongkai.text.PrefilteredPattern;

/**
 * A text with digits in place of its numerals, so that all that reads figures reads them in either form.
 *
 * @param places the place of each of its characters, and of its end, in the text that was written
 */
public record WrittenFigures(String text, int... places) {

    private static final BigDecimal HOUR = BigDecimal.valueOf(60);
    private static final BigDecimal HALF = BigDecimal.valueOf(30);

    private static final String NUMERAL = "[两一二三四五六七八九十百千万零]";
    private static final String DIGITS = "([0-9.]+|[一两二三四五六七八九十]{1,3})";

    private static final BitSet NUMERALS = ("元廿卅两百千万Oo" + ChineseNumeral.TO_TEN + ChineseNumeral.PLACES)
            .chars()
            .collect(BitSet::new, BitSet::set, BitSet::or);

    /** Several characters before any unit, and one before a unit of people and things; 一 only where it is no 一人一份. */
    private static final PrefilteredPattern COUNT = new PrefilteredPattern(
            "(?<![第0-9.年月每同逐几数多余" + ChineseNumeral.TO_TEN + "百千万零两])(?:("
                    + NUMERAL + "{2,7})(?=个?(?:人次|航次|分钟|小时|学时|公里|[名位人票份件条项户株元次回趟张篇册盏套台棵米吨辆艘]|个(?!月|工作)))"
                    + "|([两二三四五六七八九])(?=[名位票份件条项户株回趟座台辆艘张本块]|个?人(?![一两二三])|个?半?小时|分钟|公里|里地|公斤)|(?<![这那某任唯专统又])(一)(?=[名位票人](?![一两二三])|个半小时)|(?<=[只仅]有?)(一)(?=[名位票人次回趟个条件项户]))");

    private static final PrefilteredPattern CLOCK = new PrefilteredPattern(
            "(?<=[上下]午|[早晚]上|清晨|凌晨|中午|[日)])[两一二三四五六七八九十]{1,3}(?=[点时](?![间候一]))|(?<![一两二三四五六七八九十])[两一二三四五六七八九十]{1,3}(?=点[半钟])|(?<=[0-9两一二三四五六七八九十][点时])[一二三四五六七八九十]{1,3}(?=分)");

    private static final PrefilteredPattern YEAR = new PrefilteredPattern(
            "(?<![0-9甲])(?:一九|二[0Oo〇零○])[0Oo甲]{2}(?=年|[至到—-]二[0Oo〇零○][0Oo甲]{2}年)".replace("甲", ChineseNumeral.PLACES));

    /** A month is one of a year that is written, or has a day behind it. */
    private static final PrefilteredPattern SPOKEN = new PrefilteredPattern(
            "(?=[元十一二三四五六七八九]{1,2}月)(?<![历第十])(?<!(?<![0-9]{4}|[今去本当])年)([元十一二三四五六七八九]{1,2})月([廿卅十一二三四五六七八九]{1,3})[日号]"
                    + "|((?<=[0-9]{4}年)[元十一二三四五六七八九]{1,2}(?=月)|(?=[廿卅十一二三四五六七八九]{1,3}[日号])(?<=日(?:\\((?:星期|周).\\))?(?:起|开始)?[、和至到—~-])[廿卅十一二三四五六七八九]{1,3}(?=[日号]))"
                    + "|(?<=[0-9]月[0-9]{1,2})号|礼拜([一二三四五六日天])");

    /** Words that people say, by those that the expressions have. */
    private static final Map<String, String> COMMON_WORDS = Map.of(
            "钟头", "小时", "大年三十", "除夕", "加在一起", "合计", "加到一起", "合计", "合在一起", "合计", "满打满算", "一共", "头一批", "第一批", "头一次",
            "第一次", "赶在", "在");

    private static final PrefilteredPattern COMMON =
            new PrefilteredPattern(String.join("|", new TreeSet<>(COMMON_WORDS.keySet())));

    private static final PrefilteredPattern HOURS_AND_MINUTES =
            new PrefilteredPattern("(?<![0-9.第])([0-9]+|[两一二三四五六七八九十]{1,3})个?小时[零又]?([0-9]+|[一二三四五六七八九十]{1,3})分钟?");

    private static final PrefilteredPattern HALVES =
            new PrefilteredPattern("(?<![0-9.第])([0-9]{1,2}|[一两二三四五六])个?半?(小时|天|亩|吨|公[里斤])(?:(?<=半小时)|半(?![天年月日数个小]))");

    private static final PrefilteredPattern PERCENT =
            new PrefilteredPattern("百分之(" + NUMERAL + "{1,4})(?:点([零一二三四五六七八九]{1,2}))?");

    private static final PrefilteredPattern CAPITALS =
            new PrefilteredPattern("(?<![0-9.])[零壹贰叁肆伍陆柒捌玖拾][零壹贰叁肆伍陆柒捌玖拾佰仟万]*[元圆][零壹贰叁肆伍陆柒捌玖角分]*[整正]?");
    private static final PrefilteredPattern TENTHS = new PrefilteredPattern("([一二三四五六七八九两])成([一二三四五六七八九半])");
    private static final PrefilteredPattern FRACTION =
            new PrefilteredPattern("(?<![够过到于满足及越]了?)([二三四五六七八九十])分之([一二三四五六七八九])(?!以[上下内])");
    private static final PrefilteredPattern HOURS =
            new PrefilteredPattern("(?<![0-9.])" + DIGITS + "个?(半?)小时(?![0-9零又多" + ChineseNumeral.TO_TEN + "])");

    /** Returns a text with days, counts and percentages in digits: 五月三日 and 5月3号 are 5月3日, 一成五 is 15%. */
    public static WrittenFigures counts(String text) {
        return of(text).counts();
    }

    private static WrittenFigures of(String text) {
        int[] places = new int[text.length() + 1];
        Arrays.setAll(places, at -> at);
        return new WrittenFigures(text, places);
    }

    /** Returns a text with counts as well in words that people say: 两个半钟头 is 2.5小时. */
    public static WrittenFigures spoken(String text, int... places) {
        WrittenFigures read = new WrittenFigures(text, places)
                .replaced(COMMON, it -> COMMON_WORDS.get(it.group()))
                .counts();
        if (read.text.contains("小时") || read.text.indexOf('半') > 0) {
            read = read.replaced(HALVES, it -> number(it.group(1)) + ".5" + it.group(2))
                    .replaced(
                            HOURS_AND_MINUTES,
                            it -> Integer.parseInt(number(it.group(1))) * 60 + Integer.parseInt(number(it.group(2)))
                                    + "分钟");
        }
        return read;
    }

    private WrittenFigures counts() {
        BitSet behind = new BitSet();
        for (int i = 1; i < text.length(); i++) {
            if (NUMERALS.get(text.charAt(i - 1))) {
                behind.set(text.charAt(i));
            }
        }
        boolean isSpoken = text.indexOf('号') > 0 && text.indexOf('月') > 0 || text.contains("礼拜");
        return replaced(behind, "年至到—-", YEAR, it -> number(it.group()))
                .replaced(behind, isSpoken ? "" : "月日号", SPOKEN, WrittenFigures::day)
                .replaced(behind, "个人航分小学公名位票份件条项户株元次回趟张篇册盏套台棵米吨辆艘座本块半里", COUNT, it -> number(it.group()))
                .replaced(behind, "点时分", CLOCK, it -> number(it.group()))
                .replaced(
                        behind,
                        "分",
                        PERCENT,
                        it -> number(it.group(1)) + (it.group(2) == null ? "" : "." + number(it.group(2))) + "%")
                .replaced(
                        behind,
                        "成",
                        TENTHS,
                        it -> number(it.group(1)) + (it.group(2).equals("半") ? "5" : number(it.group(2))) + "%");
    }

    /** Tries an expression if one of the characters that it has behind a numeral stands there, or if none is given. */
    private WrittenFigures replaced(
            BitSet behind, String units, PrefilteredPattern pattern, Function<MatchResult, String> digits) {
        return units.isEmpty() || units.chars().anyMatch(behind::get) ? replaced(pattern, digits) : this;
    }

    /** Returns a sentence with capitals and shares in digits as well, and hours in minutes beside minutes. */
    static WrittenFigures all(String sentence) {
        WrittenFigures read = of(sentence);
        if (sentence.indexOf('元') > 0 || sentence.indexOf('圆') > 0) {
            read = read.replaced(CAPITALS, it -> MoneyText.capitals(it.group())
                    .map(sum -> plain(sum) + "元")
                    .orElse(it.group()));
        }
        if (sentence.contains("分之")) {
            read = read.replaced(
                    FRACTION,
                    it -> plain(new BigDecimal(number(it.group(2)))
                                    .movePointRight(2)
                                    .divide(new BigDecimal(number(it.group(1))), 1, RoundingMode.HALF_UP))
                            + "%");
        }
        return sentence.contains("分钟") ? read.replaced(HOURS, WrittenFigures::minutes) : read;
    }

    private static String day(MatchResult it) {
        if (it.group(1) != null) {
            return number(it.group(1)) + "月" + number(it.group(2)) + "日";
        }
        return it.group(3) != null
                ? number(it.group(3))
                : it.group(4) == null ? "日" : "星期" + it.group(4).replace('天', '日');
    }

    private static String minutes(MatchResult it) {
        BigDecimal hours = new BigDecimal(number(it.group(1)));
        return plain(hours.multiply(HOUR).add(it.group(2).isEmpty() ? BigDecimal.ZERO : HALF)) + "分钟";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Its digits; itself if it is none. */
    private static String number(String numeral) {
        int number = ChineseNumeral.parse(
                numeral.replace('两', '二').replace('元', '一').replace("廿", "二十").replace("卅", "三十"));
        return number < 0 ? numeral : String.valueOf(number);
    }

    private WrittenFigures replaced(PrefilteredPattern pattern, Function<MatchResult, String> digits) {
        List<MatchResult> found = pattern.results(text);
        if (found.isEmpty()) {
            return this;
        }
        StringBuilder read = new StringBuilder();
        List<String> written = found.stream().map(digits).toList();
        int more = written.stream().mapToInt(String::length).sum()
                - found.stream().mapToInt(it -> it.end() - it.start()).sum();
        int[] at = new int[text.length() + more + 1];
        int last = 0;
        for (int i = 0; i < found.size(); i++) {
            MatchResult it = found.get(i);
            System.arraycopy(places, last, at, read.length(), it.start() - last);
            read.append(text, last, it.start());
            Arrays.fill(at, read.length(), read.length() + written.get(i).length(), places[it.start()]);
            read.append(written.get(i));
            last = it.end();
        }
        System.arraycopy(places, last, at, read.length(), text.length() - last + 1);
        read.append(text, last, text.length());
        return new WrittenFigures(read.toString(), at);
    }
}
