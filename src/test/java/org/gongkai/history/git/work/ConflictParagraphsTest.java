package org.gongkai.history.git.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.history.git.work.merge.ConflictParagraphs;
import org.gongkai.history.git.work.merge.ConflictParagraphs.Kind;
import org.gongkai.history.git.work.merge.ConflictParagraphs.Passage;
import org.junit.jupiter.api.Test;

/** Two changes of an entry, side by side. */
class ConflictParagraphsTest {

    private static List<String> shown(String base, String ours, String theirs) {
        return ConflictParagraphs.of(base, ours, theirs).stream()
                .map(passage -> passage.kind() + " " + passage.ours() + "|" + passage.theirs())
                .map(line -> line.replace("\n", "/"))
                .toList();
    }

    @Test
    void eachParagraphSaysWhoChangedIt() {
        assertThat(shown("一\n\n二\n\n三\n\n四\n", "一\n\n二改\n\n三\n\n甲的四\n", "一\n\n二\n\n三\n\n插入\n\n乙的四\n"))
                .containsExactly("SAME 一/|一/", "OURS_ONLY /二改/|/二/", "SAME /三/|/三/", "BOTH /甲的四/|/插入//乙的四/");
    }

    @Test
    void neighboursChangedByDifferentPersonsAreNoConflict() {
        assertThat(shown("一\n\n二\n", "一改\n\n二\n", "一\n\n二改\n"))
                .containsExactly("OURS_ONLY 一改/|一/", "THEIRS_ONLY /二/|/二改/");
    }

    @Test
    void theSameChangeTwiceNeedsNoDecision() {
        assertThat(shown("一\n\n二\n", "一\n\n改\n", "一\n\n改\n")).containsExactly("SAME 一/|一/", "SAME /改/|/改/");
    }

    @Test
    void aSideMayHaveNothing() {
        assertThat(shown("", "甲\n", "乙\n")).containsExactly("BOTH 甲/|乙/");
        assertThat(shown("一\n", "", "乙\n")).containsExactly("BOTH |乙/");
        assertThat(shown("一\n\n二\n", "一\n", "一\n\n二\n")).containsExactly("SAME 一/|一/", "OURS_ONLY |/二/");
        assertThat(shown("一\n", "一\n\n甲\n", "一\n\n乙\n")).containsExactly("SAME 一/|一/", "BOTH /甲/|/乙/");
        assertThat(shown("", "", "")).isEmpty();
    }

    @Property(tries = 2000)
    void theSidesJoinedAreTheTextsThatWereCompared(
            @ForAll("texts") String base, @ForAll("texts") String ours, @ForAll("texts") String theirs) {
        List<Passage> passages = ConflictParagraphs.of(base, ours, theirs);

        assertThat(passages.stream().map(p -> p.ours()).collect(Collectors.joining()))
                .isEqualTo(ours);
        assertThat(passages.stream().map(p -> p.theirs()).collect(Collectors.joining()))
                .isEqualTo(theirs);
        assertThat(passages).allSatisfy(passage -> {
            if (passage.kind() == Kind.SAME) {
                assertThat(passage.ours()).isEqualTo(passage.theirs());
            }
        });
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("一", "二", "三", "\n", "\n\n", "\r\n", " ")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }
}
