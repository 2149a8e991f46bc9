package org.gongkai.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountingConverterTest {

    private static final String COUNT = "{{计数: 文种=甲}}";

    private final CountingConverter converter = new CountingConverter(Bodies.MARKDOWN);

    private final Bodies.Recorder recorder = new Bodies.Recorder();

    private Body body(String text) {
        return converter.convert(new Markup("content/甲.md", text, 1), (kind, destination, line, column) -> {
            LinkResolver.Target target = recorder.resolve(kind, destination, line, column);
            return kind == LinkResolver.Kind.COUNT ? new LinkResolver.Target("b.html", "7") : target;
        });
    }

    @Provide
    Arbitrary<String> texts() {
        List<String> pieces = new ArrayList<>(VisibleText.snippets("markdown.txt", "MARKS"));
        pieces.addAll(List.of(COUNT, "\\" + COUNT, "｛｛合计：乙｝｝", "{{", "}}", "｛", "计数", ":", "&#xe010;", "&#xe011;"));
        return Arbitraries.of(pieces).list().ofMaxSize(30).map(parts -> String.join("", parts));
    }

    /** Whatever stands around a count: no mark is left, nothing acts, and what is asked stands where it is said to. */
    @Property(tries = 400, seed = "20240701")
    void isSoundInAnyText(@ForAll("texts") String text) {
        recorder.seen.clear();
        Body body = body(text);
        Bodies.assertHarmless(body.html());
        assertThat(body.html()).doesNotContain("\u2fe0").doesNotContain("\ue100");
        assertThat(body.outline().toString() + body.anchors() + body.problems()).doesNotContain("\ue100");
        List<String> lines = List.of(text.split("\n", -1));
        recorder.seen.stream().filter(seen -> seen.startsWith("COUNT")).forEach(seen -> {
            String[] place = seen.substring(seen.lastIndexOf(' ') + 1).split(":");
            String asked = seen.substring("COUNT ".length(), seen.lastIndexOf(' '));
            assertThat(lines.get(Integer.parseInt(place[0]) - 1).substring(Integer.parseInt(place[1]) - 1))
                    .startsWith(asked);
        });
    }

    @Example
    void asksOnceForEachCountThatIsShown() {
        Body body = body(
                "# " + COUNT + "\n\n`" + COUNT + "` 和 " + COUNT + "\n\n<!-- " + COUNT + " -->\n\n[a]: b{{c:d}}\n[a]");
        assertThat(recorder.seen)
                .containsExactlyInAnyOrder("LINK b{{c:d}} 7:6", "COUNT " + COUNT + " 1:3", "COUNT " + COUNT + " 3:18");
        assertThat(body.outline()).extracting(Body.Heading::text).containsExactly("7");
    }

    @Example
    void addsNothingToATextWithoutCounts() {
        assertThat(body("{甲}和{{乙}}，{{ }}、{{\n计数: 丙}}。").html())
                .isEqualTo(Bodies.body("{甲}和{{乙}}，{{ }}、{{\n计数: 丙}}。").html());
        assertThat(recorder.seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"甲\ud83d", "\ude00甲", "\ud83d\ud83d\ude00", "\ud83d\ude00\ude00"})
    void noBodyHoldsHalfACharacter(String html) {
        assertThatThrownBy(() -> new Body(html, List.of(), Set.of(), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("half a character in the HTML of a body, at ");
    }

    @Test
    void bodiesHoldCharactersOfAllPlanes() {
        assertThat(new Body("𠮷😀𰻞", List.of(), Set.of(), List.of()).html()).isEqualTo("𠮷😀𰻞");
    }
}
