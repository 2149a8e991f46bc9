package org.gongkai.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every register of a branch with three years of entries, gaps and traps says what a script knows that it must say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterCorpusTest {

    private final Corpus corpus = new Corpus();
    private SiteFolder site;

    @BeforeAll
    void aSite(@TempDir Path folder) {
        site = corpus.write(new SiteFolder(folder), draft -> true).built("--as-of", Draft.DAY.toString());
    }

    Stream<String> registers() {
        return corpus.answers().keySet().stream();
    }

    @Test
    void hasSomeHundredsOfEntries() {
        assertThat(corpus.drafts()).hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @MethodSource("registers")
    void saysWhatTheEntriesAddUpTo(String register) {
        assertThat(lines(register))
                .containsExactlyInAnyOrderElementsOf(corpus.answer(register).lines());
    }

    private List<String> lines(String register) {
        List<String> lines = new ArrayList<>();
        years(register).forEach((year, said) -> {
            lines.add(year + "年");
            JsonObject of = new JsonObject((Map<?, ?>) said);
            of.objects("rows").forEach(row -> lines.add(year + " " + row(row)));
            of.optionalObject("totals")
                    .orElseThrow()
                    .fields()
                    .forEach((name, value) -> lines.add(year + " " + Answer.total(name.toString(), value)));
            of.objects("expected")
                    .forEach(it -> lines.add(year + " "
                            + Answer.expectation(
                                    it.text("what"),
                                    it.text("due"),
                                    it.bool("done"),
                                    it.optionalText("entry").orElse(null))));
        });
        return lines;
    }

    private Map<?, ?> years(String register) {
        return Json.object(site.page("registers/" + register + "/" + register + ".json"))
                .orElseThrow()
                .optionalObject("years")
                .orElseThrow()
                .fields();
    }

    private static String row(JsonObject row) {
        List<Object> cells = new ArrayList<>();
        row.fields().forEach((column, value) -> {
            if (!column.equals("entries")) {
                cells.add(value);
            }
        });
        return Answer.row(cells, row.texts("entries"));
    }
}
