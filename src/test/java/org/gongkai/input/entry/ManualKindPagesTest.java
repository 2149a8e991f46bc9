package org.gongkai.input.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.NoticePeriod;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the secretaries' manual says of a kind is what the program makes of it. */
class ManualKindPagesTest {

    private static final Path MANUAL = Path.of("src/manual/content/查写法");
    private static final List<Kind> KINDS = Kinds.builtIn(new YamlReader()).all();

    private static final Pattern ROW = Pattern.compile("\\| (\\S+) `([a-z-]+)` \\| (必填|应填|可不写) \\| ([^：]+)：(.*) \\|");

    /** A row of the table of fields. */
    private record Row(String name, String key, String need, String type, String text) {}

    static Stream<Kind> kinds() {
        return KINDS.stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("its page tells all its own fields, each with key, type and whether it must be given, and no other")
    void ownFields(Kind kind) {
        List<Row> rows = rows(kind).values().stream()
                .filter(row -> CommonField.named(row.name()).isEmpty())
                .toList();

        assertThat(rows.stream().map(Row::name))
                .containsExactlyElementsOf(
                        kind.fields().stream().map(FieldSpec::name).toList());
        for (FieldSpec field : kind.fields()) {
            Row row = rows(kind).get(field.name());
            assertThat(row.key()).as(field.name()).isEqualTo(field.key());
            assertThat(field.type().words()).as(field.name()).contains(row.type());
            assertThat(row.need()).as(field.name()).isEqualTo(need(kind, field.name()));
            named(field).forEach(choice -> assertThat(row.text()).contains(choice.name()));
            if (field.type() == FieldType.TABLE) {
                assertThat(row.text()).as(field.name()).endsWith("可以写的列：" + columns(field));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("its page tells which common fields it asks for")
    void commonFields(Kind kind) {
        Map<String, Row> rows = rows(kind);
        List<String> asked = new ArrayList<>(List.of("标题", "发布日期"));
        if (kind.isOpen()) {
            PublicationReader.REQUIRED.forEach(field -> asked.add(field.label()));
        }
        if (kind.demands().notice().map(NoticePeriod::datesRequired).orElse(false)) {
            asked.add("公示");
        }
        asked.addAll(kind.demands().required());

        assertThat(rows).containsKeys(asked.toArray(String[]::new));
        asked.forEach(name -> assertThat(rows.get(name).need()).as(name).isEqualTo("必填"));
        assertThat(rows.keySet()).containsAll(kind.demands().recommended());
        rows.values().stream()
                .filter(row ->
                        CommonField.named(row.name()).isPresent() && !row.name().equals("文种"))
                .forEach(row -> {
                    assertThat(CommonField.named(row.name()).orElseThrow().names())
                            .contains(row.key());
                    assertThat(row.need())
                            .as(row.name())
                            .isEqualTo(asked.contains(row.name()) ? "必填" : need(kind, row.name()));
                });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("its page tells how its titles look, its other names, how long it lasts and is kept")
    void everythingElse(Kind kind) {
        String page = page(kind);

        kind.demands().title().ifPresent(title -> assertThat(page)
                .contains("“" + title.words() + "”", title.example()));
        kind.aliases().forEach(alias -> assertThat(page).contains("“" + alias + "”"));
        kind.demands().notice().ifPresent(notice -> assertThat(
                        rows(kind).get("公示").text())
                .contains("不少于" + notice.minimum() + "个" + notice.unit().label()));
        assertThat(rows(kind).get("栏目").text())
                .startsWith("不写就放在“" + kind.listing().column() + "”栏目");
        assertThat(page).contains(kind.filing().retention());
        assertThat(page).contains("（`" + kind.filing().history().name().toLowerCase(Locale.ROOT) + "`）");
        assertThat(page).contains("\ngongkai new " + kind.name() + " ");
        assertThat(page).containsPattern("(?s)```markdown 条目=.*\\n文种: " + kind.name() + "\\n.*\\n```");
    }

    @Test
    @DisplayName("the overview leads to every page, with other names and columns, and tells what excludes what")
    void overview() throws IOException {
        String overview = Files.readString(MANUAL.resolve("09-文种一览.md"));
        for (Kind kind : KINDS) {
            String aliases = kind.aliases().isEmpty() ? "—" : String.join("、", kind.aliases());
            assertThat(overview)
                    .contains("| [" + kind.name() + "](文种/" + file(kind) + ") | " + aliases + " | "
                            + kind.listing().column() + " |");
            kind.demands().exclusions().forEach(exclusion -> assertThat(overview)
                    .containsPattern("\\| \\[" + kind.name() + "\\]\\([^|]*\\| [^|]*" + exclusion.kind() + "[^|]* \\| "
                            + exclusion.reason() + " \\|"));
        }
        assertThat(files())
                .containsExactlyInAnyOrderElementsOf(
                        KINDS.stream().map(ManualKindPagesTest::file).toList());
    }

    /** The choices of a field and of its columns; their aliases are in the reference of headers. */
    private static Stream<Choice> named(FieldSpec field) {
        return Stream.concat(
                field.choices().stream(), field.columns().stream().flatMap(column -> column.choices().stream()));
    }

    private static String need(Kind kind, String name) {
        return kind.demands().required().contains(name)
                ? "必填"
                : kind.demands().recommended().contains(name) ? "应填" : "可不写";
    }

    /** The columns of a table as the manual lists them: with their types, unless it is text, and whether they must be given. */
    private static String columns(FieldSpec table) {
        List<String> columns = new ArrayList<>();
        for (FieldSpec column : table.columns()) {
            List<String> notes = new ArrayList<>();
            if (column.type() != FieldType.TEXT) {
                notes.add(column.type().words().get(0));
            }
            if (table.requiredColumns().contains(column.name())) {
                notes.add("必填");
            }
            columns.add(column.name() + (notes.isEmpty() ? "" : "（" + String.join("，", notes) + "）"));
        }
        return String.join("、", columns);
    }

    private static Map<String, Row> rows(Kind kind) {
        Map<String, Row> rows = new LinkedHashMap<>();
        String table = page(kind).replaceFirst("(?s).*\\n\\| 字段 \\| 要求 \\| 写什么 \\|\\n[^\\n]*\\n(.*?)\\n\\n.*", "$1");
        for (String line : table.split("\n")) {
            Matcher row = ROW.matcher(line);
            assertThat(row.matches()).as(line).isTrue();
            Row read = new Row(row.group(1), row.group(2), row.group(3), row.group(4), row.group(5));
            assertThat(rows.put(read.name(), read)).as(read.name()).isNull();
        }
        return rows;
    }

    private static String page(Kind kind) {
        try {
            return Files.readString(MANUAL.resolve("文种").resolve(file(kind)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page is numbered once, so that its address stays when kinds are added between others. */
    private static String file(Kind kind) {
        return files().stream()
                .filter(name -> name.matches("\\d\\d-" + kind.name() + "\\.md"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no page 文种/NN-" + kind.name() + ".md"));
    }

    private static List<String> files() {
        try (Stream<Path> pages = Files.list(MANUAL.resolve("文种"))) {
            return pages.map(page -> page.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
