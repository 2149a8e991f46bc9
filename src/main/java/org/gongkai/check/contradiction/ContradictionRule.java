package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.check.contradiction.CrossEntryRule.StatedFacts;
import org.gongkai.check.contradiction.ProseFactReader.ProsePattern;
import org.gongkai.check.contradiction.ProseFactReader.Sentence;
import org.gongkai.check.contradiction.sentence.Articles;
import org.gongkai.check.contradiction.sentence.DatedLines;
import org.gongkai.check.contradiction.sentence.FigureSlips;
import org.gongkai.check.contradiction.sentence.GroupNames;
import org.gongkai.check.contradiction.sentence.NumberedLines;
import org.gongkai.check.contradiction.sentence.RepeatedLines;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.check.rule.RuleSet.EntryRule;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;

/**
 * Tells where the facts of an entry contradict each other or what is known of the branch. How texts state facts, and
 * how facts must relate, is in {@code within.yml}.
 */
public final class ContradictionRule implements EntryRule {

    /** Contradictions of any entry, and of the steps of a procedure. */
    private static final List<String> FILES = List.of("within.yml", "chains.yml");

    private static final String WHOSE = "会议.谁的";

    /** What the files of the program hold, which all sites of a process share. */
    private static final Definitions WITHIN = definitions();

    static final CrossEntryRule.Definitions BETWEEN = CrossEntryRule.definitions();

    private static final ProseFactReader PROSE = new ProseFactReader(
            Stream.of(BETWEEN.prose(), WITHIN.prose()).flatMap(List::stream).toList());

    private static final List<Condition> CONDITIONS =
            WITHIN.relations().stream().map(Condition::of).toList();

    /** The indices of the conditions by each fact of their left sides. */
    private static final Map<String, BitSet> CONDITIONS_OF = new HashMap<>();

    static {
        for (int i = 0; i < CONDITIONS.size(); i++) {
            for (String name : CONDITIONS.get(i).relation().comparison().left().names()) {
                CONDITIONS_OF.computeIfAbsent(name, any -> new BitSet()).set(i);
            }
        }
    }

    private final HeaderFactReader headers;
    private final KnownDays days;
    private final PersonPosts posts;

    /** What entries state whose texts were read in this build and that have not been compared yet. */
    private final Map<Entry, StatedFacts> read = Collections.synchronizedMap(new IdentityHashMap<>());

    /**
     * A relation.
     *
     * @param ofBody the facts of its left side that are those of one sentence or row; if there are any, it is of each
     *     sentence that states one of them
     */
    private record Condition(Relation relation, List<String> ofBody) {

        static Condition of(Relation relation) {
            return new Condition(
                    relation,
                    relation.comparison().left().names().stream()
                            .filter(ContradictionRule::isOfBody)
                            .toList());
        }
    }

    @Key.Group("正文 和 关系 两个列表")
    record Definitions(@Key("正文 prose") List<ProsePattern> prose, @Key("关系 relations") List<Relation> relations) {}

    /**
     * @param branch what is known of the branch
     * @param calendar the working days
     * @param ownCatalogue whether the site has a catalogue of its own, which says what is late
     */
    public ContradictionRule(Organisation branch, WorkCalendar calendar, boolean ownCatalogue) {
        this.days = new KnownDays(calendar);
        this.posts = new PersonPosts(branch);
        this.headers = new HeaderFactReader(branch, calendar, ownCatalogue);
    }

    private static Definitions definitions() {
        List<Definitions> all = FILES.stream()
                .flatMap(file -> Binder.ofResources()
                        .converting(Formula.class, Formula::new)
                        .group(Definitions.class, Optional.of(new YamlReader().resource(ContradictionRule.class, file)))
                        .stream())
                .toList();
        return new Definitions(
                all.stream().flatMap(it -> it.prose().stream()).toList(),
                all.stream().flatMap(it -> it.relations().stream()).toList());
    }

    Organisation branch() {
        return headers.branch();
    }

    /** Returns what an entry states whose text was read in this build, for once; else it is read. */
    StatedFacts facts(Entry entry, Function<Entry, EntryText> texts) {
        return Optional.ofNullable(read.remove(entry)).orElseGet(() -> {
            EntryText text = texts.apply(entry);
            List<TableColumns> tables = new ArrayList<>();
            List<FigureSlips.Line> lines = FigureSlips.Line.of(narrow(text));
            return facts(text, headers.read(entry), PROSE.read(text), BodyTables.read(text, tables), tables, lines);
        });
    }

    private static List<Prose> narrow(EntryText text) {
        return text.prose().stream().map(Prose::narrow).toList();
    }

    /** What an entry states that others may contradict: its header, its sentences and its tables. */
    private StatedFacts facts(
            EntryText text,
            Map<String, StatedFact> header,
            List<Sentence> body,
            List<Sentence> tabled,
            List<TableColumns> tables,
            List<FigureSlips.Line> lines) {
        List<Sentence> stated = new ArrayList<>(body);
        stated.addAll(BodyTables.compared(tabled, tables));
        Stream.of(tables, TableColumns.of(text.entry()))
                .flatMap(List::stream)
                .forEach(table -> stated.addAll(new TableMentions(table)
                        .shared(text.entry().year(), headers.branch().groupNames())));
        Articles.in(text.prose()).last((at, last) -> stated.add(Sentence.of("", last, at)));
        return StatedFacts.of(text, header, stated, lines);
    }

    @Override
    public void check(EntryText text, Consumer<Problem> problems) {
        check(text, false, problems);
    }

    /** @param compared whether the entry will be compared with others as well */
    public void check(EntryText text, boolean compared, Consumer<Problem> problems) {
        Entry entry = text.entry();
        if (entry.publication().status() == Entry.Status.DRAFT) {
            return;
        }
        Map<String, StatedFact> header = headers.read(entry);
        List<Sentence> body = PROSE.read(text);
        List<TableColumns> tables = new ArrayList<>();
        List<Sentence> tabled = BodyTables.read(text, tables);
        List<Prose> narrow = narrow(text);
        List<FigureSlips.Line> figures = FigureSlips.Line.of(narrow);
        if (compared) {
            read.put(entry, facts(text, header, body, tabled, tables, figures));
        }
        body.replaceAll(days::completed);
        body.addAll(tabled);
        List<TableColumns> lists = TableColumns.of(entry);
        tables.addAll(0, lists);
        for (TableColumns table : tables) {
            body.addAll(table.misfits(lists.contains(table)));
            body.addAll(new TableMentions(table).read(text.prose()));
            body.addAll(table.unlike(text));
            body.addAll(ColumnTotals.read(table, text.prose()));
        }
        BiConsumer<Value.Text, Map<String, Comparable<?>>> found = (at, facts) -> body.add(Sentence.of("", facts, at));
        new FigureSlips(figures, TableColumns.numbers(tables)).read(found);
        NumberedLines.read(narrow, found);
        RepeatedLines.read(text.prose(), found);
        List<List<List<Value.Text>>> rows =
                tables.stream().map(TableColumns::rows).toList();
        Stream<Prose> fields = entry.own().stream()
                .flatMap(own -> ProseFactReader.texts(Optional.of(own.spec()), own.value()))
                .map(it -> new Prose(it.line(), " ".repeat(it.column() - 1) + it.text()));
        new GroupNames(branch(), text, found)
                .read(Stream.concat(narrow.stream(), fields).toList(), rows);
        DatedLines.read(narrow)
                .forEach(list -> body.addAll(new TableColumns(DatedLines.COLUMNS, list, List.of()).unlike(text)));
        body.addAll(FieldLabels.read(text, tables));
        posts.complete(entry, header);
        body.addAll(posts.read(text, tables, header));
        Position top = entry.values().get(CommonField.TITLE);
        header.put(WHOSE, new StatedFact(WHOSE, BigDecimal.valueOf(whose(entry, header)), top));
        Position first = rows.stream()
                .flatMap(table -> table.stream().flatMap(List::stream))
                .findFirst()
                .orElse(new Value.Text("", Integer.MAX_VALUE, 1));
        header.put("全文.首表", new StatedFact("全文.首表", "", first));
        if (tables.size() == 1) {
            HeaderFactReader.put("全文.表行数", BigDecimal.valueOf(rows.get(0).size()), top, header);
        }
        Articles articles = Articles.in(text.prose());
        articles.last(found);
        body.addAll(CrossEntryRule.twice(body));
        Map<String, StatedFact> unanimous = unanimous(body);
        // What a row leaves open no other row says.
        body.addAll(HeaderTables.rows(entry, header));
        Function<String, Stream<Comparable<?>>> every = name -> body.stream()
                .flatMap(it -> Stream.ofNullable(it.facts().get(name)).map(StatedFact::value));
        BitSet nowhere = new BitSet();
        Map<String, BitSet> stating = new HashMap<>();
        for (int i = 0; i < body.size(); i++) {
            for (String name : body.get(i).facts().keySet()) {
                stating.computeIfAbsent(name, any -> new BitSet()).set(i);
            }
        }
        Function<String, Optional<StatedFact>> known =
                name -> Optional.ofNullable(header.get(name)).or(() -> Optional.ofNullable(unanimous.get(name)));
        Set<String> told = new HashSet<>();
        // Most relations are of facts that an entry does not state, so that only those of a stated one are tried.
        BitSet tried = new BitSet();
        Stream.of(header.keySet(), unanimous.keySet(), stating.keySet())
                .flatMap(Set::stream)
                .forEach(name -> tried.or(CONDITIONS_OF.getOrDefault(name, nowhere)));
        for (int i = tried.nextSetBit(0); i >= 0; i = tried.nextSetBit(i + 1)) {
            Condition condition = CONDITIONS.get(i);
            Relation relation = condition.relation();
            if (condition.ofBody().isEmpty()) {
                relation.check(entry, known, known, "", every)
                        .filter(problem -> relation.scope().includes(entry, entry.title(), text.text()))
                        .filter(problem -> told.add(problem.line() + ":" + problem.column() + relation.field()))
                        .ifPresent(problems);
                continue;
            }
            BitSet places = new BitSet();
            condition.ofBody().forEach(name -> places.or(stating.getOrDefault(name, nowhere)));
            places.stream().mapToObj(body::get).forEach(sentence -> {
                Function<String, Optional<StatedFact>> said =
                        name -> Optional.ofNullable((isOfBody(name) ? sentence.facts() : header).get(name));
                relation.check(
                                entry,
                                said,
                                name -> said.apply(name).or(() -> known.apply(name)),
                                sentence.text(),
                                every)
                        .filter(problem -> relation.scope().includes(entry, sentence.text(), text.text()))
                        .filter(problem -> told.add(problem.line() + ":" + problem.column()))
                        .ifPresent(problems);
            });
        }
    }

    /** Whose meeting it is: 1 of a 党小组, 2 of the committee, 3 of all members, 0 of none of these. */
    private static int whose(Entry entry, Map<String, StatedFact> header) {
        Predicate<Trait> has = trait -> entry.kinds().stream().anyMatch(kind -> kind.has(trait));
        return header.containsKey("会议.党小组") ? 1 : has.test(Trait.COMMITTEE) ? 2 : has.test(Trait.ALL_MEMBERS) ? 3 : 0;
    }

    private static boolean isOfBody(String name) {
        return name.startsWith("正文.") || name.startsWith(HeaderTables.ROW);
    }

    /** The facts for which all sentences state the same value. */
    static Map<String, StatedFact> unanimous(List<Sentence> sentences) {
        Map<String, StatedFact> facts = new HashMap<>();
        Set<String> disputed = new HashSet<>();
        for (Sentence sentence : sentences) {
            sentence.facts().forEach((name, fact) -> {
                StatedFact before = facts.putIfAbsent(name, fact);
                if (before != null && !before.value().equals(fact.value())) {
                    disputed.add(name);
                }
            });
        }
        facts.keySet().removeAll(disputed);
        return facts;
    }
}
