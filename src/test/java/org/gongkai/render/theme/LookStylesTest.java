package org.gongkai.render.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The theme's own style sheets are sent without comments and blanks. */
class LookStylesTest extends SiteFixture {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    a:hover, a > b { color: #000; }         | a:hover,a>b{color:#000}
                    p /* one */ a { margin: 0 .5em; }       | p a{margin:0 .5em}
                    i:before { content: " > {"; top: 0 }    | i:before{content:" > {";top:0}
                    @media (max-width: 9px) { a + b { } }   | @media (max-width:9px){a + b{}}
                    x { width: calc(1vw - 2px) !important } | x{width:calc(1vw - 2px)!important}
                    .a ~ .b:not(.c) *, [d="e f"] { x: y }   | .a~.b:not(.c) *,[d="e f"]{x:y}
                    """)
    void keepsRules(String sheet, String compact) {
        assertThat(LookStyles.of(sheet)).isEqualTo(compact + "\n");
    }

    @ParameterizedTest
    @CsvSource({"朴素, #3a4149", "现代, #b0161f"})
    void aLookHasColoursOfItsOwnInAllSheets(String look, String band) {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");
        site.file("content/_data/site.yml", "样子: " + look + "\n").built();

        assertThat(site.files()).doesNotContainKeys("assets/look-plain.css", "assets/look-modern.css");
        assertThat(Stream.of("gongkai", "tables", "history", "overview")
                        .map(sheet -> site.page("assets/" + sheet + ".css")))
                .allSatisfy(sheet -> assertThat(sheet).doesNotContain("#8f1d21", "#e6e0d5", "/*"))
                .first()
                .asString()
                .contains(".band{background:" + band);
    }

    /** All that the repository has, wherever they lie. */
    static List<Path> sheets() throws IOException {
        List<Path> sheets = new ArrayList<>();
        for (String folder : List.of("assets", "templates")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".css")).forEach(sheets::add);
            }
        }
        assertThat(sheets).hasSizeGreaterThan(8);
        return sheets;
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void keepsAllRulesOfTheTheme(Path file) throws IOException {
        String sheet = Files.readString(file);
        String rules = sheet.replaceAll("(?s)/\\*.*?\\*/", "");

        String compact = LookStyles.of(sheet);

        assertThat(compact).doesNotContain("/*");
        assertThat(compact.chars().filter(c -> c == '{').count())
                .isEqualTo(rules.chars().filter(c -> c == '{').count());
        assertThat(compact.replaceAll("[\\s;]", "")).isEqualTo(rules.replaceAll("[\\s;]", ""));
    }

    @Test
    void leavesTheFilesOfASiteAlone() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");
        site.file("assets/print.css", "/* ours */\nbody { margin: 0 }\n").built();

        assertThat(site.page("assets/print.css")).isEqualTo("/* ours */\nbody { margin: 0 }\n");
        assertThat(site.page("assets/gongkai.css")).doesNotContain("/*").contains(".facts");
    }
}
