package org.gongkai.feature.register.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.count.CountQuestion.Amount;
import org.gongkai.feature.register.count.CountQuestion.UnreadableCountQuestion;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.config.Organisation.Person;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.problem.Nearest;
import org.gongkai.text.FullWidth;
import org.gongkai.text.Period;

/**
 * Reads questions as they stand in a text, in braces.
 *
 * @param branch knows the 党小组, of which any name is allowed if there is none, and persons of one name
 */
public record CountQuestionReader(Kinds kinds, Organisation branch) {

    private static final String KIND = "文种";
    private static final String GROUP = "党小组";
    private static final String PERIOD = "期间";
    private static final String MARK = "标识";

    /** A number whose sum says nothing. */
    private static final String SERIAL = "序号";

    private static final List<String> ALWAYS = List.of("年度", GROUP, PERIOD);
    private static final FieldSpec CHAIR = new FieldSpec("会议.主持人", "", FieldType.PERSON);
    private static final Set<FieldType> WORDS =
            Set.of(FieldType.TEXT, FieldType.TIME, FieldType.ISSUE, FieldType.ENUM, FieldType.PERSON, FieldType.LIST);

    private static final Pattern FORM = Pattern.compile("\\{\\{\\s*+(?:(计数)|合计)\\s*+:(.*)}}");
    private static final Pattern PART = Pattern.compile("\\s*+([^,=]*?)\\s*+(?:=\\s*+([^,]*?)\\s*+)?(?:,|$)");
    private static final String EXAMPLES = "写成 {{计数: 文种=党课, 年度=2024}} 或 {{合计: 党费收缴公示.实交金额, 年度=2024}}；要照原样显示，在前面加反斜杠 \\";

    /**
     * A part of a question, between two commas.
     *
     * @param name the words before the equals sign, or all if there is none
     * @param at where its value begins, or its name if there is none
     */
    private record Part(String name, String value, int at) {

        /** Where the name of a kind ends before that of its field; negative if there is none. */
        int dot() {
            return value.isEmpty() ? FullWidth.narrow(name).indexOf('.') : -1;
        }

        /** Refuses a word that is none of those allowed. */
        void require(String word, Collection<String> allowed, String what) throws UnreadableCountQuestion {
            if (!allowed.contains(word)) {
                throw unreadable(
                        "没有“" + word + "”这个" + what, allowed.isEmpty() ? EXAMPLES : Nearest.hint(word, allowed));
            }
        }

        UnreadableCountQuestion unreadable(String message, String hint) {
            return new UnreadableCountQuestion(at, message, hint);
        }
    }

    /**
     * Reads a question; full-width punctuation is as good as half-width.
     *
     * @throws UnreadableCountQuestion if it asks nothing that can be answered
     */
    public CountQuestion read(String typed) throws UnreadableCountQuestion {
        Matcher form = FORM.matcher(FullWidth.narrow(typed));
        List<Part> parts = form.matches() ? parts(typed, form) : List.of();
        boolean isSum = form.matches() && form.group(1) == null;
        Optional<Part> path =
                parts.stream().limit(1).filter(it -> it.dot() >= 0).findFirst();
        Part of = path.or(() -> parts.stream()
                        .filter(it -> it.name().equals(KIND) && !isSum)
                        .findFirst())
                .orElseThrow(() -> new UnreadableCountQuestion(0, "“" + typed + "”不是完整的计数或合计", EXAMPLES));
        List<Kind> counted = new ArrayList<>();
        for (String name : (path.isPresent() ? of.name().substring(0, of.dot()) : of.value()).split("、")) {
            counted.add(kinds.named(name.strip())
                    .orElseThrow(() -> of.unreadable("没有“" + name.strip() + "”这个文种", kinds.advice(name.strip()))));
        }
        Amount amount =
                path.isPresent() ? amount(of, counted.get(0).fields(), isSum) : new Amount(Optional.empty(), List.of());
        Map<String, FieldSpec> fields = fields(counted, amount.table().filter(it -> !isSum));
        Map<String, Part> conditions = conditions(parts, path.isPresent(), fields.keySet());
        Map<String, List<String>> where = new LinkedHashMap<>();
        for (Part part : conditions.values()) {
            if (fields.containsKey(part.name())) {
                where.put(fields.get(part.name()).name(), words(fields.get(part.name()), part, conditions.get(MARK)));
            }
        }
        Part group = conditions.get(GROUP);
        if (group != null && !branch.groupNames().isEmpty()) {
            group.require(group.value(), branch.groupNames(), GROUP);
        }
        return new CountQuestion(
                counted, amount, period(conditions), Optional.ofNullable(group).map(Part::value), where);
    }

    private static List<Part> parts(String typed, Matcher form) {
        List<Part> parts = new ArrayList<>();
        Matcher part = PART.matcher(FullWidth.narrow(typed)).region(form.start(2), form.end(2));
        while (part.find()) {
            int value = part.start(2);
            if (value >= 0 || part.end(1) > part.start(1)) {
                parts.add(new Part(
                        typed.substring(part.start(1), part.end(1)),
                        value < 0 ? "" : typed.substring(value, part.end(2)),
                        Math.max(part.start(1), value)));
            }
        }
        return parts;
    }

    private Map<String, Part> conditions(List<Part> parts, boolean hasPath, Set<String> fields)
            throws UnreadableCountQuestion {
        List<String> allowed = new ArrayList<>(ALWAYS);
        allowed.addAll(hasPath ? List.of() : List.of(KIND));
        allowed.addAll(branch.people().stream().allMatch(it -> it.mark().isEmpty()) ? List.of() : List.of(MARK));
        allowed.addAll(fields);
        Map<String, Part> conditions = new LinkedHashMap<>();
        for (Part part : parts.subList(hasPath ? 1 : 0, parts.size())) {
            part.require(part.name(), allowed, "条件");
            if (part.value().isEmpty() || conditions.put(part.name(), part) != null) {
                throw part.unreadable("“" + part.name() + "”没有写值，或者写了两次", "同一个条件只写一次，如 年度=2024；几个文种之间用顿号");
            }
        }
        return conditions;
    }

    /** What a path names: a table whose rows are counted, or numbers of the header, or of one table, to multiply. */
    private static Amount amount(Part path, List<FieldSpec> fields, boolean isSum) throws UnreadableCountQuestion {
        Map<String, Amount> possible = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(Optional.<FieldSpec>empty()),
                        fields.stream()
                                .filter(it -> it.type() == FieldType.TABLE)
                                .map(Optional::of))
                .forEach(table -> {
                    List<FieldSpec> columns = table.map(FieldSpec::columns).orElse(fields);
                    columns.stream()
                            .filter(it ->
                                    isSum && it.type().isAmount() && !it.name().equals(SERIAL))
                            .forEach(it -> possible.putIfAbsent(it.name(), new Amount(table, List.of(it))));
                    table.filter(it -> !isSum).ifPresent(it -> possible.put(it.name(), new Amount(table, List.of())));
                });
        List<Amount> amounts = new ArrayList<>();
        for (String name : path.name().substring(path.dot() + 1).split("×")) {
            path.require(name.strip(), possible.keySet(), isSum ? "可以合计的字段" : "表格");
            Amount amount = possible.get(name.strip());
            amounts.add(amount);
            if (!amount.table().equals(amounts.get(0).table())) {
                throw path.unreadable("“" + path.name() + "”不在同一个表格里，不能相乘", EXAMPLES);
            }
        }
        return new Amount(
                amounts.get(0).table(),
                amounts.stream().flatMap(it -> it.factors().stream()).toList());
    }

    /** The fields by whose words records are chosen, those that all kinds have, or the columns of counted rows. */
    private static Map<String, FieldSpec> fields(List<Kind> kinds, Optional<FieldSpec> rows) {
        Map<String, FieldSpec> fields = new LinkedHashMap<>();
        if (rows.isEmpty()) {
            fields.put("主持人", CHAIR);
        }
        rows.map(FieldSpec::columns).orElse(kinds.get(0).fields()).stream()
                .filter(field -> WORDS.contains(field.type()) && !ALWAYS.contains(field.name()))
                .filter(field -> rows.isPresent()
                        || kinds.stream()
                                .allMatch(kind -> kind.field(field.name()).isPresent()))
                .forEach(field -> fields.put(field.name(), field));
        return fields;
    }

    /**
     * The words of which a condition wants one in a field: those of an enumeration must be among its words, and where
     * others have the name of a person, it must be said who is meant.
     */
    private List<String> words(FieldSpec field, Part part, Part mark) throws UnreadableCountQuestion {
        List<String> words = new ArrayList<>();
        for (String typed : part.value().split("、")) {
            String word = field.canonical(typed.strip()).orElse(typed.strip());
            if (field.type() == FieldType.ENUM) {
                part.require(word, field.values(), part.name());
            }
            List<String> marks = branch.people(word, "").stream()
                    .map(Person::mark)
                    .distinct()
                    .toList();
            String said = mark == null || marks.size() < 2 ? "" : mark.value();
            if (marks.size() > 1 && !marks.contains(said)) {
                throw part.unreadable(
                        "有" + marks.size() + "个“" + word + "”，没有写明是哪一个",
                        "加上条件 " + marks.stream().map(it -> MARK + "=" + it).collect(Collectors.joining(" 或 ")));
            }
            words.add(branch.distinguished(word, said));
        }
        return words;
    }

    private static Optional<Period> period(Map<String, Part> conditions) throws UnreadableCountQuestion {
        Part part = conditions.getOrDefault(PERIOD, conditions.get("年度"));
        if (part == null) {
            return Optional.empty();
        }
        String typed = FullWidth.narrow(part.value()).replaceFirst("^(\\d{4})年?度?$", "$1年");
        Optional<Period> period = Period.parse(typed, 0);
        if (period.isEmpty()
                || !typed.matches("(?:19|20)\\d\\d.*")
                || conditions.keySet().containsAll(List.of("年度", PERIOD))) {
            throw part.unreadable(
                    part.name() + "“" + part.value() + "”写得不对",
                    "写成 2024年、2024年上半年、2024年第一季度、2024年3月 或 2024-01-01至2024-06-30；年度和期间只写一个");
        }
        return period;
    }
}
