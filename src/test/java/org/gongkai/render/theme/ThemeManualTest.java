package org.gongkai.render.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.render.model.Model;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The manual's page about themes")
class ThemeManualTest {

    private final String page = read();

    private static String read() {
        try {
            return Files.readString(Path.of("src/manual/content/管网站/21-改网站的样子.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("names every template")
    void templates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/classes/org/gongkai/theme/templates"))) {
            List<String> rows = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ftl"))
                    .map(name -> "\n| `" + name + "` |")
                    .toList();
            assertThat(rows).hasSizeGreaterThan(20).allSatisfy(row -> assertThat(page)
                    .contains(row));
        }
    }

    @Test
    @DisplayName("names every value of a page, of the site, of a list and of an entry")
    void values() {
        assertThat(List.of(
                        Model.PageInfo.class,
                        Model.SiteInfo.class,
                        Model.ColumnInfo.class,
                        Model.Post.class,
                        Model.Notice.class,
                        Model.Content.class,
                        Model.Publication.class,
                        Model.Filing.class,
                        Model.Validity.class,
                        Model.Details.class,
                        Model.Text.class,
                        Model.Neighbours.class))
                .allSatisfy(type -> assertThat(Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .filter(name -> !page.contains("`" + name + "`")))
                        .as(type.getSimpleName())
                        .isEmpty());
    }
}
