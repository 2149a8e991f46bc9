package org.gongkai.feature.register.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.cache.CachedRecords;
import org.gongkai.check.prose.Prose;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.feature.register.model.StatementSpec;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.text.Characters;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.FullWidth;
import org.gongkai.text.NamedPeriods;
import org.gongkai.text.WordIndex;

/** Finds the numbers that a text states as facts of what registers contain, such as 召开支委会12次. */
final class StatedCounts {

    /** Headings below which a text says what is to come. */
    static final Pattern AHEAD =
            Pattern.compile("^(?!.*(?:总结|情况|完成|回顾|落实|成效)).*(?:计划|打算|下一?步|下一?年|安排|目标|思路|谋划|设想|要点|部署)");

    static final Pattern HEADING =
            Pattern.compile("(?:(#{1,6}|={1,6})\\s|([一二三四五六七八九十]{1,3}、)|([（(][一二三四五六七八九十]{1,3}[）)]))[^。]*");

    /** A number that its own sentence parts: 12次，其中9次在网上发了消息，另外3次只贴过照片. */
    static final Pattern PARTED = Pattern.compile("[^，。]*，其中\\d+[^。]*，(?:另外?|其余)\\d");

    private static final String NUMBER = "\\s{0,2}(?<n>\\d{1,9}(?:,\\d{3}){0,3}(?:\\.\\d{1,2})?|[两"
            + ChineseNumeral.TO_TEN + "]{1,3})\\s{0,2}(?<m>[余多万]?)";
    private static final List<String> VERBS = List.of("召开", "开展", "组织", "举行", "举办", "开");
    private static final List<String> MEASURES = List.of("次");

    /** Words between a statement and the next of its numbers. */
    private static final String ALTOGETHER = "(?:共计|合计|累计|总计|共|计|服务){0,2}";

    /** Words between what is counted and its number. */
    private static final String COUNTED = "(?:会议|活动|工作)?(?:共计|合计|总计|共|计)?";

    /** What may stand before a statement without a verb: a mark, a period, a group, or the branch after one of them. */
    private static final String BOUNDARY = "(?:(?<![\\p{IsHan}\\w%])|(?<=季度|半年|全年|年度|年来|\\d年|\\d月|月份|组|组有记录的"
            + "|(?:(?<!\\p{IsHan})|季度|半年|全年|年度|年来|月份)[我本党]?支部))共?";

    /** The secretary did no more than all did. */
    private static final Pattern OF_SECRETARY = Pattern.compile("(?<!\\p{IsHan})(?:党?支部)?书记(?:带头)?$");

    private static final String END = "(?![\\p{IsHan}\\w]|\\s{0,2}[（(]?不含)";

    /** Words after a number that make it a limit or a plan, or say how much of it is published. */
    private static final String NO_LIMIT = "(?!以上|以内|以下|左右|[多余来]|的(?:要求|任务|目标|计划|标准)"
            + "|(?:(?!全部|都|均)[^。;次]){0,24}(?:本网|网上|网站|本站)(?:上|只|仅|选)*(?:登|刊|公布|公开|发布))";

    /** Beginnings of sentences whose numbers are incomplete, planned, or of others. */
    private static final Pattern LIMITED = Pattern.compile(
            "(?<!按)计划|规划|要求|规定|拟|应|须|需|至少|不少于|不低于|不超过|超过?|近|约|每|将|争取|力争|力求|确保|预计|原则上|其中|[平人]均|要[召开坚]|上年|去年|前年|同期|往年"
                    + "|同比|[比较](?!较)|明年|下一?年|次年|(?<!按)月|季度|半年(?!来)|党小组(?!会)|[各上总县市省局]级?党?[支总党][部支委]|上级|机关|兄弟|全[县市省局处所站校院]|所属|[个各]支部|书记|委员(?!会)"
                    + "|带头|带队|领导|班子|联合|共建|邀请|外出|专题|列席|参加|旁听|其他|联系点|[下到]支部|另|未|没有|截至|以来|至今|自[^查身评我主觉]");

    /** An average that is stated before and has its own number. */
    private static final Pattern AVERAGE = Pattern.compile("[^，,]{0,12}[平人]均[^，,]{0,6}\\d[^，,]{0,12}[，,]");

    private static final String ENDS_OF_SENTENCES = "。；！？;!?";

    /** Pairs of marks around what others said. */
    private static final Pattern QUOTED = Pattern.compile("“[^”]{0,200}”|《[^》]{0,200}》|「[^」]{0,200}」");

    private final List<Form> forms = new ArrayList<>();
    private final WordIndex words;

    /**
     * How a number may be stated.
     *
     * @param register the register that contains what is counted; empty if none does
     * @param patterns with a verb in front of the words, between punctuation marks, with the number in front of the
     *     words, and with an attribute in front of them; none if the statement only follows another
     * @param next the statement behind another with the same words
     */
    record Form(StatementSpec spec, Optional<RegisterSpec> register, List<Pattern> patterns, Pattern next) {}

    /**
     * A number in a sentence.
     *
     * @param offset where the statement begins in its line
     * @param text the statement
     * @param before the text before it in its line, without quotations
     * @param attribute what precedes the words, such as 学习教育 in 编发学习教育简报4期
     * @param only 多 if only a higher number than that of the records is wrong, 少 if only a lower one is
     */
    record Stated(Form form, BigDecimal number, int offset, String text, String before, String attribute, String only) {

        /** The text before it in its sentence. */
        String sentence() {
            return before.substring(start(before));
        }
    }

    /**
     * @param registers definitions of registers, which may say how texts state numbers
     * @param kinds kinds of entries, which may say how texts count their meetings
     */
    StatedCounts(List<RegisterSpec> registers, Kinds kinds) {
        for (Kind kind : kinds.all()) {
            List<String> words = kind.words(Trait.COUNTED_AS);
            if (!words.isEmpty()) {
                List<String> verbs = kind.words(Trait.VERBS);
                List<String> measures = kind.words(Trait.MEASURES);
                StatementSpec spec = new StatementSpec(
                        words,
                        verbs.isEmpty() ? VERBS : verbs,
                        measures.isEmpty() ? MEASURES : measures,
                        List.of(),
                        List.of(),
                        List.of("计数: 文种=" + kind.name()),
                        "");
                forms.add(form(
                        spec,
                        registers.stream()
                                .filter(it -> it.source().kinds().contains(kind.name()))
                                .findFirst()));
            }
        }
        registers.forEach(
                register -> register.told().statements().forEach(spec -> forms.add(form(spec, Optional.of(register)))));
        Map<String, BitSet> named = new HashMap<>();
        for (int i = 0; i < forms.size(); i++) {
            for (String word : forms.get(i).spec().words()) {
                named.computeIfAbsent(word, any -> new BitSet()).set(i);
            }
        }
        this.words = new WordIndex(named);
    }

    private static Form form(StatementSpec spec, Optional<RegisterSpec> register) {
        String word = any(spec.words());
        String number = NUMBER + any(spec.measures()) + NO_LIMIT;
        Pattern next = Pattern.compile(
                "\\s{0,2}[、，,]\\s{0,2}" + (spec.further().isEmpty() ? ALTOGETHER : any(spec.further())) + number);
        if (!spec.further().isEmpty()) {
            return new Form(spec, register, List.of(), next);
        }
        String verb = spec.verbs().isEmpty() ? "(?!)" : any(spec.verbs()) + "了?";
        String attribute = "(?<a>\\p{IsHan}{1,8}?)";
        List<Pattern> patterns = Stream.of(
                        verb + word + COUNTED + number,
                        BOUNDARY + word + COUNTED + number + END,
                        BOUNDARY + word + verb + "共?" + number + END,
                        verb + number + word + END,
                        verb + attribute + word + "共?" + number,
                        verb + number + attribute + word + END)
                .map(Pattern::compile)
                .toList();
        return new Form(spec, register, patterns, next);
    }

    /** Returns a pattern of any of some words, the longest first. */
    private static String any(List<String> words) {
        return words.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** What is retained of a text. */
    private record Lines(List<Prose> lines) {}

    /** Returns what reads the headings of a text of a site, and its lines that state numbers. */
    Function<Entry, List<Prose>> lines(WholeSite site) {
        CachedRecords<Lines> known = site.caches().apply("counts").records("", Lines.class);
        return entry -> known.of(
                        entry.path(),
                        site.version(entry.source().file()),
                        () -> new Lines(site.text(entry).prose().stream()
                                .filter(line ->
                                        HEADING.matcher(line.text().strip()).lookingAt()
                                                || !in(line.text()).isEmpty())
                                .toList()))
                .lines();
    }

    List<Stated> in(String typed) {
        if (typed.chars().noneMatch(c -> Character.isDigit(c) || ChineseNumeral.ALL.indexOf(c) >= 0 || c == '两')
                || words.in(typed).isEmpty()) {
            return List.of();
        }
        String line = QUOTED.matcher(FullWidth.narrow(typed))
                .replaceAll(quoted -> "\uFFFC".repeat(quoted.group().length()));
        Map<Integer, Stated> stated = new LinkedHashMap<>();
        // No statement goes beyond its sentence, and few sentences have a word.
        for (int from = 0, to; from < line.length(); from = to + 1) {
            to = Characters.end(line, from, c -> ENDS_OF_SENTENCES.indexOf(c) < 0);
            in(line, from, to, stated);
        }
        return stated.values().stream()
                .sorted(Comparator.comparing(Stated::offset))
                .toList();
    }

    private void in(String line, int from, int to, Map<Integer, Stated> stated) {
        words.in(line.substring(from, to)).stream().mapToObj(forms::get).forEach(form -> form.patterns()
                .forEach(pattern -> {
                    Matcher found = pattern.matcher(line)
                            .region(from, to)
                            .useTransparentBounds(true)
                            .useAnchoringBounds(false);
                    while (found.find()) {
                        String attribute = pattern.pattern().contains("(?<a>") ? found.group("a") : "";
                        add(form, found, line, found.start(), attribute, stated);
                    }
                }));
    }

    private void add(Form form, Matcher found, String line, int start, String attribute, Map<Integer, Stated> stated) {
        if (stated.containsKey(found.start("n"))) {
            return;
        }
        String before = line.substring(0, start);
        String sentence = before.substring(start(before));
        String others = OF_SECRETARY.matcher(sentence).replaceFirst("");
        if (LIMITED.matcher(AVERAGE.matcher(NamedPeriods.without(others)).replaceAll(""))
                        .find()
                || form.spec().without().stream().anyMatch(sentence::contains)) {
            return;
        }
        String text = found.group().replaceFirst("^[、，,\\s]+", "");
        int offset = found.end() - text.length();
        BigDecimal number =
                number(found.group("n")).scaleByPowerOfTen(found.group("m").equals("万") ? 4 : 0);
        boolean isPart = !others.equals(sentence) || found.group("m").matches("[余多]");
        String only = isPart ? "多" : form.spec().only();
        stated.put(found.start("n"), new Stated(form, number, offset, text, before, attribute, only));
        for (Form further : forms) {
            // In the same measure, a second number is of some of them: 党课三次，两次由书记讲.
            if ((!further.spec().further().isEmpty()
                            || !further.spec().measures().equals(form.spec().measures()))
                    && further.spec().words().stream().anyMatch(form.spec().words()::contains)) {
                Matcher next = further.next().matcher(line).region(found.end(), line.length());
                if (next.lookingAt()) {
                    add(further, next, line, start, attribute, stated);
                }
            }
        }
    }

    private static BigDecimal number(String typed) {
        String plain = typed.replace(",", "");
        return Character.isDigit(plain.charAt(0)) && plain.charAt(0) < 128
                ? new BigDecimal(plain)
                : BigDecimal.valueOf(ChineseNumeral.parse(plain));
    }

    private static int start(String text) {
        int start = text.length();
        while (start > 0 && ENDS_OF_SENTENCES.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }
}
