package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.check.contradiction.Passage.Claim;
import org.gongkai.check.contradiction.SentenceSums.Amount;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Position;
import org.gongkai.text.FullWidth;

/** Reads the passages of a text, each with its claims. What is not exact, or of several matters, is no claim. */
final class PassageReader {

    /** Before the keys of claims that are no numbers. */
    static final String WORDS = "@";

    static final String PLACE = WORDS + "地点";
    static final String PEOPLE = "名:参加|";

    /** The day on which it was. */
    static final String DAY_OF_IT = WORDS + "日";

    /** The noun of a day at the beginning of a sentence, which is that of what the sentence tells. */
    static final String FIRST = "首";

    private static final Pattern SENTENCE = Pattern.compile("[^。;!?]+");
    private static final Pattern DAY = Pattern.compile("(?<![0-9])(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日");
    private static final Pattern MONTH = Pattern.compile("(?<![0-9年第])(?:[0-9]{4}年)?(1[0-2]|[1-9])月(?![0-9底前])");
    private static final Pattern HEADING = Pattern.compile("\\s*(?:#+|=+ )(.*)");
    private static final String POST = "(?:党?支部)?(副?书记|(?!支部|由|经)\\p{IsHan}{2}委员|(?!由|经)\\p{IsHan}{1,4}组组长)";

    /** Claims that are words: what they are about, and where they stand. */
    private static final Map<String, Pattern> OF_WORDS = Map.of(
            PLACE,
            Pattern.compile(
                    "地点(?:设?在|为|是|:|改)*([\\p{IsHan}0-9A-Z]{2,20})|(?<![现正])在(?![全各本党支这该会])([\\p{IsHan}0-9]{2,14}?)(?<![中上下内时后前间里])(?:举行|召开|举办|开展|讲授)"),
            WORDS + "主讲",
            Pattern.compile(POST + "(?:(?!书记|委员|组长)[^,]){0,14}?(?:主讲|讲授|讲党课)|主讲人?(?:是|为|:)" + POST),
            WORDS + "带队",
            Pattern.compile(POST + "带队"),
            WORDS + "主持",
            Pattern.compile(POST + "主持"),
            WORDS + "验收人",
            Pattern.compile(POST + "(?:负责)?验收"),
            WORDS + "承办单位",
            Pattern.compile(
                    "由([\\p{IsHan}A-Z0-9]{4,20}?)(?:供货|承建|施工|承办|设计|安装)|(?:供货|施工|承建|承办|中标|成交|供应)(?:单位|方|商)(?:为|是|:)([\\p{IsHan}A-Z0-9]{4,20})"),
            WORDS + "完工日",
            Pattern.compile("((?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日)[^,0-9]{0,10}?(?:完工|竣工)"),
            WORDS + "验收日",
            Pattern.compile("((?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日)[^,0-9]{0,10}?验收"),
            WORDS + "启用日",
            Pattern.compile("((?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日)[^,0-9]{0,6}?(?:启用|投用|上线|投入使用)"));

    /** The columns of tables that say as much. */
    private static final Map<String, String> COLUMNS = Map.of(
            "地点",
            PLACE,
            "主讲人",
            WORDS + "主讲",
            "主讲",
            WORDS + "主讲",
            "带队",
            WORDS + "带队",
            "带队人",
            WORDS + "带队",
            "主持人",
            WORDS + "主持",
            "人数",
            PEOPLE,
            "参加人数",
            PEOPLE);

    /** What is not exact, or not of one matter alone. */
    private static final Pattern NO_CLAIM = Pattern.compile(
            "其中|[每各比]|均|同期|[去上]年|累计|截至|以来|增|减|另|还有|其余|剩|结余|节余|余额|原有|现有|已有|共有|库存|全(?:县|市|站|年|区|局|省|国|系统)|半年"
                    + "|季度|今年|年内|以[上内下]|左右|近|[余多]|超|不少于|最|先后|分别|[两二三四五六七八九十0-9][次批轮]|多次|分批|约|或|至少|倍");

    /** In front of the sum of several periods. */
    private static final Pattern PERIODS = Pattern.compile("[两三四2-4]个?季度|前.个?月|半年|全年|以来|累计|截至|[两三0-9]年来");

    private static final Pattern PLANNED = Pattern.compile("计划|预计|将|目标|争取|力争|控制在|不超过|拟定");

    /** Which of them it is: those that came in are not those that were taken up. */
    private static final Pattern WHICH =
            Pattern.compile("采纳|办结|答复|解决|整改|销号|选|推荐|抽|整理|成活|报废|退|捐|赠|发放|收回|回收|有效|满意|不|反对|肯定|未|没|转|正在|新|旧|领|补|单价|预");

    private static final Pattern ROLE = Pattern.compile(
            "发言|讲解|操作|登记|报名|值守|值班|列席|缺席|请假|补课|补学|表彰|表扬|当选|推荐|候选|入选|获奖|受益|培训|监票|计票|选手|裁判|群众|老人|学生|职工|积极分子|预备党员|发展对象|用户|居民|家属|委员|骨干|代表|新党员|老党员|先进|优秀|正式|有权|表决权|应到|回避|赞成|同意");

    private static final Pattern TAKES_PART = Pattern.compile("党员|同志|人员|参[加与会学观]|到[场会]|出席|听课|前往|干部|志愿者|^[到赴来走]");
    private static final Pattern MONEY_SPENT = Pattern.compile("花费|支出|用款|用去|开支|花去|共用");
    private static final Pattern PRICE = Pattern.compile("总价|总额|总金额|合同价|价款|成交价|中标价");

    /** Units that tell what is counted. */
    private static final Pattern SPECIFIC = Pattern.compile("平方米|[户盏套台家本吨只箱袋棵株亩篇册枚瓶盒桶辆幅米]|公[里斤]");

    /** Units of what happens more than once, and of how long. */
    private static final Pattern NONE = Pattern.compile("[次场期节段页天组]|人次|[小学课]时|票");

    private static final Pattern FILLER = Pattern.compile("(?:共计?|总计|合计|一共|总共|达到?|为|是|有|了|:|已|的|总数|\\(|“|”)+$");
    private static final Pattern RUN = Pattern.compile("\\p{IsHan}{0,12}$");
    private static final Pattern BEHIND = Pattern.compile("^\\p{IsHan}{0,10}");

    private final Entry entry;
    private final List<Passage> passages = new ArrayList<>();

    private PassageReader(Entry entry) {
        this.entry = entry;
    }

    /** Returns the passages that claim anything, in order. */
    static List<Passage> read(EntryText text) {
        PassageReader reader = new PassageReader(text.entry());
        String heading = "";
        String lead = "";
        for (Prose line : text.prose()) {
            String typed = FullWidth.narrow(line.text());
            Matcher title = HEADING.matcher(typed);
            if (title.lookingAt()) {
                heading = title.group(1);
                lead = "";
            } else if (!typed.isBlank() && !typed.strip().startsWith("|")) {
                reader.paragraph(line, typed, heading + " " + lead);
                lead = typed.matches(".*[0-9].*") ? "" : typed;
            }
        }
        List<TableColumns> tables = new ArrayList<>();
        BodyTables.read(text, tables);
        tables.forEach(reader::rows);
        return reader.passages;
    }

    private void paragraph(Prose line, String typed, String before) {
        boolean isWhole = days(typed).size() < 2;
        List<Claim> claims = new ArrayList<>();
        for (MatchResult it : SENTENCE.matcher(typed).results().toList()) {
            IntUnaryOperator column = start -> 1 + line.text().codePointCount(0, it.start() + start);
            List<Claim> found = claims(it.group(), line.line(), column);
            if (isWhole) {
                claims.addAll(found);
            } else if (days(it.group()).size() < 2) {
                add(it.group(), before + it.group(), found, new Value.Text("", line.line(), column.applyAsInt(0)));
            }
        }
        if (isWhole) {
            add(typed, before + typed, claims, new Value.Text("", line.line(), 1));
        }
    }

    /**
     * Adds a passage if it claims anything. Its day is a claim as well.
     *
     * @param dated the text that names days
     * @param at where it begins
     */
    private void add(String dated, String words, List<Claim> claims, Position at) {
        if (claims.isEmpty()) {
            return;
        }
        List<Claim> all = new ArrayList<>(claims);
        DAY.matcher(dated).results().forEach(it -> day(it.group())
                .ifPresent(day -> all.add(new Claim(
                        DAY_OF_IT,
                        dated.substring(0, it.start()).matches("(?:.*[。;])?\\s*") ? FIRST : "",
                        day.toString(),
                        it.group(),
                        dated,
                        at.line(),
                        at.column() + dated.codePointCount(0, it.start())))));
        Set<String> months =
                MONTH.matcher(dated).results().map(it -> it.group(1)).collect(Collectors.toSet());
        boolean isOfMonth = all.size() == claims.size() && months.size() == 1;
        passages.add(new Passage(isOfMonth ? Integer.parseInt(months.iterator().next()) : 0, words, all));
    }

    private Set<LocalDate> days(String text) {
        Set<LocalDate> days = new HashSet<>();
        DAY.matcher(text).results().forEach(it -> day(it.group()).ifPresent(days::add));
        return days;
    }

    private Optional<LocalDate> day(String typed) {
        return HeaderFactReader.read(typed, StatedFact.year(typed, entry)) instanceof LocalDate day
                ? Optional.of(day)
                : Optional.empty();
    }

    private List<Claim> claims(String sentence, int line, IntUnaryOperator column) {
        List<Claim> claims = new ArrayList<>();
        for (Amount amount : SentenceSums.amounts(sentence)) {
            amount(sentence, amount)
                    .map(it -> new Claim(
                            it.key(),
                            it.noun(),
                            it.value(),
                            it.shown(),
                            sentence,
                            line,
                            column.applyAsInt(amount.start())))
                    .ifPresent(claims::add);
        }
        OF_WORDS.forEach((key, pattern) -> pattern.matcher(sentence).results().forEach(it -> {
            int group = it.group(1) == null ? 2 : 1;
            String value = day(it.group(group)).map(LocalDate::toString).orElse(it.group(group));
            claims.add(new Claim(
                    key,
                    "",
                    value,
                    key.substring(1) + "：" + it.group(group),
                    sentence,
                    line,
                    column.applyAsInt(it.start(group))));
        }));
        return claims;
    }

    private static Optional<Claim> amount(String sentence, Amount amount) {
        String before = sentence.substring(0, amount.start());
        String after = sentence.substring(amount.end());
        int from = Math.max(Math.max(before.lastIndexOf(','), before.lastIndexOf(':')), before.lastIndexOf('('));
        String clause = before.substring(from + 1) + after.split("[,、(]", 2)[0];
        Matcher filler = FILLER.matcher(before);
        String lead = filler.find() ? before.substring(0, filler.start()) : before;
        String run = run(RUN, lead);
        String behind = run(BEHIND, after);
        String rest = after.substring(behind.length());
        boolean isJoint = run.matches(".*[和及与].+")
                || lead.substring(0, lead.length() - run.length()).matches(".*[^0-9]\\p{IsHan}、")
                || !behind.isEmpty() && rest.startsWith("、") && !rest.matches("、[^,]{0,6}[0-9].*")
                || behind.matches("\\p{IsHan}+[和及与].+") && !rest.matches("[0-9].*");
        if (!amount.isExact()
                || isJoint
                || NO_CLAIM.matcher(clause).find()
                || PERIODS.matcher(before).find()
                || NONE.matcher(amount.unit()).matches()) {
            return Optional.empty();
        }
        BigDecimal value = amount.unit().equals("万元") ? amount.value().movePointRight(4) : amount.value();
        String unit = amount.unit().replace("万元", "元").replace("位", "名");
        String near = run.substring(Math.max(0, run.length() - 6));
        String noun = noun(unit, near, behind);
        if (noun.isEmpty() && !SPECIFIC.matcher(unit).matches()) {
            return Optional.empty();
        }
        String which = WHICH.matcher(near + " " + behind.substring(0, Math.min(6, behind.length())))
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .collect(Collectors.joining());
        boolean isKind = SPECIFIC.matcher(unit).matches();
        String key = unit + ":"
                + (isKind ? "" : unit.equals("元") || unit.equals("名") ? noun : noun.substring(noun.length() - 1))
                + (PLANNED.matcher(sentence.substring(0, amount.start())).find() ? "|计划" : "|")
                + (unit.equals("元") || noun.equals("参加") ? "" : which);
        return Optional.of(new Claim(
                key,
                noun,
                value.stripTrailingZeros().toPlainString(),
                near
                        + sentence.substring(amount.start(), amount.end())
                        + behind.substring(0, Math.min(4, behind.length())),
                sentence,
                0,
                0));
    }

    /** What is counted, or which amount of money it is, or in which role people are told of; empty if that is not clear. */
    private static String noun(String unit, String run, String behind) {
        if (unit.equals("元")) {
            String words = run.isEmpty() ? behind : run;
            return words.contains("预算")
                    ? "预算"
                    : MONEY_SPENT.matcher(words).find()
                            ? "支出"
                            : PRICE.matcher(words).find()
                                    ? "总价"
                                    : words.length() < 2 ? "" : words.substring(words.length() - 2);
        }
        if (unit.equals("名")) {
            String words = run + " " + behind;
            Matcher role = ROLE.matcher(words);
            return role.find()
                    ? role.group()
                    : TAKES_PART.matcher(behind).find()
                                    || TAKES_PART.matcher(run).find()
                            ? "参加"
                            : "";
        }
        String words = behind.isEmpty() || behind.length() > 6 ? run : behind;
        return words.length() < 2 ? words : words.substring(words.length() - 2);
    }

    private static String run(Pattern pattern, String text) {
        Matcher run = pattern.matcher(text);
        return run.find() ? run.group() : "";
    }

    private void rows(TableColumns table) {
        for (List<Value.Text> row : table.rows()) {
            String words = row.stream().map(Value.Text::text).collect(Collectors.joining(" "));
            List<Claim> claims = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                Value.Text cell = row.get(i);
                String key = COLUMNS.getOrDefault(table.names().get(i), "");
                Optional<BigDecimal> number = HeaderFactReader.number(cell.text());
                if (key.isEmpty() && table.names().get(i).matches("金额.*|支出|费用")) {
                    String noun = row.stream()
                            .map(Value.Text::text)
                            .filter(it -> it.matches("\\p{IsHan}{2,}[费款金]"))
                            .findFirst()
                            .orElse("");
                    key = noun.isEmpty() ? "" : "元:" + noun.substring(noun.length() - 2) + "|";
                }
                if (!key.isEmpty() && !cell.isBlank() && (key.startsWith(WORDS) || number.isPresent())) {
                    String value = key.startsWith(WORDS)
                            ? cell.text().replaceFirst("^党?支部", "")
                            : number.get().stripTrailingZeros().toPlainString();
                    claims.add(new Claim(
                            key,
                            "",
                            value,
                            table.names().get(i) + "：" + cell.text(),
                            words,
                            cell.line(),
                            cell.column()));
                }
            }
            add(words, words, claims, row.get(0));
        }
    }
}
