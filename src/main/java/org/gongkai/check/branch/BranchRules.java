package org.gongkai.check.branch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.config.Organisation.Group;
import org.gongkai.input.config.ValidityPeriod;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.ApprovalStep;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.HeaderValues;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.DateText;
import org.gongkai.text.NameList;
import org.gongkai.text.Period;

/** The rules about the groups, posts and persons that headers name. */
public record BranchRules(Organisation branch) {

    /** Shorter names differ from others in one character by right. */
    private static final int LONG = 4;

    /** Returns the rules of this group. */
    public RuleSet rules() {
        NamedPersons persons = new NamedPersons(branch, new Posts(branch));
        return new RuleSet(
                List.of(this::group, this::persons, new NamesakeRule(branch)),
                List.of(),
                List.of(persons::check),
                List.of());
    }

    /** The 党小组 of a meeting is one that the branch had; otherwise its meetings would be counted for no group. */
    private void group(Entry entry, Consumer<Problem> problems) {
        if (branch.groups().isEmpty() || !(entry.values().get(CommonField.MEETING) instanceof Value.Fields meeting)) {
            return;
        }
        LocalDate day = EntryFacts.day(entry);
        List<String> names = branch.groupNames();
        meeting.texts("党小组", "group").stream().forEach(text -> NameList.in(text.text(), names)
                .forEach(name -> group(
                        entry, new Value.Text(name.text(), text.line(), text.column() + name.start()), day, problems)));
    }

    private void group(Entry entry, Value.Text at, LocalDate day, Consumer<Problem> problems) {
        String name = at.text();
        List<Group> known = branch.groups(name);
        if (known.isEmpty()) {
            List<String> names = branch.groupNames();
            problems.accept(Problem.warning(
                    "W129",
                    entry.path(),
                    at,
                    "没有“" + name + "”这个党小组",
                    Nearest.of(name, names).map(near -> "您是不是要写“" + near + "”；").orElse("") + Organisation.PATH
                            + " 里的党小组有：" + String.join("、", names)));
        } else if (ValidityPeriod.on(day, known).isEmpty()) {
            problems.accept(Problem.warning("W355", entry.path(), at, without(name, known, day), groupsOf(day)));
        }
    }

    /** Says that there was no such group on a day. */
    static String without(String name, List<Group> known, LocalDate day) {
        return day + "没有“" + name + "”这个党小组：" + told(known, day);
    }

    /** Says when there was a group before a day, else when there is one. */
    private static String told(List<Group> known, LocalDate day) {
        Group group = known.stream()
                .filter(it -> it.time().endedBefore(day))
                .findFirst()
                .orElse(known.get(known.size() - 1));
        return group.time().words() + (group.into().isEmpty() ? "" : "，后来并入“" + group.into() + "”");
    }

    private String groupsOf(LocalDate day) {
        List<String> names = branch.groupNames(day);
        return "请核对日期和党小组" + (names.isEmpty() ? "" : "，这一天的党小组有：" + String.join("、", names)) + "；起止写错了的，改 "
                + Organisation.PATH;
    }

    /** The chair, the recorder, the responsible person and those who reviewed and approved were in office that day. */
    private void persons(Entry entry, Consumer<Problem> problems) {
        if (entry.publication().status() == Entry.Status.DRAFT) {
            return;
        }
        LocalDate published = entry.dates().day();
        LocalDate signed = entry.dates().signed().orElse(published);
        if (entry.values().get(CommonField.MEETING) instanceof Value.Fields group) {
            LocalDate held = EntryFacts.day(entry);
            boolean isOfBranch = Stream.of(Trait.COMMITTEE, Trait.ALL_MEMBERS)
                    .anyMatch(trait -> entry.kinds().stream().anyMatch(kind -> kind.has(trait)));
            group.texts("主持人", "chair").forEach(text -> persons(entry, text, held, isOfBranch, problems));
            group.texts("记录人", "recorder").forEach(text -> persons(entry, text, held, false, problems));
            Stream.of(group.texts("出席", "present"), group.texts("缺席", "absent"))
                    .forEach(texts -> texts.forEach(text -> posts(entry, text, held, problems)));
        }
        entry.own().forEach(own -> persons(own.spec(), own.value())
                .forEach(text -> posts(entry, text, EntryFacts.day(entry), problems)));
        unit(entry, problems);
        entry.own("当选名单").ifPresent(list -> elected(entry, list, problems));
        entry.own("轮值").ifPresent(rota -> rota.rows().forEach(row -> shift(entry, row, problems)));
        texts(entry.values().get(CommonField.OWNER)).forEach(text -> persons(entry, text, signed, false, problems));
        entry.own("签发人").stream()
                .flatMap(own -> texts(own.value()))
                .forEach(text -> persons(entry, text, signed, true, problems));
        step(entry, CommonField.SECRECY_REVIEW, published, problems, "审查人", "reviewer");
        step(entry, CommonField.EXAMINATION, published, problems, "审核人", "examiner");
        step(entry, CommonField.APPROVAL, published, problems, "审批人", "approver");
    }

    /** The texts of a field that names persons, or of the columns of a table that do. */
    private static Stream<Value.Text> persons(FieldSpec spec, Value value) {
        return value instanceof Value.Items rows && spec.type() == FieldType.TABLE
                ? rows.items().stream()
                        .filter(Value.Fields.class::isInstance)
                        .flatMap(row -> ((Value.Fields) row).fields().stream())
                        .flatMap(cell -> spec.column(cell.key().text()).stream()
                                .flatMap(column -> persons(column, cell.value())))
                : spec.type() == FieldType.PERSON ? texts(value) : Stream.empty();
    }

    /** Posts that nobody held from the beginning of the year of an entry to a day. */
    private void posts(Entry entry, Value.Text typed, LocalDate day, Consumer<Problem> problems) {
        LocalDate first = LocalDate.of(Math.min(day.getYear(), entry.year()), 1, 1);
        ValidityPeriod time = new ValidityPeriod(Optional.of(first), Optional.of(day));
        HeaderValues.parts(typed).forEach(part -> new Posts(branch)
                .of(part.text().strip())
                .filter(post ->
                        post.holders().stream().noneMatch(it -> it.time().overlaps(time)))
                .ifPresent(post -> post(entry, part, post, day, problems)));
    }

    /** Whoever is on duty belongs to the branch when the month begins. */
    private void shift(Entry entry, Value.Fields row, Consumer<Problem> problems) {
        row.text("月份", "month")
                .flatMap(month -> Period.parse(month.strip(), entry.year()))
                .ifPresent(month -> row.texts("轮值人", "on-duty")
                        .forEach(text -> persons(entry, text, month.from(), false, problems)));
    }

    private static Stream<Value.Text> texts(Value value) {
        return value instanceof Value.Text text
                ? Stream.of(text)
                : value instanceof Value.Items list
                        ? list.items().stream()
                                .filter(Value.Text.class::isInstance)
                                .map(Value.Text.class::cast)
                        : Stream.empty();
    }

    private void step(
            Entry entry, CommonField field, LocalDate published, Consumer<Problem> problems, String... names) {
        Value value = entry.values().get(field);
        if (value != null) {
            ApprovalStep step = ApprovalStep.of(value, names);
            Value.Text person = new Value.Text(step.person(), value.line(), value.column());
            persons(entry, person, step.date().orElse(published), field == CommonField.APPROVAL, problems);
        }
    }

    /** @param needsPost whether somebody who is named without a post acts in one */
    private void persons(Entry entry, Value.Text typed, LocalDate day, boolean needsPost, Consumer<Problem> problems) {
        for (Value.Text part : HeaderValues.parts(typed)) {
            String text = part.text().strip();
            new Posts(branch)
                    .of(text)
                    .filter(post -> post.holders().isEmpty()
                            || ValidityPeriod.on(day, post.holders()).isEmpty())
                    .ifPresentOrElse(
                            post -> post(entry, part, post, day, problems),
                            () -> person(entry, part, text, day, needsPost, problems));
        }
    }

    /** What a post was before its first holder that the file names is not known. */
    private void post(Entry entry, Value.Text at, Posts.Post post, LocalDate day, Consumer<Problem> problems) {
        boolean hadHolder =
                post.holders().stream().anyMatch(holder -> holder.time().endedBefore(day));
        String hint;
        String message;
        if (hadHolder) {
            message = day + "没有人任“" + post.name() + "”";
            hint = post.holders().stream().map(Posts::told).collect(Collectors.joining("；")) + "；请核对，另有人代行的写那个人的职务";
        } else if (post.holders().isEmpty() && Posts.areListed(branch.committee(day))) {
            message = "支部委员会里没有“" + post.name() + "”";
            hint = "这一天的委员会有："
                    + branch.committee(day).stream()
                            .map(Organisation.Member::post)
                            .distinct()
                            .collect(Collectors.joining("、"))
                    + "；从前有过的写进 " + Organisation.PATH + " 并写上止，不是本支部的写明单位";
        } else {
            return;
        }
        problems.accept(Problem.warning("W357", entry.path(), at, message, hint));
    }

    private void person(
            Entry entry, Value.Text at, String text, LocalDate day, boolean needsPost, Consumer<Problem> problems) {
        String name = text.replaceAll("[（(][^（）()]*[）)]", "").strip();
        List<Organisation.Person> known = branch.people(name, entry.mark(at));
        if (Posts.hasLeft(known, day)) {
            problems.accept(Posts.left(
                    entry,
                    at,
                    name,
                    day,
                    "：" + known.get(known.size() - 1).time().words()));
            return;
        }
        List<Posts.Holder> held = new Posts(branch).heldBy(text, name, entry.mark(at), needsPost);
        if (Posts.hasLeft(held, day)) {
            Posts.Holder last = held.get(held.size() - 1);
            List<Posts.Holder> holders =
                    new Posts(branch).of(last.post()).map(Posts.Post::holders).orElse(List.of());
            String now = ValidityPeriod.on(day, holders).stream()
                    .map(Posts.Holder::name)
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.joining("、"));
            String message = "“" + last.name() + "”" + day + "已经不任“" + last.post() + "”："
                    + last.time().words();
            String hint = (now.isEmpty() ? "" : "这一天的“" + last.post() + "”是“" + now + "”；") + "请核对姓名和日期";
            problems.accept(Problem.warning("W358", entry.path(), at, message, hint));
            return;
        }
        Stream.concat(
                        branch.people().stream().map(Organisation.Person::name),
                        branch.committee().stream().map(Organisation.Member::name))
                .filter(it -> !it.isEmpty() && name.endsWith(it) && name.length() > it.length())
                .findFirst()
                .flatMap(it -> new Posts(branch)
                        .misnamed(
                                entry,
                                at,
                                name.substring(0, name.length() - it.length()).replaceFirst("^支部", ""),
                                it,
                                day))
                .ifPresent(problems);
    }

    /** Whoever was elected holds the posts that the list says. */
    private void elected(Entry entry, Entry.OwnField list, Consumer<Problem> problems) {
        LocalDate day = entry.own("任期")
                .filter(term -> term.value() instanceof Value.Fields)
                .flatMap(term -> ((Value.Fields) term.value()).text("起", "from"))
                .or(() -> entry.own("大会日期").map(it -> ((Value.Text) it.value()).text()))
                .flatMap(DateText::day)
                .orElse(EntryFacts.day(entry));
        list.rows().forEach(row -> list.spec()
                .cell(row, "姓名")
                .flatMap(name -> list.spec().cell(row, "职务").flatMap(post -> new Posts(branch)
                        // Whoever held it before may have held it until the day before.
                        .misnamed(entry, row, post, name.strip(), day.plusDays(Posts.MARGIN))))
                .ifPresent(problems));
    }

    /** A title or a publisher names the branch by its own number. */
    private void unit(Entry entry, Consumer<Problem> problems) {
        String own = branch.branch().replaceFirst("党?支部(?:委员会)?$", "");
        String numerals = "[" + ChineseNumeral.TO_TEN + "0-9]+";
        String numbered = Stream.of(own.split(numerals, -1)).map(Pattern::quote).collect(Collectors.joining(numerals));
        // Of a long name one character may be another one as well.
        String misspelt = IntStream.range(0, own.length() < LONG ? 0 : own.length())
                .mapToObj(i ->
                        "|" + Pattern.quote(own.substring(0, i)) + "\\p{IsHan}" + Pattern.quote(own.substring(i + 1)))
                .collect(Collectors.joining());
        Pattern like = Pattern.compile(
                "(?:(" + numbered + misspelt + ")党?支部|(" + Pattern.quote(own) + ")党?总支部?)(?![与和、来到同及])");
        for (CommonField field : List.of(CommonField.TITLE, CommonField.PUBLISHER)) {
            Matcher found = like.matcher(entry.text(field));
            if (found.find()
                    && (field == CommonField.PUBLISHER || found.start() == 0)
                    && (found.group(2) != null || !entry.text(field).contains(own))) {
                problems.accept(Problem.warning(
                        "W359",
                        entry.path(),
                        entry.values().get(field),
                        "本支部是“" + branch.branch() + "”，" + field.label() + "里写的是“" + found.group() + "”",
                        "请核对支部的名称；是转发别的支部的，可以不改"));
            }
        }
    }
}
