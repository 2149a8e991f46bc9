package org.gongkai.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gongkai.problem.Severity;
import org.junit.jupiter.api.Test;

/** Every kind of component comes back as it was. */
class RecordCodecTest {

    private record Numbers(int integer, Integer boxed, long number, Long other, List<Long> many, boolean flag) {}

    private record Texts(String text, List<String> many, Set<String> set, Optional<String> optional) {}

    private record Times(LocalDate day, LocalDateTime time, Instant instant, ZoneId zone) {}

    private record Places(Path path, Map<String, Integer> columns) {}

    private record Borders(int[] borders) {}

    private record Named(Severity severity, Optional<List<Texts>> nested) {}

    private record Unknown(Thread thread) {}

    private sealed interface Tree {

        record Leaf(String name) implements Tree {}

        record Branch(List<Tree> below) implements Tree {}
    }

    private record Planted(Tree tree) {}

    @Test
    void numbersOfAnySize() {
        List<Long> many =
                LongStream.range(0, 1000).map(i -> i * 7_919_777_777L).boxed().toList();

        comesBack(new Numbers(Integer.MIN_VALUE, -1, Long.MAX_VALUE, Long.MIN_VALUE, many, true));
        comesBack(new Numbers(0, 63, 64, -65L, List.of(), false));
    }

    @Test
    void textsRepeatedOnesAndHalvesOfCharactersAmongThem() {
        comesBack(new Texts("𠮷 字", List.of("", "甲", "甲", "𠮷 字"), Set.of("乙", "丙"), Optional.of("")));
        comesBack(new Texts("半\uD842个", List.of("\uDFB7", "字".repeat(10_000)), Set.of(), Optional.empty()));
    }

    @Test
    void aRepeatedTextTakesAByte() {
        Texts once = new Texts("公开信息".repeat(10), List.of(), Set.of(), Optional.empty());
        Texts thrice = new Texts(once.text(), List.of(once.text(), once.text()), Set.of(), Optional.empty());

        assertThat(codec(once).encode(thrice)).hasSize(codec(once).encode(once).length + 2);
    }

    @Test
    void equalSetsHaveTheSameBytesWhateverTheirOrder() {
        List<String> names = IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        Texts one = new Texts("", List.of(), new java.util.LinkedHashSet<>(names), Optional.empty());
        Texts other = new Texts("", List.of(), Set.copyOf(names), Optional.empty());

        assertThat(codec(one).encode(one)).isEqualTo(codec(one).encode(other));
    }

    @Test
    void daysAndTimes() {
        comesBack(new Times(
                LocalDate.of(1921, 7, 23),
                LocalDateTime.of(2026, 1, 2, 3, 4, 5, 6),
                Instant.ofEpochSecond(-1, 7),
                ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void pathsAndMapsInTheirOrder() {
        Map<String, Integer> columns = new LinkedHashMap<>();
        IntStream.of(3, 1, 2).forEach(i -> columns.put("栏目" + i, i));
        Places places = new Places(Path.of("/站点/_site"), columns);

        assertThat(comesBack(places).columns()).containsExactlyEntriesOf(columns);
    }

    @Test
    void arraysOfNumbers() {
        Borders borders = new Borders(new int[] {7, -1, 300});

        assertThat(again(borders).borders()).isEqualTo(borders.borders());
    }

    @Test
    void enumsAndRecordsWithinOthers() {
        comesBack(new Named(
                Severity.WARNING, Optional.of(List.of(new Texts("甲", List.of("甲"), Set.of("甲"), Optional.of("甲"))))));
        comesBack(new Named(Severity.ERROR, Optional.empty()));
    }

    @Test
    void recordsOfASealedInterfaceThatHoldOthersOfIt() {
        Tree leaf = new Tree.Leaf("叶");

        comesBack(new Planted(new Tree.Branch(List.of(leaf, new Tree.Branch(List.of(leaf)), leaf))));
    }

    @Test
    void aKnownValueIsThatOfTheListWhenItComesBack() {
        List<Texts> known = IntStream.range(0, 5)
                .mapToObj(i -> new Texts("文种" + i, List.of(), Set.of(), Optional.empty()))
                .toList();
        RecordCodec<Named> codec = new RecordCodec<>(Named.class, Map.of(Texts.class, known));
        Texts equal = new Texts("文种3", List.of(), Set.of(), Optional.empty());
        Named named = new Named(Severity.ERROR, Optional.of(List.of(known.get(4), equal)));

        Named again = codec.decode(codec.encode(named));

        assertThat(again.nested().orElseThrow().get(0)).isSameAs(known.get(4));
        assertThat(again.nested().orElseThrow().get(1)).isSameAs(known.get(3));
    }

    @Test
    void theFormatNamesAllComponents() {
        assertThat(new RecordCodec<>(Named.class, Map.of()).format())
                .contains("severity", "nested", "Texts many ", "<", "Set");
        assertThat(new RecordCodec<>(Planted.class, Map.of()).format()).contains("Branch below", "Leaf name");
    }

    @Test
    void aComponentOfAnotherTypeIsRefusedAtOnce() {
        assertThatThrownBy(() -> new RecordCodec<>(Unknown.class, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Thread");
    }

    private static <T extends Record> T comesBack(T value) {
        T again = again(value);
        assertThat(again).isEqualTo(value);
        return again;
    }

    private static <T extends Record> T again(T value) {
        return codec(value).decode(codec(value).encode(value));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Record> RecordCodec<T> codec(T value) {
        return new RecordCodec<>((Class<T>) value.getClass(), Map.of());
    }
}
