package org.gongkai.portal.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import org.gongkai.io.FileLimit;
import org.gongkai.portal.collect.PublishedFigures.Dues;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The registers of a site that a portal reads")
class PublishedFiguresTest {

    private static final String FILE = "registers/dues/dues.json";
    private static final String OTHER = "registers/notices/notices.json";

    @TempDir
    private Path site;

    @Test
    @DisplayName("give what is due and paid, with its page, and what two of them expect of one entry once")
    void dues() throws IOException {
        Optional<String> entry = Optional.of("dues/2024/a.html");
        assertThat(figures("dues/2024/a.html", "2024-06-30"))
                .isEqualTo(new PublishedFigures(
                        List.of(),
                        List.of(
                                new Dues(2024, "第一季度", new BigDecimal("100.5"), new BigDecimal("90"), entry),
                                new Dues(2024, "第二季度", new BigDecimal("90"), new BigDecimal("90"), entry)),
                        List.of(),
                        List.of(
                                new PublishedFigures.Expected("dues", "第二季度", "2024-06-30", Optional.empty(), false),
                                new PublishedFigures.Expected("dues", "公布结果", "2024-06-30", entry, false),
                                new PublishedFigures.Expected(
                                        "notices", "第二季度", "2024-06-30", Optional.empty(), false)),
                        true,
                        "2024-05-01"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "https://elsewhere.example/a.html",
                "/a.html",
                "../../other/current/a.html",
                "a/../../b.html",
                "a\\b.html",
                ""
            })
    @DisplayName("are not taken if they lead to any place but a page of the site")
    void addresses(String address) {
        assertThatThrownBy(() -> figures(address, "2024-06-30")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("are not taken if a day is none")
    void days() {
        assertThatThrownBy(() -> figures("dues/2024/a.html", "<b>")).isInstanceOf(DateTimeException.class);
    }

    private PublishedFigures figures(String address, String day) throws IOException {
        Files.createDirectories(site.resolve(FILE).getParent());
        Files.writeString(
                site.resolve(FILE),
                """
                {"register": "other", "name": "党费", "gaps": true, "years": {"2024": {
                  "rows": [{"期间": "第一季度", "应交金额": 100.5, "实交金额": 90, "settled": 10, "entries": ["%1$s"]},
                    {"期间": "第二季度", "应交金额": 100.5, "实交金额": 90, "settled": 10.50, "entries": ["%1$s"]}],
                  "expected": [{"what": "第一季度", "due": "2024-03-31", "done": true}, {"what": "第二季度", "due": "%2$s", "done": false},
                    {"what": "公布结果", "due": "%2$s", "done": false, "entry": "%1$s"}]}}}
                """
                        .formatted(address.replace("\\", "\\\\"), day));
        Files.createDirectories(site.resolve(OTHER).getParent());
        Files.copy(site.resolve(FILE), site.resolve(OTHER));
        return PublishedFigures.of(
                site, List.of("index.html", FILE, OTHER), FileLimit.ofProcess(), Optional.of("2024-05-01"));
    }
}
