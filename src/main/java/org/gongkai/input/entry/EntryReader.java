package org.gongkai.input.entry;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.Header;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.entry.header.HeaderValues;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.input.source.Namesake;
import org.gongkai.input.source.SourceFile;
import org.gongkai.problem.Problem;
import org.gongkai.text.DateText;
import org.gongkai.text.MomentText;
import org.gongkai.text.Period;
import org.gongkai.text.WrittenNumber;

/** Parses the header of an entry and reports every problem in it. */
public record EntryReader(HeaderParser headers, HeaderContext context, Kinds kinds, Strictness strictness) {

    /** How unknown fields are treated. */
    public enum Strictness {
        /** Unknown fields are problems. */
        STRICT,
        /** For JBake projects: unknown fields are allowed and passed to templates; a type replaces the kind. */
        JBAKE
    }

    /** Fields that are only displayed; no other reader checks that they are texts. */
    private static final List<CommonField> TEXTS = List.of(
            CommonField.TERM,
            CommonField.CATALOGUE,
            CommonField.DOC_NUMBER,
            CommonField.OWNER,
            CommonField.DRAFTER,
            CommonField.SUMMARY,
            CommonField.WITHDRAWN_WHY);

    public static final List<String> MEETING_FIELDS =
            List.of(("名称 name 次数 session 时间 time 地点 place 主持人 chair 出席 present 列席 attending 缺席 absent 记录人"
                            + " recorder 应到 entitled 实到 attended 主题 theme 党小组 group 状态 state 改到 moved-to")
                    .split(" "));

    /**
     * @param context what headers mean on a site
     */
    public EntryReader(HeaderParser headers, HeaderContext context, Strictness strictness) {
        this(headers, context, context.kinds(), strictness);
    }

    /**
     * Parses the header of an entry.
     *
     * @param file its file
     * @param typed the content of the file
     * @param problems accepts every problem
     * @return the entry; empty if the header is unusable, in which case a problem has been reported
     */
    public Optional<Entry> read(SourceFile file, String typed, Consumer<Problem> problems) {
        String text = strictness == Strictness.STRICT ? Namesake.without(typed) : typed;
        return headers.parse(file.path(), file.ending(), text, problems)
                .flatMap(header ->
                        entry(file, header, text, text.equals(typed) ? List.of() : Namesake.in(typed), problems));
    }

    private Optional<Entry> entry(
            SourceFile file, Header header, String text, List<Namesake> namesakes, Consumer<Problem> problems) {
        boolean isAsciiDoc = HeaderParser.isAsciiDoc(file.ending());
        Map<CommonField, Value> common = new EnumMap<>(CommonField.class);
        List<Value.Field> others = new ArrayList<>();
        for (Value.Field field : header.fields().fields()) {
            Optional<CommonField> known = CommonField.named(field.key().text());
            if (known.isEmpty()) {
                others.add(field);
            } else if (common.putIfAbsent(known.get(), field.value()) != null) {
                problems.accept(Problem.error(
                        "E102",
                        file.path(),
                        field.key(),
                        "字段“" + field.key().text() + "”与前面的“" + known.get().label() + "”是同一个字段",
                        "同一个字段只写一次，请删去多余的一处"));
            }
        }
        HeaderValues values = new HeaderValues(file.path(), common, problems);
        List<Kind> entryKinds = kinds(values);
        if (strictness == Strictness.STRICT && entryKinds.stream().anyMatch(Kind::isOpen)) {
            addDefaults(common);
        }
        Map<String, String> extras = new LinkedHashMap<>();
        Optional<String> title = values.required(CommonField.TITLE);
        Optional<LocalDateTime> published = published(values);
        // Without a title or a date there is no entry; the entry is constructed nevertheless so that all problems are
        // reported in one run.
        LocalDateTime day = published.orElse(LocalDateTime.MIN);
        int year = years(values.quiet(), title.orElse(""), day).get(0);
        OwnFieldReader ownFields =
                new OwnFieldReader(file.path(), kinds, entryKinds, year, day.toLocalDate(), problems);
        List<Entry.OwnField> own =
                new ArrayList<>(ownFields.read(others, strictness == Strictness.JBAKE ? extras : null));
        if (entryKinds.stream()
                .anyMatch(kind -> !kind.words(Trait.LISTED_BY_MONTH).isEmpty())) {
            MonthsInText.read(entryKinds, own, text, header.bodyLine()).ifPresent(own::add);
        }
        PublicationReader publication = new PublicationReader(values);
        boolean draft = publication.status() == Entry.Status.DRAFT;
        if (!draft && strictness == Strictness.STRICT) {
            if (entryKinds.stream().anyMatch(Kind::isOpen)) {
                publication.requireAll();
            }
            requireFields(entryKinds, values, own);
        }
        values.list(CommonField.MATTER);
        if (values.value(CommonField.MEETING) instanceof Value.Fields meeting) {
            values.rejectUnknown(meeting, "会议", MEETING_FIELDS);
            meeting(meeting, values, year);
        }
        if (strictness == Strictness.STRICT) {
            TEXTS.forEach(values::text);
            publication.checkWords();
        }
        Entry entry = new Entry(
                new Entry.Source(
                        file, header.bodyLine(), TextFingerprint.of(text, header.bodyLine(), isAsciiDoc), namesakes),
                title.orElse(""),
                entryKinds,
                new Entry.Listing(
                        values.categories(entryKinds.get(0).listing().column()),
                        years(values, title.orElse(""), day),
                        values.list(CommonField.TAGS)),
                new Entry.Dates(
                        day,
                        values.date(CommonField.SIGNED),
                        values.date(CommonField.EXPIRES),
                        values.date(CommonField.REVISED),
                        values.date(CommonField.WITHDRAWN_ON)),
                publication.read(),
                values.value(CommonField.NOTICE) == null
                        ? Optional.empty()
                        : new NoticeReader(values, context.calendar()).read(),
                new Entry.Fields(Map.copyOf(common), own, extras, attachments(values)));
        return title.isEmpty() || published.isEmpty() ? Optional.empty() : Optional.of(entry);
    }

    /**
     * JBake replaces a missing date by the modification time of the file, which differs between machines; here it is a
     * problem.
     */
    private Optional<LocalDateTime> published(HeaderValues values) {
        return values.required(CommonField.DATE).flatMap(text -> values.dateTime(CommonField.DATE));
    }

    /** Reports a time that cannot be read, in whose place registers would use another date, and what is no number. */
    private static void meeting(Value.Fields meeting, HeaderValues values, int year) {
        for (String[] names : new String[][] {{"时间", "time"}, {"改到", "moved-to"}}) {
            meeting.value(names)
                    .filter(Value.Text.class::isInstance)
                    .map(Value.Text.class::cast)
                    .filter(time -> !time.isBlank())
                    .filter(time -> MomentText.parse(MomentText.completed(time.text(), year))
                                    .isEmpty()
                            && (names[0].equals("改到")
                                    || Period.parse(time.text(), year).isEmpty()))
                    .ifPresent(time -> values.error(
                            time,
                            "E123",
                            (names[0].equals("时间") ? "会议时间“" : "会议改到的时间“")
                                    + time.text().strip() + "”"
                                    + (MomentText.parse(year + "-01-01 " + time.text())
                                                    .isPresent()
                                            ? "没有写哪一天"
                                            : "不是有效的日期和时间"),
                            "请写成 2024-03-15 15:00、2024年3月15日下午3时 这样的形式"));
        }
        LocalDateTime planned = time(meeting, year, "时间", "time").orElse(LocalDateTime.MIN);
        LocalDateTime moved = time(meeting, year, "改到", "moved-to").orElse(LocalDateTime.MAX);
        if (planned.getYear() > 0 && moved.isBefore(planned.minusMonths(6))) {
            values.error(
                    meeting.value("改到", "moved-to").orElseThrow(),
                    "E123",
                    "会议改到的时间“" + DateText.minutes(moved).replace(" 00:00", "") + "”比会议时间早半年以上",
                    "改到第二年的，请写上年份");
        }
        meeting.value("状态", "state").ifPresent(state -> {
            String word = state instanceof Value.Text text ? text.text().strip() : "";
            Optional<String> known = Choice.canonical(MeetingChange.STATES, word);
            if (known.isEmpty() && !word.isEmpty()) {
                values.error(state, "E375", "会议状态“" + word + "”不是可以选的词", "可以写：延期（另写“改到”）、取消；照常开的不用写，写“已召开”也可以");
            } else if (known.filter(it -> !it.equals(MeetingChange.PUT_OFF)).isPresent()
                    && meeting.text("改到", "moved-to").isPresent()) {
                values.error(state, "E375", "会议状态写的是“" + word + "”，又写了“改到”", "改到另一天开的，状态写“延期”；不开了的，删去“改到”");
            }
        });
        for (String[] names : new String[][] {{"应到", "entitled"}, {"实到", "attended"}}) {
            meeting.value(names)
                    .filter(number -> number instanceof Value.Text text
                            && !text.isBlank()
                            && WrittenNumber.read(text.text()).isEmpty())
                    .ifPresent(number -> values.error(
                            number, "E106", names[0] + "人数“" + ((Value.Text) number).text() + "”不合要求", "请写人数，如 18"));
        }
    }

    private static Optional<LocalDateTime> time(Value.Fields meeting, int year, String... names) {
        return meeting.text(names).flatMap(text -> DateText.parse(MomentText.completed(text, year)));
    }

    /**
     * Reports every field that the kinds require and that is absent or blank, be it a common field or one of a kind.
     */
    private static void requireFields(List<Kind> kinds, HeaderValues values, List<Entry.OwnField> own) {
        kinds.stream()
                .flatMap(kind -> kind.demands().required().stream())
                .distinct()
                .forEach(name -> {
                    Optional<Value> value = own.stream()
                            .filter(field -> field.spec().name().equals(name))
                            .map(Entry.OwnField::value)
                            .findFirst()
                            .or(() -> CommonField.named(name).map(values::value));
                    if (value.isEmpty() || value.get() instanceof Value.Text text && text.isBlank()) {
                        values.missing(name, value.orElse(new Value.Text("", 1, 1)));
                    }
                });
    }

    private static List<Entry.Attachment> attachments(HeaderValues values) {
        Value value = values.value(CommonField.ATTACHMENTS);
        List<Value> items =
                value instanceof Value.Items list ? list.items() : value == null ? List.of() : List.of(value);
        List<Entry.Attachment> attachments = new ArrayList<>();
        for (Value item : items) {
            if (item instanceof Value.Text text) {
                List<Value.Text> paths = value instanceof Value.Items
                        ? List.of(new Value.Text(text.text().strip(), text.line(), text.column()))
                        : HeaderValues.parts(text);
                paths.stream()
                        .filter(path -> !path.isBlank())
                        .forEach(path -> attachments.add(new Entry.Attachment(path, "", Optional.empty())));
            } else if (item instanceof Value.Fields group
                    && group.value("文件", "file").orElse(null) instanceof Value.Text file
                    && !file.isBlank()) {
                values.rejectUnknown(group, "附件", List.of("文件", "file", "名称", "name", "人工核查", "examined"));
                attachments.add(new Entry.Attachment(
                        file, group.text("名称", "name").orElse(""), group.value("人工核查", "examined")));
            } else {
                values.error(item, "E121", "附件的每一项应是一个文件", "例如 - 附件/安排表.xlsx，或 - {文件: 附件/安排表.xlsx, 名称: 安排表}");
            }
        }
        return List.copyOf(attachments);
    }

    /** Adds what the site says of every entry that must state it. */
    private void addDefaults(Map<CommonField, Value> common) {
        context.defaults().fields().forEach((name, text) -> {
            CommonField field = CommonField.named(name).orElseThrow();
            Value stated = common.get(field);
            if (!text.isEmpty() && (stated == null || stated instanceof Value.Text typed && typed.isBlank())) {
                common.put(field, new Value.Text(text, 1, 1));
            }
        });
    }

    /** The years of the header, else those that the title states, else that of the publication. */
    private List<Integer> years(HeaderValues values, String title, LocalDateTime published) {
        List<Integer> dates = new ArrayList<>(List.of(published.getYear()));
        // Without the problem that is reported where the date is read for the entry.
        values.quiet().date(CommonField.SIGNED).ifPresent(day -> dates.add(day.getYear()));
        List<Integer> stated = strictness == Strictness.STRICT ? TitleYears.near(title, dates) : List.of();
        return values.years(stated.isEmpty() ? List.of(published.getYear()) : stated);
    }

    private List<Kind> kinds(HeaderValues values) {
        List<Kind> found = new ArrayList<>();
        for (Value.Text name : values.texts(CommonField.KIND)) {
            Optional<Kind> kind = kinds.named(name.text());
            if (kind.isPresent()) {
                found.add(kind.get());
            } else {
                values.error(name, "E105", "没有“" + name.text() + "”这个文种", kinds.advice(name.text()));
            }
        }
        return found.isEmpty() ? List.of(kinds.standard()) : List.copyOf(found);
    }
}
