package org.gongkai.feature.register.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.input.data.Key;

/**
 * What the search page answers from a register before any link.
 *
 * @param words the words that ask for it, besides the title of the entry that a row is taken from
 * @param isLatest whether the latest row alone is told
 * @param where the values that columns of these rows must have
 * @param from the column of the first day on which a row is told; empty if it is told at once
 * @param to the column of the last day; empty if it is told for ever
 * @param sentence clauses separated by ，, in which {column} stands for its value, and {监督} and {联系} for what the site
 *     says; a clause with a value that is empty is left out
 * @param afterwards the same once the last row is over; empty if nothing is told then
 */
@Key.Group("写成 {词: [党费], 行: 最近, 句: \"{期间}实交{实交金额}元\"}")
public record AnswerSpec(
        @Key("词") List<String> words,
        @Key(value = "行", words = "最近 各", or = "各") boolean isLatest,
        @Key("满足") Map<String, String> where,
        @Key("起") String from,
        @Key("止") String to,
        @Key(value = "句", required = true) String sentence,
        @Key("过后") String afterwards) {

    /** What sentences may name besides columns. */
    private static final Set<String> OF_SITE = Set.of("监督", "联系");

    private static final Pattern NAMED = Pattern.compile("\\{([^{}]*)}");

    /** The columns that it names. */
    Set<String> columns() {
        Stream<String> named =
                NAMED.matcher(sentence).results().map(found -> found.group(1)).filter(it -> !OF_SITE.contains(it));
        return Stream.of(named, where.keySet().stream(), Stream.of(from, to).filter(it -> !it.isEmpty()))
                .flatMap(it -> it)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Returns a sentence about a row: the clauses all of whose values exist; empty if there are none.
     *
     * @param sentence that of the row, or {@link #afterwards}
     * @param values returns what a name stands for; empty if that is unknown
     */
    public static Optional<String> sentence(String sentence, UnaryOperator<String> values) {
        List<String> clauses = Stream.of(sentence.split("，"))
                .filter(clause -> !clause.isEmpty())
                .filter(clause -> NAMED.matcher(clause).results().noneMatch(name -> values.apply(name.group(1))
                        .isEmpty()))
                .map(clause ->
                        NAMED.matcher(clause).replaceAll(name -> Matcher.quoteReplacement(values.apply(name.group(1)))))
                .toList();
        return clauses.isEmpty() ? Optional.empty() : Optional.of(String.join("，", clauses) + "。");
    }
}
