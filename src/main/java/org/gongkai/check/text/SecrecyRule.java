package org.gongkai.check.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.check.prose.DisplayedLine;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.io.TextResource;

/**
 * Reports markings of documents that are not public, also those that are visible to readers although markup or
 * references separate their characters. A secrecy marking excludes an entry from publication; its word has a star
 * ({@code 秘密★5年}), is alone in brackets or on a line, or follows 密级, while 保守国家秘密 is ordinary text. Markings that
 * restrict distribution (内部资料, 禁止外传, 注意保密) make up a line, a pair of brackets or a header field; “不得将内部资料带出” is
 * ordinary text.
 */
public final class SecrecyRule implements LineRule {

    static final String SECRET = "E222";
    static final String RESTRICTED = "E223";

    private static final String LETTERS = "密内传外";

    /** What may separate the characters of a marking, zero-width characters included. */
    private static final String SEPARATORS =
            "*_~`#^[<{\\&\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\uFE0F\u034F" + Prose.BLANKED;

    /** See {@link TextCheck.Candidate}; a reference, an escape or an attribute may stand for a letter. */
    public static final String TRIGGERS = LETTERS + "&\\{";

    /** A marking is one of the groups: with a star, labelled, in brackets, or alone but for blanks and markup. */
    private static final Pattern SECRECY = Pattern.compile(
            "(W(?=[★☆])T)|(?:密S级S|密等级)[：:]S(WT)|[（(【\\[〔]S(WT)[）)】\\]〕](?!\\()|^[ S#=*_>]*+(WT)[ S#=*_>]*+$"
                    .replace("[ S", "[" + LineStart.BLANKS)
                    .replace("W", "[绝机秘]S密S")
                    .replace("T", "[★☆]?+(?:[0-9]++[年月]?+|长期)?+S")
                    .replace("S", "[" + LineStart.BLANKS + "]*+"));

    /** Orders to the reader: 内部资料 followed by one of these is a marking anywhere. */
    private static final Pattern ORDER =
            Pattern.compile("(?s)内部(?:资料|材料|文件)[，,、 　！!；;]*+(?=禁止|严禁|请勿|不得外传|切勿|注意保密).{2,4}");

    private static final int MAX_LENGTH = 40;

    /** Each pair of brackets, those within others too. */
    private static final Pattern BRACKETS =
            Pattern.compile("(?=(（[^）]{0,39}）|【[^】]{0,39}】|\\([^)]{0,39}\\)|〔[^〕]{0,39}〕))");

    private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    /** Markings that restrict distribution, and ordinary words that are markings in some positions only. */
    private static final Map<String, Confidence> MARKS = TextResource.list(SecrecyRule.class, "restricted.txt").stream()
            .collect(Collectors.toUnmodifiableMap(
                    line -> line.replace("？", ""), line -> line.endsWith("？") ? Confidence.DOUBTFUL : Confidence.SURE));

    /** Documents that may have such a marking in brackets after their name; 处理冲突的地方（内部使用） is not one. */
    private static final Pattern PAPER =
            Pattern.compile("(?:通讯录|名册|名单|手册|资料|材料|汇编|台账|报告|方案|预案|办法|初稿|讨论稿|简报|纪要|通知|通报|计划|总结|图纸|文集)$");

    /** Possible subjects of a marking. */
    private static final Pattern SUBJECT = Pattern.compile("^(?:此件|本件|本资料|本材料|本文件|该资料|该材料|以上内容)");

    /** Phrases that may accompany a marking. */
    private static final Set<String> ACCOMPANYING =
            Set.of("仅供学习", "仅供参考", "仅供学习参考", "请妥善保管", "妥善保管", "阅后即焚", "阅后收回", "会后收回", "请勿转载", "严禁转载");

    private enum Confidence {
        NONE,
        DOUBTFUL,
        SURE
    }

    /**
     * A marking.
     *
     * @param code the code of the rule
     * @param start the index in the line
     * @param words the marking
     */
    public record Mark(String code, int start, String words) {

        /** What is wrong. */
        public String message() {
            return "“" + words + "”" + (code.equals(SECRET) ? "是密级标志" : "说明这份材料不能公开");
        }

        /** How to fix it. */
        public String hint() {
            return code.equals(SECRET) ? "涉密文件不得公开；确非密件的，请按程序解密并删去这个标志" : "不宜公开的材料不要放进本站；可以公开的，请删去这句话";
        }
    }

    @Override
    public void check(CheckedText checked, long mark, RuleReport report) {
        DisplayedLine.Reader reader =
                HeaderParser.isAsciiDoc(checked.entry().source().file().ending())
                        ? new DisplayedLine.Reader(
                                checked.body().stream().map(TextLine::text).collect(Collectors.joining("\n")))
                        : new DisplayedLine.Reader();
        // Pages do not show comments, but every copy of the repository contains them.
        Stream.of(checked.header(), checked.body(), checked.remarks())
                .flatMap(List::stream)
                .filter(line -> (line.marks() & mark) != 0)
                .forEach(line -> check(line, reader, report));
    }

    @Override
    public void check(TextLine line, RuleReport report) {
        check(line, new DisplayedLine.Reader(), report);
    }

    private static void check(TextLine line, DisplayedLine.Reader reader, RuleReport report) {
        List<Mark> found = all(line.text());
        if (found.isEmpty() && hasAny(line.text(), SEPARATORS)) {
            found = displayed(line.text(), reader).stream().toList();
        }
        found.forEach(mark -> report.add(mark.code(), line, mark.start(), mark.message(), mark.hint()));
    }

    /** Returns the first marking in a line. */
    public static Optional<Mark> in(String line) {
        return all(line).stream().findFirst();
    }

    /** Returns the first marking in the displayed line, with its index in the source line. */
    public static Optional<Mark> shownIn(String line) {
        return in(line).or(() -> displayed(line, new DisplayedLine.Reader()));
    }

    private static Optional<Mark> displayed(String line, DisplayedLine.Reader reader) {
        return reader.of(line).stream()
                .flatMap(shown -> in(shown.text()).stream()
                        .map(mark -> new Mark(mark.code(), shown.places()[mark.start()], mark.words())))
                .findFirst();
    }

    /** Returns the first marking of each code. */
    private static List<Mark> all(String text) {
        List<Mark> found = new ArrayList<>();
        if (hasAny(text, LETTERS)) {
            Matcher secret = SECRECY.matcher(text);
            if (text.indexOf('密') >= 0 && secret.find()) {
                int group = IntStream.rangeClosed(1, secret.groupCount())
                        .filter(each -> secret.group(each) != null)
                        .findFirst()
                        .orElseThrow();
                found.add(new Mark(
                        SECRET, secret.start(group), secret.group(group).strip()));
            }
            String restricted = restricted(text);
            if (!restricted.isEmpty()) {
                found.add(new Mark(RESTRICTED, text.indexOf(restricted), restricted));
            }
        }
        return found;
    }

    private static boolean hasAny(String text, String characters) {
        return characters.chars().anyMatch(unit -> text.indexOf(unit) >= 0);
    }

    private static String restricted(String text) {
        Matcher order = ORDER.matcher(text);
        if (text.contains("内部") && order.find()) {
            return order.group();
        }
        if (text.length() <= MAX_LENGTH && isMark(text, () -> !LineStart.opensBlock(text))) {
            return text.strip();
        }
        if (!hasAny(text, "（【(〔")) {
            return "";
        }
        return BRACKETS.matcher(text)
                .results()
                .filter(brackets -> isMark(
                        brackets.group(1).substring(1, brackets.end(1) - brackets.start() - 1),
                        () -> marksPaper(text, brackets.start(), brackets.end(1))))
                .map(brackets -> brackets.group(1))
                .findFirst()
                .orElse("");
    }

    /**
     * Returns true if a text consists of markings and accompanying phrases.
     *
     * @param isPlace whether it is in a position in which ordinary words are markings
     */
    private static boolean isMark(String text, BooleanSupplier isPlace) {
        Confidence confidence = Confidence.NONE;
        for (String part : BREAKS.split(text)) {
            String mark = SUBJECT.matcher(part).replaceFirst("");
            Confidence found = MARKS.getOrDefault(part, MARKS.getOrDefault(mark, Confidence.NONE));
            if (found == Confidence.NONE && !part.isEmpty() && !ACCOMPANYING.contains(part)) {
                return false;
            }
            // 此件内部使用 can only refer to the document itself.
            Confidence each = found == Confidence.DOUBTFUL && !Objects.equals(mark, part) ? Confidence.SURE : found;
            confidence = each.compareTo(confidence) > 0 ? each : confidence;
        }
        return confidence == Confidence.SURE || confidence == Confidence.DOUBTFUL && isPlace.getAsBoolean();
    }

    /** Returns true if brackets follow the name of a document, or are alone. */
    private static boolean marksPaper(String text, int open, int end) {
        String before = text.substring(0, open);
        boolean isAlone =
                BREAKS.matcher(before + text.substring(end)).replaceAll("").isEmpty();
        return PAPER.matcher(before).find() || isAlone && !LineStart.opensBlock(text);
    }
}
