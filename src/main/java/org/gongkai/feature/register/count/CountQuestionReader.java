package org.gongkai.feature.register.count;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.feature.register.count.CountQuestion.UnreadableCountQuestion;
import org.gongkai.input.config.Organisation;
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

    private static final String COUNT = "计数";
    private static final String SUM = "合计";
    private static final String KIND = "文种";
    private static final String YEAR = "年度";
    private static final String GROUP = "党小组";
    private static final String PERIOD = "期间";
    private static final String CHAIR = "主持人";
    private static final Set<FieldType> WORDS =
            Set.of(FieldType.TEXT, FieldType.TIME, FieldType.ISSUE, FieldType.ENUM, FieldType.PERSON, FieldType.LIST);
    private static final List<String> FILTERS = List.of(YEAR, GROUP, PERIOD);
    private static final String EXAMPLES = "写成 {{计数: 文种=党课, 年度=2024}} 或 {{合计: 党费收缴公示.实交金额, 年度=2024}}；要照原样显示，在前面加反斜杠 \\";

    /**
     * Reads a question; full-width punctuation is as good as half-width.
     *
     * @throws UnreadableCountQuestion if it asks nothing that can be answered
     */
    public CountQuestion read(String typed) throws UnreadableCountQuestion {
        String plain = FullWidth.narrow(typed);
        if (!plain.startsWith("{{")) {
            throw new UnreadableCountQuestion(0, "“" + typed + "”只有一层花括号", EXAMPLES);
        }
        if (!plain.endsWith("}}")) {
            throw new UnreadableCountQuestion(0, "“" + typed + "”没有写完：缺少“}}”", EXAMPLES);
        }
        int colon = plain.indexOf(':');
        String word = typed.substring(2, colon < 0 ? typed.length() - 2 : colon).strip();
        if (colon < 0) {
            throw new UnreadableCountQuestion(0, "“" + typed + "”里缺少冒号", EXAMPLES);
        }
        if (!word.equals(COUNT) && !word.equals(SUM)) {
            throw new UnreadableCountQuestion(
                    CountCondition.start(typed, 2),
                    "冒号前面的“" + word + "”不是“计数”或“合计”",
                    Nearest.of(word, List.of(COUNT, SUM))
                            .map(near -> "您是不是要写“" + near + "”")
                            .orElse(EXAMPLES));
        }
        List<CountCondition> parts = new ArrayList<>(CountCondition.all(typed, plain, colon + 1));
        List<Kind> counted = new ArrayList<>();
        Optional<CountQuestion.Amount> amount = Optional.empty();
        boolean isOfRows = !parts.isEmpty()
                && parts.get(0).value().isEmpty()
                && plain(parts.get(0)).contains(".");
        if (word.equals(SUM) || isOfRows) {
            CountCondition path = parts.isEmpty() ? null : parts.remove(0);
            if (path == null || !path.value().isEmpty() || path.name().isEmpty()) {
                throw new UnreadableCountQuestion(0, "“合计”后面没有写要合计的字段", EXAMPLES);
            }
            amount = Optional.of(amount(path, counted, word.equals(COUNT)));
        } else {
            CountCondition named = parts.stream()
                    .filter(part -> part.name().equals(KIND))
                    .findFirst()
                    .orElseThrow(() -> new UnreadableCountQuestion(0, "“计数”没有写明文种", EXAMPLES));
            if (!named.value().isEmpty()) {
                counted.addAll(kinds(named));
            }
        }
        Optional<FieldSpec> table = amount.filter(it -> it.factors().isEmpty()).flatMap(CountQuestion.Amount::table);
        Map<String, FieldSpec> fields = table.map(it -> fields(it.columns(), List.of()))
                .orElseGet(() -> fields(
                        counted.stream()
                                .limit(1)
                                .flatMap(kind -> kind.fields().stream())
                                .toList(),
                        counted));
        Map<String, CountCondition> filters = CountCondition.filters(
                parts,
                Stream.of(
                                amount.isEmpty() ? List.of(KIND) : List.<String>of(),
                                FILTERS,
                                branch.people().stream().allMatch(person -> person.mark()
                                                .isEmpty())
                                        ? List.<String>of()
                                        : List.of(CountQuestion.Namesake.MARK),
                                table.isEmpty() ? List.of(CHAIR) : List.<String>of(),
                                fields.keySet())
                        .flatMap(Collection::stream)
                        .toList());
        Map<String, String> where = new LinkedHashMap<>();
        for (FieldSpec field : fields.values()) {
            if (filters.containsKey(field.name())) {
                where.put(field.name(), words(field, filters.get(field.name())));
            }
        }
        if (filters.containsKey(CHAIR) && !fields.containsKey(CHAIR)) {
            where.put("会议." + CHAIR, filters.get(CHAIR).value());
        }
        Optional<Integer> year = year(filters.get(YEAR));
        return new CountQuestion(
                counted,
                amount,
                year,
                period(filters.get(PERIOD), year),
                group(filters.get(GROUP)),
                where,
                CountQuestion.Namesake.of(filters, branch));
    }

    private static String plain(CountCondition path) {
        return path.name().replace('．', '.');
    }

    /** Those of these fields that hold words and that all of some kinds have, by name. */
    private static Map<String, FieldSpec> fields(List<FieldSpec> fields, List<Kind> kinds) {
        Map<String, FieldSpec> named = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> WORDS.contains(field.type()) && !FILTERS.contains(field.name()))
                .filter(field ->
                        kinds.stream().allMatch(kind -> kind.field(field.name()).isPresent()))
                .forEach(field -> named.put(field.name(), field));
        return named;
    }

    /** The words of which a condition wants one in a field; those of an enumeration must be among its words. */
    private static String words(FieldSpec field, CountCondition part) throws UnreadableCountQuestion {
        List<String> words = new ArrayList<>();
        for (String typed : part.value().split("、")) {
            String word = typed.strip();
            Optional<String> known = field.canonical(word);
            if (known.isEmpty() && field.type() == FieldType.ENUM) {
                throw new UnreadableCountQuestion(
                        part.valueOffset(),
                        "“" + part.name() + "”里没有“" + word + "”",
                        Nearest.hint(word, field.values()));
            }
            words.add(known.orElse(word));
        }
        return String.join("、", words);
    }

    private List<Kind> kinds(CountCondition part) throws UnreadableCountQuestion {
        List<Kind> named = new ArrayList<>();
        for (String word : part.value().split("、", -1)) {
            Kind kind = kind(word.strip(), part.valueOffset());
            if (!named.contains(kind)) {
                named.add(kind);
            }
        }
        return named;
    }

    private Kind kind(String name, int offset) throws UnreadableCountQuestion {
        Optional<Kind> kind = kinds.named(name);
        if (kind.isEmpty()) {
            throw new UnreadableCountQuestion(offset, "没有“" + name + "”这个文种", kinds.advice(name));
        }
        return kind.get();
    }

    private CountQuestion.Amount amount(CountCondition path, List<Kind> counted, boolean isOfRows)
            throws UnreadableCountQuestion {
        String plain = plain(path);
        int dot = plain.indexOf('.');
        if (dot < 0) {
            throw new UnreadableCountQuestion(path.offset(), "“" + path.name() + "”里没有写字段", "写成“文种.字段”，如 党费收缴公示.实交金额");
        }
        Kind kind = kind(path.name().substring(0, dot).strip(), path.offset());
        counted.add(kind);
        String name = path.name().substring(dot + 1).strip();
        if (isOfRows) {
            return tables(kind)
                    .filter(table -> table.names().contains(name))
                    .findFirst()
                    .map(table -> new CountQuestion.Amount(Optional.of(table), List.of()))
                    .orElseThrow(() -> new UnreadableCountQuestion(
                            path.offset() + dot + 1,
                            "“" + name + "”不是“" + kind.name() + "”的表格",
                            Nearest.hint(name, tables(kind).map(FieldSpec::name).toList())));
        }
        List<String> names = Stream.of(name.split("×", -1)).map(String::strip).toList();
        List<FieldSpec> own = names.stream()
                .flatMap(it -> kind.field(it).filter(CountQuestionReader::isSummed).stream())
                .toList();
        Optional<CountQuestion.Amount> amount = own.size() == names.size()
                ? Optional.of(new CountQuestion.Amount(Optional.empty(), own))
                : tables(kind)
                        .flatMap(table -> table
                                .column(name)
                                .filter(CountQuestionReader::isSummed)
                                .map(column -> new CountQuestion.Amount(Optional.of(table), List.of(column)))
                                .stream())
                        .findFirst();
        if (amount.isEmpty()) {
            List<String> numbers = numbers(kind);
            String what = kind.field(name).isPresent() ? "不是数字或金额，不能合计" : "不是“" + kind.name() + "”的字段";
            throw new UnreadableCountQuestion(
                    path.offset() + dot + 1,
                    "“" + name + "”" + what,
                    numbers.isEmpty()
                            ? "“" + kind.name() + "”没有可以合计的字段；要数条数，写成 {{计数: 文种=" + kind.name() + "}}"
                            : Nearest.hint(name, numbers));
        }
        return amount.get();
    }

    private static Stream<FieldSpec> tables(Kind kind) {
        return kind.fields().stream().filter(field -> field.type() == FieldType.TABLE);
    }

    private static List<String> numbers(Kind kind) {
        List<String> names = new ArrayList<>();
        kind.fields().stream().filter(CountQuestionReader::isSummed).forEach(field -> names.add(field.name()));
        tables(kind)
                .flatMap(table -> table.columns().stream())
                .filter(CountQuestionReader::isSummed)
                .map(FieldSpec::name)
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        return names;
    }

    /** A serial number is a number whose sum says nothing. */
    private static boolean isSummed(FieldSpec field) {
        return field.type().isAmount() && !field.name().equals("序号");
    }

    private static Optional<Integer> year(CountCondition part) throws UnreadableCountQuestion {
        if (part == null) {
            return Optional.empty();
        }
        String plain = FullWidth.narrow(part.value()).replaceFirst("年度?$", "").strip();
        if (!plain.matches("(?:19|20)\\d\\d")) {
            throw new UnreadableCountQuestion(part.valueOffset(), "年度“" + part.value() + "”不是年份", "如 年度=2024");
        }
        return Optional.of(Integer.valueOf(plain));
    }

    private static Optional<Period> period(CountCondition part, Optional<Integer> year) throws UnreadableCountQuestion {
        if (part == null) {
            return Optional.empty();
        }
        String plain = FullWidth.narrow(part.value());
        boolean named = year.isPresent() || plain.matches("(?:19|20)\\d\\d.*");
        Optional<Period> period = named ? Period.parse(plain, year.orElse(0)) : Optional.empty();
        if (period.isEmpty() || period.get().to().isBefore(period.get().from())) {
            throw new UnreadableCountQuestion(
                    part.valueOffset(),
                    "期间“" + part.value() + "”写得不对",
                    "写成 2024年上半年、2024年第一季度、2024年3月 或 2024-01-01至2024-06-30");
        }
        return period;
    }

    private Optional<String> group(CountCondition part) throws UnreadableCountQuestion {
        List<String> groups = branch.groupNames();
        if (part != null && !groups.isEmpty() && !groups.contains(part.value())) {
            throw new UnreadableCountQuestion(
                    part.valueOffset(), "没有“" + part.value() + "”这个党小组", Nearest.hint(part.value(), groups));
        }
        return Optional.ofNullable(part).map(CountCondition::value);
    }
}
