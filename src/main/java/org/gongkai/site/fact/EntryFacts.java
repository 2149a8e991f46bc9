package org.gongkai.site.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.MeetingChange;
import org.gongkai.input.entry.PublicationReader;
import org.gongkai.input.entry.TitleYears;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.site.Item;
import org.gongkai.text.IssueNumbers;
import org.gongkai.text.MomentText;
import org.gongkai.text.NameList;
import org.gongkai.text.Period;
import org.gongkai.text.SessionNumber;

/**
 * The header of an entry. A path is the name of a field; {@code a.b} is the member b of the group a, such as {@code
 * 会议.时间} or {@code 期间.起}; {@code 标题.党小组}, {@code 标题.期间}, {@code 标题.次数} and {@code 标题.同志} are what the
 * title says where a field is absent.
 *
 * @param kinds the kinds that count here; empty for all
 * @param groups the names of the 党小组 of the branch
 */
public record EntryFacts(Item item, List<String> kinds, List<String> groups) implements Facts {

    private static final Pattern PERIOD = Pattern.compile("\\d{4}年(?:度?第?[一二三四1-4]季度|度?[上下]半年|(?:1[0-2]|0?[1-9])月)"
            + "(?:至(?:\\d{4}年)?(?:第?[一二三四1-4]季度|(?:1[0-2]|0?[1-9])月(?![0-9])))?");

    /** Where the day of what an entry reports may stand. */
    private static final List<String> EVENT = List.of("会议.时间", "学习时间", "活动日期", "大会日期", "期间", "标题.期间", "成文日期");

    /** What stands between 关于 and the name of a person, as in 关于拟接收林晓禾同志为中共预备党员的公示. */
    private static final Pattern PERSON =
            Pattern.compile("^(?:.*关于)?(?:拟|同意|批准|讨论|确定|接收|吸收|推荐|列|将|对|为|中共|预备党员|入党积极分子|发展对象)*([\\p{IsHan}·]{2,8}?)同志");

    /** Words in the place of a name that name nobody, or several. */
    private static final Pattern NOBODY = Pattern.compile("[一二两三四五六七八九十几数多][名位]$|[某等]|^[该各]");

    /** The members of groups, each with its English name behind it. */
    private static final List<String> MEMBERS = Stream.concat(
                    EntryReader.MEETING_FIELDS.stream(), Stream.of("起", "from", "止", "to"))
            .toList();

    /**
     * Returns the day of what an entry reports: of a meeting or an activity, or the last of a period; empty if the
     * header says none that was before the publication.
     */
    public static Optional<LocalDate> eventDay(Item item) {
        EntryFacts facts = new EntryFacts(item, List.of(), List.of());
        LocalDate published = item.entry().dates().day();
        return facts.event(published.getYear())
                .filter(day -> !day.isAfter(published))
                .findFirst();
    }

    /**
     * Returns the day whose branch an entry is about: that of a meeting or an activity, also of one to come, or the
     * last of a period, else the day of its signing or publication.
     */
    public static LocalDate day(Entry entry) {
        LocalDate published = entry.dates().day();
        return new EntryFacts(new Item(entry, ""), List.of(), List.of())
                .event(published.getYear())
                .findFirst()
                .orElse(published);
    }

    private Stream<LocalDate> event(int year) {
        return EVENT.stream()
                .flatMap(path -> Period.parse(text(path), year).stream())
                .map(Period::to);
    }

    /** Returns the person whom the title of a notice names. */
    public static Optional<String> personIn(String title) {
        Matcher name = PERSON.matcher(title);
        return name.find()
                ? Optional.of(name.group(1)).filter(it -> !NOBODY.matcher(it).find())
                : Optional.empty();
    }

    @Override
    public List<Item> entries() {
        return List.of(item);
    }

    @Override
    public List<String> at(String path) {
        Entry entry = item.entry();
        return switch (path) {
            case "标题" -> List.of(entry.title());
            case "文种" ->
                entry.kinds().stream()
                        .map(Kind::name)
                        .filter(name -> kinds.isEmpty() || kinds.contains(name))
                        .toList();
            case "栏目" -> entry.listing().categories();
            case "标题.年度" ->
                TitleYears.of(entry.title()).stream()
                        .map(span -> span.last() + "年")
                        .toList();
            case "年度" -> entry.listing().years().stream().map(String::valueOf).toList();
            case "标签" -> entry.listing().tags();
            case "发布日期" -> List.of(entry.dates().day().toString());
            case "成文日期" ->
                entry.dates().signed().map(day -> List.of(day.toString())).orElse(List.of());
            case "公开范围" -> List.of(entry.publication().scope());
            case "发布机构" -> words(entry.publication().publisher());
            case "索引号" -> words(entry.publication().number());
            case "公示.起" -> entry.notice().map(n -> List.of(n.from().toString())).orElse(List.of());
            case "公示.止" -> entry.notice().map(n -> List.of(n.to().toString())).orElse(List.of());
            case "公示.结果" -> entry.notice().map(n -> words(n.result().text())).orElse(List.of());
            case "标题.党小组" -> groupInTitle();
            case "标题.同志" -> personIn(entry.title()).stream().toList();
            case "标题.期间" -> periodInTitle();
            case "标题.期数" ->
                IssueNumbers.inTitle(entry.title()).stream()
                        .map(String::valueOf)
                        .toList();
            case "标题.次数" -> session(entry.title(), List.of());
            case "会议.次数" -> {
                List<String> typed = field(path);
                yield typed.isEmpty() ? typed : session(typed.get(0), typed);
            }
            case "会议.状态" ->
                entry.values().containsKey(CommonField.MEETING)
                        ? MeetingChange.of(entry).map(MeetingChange::text).stream()
                                .toList()
                        : List.of();
            case "会议.党小组" ->
                field(path).stream()
                        .flatMap(typed -> NameList.in(typed, groups).stream())
                        .map(NameList.Name::text)
                        .distinct()
                        .toList();
            case "附件.数" -> List.of(String.valueOf(entry.header().attachments().size()));
            case "有效性" -> words(entry.publication().validity());
            case "保管期限" -> words(entry.retention());
            case "会议.时间" ->
                field(path).stream()
                        .map(time -> MomentText.completed(time, entry.year()))
                        .map(time -> MomentText.parse(time).isPresent()
                                ? time
                                : Period.parse(time, entry.year())
                                        .map(span -> span.from().toString())
                                        .orElse(time))
                        .toList();
            default -> {
                List<String> typed = field(path);
                yield typed.isEmpty() ? adjustment(path) : typed;
            }
        };
    }

    /** What is not written in the field that says how an entry adjusts an amount. */
    private List<String> adjustment(String path) {
        return item.entry().kinds().stream()
                .flatMap(kind -> kind.adjusting().stream())
                .filter(field -> field.name().equals(path))
                .map(field -> Stream.of(
                                item.entry().adjustment(),
                                field.choices().get(0).name())
                        .filter(word -> !word.isEmpty())
                        .findFirst()
                        .orElseThrow())
                .limit(1)
                .toList();
    }

    @Override
    public List<String> counted(String path) {
        if (path.equals("有效性")) {
            return at(path).stream()
                    .flatMap(word -> Choice.canonical(PublicationReader.VALIDITIES, word).stream())
                    .toList();
        }
        return item.entry().own(path).map(own -> own.spec().counted(at(path))).orElseGet(() -> at(path));
    }

    /** The number of a meeting, however it is written. */
    private static List<String> session(String text, List<String> otherwise) {
        OptionalInt number = SessionNumber.in(text);
        return number.isPresent() ? List.of(String.valueOf(number.getAsInt())) : otherwise;
    }

    private List<String> groupInTitle() {
        String title = item.entry().title();
        for (String group : groups) {
            // 管网组组长 is a person, whose lecture is no meeting of the group.
            title = title.replace(group + "组长", "");
        }
        return NameList.listed(title, groups);
    }

    private List<String> periodInTitle() {
        Matcher period = PERIOD.matcher(item.entry().title());
        return period.find() ? List.of(period.group().replace("年度", "年")) : List.of();
    }

    private List<String> field(String path) {
        List<String> words = value(path).map(EntryFacts::words).orElse(List.of());
        return item.entry()
                        .own(path)
                        .filter(own -> own.spec().type() == FieldType.ISSUE)
                        .isPresent()
                ? words.stream()
                        .flatMap(typed -> IssueNumbers.in(typed).stream())
                        .map(String::valueOf)
                        .toList()
                : words;
    }

    @Override
    public List<Value.Text> typed(String path) {
        return value(path).map(Value::texts).orElse(List.of());
    }

    private Optional<Value> value(String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        Optional<Value> value = item.entry()
                .own(name)
                .map(Entry.OwnField::value)
                .or(() -> CommonField.named(name)
                        .map(field -> item.entry().values().get(field)));
        return dot < 0 ? value : value.flatMap(group -> member(group, path.substring(dot + 1)));
    }

    private static Optional<Value> member(Value value, String name) {
        if (!(value instanceof Value.Fields group)) {
            return Optional.empty();
        }
        int member = MEMBERS.indexOf(name);
        return group.value(member < 0 ? new String[] {name} : new String[] {name, MEMBERS.get(member + 1)});
    }

    /** Returns the words of a value: of a list those of all items, of a period both days. */
    public static List<String> words(Value value) {
        if (value instanceof Value.Text text) {
            return words(text.text());
        }
        if (value instanceof Value.Items items) {
            return items.items().stream().flatMap(item -> words(item).stream()).toList();
        }
        Value.Fields group = (Value.Fields) value;
        String from = group.text("起", "from").orElse("");
        String to = group.text("止", "to").orElse("");
        return from.isEmpty() || to.isEmpty() ? List.of() : List.of(from + "至" + to);
    }

    private static List<String> words(String text) {
        String word = text.strip();
        return word.isEmpty() ? List.of() : List.of(word);
    }
}
