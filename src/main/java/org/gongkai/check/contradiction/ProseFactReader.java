package org.gongkai.check.contradiction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.sentence.Placeholders;
import org.gongkai.check.contradiction.sentence.SentenceRests;
import org.gongkai.check.contradiction.sentence.SentenceSums;
import org.gongkai.check.contradiction.sentence.UnmarkedText;
import org.gongkai.check.contradiction.sentence.WrittenFigures;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.io.Memoized;
import org.gongkai.problem.Position;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.FullWidth;
import org.gongkai.text.PrefilteredPattern;
import org.gongkai.text.WordIndex;

/** Finds the facts that the sentences of a text state. */
final class ProseFactReader {

    private static final Pattern HEADING = Pattern.compile("\\s*(?:#|=+ |\\.\\S|:)");

    /** In the name of a fact, the person whom an entry is about. */
    private static final String PERSON = "{人}";

    private static final Pattern GROUP = Pattern.compile("\\{([1-9])\\}");
    /** Before the first line with text of a letter. */
    private static final Pattern SALUTATION = Pattern.compile("[^，。,0-9]{2,20}[：:]\\s*");

    private static final Set<FieldType> OF_TIME = EnumSet.of(FieldType.TIME, FieldType.DATE, FieldType.RANGE);

    /** Words stand for as many as there are characters that the number may end with. */
    private static final Map<String, String> LAST =
            Map.of("〈额〉", "0123456789,", "〈数〉", "0123456789两" + ChineseNumeral.TO_TEN);

    private final List<ProsePattern> patterns;
    /** Compiled when a text has one of the words: most texts have those of few. */
    private final List<Memoized<PrefilteredPattern>> expressions;

    private final WordIndex words;
    /** The indices of the patterns for each place. */
    private final Map<Place, BitSet> placed = new EnumMap<>(Place.class);

    ProseFactReader(List<ProsePattern> patterns) {
        this.patterns = List.copyOf(patterns);
        this.expressions = patterns.stream()
                .map(it -> new Memoized<>(() -> Placeholders.compile(it.expression())))
                .toList();
        Map<String, BitSet> named = new TreeMap<>();
        for (int i = 0; i < patterns.size(); i++) {
            int pattern = i;
            patterns.get(i).words().stream().flatMap(ProseFactReader::spelled).forEach(word -> named.computeIfAbsent(
                            word, any -> new BitSet())
                    .set(pattern));
            Stream.of(Place.values()).filter(patterns.get(i).place()::holds).forEach(place -> placed.computeIfAbsent(
                            place, any -> new BitSet())
                    .set(pattern));
        }
        this.words = new WordIndex(named);
    }

    private static Stream<String> spelled(String typed) {
        String word = typed.replace("〈日〉", "〈额〉日");
        return LAST.keySet().stream()
                .filter(word::contains)
                .findFirst()
                .map(number -> LAST.get(number).chars().mapToObj(last -> word.replace(number, "" + (char) last)))
                .orElse(Stream.of(word));
    }

    /**
     * How texts state facts.
     *
     * @param names the names of the facts, one for each group of the expression; of several, those of each match stand
     *     together, and a fact of the name {@code -} is of no use
     * @param words words of which a sentence with such a statement has one, a search for which is much faster; 〈数〉,
     *     〈额〉 and 〈日〉 in them are any number, amount and day
     * @param place where it may stand; 全文 is anywhere but in the title
     * @param expression matches a statement; 〈数〉, 〈额〉, 〈日〉, 〈末日〉 and 〈时刻〉 are groups for a number, an amount, a day,
     *     one that may lack its month, and a time; 〈段〉 is the two days of a span, 〈单位〉 no group
     * @param value what is stated, if it is not the group itself; {1} in it is the first group
     */
    @Key.Group("例如：{名: 正文.实到, 词: 实到, 式: ……}")
    record ProsePattern(
            @Key(value = "名 names", required = true) List<String> names,
            @Key(value = "词 words", required = true) List<String> words,
            @Key(value = "处 place", or = "正文") Place place,
            @Key(value = "式 expression", required = true) String expression,
            @Key("值 value") Optional<String> value) {}

    enum Place implements Key.Words {
        BODY("正文"),
        /** The first line of the body with text. */
        FIRST("首段"),
        /** The texts of the own fields of the kinds. */
        HEADER("文件头"),
        TITLE("标题"),
        ANYWHERE("全文");

        private final String word;

        Place(String word) {
            this.word = word;
        }

        /** Whether what stands in another place stands here as well. */
        private boolean holds(Place other) {
            return this == ANYWHERE && other != TITLE || this == other || this == BODY && other == FIRST;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }
    }

    /**
     * Facts that stand together: those of a sentence, of one of its statements, or of a row of a table.
     *
     * @param text the sentence; empty for a row
     * @param facts what it states, by name; a name for which it states several values is left out
     */
    record Sentence(String text, Map<String, StatedFact> facts) {

        static Sentence of(String text, Map<String, ? extends Comparable<?>> values, Position at) {
            Map<String, StatedFact> facts = new HashMap<>();
            values.forEach((name, value) -> facts.put(name, new StatedFact(name, value, at)));
            return new Sentence(text, facts);
        }
    }

    /** Returns the sentences that state anything: the result of a 公示, those of the header, then those of the body. */
    List<Sentence> read(EntryText text) {
        List<Sentence> sentences = new ArrayList<>();
        Entry entry = text.entry();
        read(entry.title(), entry.values().get(CommonField.TITLE), Place.TITLE, entry, sentences);
        entry.notice().ifPresent(it -> read(it.result().text(), it.result(), Place.BODY, entry, sentences));
        Stream.concat(
                        entry.own().stream().flatMap(own -> texts(Optional.of(own.spec()), own.value())),
                        entry.values().get(CommonField.MEETING) instanceof Value.Fields meeting
                                ? meeting.value("缺席", "absent").stream()
                                        .flatMap(absent -> texts(Optional.empty(), absent))
                                : Stream.<Value.Text>empty())
                .forEach(it -> read(it.text(), it, Place.HEADER, entry, sentences));
        boolean first = true;
        for (Prose line : text.prose()) {
            first &= StatedTitle.mayBeOver(line.text(), entry);
            if (read(line, first ? Place.FIRST : Place.BODY, entry, sentences)) {
                first &= SALUTATION.matcher(line.text()).matches();
            }
        }
        return sentences;
    }

    /** Reads a line of prose; returns whether it is no heading and not blank. */
    boolean read(Prose line, Place place, Entry entry, List<Sentence> sentences) {
        if (line.text().isBlank() || HEADING.matcher(line.text()).lookingAt()) {
            return false;
        }
        read(line.text(), new Value.Text("", line.line(), 1), place, entry, sentences);
        return true;
    }

    /** The texts of a field, but of none that holds a time: impossible ones are told as wrong values. */
    static Stream<Value.Text> texts(Optional<FieldSpec> spec, Value value) {
        if (spec.filter(field -> OF_TIME.contains(field.type())).isPresent()) {
            return Stream.empty();
        }
        if (value instanceof Value.Items items) {
            return items.items().stream().flatMap(item -> texts(spec, item));
        }
        return value instanceof Value.Fields group
                ? group.fields().stream()
                        .flatMap(cell -> texts(
                                spec.flatMap(table -> table.column(cell.key().text())), cell.value()))
                : Stream.of((Value.Text) value);
    }

    private void read(String text, Position at, Place place, Entry entry, List<Sentence> sentences) {
        int[] places = new int[text.length() + 1];
        WrittenFigures figures = WrittenFigures.spoken(UnmarkedText.read(FullWidth.narrow(text), places), places);
        String prose = figures.text();
        IntFunction<Position> position =
                start -> new Value.Text("", at.line(), at.column() + text.codePointCount(0, figures.places()[start]));
        SentenceRests.parted(prose, (start, sums) -> sentences.add(Sentence.of("", sums, position.apply(start))));
        for (int from = 0, previous = 0; from < prose.length(); ) {
            int to = UnmarkedText.end(prose, from);
            String sentence = prose.substring(from, to);
            int whole = SentenceSums.goesOn(sentence) ? previous : from;
            Map<String, StatedFact> facts = new HashMap<>();
            Set<String> ambiguous = new HashSet<>();
            BitSet named = words.in(sentence);
            named.and(placed.getOrDefault(place, new BitSet()));
            // What stands before a sentence may say that it is of what is planned.
            String said = named.isEmpty() ? "" : prose.substring(0, to);
            for (int i = named.nextSetBit(0); i >= 0; i = named.nextSetBit(i + 1)) {
                ProsePattern pattern = patterns.get(i);
                for (MatchResult found : expressions.get(i).get().results(said, from, to)) {
                    List<StatedFact> stated = facts(pattern, found, said, entry, position);
                    if (pattern.names().size() > 1) {
                        Map<String, StatedFact> together = new HashMap<>();
                        stated.forEach(fact -> together.put(fact.name(), fact));
                        sentences.add(new Sentence(sentence, together));
                    } else {
                        stated.forEach(fact -> {
                            StatedFact known = facts.putIfAbsent(fact.name(), fact);
                            if (known != null && !known.value().equals(fact.value())) {
                                ambiguous.add(fact.name());
                            }
                        });
                    }
                }
            }
            if (Place.BODY.holds(place)) {
                // The beginning of what follows says whether a list goes on there.
                String longer = sentence + prose.substring(to, Math.min(to + 9, prose.length()));
                SentenceSums.read(
                        prose.substring(whole, to),
                        (start, sums) -> sentences.add(Sentence.of(longer, sums, position.apply(whole + start))));
            }
            facts.keySet().removeAll(ambiguous);
            if (!facts.isEmpty()) {
                sentences.add(new Sentence(sentence, facts));
            }
            previous = from;
            from = to + 1;
        }
    }

    private static List<StatedFact> facts(
            ProsePattern pattern, MatchResult found, String text, Entry entry, IntFunction<Position> place) {
        List<StatedFact> facts = new ArrayList<>();
        // A day without a year is of that of the day before it, unless the year may end between them.
        OptionalInt year = OptionalInt.empty();
        for (int i = 0; i < pattern.names().size(); i++) {
            String typed = found.group(i + 1);
            if (typed != null) {
                // The name may say of which year or of whom a statement is.
                String name = pattern.names().get(i);
                Optional<String> of = name.contains(PERSON)
                        ? StatedTitle.person(entry)
                        : name.contains("{期}") ? StatedTitle.part(entry.title()) : Optional.of("");
                if (of.isEmpty()) {
                    continue;
                }
                if (name.indexOf('{') >= 0) {
                    name = GROUP.matcher(name.replace(PERSON, of.get())
                                    .replace("{期}", of.get())
                                    .replace("{计划}", StatedTitle.PLAN.isIn(entry.title()) ? "计划" : "实际")
                                    .replace("{年}", String.valueOf(StatedTitle.year(entry))))
                            .replaceAll(group -> Matcher.quoteReplacement(
                                    found.group(group.group(1).charAt(0) - '0')));
                }
                String meant = pattern.value()
                        .map(it -> GROUP.matcher(it)
                                .replaceAll(group -> found.group(group.group(1).charAt(0) - '0')))
                        .orElse(typed);
                // Behind a day, one of the same month.
                if (meant.lastIndexOf('日', 2) > 0
                        && !facts.isEmpty()
                        && facts.get(facts.size() - 1).value() instanceof LocalDate first) {
                    meant = first.getMonthValue() + "月" + meant;
                }
                // The character of a weekday is a numeral as well.
                Comparable<?> value = name.endsWith("星期")
                        ? typed
                        : StatedFact.read(meant, year.orElse(StatedFact.year(text, found.start(i + 1), meant, entry)));
                if (value instanceof LocalDate day && (meant.contains("年") || day.getMonthValue() < 10)) {
                    year = OptionalInt.of(day.getYear());
                }
                Position at = place.apply(found.start(i + 1));
                facts.add(new StatedFact(name, value, new Value.Text(typed, at.line(), at.column())));
            }
        }
        return facts;
    }
}
