package org.gongkai.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> WORDS = List.of("标题", "发布日期", "title", "published");

    @Test
    void findsTheWordWithOneCharacterAmiss() {
        assertThat(Nearest.of("发布日其", WORDS)).contains("发布日期");
        assertThat(Nearest.of("标提", WORDS)).contains("标题");
        assertThat(Nearest.of("tilte", WORDS)).contains("title");
        assertThat(Nearest.of("titel", WORDS)).contains("title");
        assertThat(Nearest.of("titl", WORDS)).contains("title");
    }

    @Test
    void findsTheWordOfWhichAnotherIsAPart() {
        assertThat(Nearest.of("日期", List.of("标题", "发布日期", "成文日期"))).contains("发布日期");
        assertThat(Nearest.of("通知通知", List.of("公示", "通知"))).contains("通知");
        assertThat(Nearest.of("期", List.of("发布日期"))).isEmpty();
        assertThat(Nearest.of("xdatex", List.of("to", "at"))).isEmpty();
    }

    @Test
    void findsNothingForAWordThatIsLikeNone() {
        assertThat(Nearest.of("监督电话", WORDS)).isEmpty();
        assertThat(Nearest.of("标题", List.of())).isEmpty();
        assertThat(Nearest.of("放", List.of("年", "休")))
                .as("of a single character nothing is left")
                .isEmpty();
    }

    @Test
    void findsAmongManyWordsTheOneThatDiffersLeast() {
        List<String> many = Stream.concat(
                        IntStream.range(0, 5_000).mapToObj(i -> "第" + i + "节-工作情况"), Stream.of("工作情况", "工作情形"))
                .toList();
        assertThat(Nearest.of("工作请况", many)).contains("工作情况");
        assertThat(Nearest.of("第4999节工作情况", many)).contains("第4999节-工作情况");
        assertThat(Nearest.of("arrangemnet", List.of("agreement", "arrangement", "arrangements")))
                .contains("arrangement");
        assertThat(Nearest.of("abcdefghi", List.of("bacdefgih", "xbcdyfghz"))).contains("bacdefgih");
    }

    @Test
    void looksForNoPartnerOfAWholeText() {
        String text = "工作情况".repeat(100_000);
        assertThat(Nearest.of(text, List.of(text + "。", "工作情况"))).isEmpty();
        assertThat(Nearest.of("工作情况", List.of(text))).contains(text);
    }

    @Test
    void hintsAtTheNearestOrListsWhatIsAllowed() {
        assertThat(Nearest.hint("发布日其", WORDS)).isEqualTo("您是不是要写“发布日期”");
        assertThat(Nearest.hint("监督电话", List.of("甲", "乙"))).isEqualTo("可以写：甲、乙");
    }
}
