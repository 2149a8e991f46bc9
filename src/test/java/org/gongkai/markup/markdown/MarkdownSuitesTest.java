package org.gongkai.markup.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.markup.Bodies;
import org.gongkai.markup.ComparableHtml;
import org.gongkai.markup.Markup;
import org.gongkai.markup.html.HtmlBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the converter to the examples of CommonMark 0.31.2, of GitHub's extensions and of the amendment for Chinese,
 * Japanese and Korean. What differs on purpose is listed with its reason, and must differ.
 */
class MarkdownSuitesTest {
    private static final String EMPTY = "an address that is empty leads nowhere: the text is shown without a link";
    private static final String SCHEME = "readers are led by http, https, mailto and tel only";
    private static final String BARE = "a bare address is a link, as GitHub's extension has it";
    private static final String DEEP = "a line that begins like an item is one however deep it stands";

    private static final String SHOWN =
            "HTML that does not end, or that no page may hold, is shown as text: nothing is lost";

    private static final Map<Integer, String> COMMON_MARK = Map.ofEntries(
                    Map.entry("a control character is left out, and told", List.of(26)),
                    Map.entry("tildes in the language of code are no code: the library has it so", List.of(146)),
                    Map.entry(SHOWN, List.of(156, 157, 158, 171, 173, 182, 627, 628)),
                    Map.entry(EMPTY, List.of(200, 485, 486, 487, 567)),
                    Map.entry(DEEP, List.of(312, 313)),
                    Map.entry("asterisks between digits multiply: 20*30*40", List.of(356)),
                    Map.entry("a link without a text is given one, or nobody could follow it", List.of(484)),
                    Map.entry("names of files hold blanks: a path with blanks is an address", List.of(488)),
                    Map.entry("labels are compared in lower case only: the library has it so", List.of(540)),
                    Map.entry(SCHEME, List.of(596, 598, 599, 601)),
                    Map.entry(BARE, List.of(602, 608, 611, 612)))
            .entrySet()
            .stream()
            .flatMap(same -> same.getValue().stream().map(number -> Map.entry(number, same.getKey())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    /** Typed HTML goes through the allow-list: wanted is what the list makes of the example's HTML. */
    private static final Set<Integer> COMMON_MARK_HTML = Set.of(
            148, 150, 154, 163, 169, 174, 180, 187, 191, 201, 344, 475, 476, 477, 491, 494, 524, 536, 613, 614, 615,
            616, 617, 625, 626, 629, 630, 631, 642, 643);

    private static final Map<Integer, String> GFM = Map.of(
            202, "a line without a bar ends a table: people write notes right below one",
            204, "cells beyond the columns are shown: nothing that was typed is dropped",
            628, SCHEME);

    static Stream<SuiteExample> commonMark() {
        return examples("commonmark-0.31.2.txt", COMMON_MARK.keySet(), COMMON_MARK_HTML);
    }

    static Stream<SuiteExample> gfm() {
        return examples("gfm-0.29-extensions.txt", GFM.keySet(), Set.of());
    }

    static Stream<SuiteExample> cjkFriendly() {
        return SuiteExample.of("cjk-friendly.txt").stream();
    }

    static Stream<SuiteExample> typedHtml() {
        return SuiteExample.of("commonmark-0.31.2.txt").stream()
                .filter(example -> COMMON_MARK_HTML.contains(example.number()));
    }

    private static Stream<SuiteExample> examples(String suite, Set<Integer> deliberate, Set<Integer> html) {
        return SuiteExample.of(suite).stream()
                .filter(example -> !deliberate.contains(example.number()) && !html.contains(example.number()));
    }

    @ParameterizedTest
    @MethodSource({"commonMark", "gfm", "cjkFriendly"})
    void examplesComeOutAsTheNormHasThem(SuiteExample example) {
        assertThat(ComparableHtml.of(Bodies.html(example.text())))
                .as(example.text())
                .isEqualTo(ComparableHtml.of(example.html()));
    }

    @ParameterizedTest
    @MethodSource("typedHtml")
    void typedHtmlComesOutAsTheAllowListLeavesIt(SuiteExample example) {
        String clean = HtmlBody.of(new Markup("content/甲.html", example.html(), 1), new Bodies.Recorder())
                .html();
        assertThat(ComparableHtml.of(Bodies.html(example.text())))
                .as(example.text())
                .isEqualTo(ComparableHtml.of(clean));
    }

    @Test
    void theSuitesAreWhole() {
        assertThat(SuiteExample.of("commonmark-0.31.2.txt"))
                .extracting(SuiteExample::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 652).boxed().toList());
        assertThat(SuiteExample.of("gfm-0.29-extensions.txt")).hasSize(24);
        assertThat(SuiteExample.of("cjk-friendly.txt")).hasSize(123);
    }

    @Test
    void whatDiffersOnPurposeDoesDiffer() {
        assertThat(same("commonmark-0.31.2.txt", COMMON_MARK.keySet())).isEmpty();
        assertThat(same("gfm-0.29-extensions.txt", GFM.keySet())).isEmpty();
    }

    private static List<Integer> same(String suite, Set<Integer> numbers) {
        return SuiteExample.of(suite).stream()
                .filter(example -> numbers.contains(example.number()))
                .filter(example ->
                        ComparableHtml.of(Bodies.html(example.text())).equals(ComparableHtml.of(example.html())))
                .map(SuiteExample::number)
                .collect(Collectors.toList());
    }
}
