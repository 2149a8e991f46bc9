package org.gongkai.render.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.gongkai.problem.ControlCharacters;
import org.junit.jupiter.api.Test;

class PageTextTest {

    @Test
    void everyCharacterIsEncodedAsTheLibraryDoesOrLeftOut() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int point = 0; point <= Character.MAX_CODE_POINT; point += point < 0x3100 ? 1 : 97) {
            all.appendCodePoint(point).append('中');
        }
        String text = all.append("\uD83D").toString();
        assertThat(written(text)).isEqualTo(ControlCharacters.without(text).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aCharacterMayComeInTwoParts() throws Exception {
        PageText page = new PageText();
        page.write('\uD842');
        page.write(new char[] {'x', '\uDFB7', 'y'}, 1, 1);
        page.write("一\u202E二三", 0, 3);
        assertThat(new String(page.bytes(), StandardCharsets.UTF_8)).isEqualTo("𠮷一二");
    }

    private static byte[] written(String text) throws Exception {
        PageText page = new PageText();
        page.write(text);
        return page.bytes();
    }
}
