package org.gongkai.check.branch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.rule.RuleSet.HeaderRule;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.config.Organisation.Person;
import org.gongkai.input.config.ValidityPeriod;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.source.Namesake;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;
import org.gongkai.site.fact.EntryFacts;

/** Where a header names one of several persons of the branch who have the same name, it says which. */
record NamesakeRule(Organisation branch) implements HeaderRule {

    private static final String CODE = "W390";

    /** The members of 会议 that name persons. */
    private static final Set<String> PERSONS =
            Set.of("主持人", "chair", "出席", "present", "列席", "attending", "缺席", "absent", "记录人", "recorder");

    /** A name of which the last letters may be those of another is none of its own. */
    private static final String ALONE = "(?<!\\p{IsHan})%s(?:同志)?(?!\\p{IsHan})";

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        Namesake.in(entry.path())
                .forEach(told -> problems.accept(Problem.error(
                        "E390", entry.path(), "文件名里写着标识“" + told.mark() + "”，读者会看到", "写姓名就可以，请删去括号和里面的标识")));
        for (Namesake told : entry.source().namesakes()) {
            List<Person> meant = branch.people().stream()
                    .filter(person -> told.before().endsWith(person.name()))
                    .toList();
            if (meant.stream().noneMatch(person -> person.mark().equals(told.mark()))) {
                problems.accept(Problem.warning(
                        CODE,
                        entry.path(),
                        new Value.Text("", told.line(), told.column()),
                        "没有“" + told.mark() + "”这个标识",
                        (meant.isEmpty() ? "" : "可以写：" + written(meant) + "；") + "标识写在 " + Organisation.PATH
                                + " 的人员里"));
            }
        }
        if (entry.publication().status() != Entry.Status.DRAFT) {
            LocalDate day = EntryFacts.day(entry);
            ValidityPeriod.on(day, branch.people()).stream()
                    .collect(Collectors.groupingBy(Person::name))
                    .forEach((name, persons) -> {
                        if (persons.stream().map(Person::mark).distinct().count() > 1) {
                            named(entry).forEach(text -> which(entry, text, name, persons, problems));
                        }
                    });
        }
    }

    /** Whether somebody whom a text names is among those of a header, and not another one of the name. */
    boolean isOneOf(List<Value.Text> header, Entry entry, Value.Text named, LocalDate day) {
        String mark = entry.mark(named);
        return header.stream().map(entry::mark).anyMatch(mark::equals)
                && (!mark.isEmpty()
                        || ValidityPeriod.on(day, branch.people()).stream()
                                        .filter(person -> named.text().endsWith(person.name()))
                                        .count()
                                < 2);
    }

    /** Whether all whom a name in a text may mean had left the branch before a day. */
    boolean haveLeft(Entry entry, Value.Text named, LocalDate day) {
        return branch.people().stream()
                .filter(person -> named.text().contains(person.name()))
                .filter(person ->
                        entry.mark(named).isEmpty() || entry.mark(named).equals(person.mark()))
                .allMatch(person -> person.time().endedBefore(day));
    }

    /** Both of two persons need not be told apart. */
    private static void which(
            Entry entry, List<Value.Text> list, String name, List<Person> persons, Consumer<Problem> problems) {
        Pattern alone = Pattern.compile(ALONE.formatted(Pattern.quote(name)));
        List<Value.Text> open = list.stream()
                .flatMap(text -> places(text, alone.matcher(text.text()), name))
                .filter(place -> entry.mark(place).isEmpty())
                .toList();
        if (!open.isEmpty() && open.size() < persons.size()) {
            Position first = open.get(0);
            problems.accept(Problem.warning(
                    CODE,
                    entry.path(),
                    first,
                    "这一天有" + persons.size() + "个“" + name + "”，没有写明是哪一个",
                    "请写 " + written(persons) + "；括号和里面的标识读者看不到"));
        }
    }

    private static Stream<Value.Text> places(Value.Text text, Matcher found, String name) {
        return found.results()
                .map(place -> new Value.Text(
                        name, text.line(), text.column() + text.text().codePointCount(0, place.start())));
    }

    private static String written(List<Person> persons) {
        return persons.stream()
                .map(person -> Namesake.written(person.name(), person.mark()))
                .collect(Collectors.joining(" 或 "));
    }

    /** The names in each field and each column of a row. */
    private static Stream<List<Value.Text>> named(Entry entry) {
        Stream<Value> common = Stream.of(
                        CommonField.OWNER, CommonField.SECRECY_REVIEW, CommonField.EXAMINATION, CommonField.APPROVAL)
                .flatMap(field -> Optional.ofNullable(entry.values().get(field)).stream());
        Stream<Value> meeting = entry.values().get(CommonField.MEETING) instanceof Value.Fields group
                ? group.fields().stream()
                        .filter(field -> PERSONS.contains(field.key().text()))
                        .map(Value.Field::value)
                : Stream.empty();
        Stream<Value> own = entry.own().stream()
                .flatMap(field -> field.spec().type() == FieldType.PERSON
                        ? Stream.of(field.value())
                        : field.rows().stream().flatMap(row -> row.fields().stream()
                                .filter(cell -> field.spec()
                                        .column(cell.key().text())
                                        .filter(it -> it.type() == FieldType.PERSON
                                                || it.name().matches("姓名|.*人"))
                                        .isPresent())
                                .map(Value.Field::value)));
        return Stream.of(common, meeting, own).flatMap(values -> values).map(Value::texts);
    }
}
