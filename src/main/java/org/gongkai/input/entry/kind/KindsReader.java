package org.gongkai.input.entry.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.BoundGroup;
import org.gongkai.input.data.Key;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/** Reads the built-in kinds and lays those of a site over them. */
public final class KindsReader {

    /** The path of the site's own kinds. */
    public static final String KINDS = SourceTree.DATA + "kinds.yml";

    /** The Chinese and English names of all fields of a kind. */
    public static final List<String> NAMES = Binder.names(Written.class);

    private static final String EXAMPLE = "每一项写：- {名称: 慰问, 标识: visits, 字段: [{名称: 对象, 键: whom, 类型: text}]}";

    /** Stands for the fields that every published entry needs. */
    private static final String OPEN = "公开";

    private final YamlReader yaml;
    private final Consumer<Problem> problems;
    private final Binder binder;

    /**
     * @param problems accepts every problem
     */
    public KindsReader(YamlReader yaml, Consumer<Problem> problems) {
        this.yaml = yaml;
        this.problems = problems;
        this.binder = new Binder(KINDS, "E125", problems)
                .then(FieldSpec.class, FieldSpec::checked)
                .then(Choice.class, (choice, group) -> {
                    choice.words().forEach(word -> group.distinct("名称", word, "E127"));
                    return choice;
                });
    }

    /** A kind as written. */
    @Key.Group(value = EXAMPLE, code = "E129")
    private record Written(
            @Key(value = "名称 name", required = true, code = "E126") String name,
            @Key("") Kind.Listing listing,
            @Key("别名 aliases") List<Value.Text> aliases,
            @Key("") Contents contents,
            @Key("") Limits limits,
            @Key("") Kind.Filing filing,
            @Key("特征 traits") Map<Value.Text, List<Value.Text>> traits,
            BoundGroup group) {}

    @Key.Group(EXAMPLE)
    private record Titles(
            @Key("标题 title") String pattern,
            @Key("标题示例 title-example") String example,
            @Key("标题不定 title-varies") boolean varies) {}

    @Key.Group(EXAMPLE)
    private record Contents(
            @Key(value = "字段 fields", parts = "名称 键 类型", code = "E127") List<FieldSpec> fields,
            @Key("必填 required") List<Value.Text> required,
            @Key("应填 recommended") List<Value.Text> recommended,
            @Key("沿用 carried-over") List<Value.Text> carriedOver,
            @Key("正文 body") List<Kind.Section> sections,
            @Key("结转 unfinished") List<KindRows> unfinished,
            @Key("须写期间 needs-period") boolean needsPeriod,
            @Key("常写 purpose") String purpose) {}

    @Key.Group(EXAMPLE)
    private record Limits(
            @Key("") Titles titles,
            @Key("公示期 notice") Optional<NoticePeriod> notice,
            @Key("互斥 excludes") List<Excluded> excluded) {}

    @Key.Group("例如 互斥: [{文种: 公示, 因为: 公示要写明期限}]")
    private record Excluded(
            @Key(value = "文种 kind", required = true) Value.Text kind, @Key("因为 reason") String reason) {}

    /**
     * Reads the kinds.
     *
     * @param site the content of {@link #KINDS}, if the site has the file
     */
    public Kinds read(Optional<String> site) {
        Map<String, Value.Fields> all = new LinkedHashMap<>();
        binder.layer(Written.class, Optional.of(yaml.resource(KindsReader.class, "kinds.yml")))
                .forEach(group -> all.put(name(group), group));
        Map<String, Value.Fields> own = new LinkedHashMap<>();
        for (Value.Fields group :
                binder.layer(Written.class, site.flatMap(text -> yaml.read(KINDS, text, 1, problems)))) {
            if (own.putIfAbsent(name(group), group) != null) {
                problems.accept(Problem.error("E128", KINDS, group, "文种“" + name(group) + "”写了两次", "同一个文种只写一项，请合并成一项"));
            }
        }
        own.forEach((name, group) -> all.merge(name, group, KindsReader::merged));
        List<Written> written = all.values().stream()
                .flatMap(group -> binder.group(Written.class, Optional.of(group)).stream())
                .toList();
        List<Kind> kinds = written.stream().map(KindsReader::kind).toList();
        written.stream().filter(kind -> own.containsKey(kind.name)).forEach(kind -> checkAmongOthers(kind, kinds));
        return new Kinds(kinds);
    }

    private static String name(Value item) {
        return item instanceof Value.Fields group ? group.text("名称", "name").orElse("") : "";
    }

    /**
     * Lays what a site says of a kind over what the program says: fields replace each other, the definitions of the
     * fields of the kind one by one.
     */
    private static Value.Fields merged(Value.Fields builtIn, Value.Fields site) {
        Map<String, Value.Field> merged = new LinkedHashMap<>();
        builtIn.fields().forEach(field -> merged.put(field.key().text(), field));
        for (Value.Field field : site.fields()) {
            merged.merge(
                    field.key().text(),
                    field,
                    (below, above) -> above.key().text().equals("字段")
                                    && below.value() instanceof Value.Items some
                                    && above.value() instanceof Value.Items others
                            ? new Value.Field(above.key(), merged(some, others))
                            : above);
        }
        return new Value.Fields(List.copyOf(merged.values()), site.line(), site.column());
    }

    private static Value.Items merged(Value.Items builtIn, Value.Items site) {
        List<Value> all = new ArrayList<>(builtIn.items());
        List<String> names = all.stream().map(KindsReader::name).toList();
        for (Value item : site.items()) {
            int at = name(item).isEmpty() ? -1 : names.indexOf(name(item));
            if (at < 0) {
                all.add(item);
            } else {
                all.set(at, item);
            }
        }
        return new Value.Items(all, site.line(), site.column());
    }

    private static Kind kind(Written kind) {
        List<FieldSpec> fields = kind.contents.fields;
        List<String> required = fieldNames(kind, "必填", kind.contents.required);
        return new Kind(
                kind.name,
                kind.aliases.stream().map(alias -> alias.text().strip()).toList(),
                listing(kind),
                fields,
                new Kind.Demands(
                        required.contains(OPEN),
                        required.stream().filter(field -> !field.equals(OPEN)).toList(),
                        fieldNames(kind, "应填", kind.contents.recommended),
                        title(kind.limits.titles, kind.group),
                        kind.limits.notice,
                        kind.limits.excluded.stream()
                                .map(other -> new Kind.Exclusion(other.kind.text(), other.reason))
                                .toList()),
                new Kind.Drafting(
                        fieldNames(kind, "沿用", kind.contents.carriedOver),
                        kind.contents.sections,
                        kind.contents.unfinished,
                        kind.contents.needsPeriod,
                        kind.contents.purpose),
                kind.filing,
                traits(kind));
    }

    private static Kind.Listing listing(Written kind) {
        String column = kind.listing.column();
        return new Kind.Listing(kind.listing.slug(), column.isEmpty() ? kind.name : column);
    }

    private static List<String> fieldNames(Written kind, String list, List<Value.Text> all) {
        List<String> names = new ArrayList<>();
        for (Value.Text typed : all) {
            String name = typed.text().strip();
            Optional<String> known = kind.contents.fields.stream()
                    .filter(field -> field.hasName(name))
                    .map(FieldSpec::name)
                    .findFirst()
                    .or(() -> CommonField.named(name).map(CommonField::label))
                    .or(() -> Optional.of(OPEN).filter(open -> name.equals(open) && list.equals("必填")));
            known.ifPresent(names::add);
            if (known.isEmpty()) {
                List<String> allowed = new ArrayList<>(List.of(OPEN));
                kind.contents.fields.forEach(field -> allowed.add(field.name()));
                allowed.addAll(CommonField.allNames());
                String hint =
                        Nearest.of(name, allowed).isPresent() ? Nearest.hint(name, allowed) : "可以写：“公开”、通用字段或本文种自己的字段";
                kind.group.error(typed, "“" + list + "”不能写“" + name + "”，它不是这个文种的字段", hint);
            }
        }
        return List.copyOf(names);
    }

    private static Map<Trait, List<String>> traits(Written kind) {
        Map<Trait, List<String>> traits = new EnumMap<>(Trait.class);
        kind.traits.forEach((name, typed) -> {
            Optional<Trait> trait = Arrays.stream(Trait.values())
                    .filter(it -> it.words().contains(name.text()))
                    .findFirst();
            if (trait.isEmpty()) {
                List<String> names = Arrays.stream(Trait.values())
                        .flatMap(it -> it.words().stream())
                        .toList();
                kind.group.error(name, "E103", "不认识的字段“" + name.text() + "”", Nearest.hint(name.text(), names));
                return;
            }
            List<String> words = typed.stream().map(word -> word.text().strip()).toList();
            List<String> allowed = trait.get().allowed();
            typed.stream()
                    .filter(word ->
                            !allowed.isEmpty() && !allowed.contains(word.text().strip()))
                    .forEach(word -> kind.group.error(
                            word,
                            "“" + name.text() + "”不能写“" + word.text().strip() + "”",
                            "可以写：" + String.join("、", allowed)));
            traits.put(trait.get(), words);
        });
        return traits;
    }

    private static Optional<TitlePattern> title(Titles titles, BoundGroup group) {
        if (titles.pattern.isEmpty()) {
            return Optional.empty();
        }
        TitlePattern pattern = TitlePattern.of(titles.pattern, titles.example);
        if (!titles.example.isEmpty() && !pattern.matches(titles.example)) {
            String message = "标题示例“" + titles.example + "”不合标题的样式“" + titles.pattern + "”";
            group.error("标题示例", message, "请改示例或样式，使两者一致");
        }
        return Optional.of(titles.varies ? pattern.varying() : pattern);
    }

    /** Reports problems that concern several kinds: duplicate names, exclusions of unknown kinds, shared folders. */
    private static void checkAmongOthers(Written own, List<Kind> all) {
        Map<String, String> names = new HashMap<>();
        all.forEach(kind -> names.put(kind.name(), kind.name()));
        all.stream().filter(kind -> !kind.name().equals(own.name)).forEach(kind -> kind.aliases()
                .forEach(alias -> names.putIfAbsent(alias, kind.name())));
        for (Value.Text alias : own.aliases) {
            String typed = alias.text().strip();
            String other = names.putIfAbsent(typed, own.name);
            if (other != null) {
                String message = "文种“" + own.name + "”的别名“" + typed + "”已经是“" + other + "”的名称或别名";
                own.group.error(alias, "E128", message, "请换一个别名，或删去");
            }
        }
        own.limits.excluded.stream()
                .filter(it -> !names.containsKey(it.kind.text()))
                .forEach(it -> {
                    String typed = it.kind.text();
                    String hint = new Kinds(all).advice(typed);
                    own.group.error(it.kind, "E128", "没有“" + typed + "”这个文种", hint);
                });
        Kind.Listing listing = listing(own);
        all.stream()
                .filter(other -> other.listing().slug().equals(listing.slug())
                        && !other.listing().equals(listing))
                .findFirst()
                .ifPresent(other -> own.group.error(
                        own.group.at("标识"),
                        "E128",
                        "文种“" + own.name + "”的栏目“" + listing.column() + "”与“"
                                + other.listing().column() + "”的标识相同：" + listing.slug(),
                        "请换一个标识，或写上同一个栏目"));
    }
}
