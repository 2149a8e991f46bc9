package org.gongkai.check.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gongkai.check.leak.MultiPatternSearcher.Keyword;
import org.junit.jupiter.api.Test;

class MultiPatternSearcherTest {

    @Property(tries = 300)
    void findsWhatALookForEachTextFinds(@ForAll long seed) {
        Random random = new Random(seed);
        List<Keyword<String>> keywords = new ArrayList<>();
        for (int i = random.nextInt(40); i >= 0; i--) {
            String text = text(random, 11 + random.nextInt(6));
            keywords.add(new Keyword<>(text, false, text));
        }
        StringBuilder hay = new StringBuilder(text(random, random.nextInt(200)));
        for (int i = random.nextInt(5); i > 0; i--) {
            hay.append(keywords.get(random.nextInt(keywords.size())).text()).append(text(random, random.nextInt(9)));
        }

        TreeSet<String> found = new TreeSet<>();
        new MultiPatternSearcher<>(keywords).find(hay.toString().getBytes(StandardCharsets.UTF_8), found::add);

        assertThat(found)
                .containsExactlyElementsOf(new TreeSet<>(keywords.stream()
                        .map(Keyword::text)
                        .filter(text -> hay.indexOf(text) >= 0)
                        .toList()));
    }

    /** Few different characters, so that texts overlap and share their windows. */
    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("abc党".charAt(random.nextInt(4)));
        }
        return text.toString();
    }

    @Test
    void aWholeNumberIsNoPartOfALongerOne() {
        assertThat(found("编号 A1/2024-00001。")).containsExactly("A1/2024-00001");
        assertThat(found("A1/2024-00001")).containsExactly("A1/2024-00001");
        assertThat(found("编号 A1/2024-000012 和 BA1/2024-00001")).isEmpty();
    }

    private static List<String> found(String text) {
        List<String> found = new ArrayList<>();
        new MultiPatternSearcher<>(List.of(new Keyword<>("A1/2024-00001", true, "A1/2024-00001")))
                .find(text.getBytes(StandardCharsets.UTF_8), found::add);
        return found;
    }

    @Test
    void whatIsTooShortToTellApartIsNotAccepted() {
        assertThatThrownBy(() -> new MultiPatternSearcher<>(List.of(new Keyword<>("通知", false, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
