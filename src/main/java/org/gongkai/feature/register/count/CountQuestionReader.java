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
import org.gongkai.feature.register.count.CountQuestion.UnreadableCountQuestion;
import org.gongkai.feature.register.model.ColumnSpec;
import org.gongkai.feature.register.model.RegisterSpec;
import org.gongkai.feature.register.model.RegisterSpec.RowType;
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
public record CountQuestionReader(Kinds kinds, List<RegisterSpec> registers, Organisation branch) {

    private static final String KIND = "文种";
    static final String GROUP = "党小组";
    private static final String PERIOD = "期间";
    private static final String YEAR = "年度";
    private static final String MARK = "标识";
    private static final Set<FieldType> WORDS =
            Set.of(FieldType.TEXT, FieldType.TIME, FieldType.ISSUE, FieldType.ENUM, FieldType.PERSON, FieldType.LIST);

    /** What is asked, of a kind and its table or number, or of kinds that the conditions behind it name. */
    private static final Pattern FORM =
            Pattern.compile("(?U)[{｛]{2}\\s*+(?:(计数)|合计(?=\\s*[:：][^,，=＝]*[.．]))\\s*+[:：]\\s*+"
                    + "(?:([^,，=＝.．]+)[.．]([^,，=＝]+?)\\s*+(?=[,，}｝]))?+(.*)[}｝]{2}");

    private static final String EXAMPLES = "写成 {{计数: 文种=党课, 年度=2024}} 或 {{合计: 党费收缴公示.实交金额, 年度=2024}}；要照原样显示，在前面加反斜杠 \\";

    /**
     * Reads a question; full-width punctuation is as good as half-width.
     *
     * @throws UnreadableCountQuestion if it asks nothing that can be answered
     */
    public CountQuestion read(String typed) throws UnreadableCountQuestion {
        Matcher form = FORM.matcher(typed);
        Map<String, String> conditions = form.matches() ? conditions(form.group(4)) : Map.of();
        String of = form.matches() && form.group(2) != null ? form.group(2) : conditions.get(KIND);
        if (of == null) {
            throw new UnreadableCountQuestion("", "“" + typed + "”不是完整的计数或合计", EXAMPLES);
        }
        List<Kind> counted = new ArrayList<>();
        for (String name : of.strip().split("\\s*、\\s*")) {
            counted.add(kinds.named(name)
                    .orElseThrow(() -> new UnreadableCountQuestion(name, "没有“" + name + "”这个文种", kinds.advice(name))));
        }
        boolean isSum = form.group(1) == null;
        boolean isOfEntries = form.group(2) == null;
        String what = isOfEntries ? "" : form.group(3);
        Map<String, RegisterSpec> possible = possible(counted, isSum, isOfEntries);
        String[] names = what.split("\\s*×\\s*");
        require(names[0], possible.keySet(), isSum ? "可以合计的字段" : isOfEntries ? "台账" : "表格");
        RegisterSpec register = possible.get(names[0]);
        for (String name : names) {
            possible.values().removeIf(spec -> !spec.equals(register));
            require(name, possible.keySet(), "可以合计的字段");
        }
        List<Integer> factors = isSum ? Stream.of(names).map(register::column).toList() : List.of();
        Map<String, FieldSpec> fields = fields(counted, register);
        List<String> allowed = new ArrayList<>(List.of(YEAR, PERIOD));
        allowed.addAll(isOfEntries ? List.of(KIND) : List.of());
        allowed.addAll(branch.people().stream().allMatch(it -> it.mark().isEmpty()) ? List.of() : List.of(MARK));
        allowed.addAll(fields.keySet());
        Map<String, List<String>> where = new LinkedHashMap<>();
        for (Map.Entry<String, String> condition : conditions.entrySet()) {
            require(condition.getKey(), allowed, "条件");
            if (fields.containsKey(condition.getKey())) {
                where.put(condition.getKey(), words(fields.get(condition.getKey()), condition.getValue(), conditions));
            }
        }
        return new CountQuestion(register, counted, what, factors, period(conditions), where);
    }

    private static Map<String, String> conditions(String typed) throws UnreadableCountQuestion {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (String part : typed.split("[,，]")) {
            String[] sides = part.split("[=＝]", 2);
            String name = sides[0].strip();
            String value = sides[sides.length - 1].strip();
            if (!part.isBlank() && (sides.length < 2 || value.isEmpty() || conditions.put(name, value) != null)) {
                throw new UnreadableCountQuestion(name, "“" + name + "”没有写值，或者写了两次", "同一个条件只写一次，如 年度=2024；几个文种之间用顿号");
            }
        }
        return conditions;
    }

    /** Refuses a word that is none of those allowed. */
    private static void require(String word, Collection<String> allowed, String what) throws UnreadableCountQuestion {
        if (!allowed.contains(word)) {
            throw new UnreadableCountQuestion(
                    word, "没有“" + word + "”这个" + what, allowed.isEmpty() ? EXAMPLES : Nearest.hint(word, allowed));
        }
    }

    /** What may be asked of some kinds, each with the register that answers: sums, tables, or entries under no name. */
    private Map<String, RegisterSpec> possible(List<Kind> counted, boolean isSum, boolean isOfEntries) {
        List<String> names = counted.stream().map(Kind::name).toList();
        Map<String, RegisterSpec> possible = new LinkedHashMap<>();
        for (RegisterSpec spec : registers) {
            RegisterSpec.Source source = spec.source();
            boolean isOfAll = isOfEntries && source.kinds().isEmpty() && source.type() == RowType.ENTRY;
            if (isOfAll || source.kinds().containsAll(names) && (!isOfEntries || source.type() == RowType.ENTRY)) {
                Stream<ColumnSpec> sums =
                        spec.columns().stream().filter(it -> it.type().isSummed());
                (isSum ? sums.map(ColumnSpec::name) : isOfEntries ? Stream.of("") : source.tables().stream())
                        .forEach(name -> possible.putIfAbsent(name, spec));
            }
        }
        return possible;
    }

    /** The fields by whose words entries are chosen, those that all kinds have, or the columns of counted rows. */
    private static Map<String, FieldSpec> fields(List<Kind> kinds, RegisterSpec register) {
        boolean isOfTable = register.source().type() == RowType.TABLE_ROW;
        Map<String, FieldSpec> fields = new LinkedHashMap<>();
        Stream.of(GROUP, "主持人").forEach(name -> fields.put(name, new FieldSpec(name, "", FieldType.TEXT)));
        kinds.get(0).fields().stream()
                .filter(it -> !isOfTable || register.source().tables().contains(it.name()))
                .flatMap(it -> isOfTable ? it.columns().stream() : Stream.of(it))
                .filter(it ->
                        WORDS.contains(it.type()) && !List.of(YEAR, PERIOD).contains(it.name()))
                // What adjusts an amount is a part of it.
                .filter(it -> isOfTable
                        ? register.column(it.name()) >= 0
                        : kinds.stream()
                                .allMatch(kind -> kind.field(it.name()).isPresent()
                                        && kind.adjusting().filter(it::equals).isEmpty()))
                .forEach(it -> fields.putIfAbsent(it.name(), it));
        return fields;
    }

    /**
     * The words of which a condition wants one in a field: those of an enumeration must be among its words, and where
     * others have the name of a person, it must be said who is meant.
     */
    private List<String> words(FieldSpec field, String value, Map<String, String> conditions)
            throws UnreadableCountQuestion {
        List<String> words = new ArrayList<>();
        for (String typed : value.split("\\s*、\\s*")) {
            String word = field.canonical(typed).orElse(typed);
            List<String> allowed = field.name().equals(GROUP) ? branch.groupNames() : field.values();
            if (field.type() == FieldType.ENUM || field.name().equals(GROUP) && !allowed.isEmpty()) {
                require(word, allowed, field.name());
            }
            List<String> marks = branch.people(word, "").stream()
                    .map(Person::mark)
                    .distinct()
                    .toList();
            String said = marks.size() < 2 ? "" : conditions.getOrDefault(MARK, "");
            if (marks.size() > 1 && !marks.contains(said)) {
                throw new UnreadableCountQuestion(
                        word,
                        "有" + marks.size() + "个“" + word + "”，没有写明是哪一个",
                        "加上条件 " + marks.stream().map(it -> MARK + "=" + it).collect(Collectors.joining(" 或 ")));
            }
            words.add(branch.distinguished(word, said));
        }
        return words;
    }

    private static Optional<Period> period(Map<String, String> conditions) throws UnreadableCountQuestion {
        String value = conditions.getOrDefault(PERIOD, conditions.get(YEAR));
        if (value == null) {
            return Optional.empty();
        }
        String typed = FullWidth.narrow(value).replaceFirst("^(\\d{4})年?度?$", "$1年");
        boolean isOne = !conditions.keySet().containsAll(List.of(YEAR, PERIOD));
        return Optional.of(Period.parse(typed, 0)
                .filter(it -> isOne && typed.matches("(?:19|20)\\d\\d.*"))
                .orElseThrow(() -> new UnreadableCountQuestion(
                        value,
                        "期间“" + value + "”写得不对",
                        "写成 2024年、2024年上半年、2024年第一季度、2024年3月 或 2024-01-01至2024-06-30；年度和期间只写一个")));
    }
}
