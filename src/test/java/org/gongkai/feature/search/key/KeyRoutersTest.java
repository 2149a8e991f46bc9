package org.gongkai.feature.search.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The borders of files of keys are distributed over routers. */
class KeyRoutersTest {

    private static final int FILES = 5_000;

    /** Borders as of a large index: most of two units, some longer. */
    private static List<String> borders() {
        TreeSet<String> borders = new TreeSet<>();
        for (int i = 0; borders.size() < FILES; i++) {
            String pair = "" + (char) ('一' + i * 7919 % 3000) + (char) ('一' + i * 104_729 % 5000);
            borders.add(i % 3 == 0 ? pair + "的" : pair);
        }
        return List.copyOf(borders);
    }

    @Test
    void everyBorderStandsInOneRouterAndRoutersAreSmall() {
        List<List<String>> routers = KeyRouters.of(borders());

        assertThat(routers.stream().flatMap(List::stream)).containsExactlyElementsOf(borders());
        assertThat(routers).hasSizeBetween(30, FILES / 24).allMatch(router -> router.size() < 300);
        assertThat(routers.stream().skip(1)).allMatch(router -> router.get(0).length() == 2);
    }

    @Test
    void aFileMoreOrLessChangesFewRouters() {
        List<List<String>> before = KeyRouters.of(borders());
        IntStream.iterate(1, i -> i < FILES, i -> i + 97).forEach(i -> {
            List<String> fewer = new ArrayList<>(borders());
            fewer.remove(i);
            List<List<String>> after = new ArrayList<>(KeyRouters.of(fewer));
            after.removeAll(before);
            assertThat(after).as("without file %s", i).hasSizeBetween(1, 3);
        });
    }

    @Test
    void fewFilesHaveOne() {
        assertThat(KeyRouters.of(List.of("一一", "一二", "丁"))).hasSize(1);
        assertThat(KeyRouters.of(List.of())).isEmpty();
    }
}
