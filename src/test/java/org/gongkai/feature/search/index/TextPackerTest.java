package org.gongkai.feature.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.gongkai.io.Json;

class TextPackerTest {

    private static final TextPacker PACKER = new TextPacker(Vocabulary.ofProgram());
    private static final TextUnpacker UNPACKER =
            new TextUnpacker(Json.object(Vocabulary.ofProgram().script()).orElseThrow());

    @Property(tries = 300)
    void anyTextComesBack(@ForAll @StringLength(min = 1, max = 400) String text) {
        assertThat(UNPACKER.unpack(PACKER.pack(text))).isEqualTo(text);
    }

    @Property(tries = 100)
    void textThatRepeatsItselfComesBackFromLess(
            @ForAll @StringLength(min = 30, max = 60) @CharRange(from = '\u4e00', to = '\u4eff') String text) {
        String twice = text + "，" + text;

        assertThat(UNPACKER.unpack(PACKER.pack(twice))).isEqualTo(twice);
        assertThat(PACKER.pack(twice).length()).isLessThan(PACKER.pack(text).length() + 6);
    }
}
