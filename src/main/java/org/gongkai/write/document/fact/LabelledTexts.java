package org.gongkai.write.document.fact;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.io.TextResource;
import org.gongkai.text.DateText;
import org.gongkai.text.MomentText;
import org.gongkai.text.OfficialNumbering;
import org.gongkai.text.SessionNumber;
import org.gongkai.write.document.Block;

/** What a document states after labels, in lines such as {@code 时间：3月5日} and in tables of labels and values. */
public final class LabelledTexts {

    /** What follows 应到 and 实到 in a sentence. */
    private static final String COUNT = "(?:会)?(?:党员|委员|支部党员|正式党员|支部委员)?\\s*[：:]?\\s*(\\d{1,4})\\s*[人名]?";

    private static final Pattern EXPECTED = Pattern.compile("应到" + COUNT);
    private static final Pattern PRESENT = Pattern.compile("实到" + COUNT);

    /** The parts of a meeting, each with its labels. */
    private static final List<String> MEETING = TextResource.list(LabelledTexts.class, "meeting.txt");

    private static final int LONGEST_LABEL = 8;
    private static final int LONGEST = 80;

    private static final String LABEL = "[\\p{IsHan} \u3000]{1,15}[：:]";

    /** A label with its text, which ends where another label follows in the same line: 主持人：甲　　记录人：乙. */
    private static final Pattern LABELLED = Pattern.compile("\\G(?:" + OfficialNumbering.NUMBER
            + ")?[\\s\u3000]*+(\\p{IsHan}" + LABEL + ")\\s*(\\S.*?)"
            + "(?=(?<![ \u3000])(?: {2}|\u3000| \u3000)[ \u3000]*+\\p{IsHan}" + LABEL + "|$)");

    private static final Pattern EFFECTIVE = Pattern.compile("自(\\d{4}年\\d{1,2}月\\d{1,2}日)起(?:施行|实施|生效|执行)");

    /** The number of an item in a list, and how many copies were printed behind it. */
    private static final Pattern NO_ITEM =
            Pattern.compile("(?<=^|[；;])\\s*(?:[一二三四五六七八九十]{1,3}、|\\d{1,2}[.．、])|[\\s\u3000]*[（(]共印.*");

    private static final Pattern HEADS = Pattern.compile("\\D{0,4}(\\d{1,4})\\s*[人名]?(?:\\D.*)?");

    private static final Pattern ANNOUNCING = Pattern.compile("[：:]$|^" + OfficialNumbering.NUMBER);

    private static final String MARKS = "[{}=,，\\s\u3000\u00a0：:。；;]";

    private final Map<String, String> texts = new LinkedHashMap<>();

    public LabelledTexts(List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Block.Table table) {
                table.rows().forEach(this::row);
            } else {
                BlockText.lines(block).lines().forEach(this::line);
            }
        }
    }

    /** The text after the first of some labels that the document has. */
    public Optional<String> first(String... labels) {
        return Stream.of(labels).filter(texts::containsKey).map(texts::get).findFirst();
    }

    /** The items after the first of some labels; what 、 stands in is one item where others end with ；. */
    public Optional<List<String>> list(String... labels) {
        return first(labels)
                .map(text -> NO_ITEM.matcher(text).replaceAll(""))
                .map(text -> List.of(text.split(text.matches(".*[；;].*") ? "[；;]" : "[、，,]")));
    }

    /**
     * The blocks that hold labels and texts alone, all of them texts of a header or a meeting: tables, lines before
     * what a heading or a colon announces, which would announce nothing then, and the last ones behind a sentence.
     */
    public static List<Block> takenOver(List<Block> blocks, Collection<String> header, Map<String, String> meeting) {
        long first = blocks.stream()
                .takeWhile(block -> !(block instanceof Block.Heading)
                        && !ANNOUNCING.matcher(BlockText.of(block)).find())
                .count();
        return IntStream.range(0, blocks.size())
                .filter(i -> i < first
                        || i > blocks.size() - 4
                                && BlockText.of(blocks.get(Math.max(i - 1, 0))).matches(".*(?:。|[：:].+)")
                        || blocks.get(i) instanceof Block.Table)
                .mapToObj(blocks::get)
                .filter(block -> new LabelledTexts(List.of(block)).isTakenOver(block, header, meeting))
                .toList();
    }

    private boolean isTakenOver(Block block, Collection<String> header, Map<String, String> meeting) {
        Collection<String> own = texts.values();
        String text = BlockText.lines(block);
        Map<String, String> parts = meeting("", text);
        boolean isWhole = block instanceof Block.Table table
                ? own.size() > 1 && table.rows().stream().mapToInt(List::size).sum() <= own.size() * 2
                : BlockText.isPlain(block)
                        && parts.size() == own.size()
                        && meeting.entrySet().containsAll(parts.entrySet())
                        && texts.toString().replaceAll(MARKS, "").equals(text.replaceAll(MARKS, ""));
        return isWhole
                && own.stream()
                        .allMatch(value -> header.contains(value)
                                || meeting.containsValue(value.replaceFirst("(?<=^\\d{1,4})\\s*[人名]$", ""))
                                || !value.matches(".*[至到—~～-].*")
                                        && time(value)
                                                .filter(time -> meeting.containsValue(time) || header.contains(time))
                                                .isPresent());
    }

    /** The labels, in their order. */
    public Set<String> labels() {
        return texts.keySet();
    }

    private void line(String line) {
        Matcher effective = EFFECTIVE.matcher(line);
        if (effective.find()) {
            put("施行日期", effective.group(1));
        }
        Matcher found = LABELLED.matcher(
                line.replace('\u00a0', ' ').replace('\t', '\u3000').strip());
        while (found.find()) {
            put(found.group(1), found.group(2));
        }
    }

    private void row(List<Block.Cell> cells) {
        for (int i = 0; i + 1 < cells.size(); i += 2) {
            put(BlockText.of(cells.get(i)), BlockText.of(cells.get(i + 1)));
        }
    }

    private void put(String typed, String value) {
        String label = typed.replaceAll("[\\s\u3000\u00a0：:]", "");
        String text = value.strip().replaceAll("[。；;]$", "").strip();
        if (label.length() >= 2 && label.length() <= LONGEST_LABEL && !text.isEmpty() && text.length() <= LONGEST) {
            texts.putIfAbsent(label, text);
        }
    }

    /** The parts that are stated clearly, in the order of the field 会议. */
    Map<String, String> meeting(String title, String text) {
        Map<String, String> meeting = new LinkedHashMap<>();
        for (String labels : MEETING) {
            String[] part = labels.split(" ", 2);
            first(part[1].split(" "))
                    .flatMap(value -> part[0].equals("时间") ? time(value) : Optional.of(value))
                    .ifPresent(value -> meeting.put(part[0], value));
        }
        SessionNumber.in(title).ifPresent(number -> meeting.put("次数", String.valueOf(number)));
        number("应到", EXPECTED, text).ifPresent(number -> meeting.put("应到", number));
        number("实到", PRESENT, text).ifPresent(number -> meeting.put("实到", number));
        return meeting;
    }

    /** A number in the cell behind a label, or else in a sentence: some votes are of fewer than attend. */
    private Optional<String> number(String label, Pattern stated, String text) {
        Matcher found = stated.matcher(text);
        return texts.entrySet().stream()
                .filter(cell -> cell.getKey().matches(label + ".*(?<!率)"))
                .map(cell -> HEADS.matcher(cell.getValue()))
                .filter(Matcher::matches)
                .map(number -> number.group(1))
                .findFirst()
                .or(() -> found.find() ? Optional.of(found.group(1)) : Optional.empty());
    }

    /** A time in the notation of headers; empty if it has no year or no such day. */
    static Optional<String> time(String typed) {
        return MomentText.parse(typed)
                .map(moment -> moment.hasTime()
                        ? DateText.minutes(moment.start())
                        : moment.start().toLocalDate().toString());
    }
}
