package org.gongkai.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void putsAnyValueOnOneLine() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("b", List.of("甲", 1L, true));
        fields.put("a", Optional.empty());
        fields.put("c", Optional.of(Map.of("x", "\n")));

        assertThat(Json.of(fields)).isEqualTo("{\"b\":[\"甲\",1,true],\"a\":null,\"c\":{\"x\":\"\\u000a\"}}");
    }

    @Test
    void quotesWhatJsonAndScriptsWouldTakeForTheirOwn() {
        assertThat(Json.of("\"\\\n\u0001</script>\u2028甲"))
                .isEqualTo("\"\\\"\\\\\\u000a\\u0001\\u003c/script>\\u2028甲\"");
    }

    @Test
    void indentsMapsAndListsOfMaps() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("list", List.of("x", 1));
        fields.put("none", Map.of());
        fields.put("maps", List.of(Map.of("y", true), List.of()));

        assertThat(Json.indented(fields))
                .isEqualTo(
                        """
                        {
                          "list": ["x", 1],
                          "none": {},
                          "maps": [
                            {
                              "y": true
                            },
                            []
                          ]
                        }""");
    }

    @Test
    void readsWhatItWrites() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("text", "甲\"\\\n</b>\u2028😀");
        fields.put("number", 1L << 40);
        fields.put("truth", true);
        fields.put("none", Optional.empty());
        fields.put("lists", List.of(List.of("a", "b")));

        JsonObject read = Json.object(Json.of(fields)).orElseThrow();

        assertThat(read.text("text")).isEqualTo(fields.get("text"));
        assertThat(read.number("number")).isEqualTo(1L << 40);
        assertThat(read.bool("truth")).isTrue();
        assertThat(read.optionalText("none")).isEmpty();
        assertThat(read.textLists("lists")).containsExactly(List.of("a", "b"));
        assertThatThrownBy(() -> read.text("number")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read.text("absent")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsNothingElse() {
        for (String text : List.of(
                "",
                "null",
                "1",
                "[]",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1} {}",
                "{a: 1}",
                "{\"a\":1",
                "{\"a\":" + "[".repeat(1 << 20) + "]".repeat(1 << 20) + "}",
                "{\"a\":" + "9".repeat(1 << 16) + "}")) {
            assertThat(Json.object(text)).isEmpty();
        }
        assertThat(Json.objects("[{}]")).isPresent();
        assertThat(Json.objects("[1]")).isEmpty();
    }
}
