package org.gongkai.feature.register.spec;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.spec.AnswerSpec.Rows;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.problem.Nearest;

/** Reads what the search page answers from a register. */
final class AnswerSpecReader {

    /** What sentences may name besides columns. */
    private static final Set<String> OF_SITE = Set.of("监督", "联系");

    private static final List<String> NAMES = List.of("词", "行", "满足", "起", "止", "句");
    private static final Pattern NAMED = Pattern.compile("\\{([^{}]*)}");
    private static final String EXAMPLE = "写成 {词: [党费], 行: 最近, 句: \"{期间}实交{实交金额}元\"}";

    private final DataFile file;
    private final List<String> columns;

    AnswerSpecReader(DataFile file, List<ColumnSpec> columns) {
        this.file = file;
        this.columns = columns.stream().map(ColumnSpec::name).toList();
    }

    Optional<AnswerSpec> read(Optional<Value> value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!(value.get() instanceof Value.Fields group)) {
            file.error(value.get(), "E137", "答应写词和句", EXAMPLE);
            return Optional.empty();
        }
        file.known(group, NAMES);
        FieldReader reader = new FieldReader(group);
        Map<String, String> where = new LinkedHashMap<>();
        reader.value("满足").ifPresent(it -> {
            if (it instanceof Value.Fields fields) {
                fields.fields()
                        .forEach(field -> where.put(
                                field.key().text(),
                                new FieldReader(fields).text(field.key().text()).orElse("")));
            }
        });
        String sentence = reader.text("句").orElse("");
        String rows = reader.text("行").orElse(Rows.EACH.label());
        if (sentence.isEmpty()
                || Stream.of(Rows.values()).noneMatch(it -> it.label().equals(rows))) {
            file.error(group, "E137", "答没有写句，或者行写的不是“最近”“各”", EXAMPLE);
            return Optional.empty();
        }
        Stream<String> named =
                NAMED.matcher(sentence).results().map(found -> found.group(1)).filter(it -> !OF_SITE.contains(it));
        Set<String> unknown = Stream.of(
                        named, where.keySet().stream(), Stream.of("起", "止").flatMap(it -> reader.text(it).stream()))
                .flatMap(it -> it)
                .filter(name -> !columns.contains(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        unknown.forEach(name -> file.error(group, "E137", "答里的“" + name + "”不是这本台账的列", Nearest.hint(name, columns)));
        return unknown.isEmpty()
                ? Optional.of(new AnswerSpec(
                        reader.strings("词"),
                        rows.equals(Rows.LATEST.label()) ? Rows.LATEST : Rows.EACH,
                        where,
                        reader.text("起").orElse(""),
                        reader.text("止").orElse(""),
                        sentence))
                : Optional.empty();
    }
}
