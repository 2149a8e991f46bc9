package org.gongkai.write.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.gongkai.write.desk.LineDifference.Kind;
import org.gongkai.write.desk.LineDifference.Line;
import org.junit.jupiter.api.Test;

/** What an editor reads as the difference of two texts. */
class LineDifferenceTest {

    private static String shown(String before, String now) {
        return LineDifference.of(before, now).stream()
                .map(line -> line.runs().stream()
                        .map(part -> switch (part.kind()) {
                            case DELETED -> "[-" + part.text() + "]";
                            case INSERTED -> "[+" + part.text() + "]";
                            default -> part.text();
                        })
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void marksWordsWithinALine() {
        assertThat(shown("一\n定于6月3日开会，请参加。\n", "一\n定于6月4日开会，请参加。\n")).isEqualTo("一\n定于[-6月3日][+6月4日]开会，请参加。");
    }

    @Test
    void marksWholeLinesThatHaveLittleInCommon() {
        assertThat(shown("第一段说天气。\n尾\n", "预算已经通过审查\n尾\n")).isEqualTo("[-第一段说天气。]\n[+预算已经通过审查]\n尾");
    }

    @Test
    void marksAddedAndRemovedLines() {
        String text = IntStream.range(0, 600).mapToObj("第%d行\n"::formatted).collect(Collectors.joining());
        assertThat(shown("甲\n乙\n", "甲\n\n丙丁\n乙\n")).isEqualTo("甲\n\n[+丙丁]\n乙");
        assertThat(shown("", "甲\n")).isEqualTo("[+甲]");
        assertThat(shown(text, "新\n".repeat(30) + text)).doesNotContain("[-");
        assertThat(LineDifference.of("甲\n", "甲\n")).extracting(Line::kind).containsExactly(Kind.SAME);
    }

    /** Reading only what is old, or only what is new, gives each text again. */
    @Property
    void losesNoLine(
            @ForAll @StringLength(max = 60) @Chars({'\n', '甲', '。', '1'}) @CharRange(from = 'a', to = 'c')
                    String before,
            @ForAll @StringLength(max = 60) @Chars({'\n', '甲', '。', '1'}) @CharRange(from = 'a', to = 'c') String now) {
        List<Line> difference = LineDifference.of(before, now);

        assertThat(side(difference, Kind.DELETED)).isEqualTo(before.replaceFirst("\n$", ""));
        assertThat(side(difference, Kind.INSERTED)).isEqualTo(now.replaceFirst("\n$", ""));
    }

    private static String side(List<Line> difference, Kind own) {
        return difference.stream()
                .filter(line -> line.kind() != (own == Kind.DELETED ? Kind.INSERTED : Kind.DELETED))
                .map(line -> line.runs().stream()
                        .filter(part -> part.kind() == own || part.kind() == Kind.SAME)
                        .map(LineDifference.Run::text)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
