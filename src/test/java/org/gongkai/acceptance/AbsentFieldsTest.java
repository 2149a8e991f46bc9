package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Entries of every kind, drafts and published ones, in which each field is missing, empty or of another type: they are wrong or
 * poor, and never a fault of the program.
 */
@Tag("slow")
class AbsentFieldsTest extends SiteFixture {

    private static final List<String> VALUES = List.of(
            "",
            "~",
            "''",
            "词",
            "7",
            "2024-02-30",
            "[]",
            "[一, 二]",
            "[~]",
            "[{一: 二}]",
            "[[一]]",
            "{}",
            "{一: 二}",
            "{起: 2024-01-01}");

    /** A notice and a meeting, with which the fields that all kinds have are tried; others have their own tried. */
    private static final Set<String> WITH_COMMON_FIELDS = Set.of("通知", "党员大会");

    private static final int LAST_YEAR = 2024;
    private static final int YEARS = 60;

    static Stream<String> kinds() {
        return Kinds.builtIn(new YamlReader()).all().stream().map(Kind::name);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void areToldOrPassedOver(String name) throws Exception {
        Kind kind = Kinds.builtIn(new YamlReader()).named(name).orElseThrow();
        // What references lead to.
        site.file(
                "content/" + kind.listing().column() + "/0.md",
                "---\n标题: 情况\n文种: 文章\n发布日期: " + (LAST_YEAR - YEARS - 1) + "-04-08\n---\n\n正文。\n");
        Set<String> paths = new LinkedHashSet<>();
        int count = 0;
        // The same is read in drafts: empty fields suffice there.
        for (String status : List.of("状态: 草稿", "状态: 已发布")) {
            for (Map<String, String> header : headers(kind, status.contains("草稿") ? List.of("") : VALUES)) {
                // Pages of years show what no other entry hides: as far as there are years, each entry has one of its
                // own.
                int year = LAST_YEAR - count++ % YEARS;
                List<String> lines = new ArrayList<>();
                header.forEach((field, value) -> lines.add(field + ": " + value.replace("2024", String.valueOf(year))));
                if (header.keySet().stream().noneMatch("状态"::equals)) {
                    lines.add(status);
                }
                String path = "content/" + kind.listing().column() + "/" + count + ".md";
                site.file(path, "---\n" + String.join("\n", lines) + "\n---\n\n正文。\n");
                paths.add(path);
            }
        }

        for (SiteFolder.Ran ran = build(); ran.status() != 0; ran = build()) {
            Set<String> wrong = wrong(ran);
            assertThat(wrong).isNotEmpty().isSubsetOf(paths);
            paths.removeAll(wrong);
            wrong.forEach(site::delete);
        }
        assertThat(paths).as("entries without errors").isNotEmpty();
    }

    /** The entries in which a build finds errors; others refer to some of them. */
    private static Set<String> wrong(SiteFolder.Ran ran) {
        Set<String> wrong = new LinkedHashSet<>();
        for (var problem : Json.object(ran.out()).getJsonArray("problems")) {
            if (problem.asJsonObject().getString("severity").equals("error")) {
                String path = problem.asJsonObject().getString("path");
                assertThat(path).as(problem.toString()).startsWith("content/");
                wrong.add(path);
            }
        }
        return wrong;
    }

    private SiteFolder.Ran build() {
        SiteFolder.Ran ran =
                SiteFolder.run("build", "-s", site.root(), "--drafts", "--as-of", "2024-06-01", "--format", "json");
        assertThat(ran.err()).doesNotContain("程序").doesNotContain("--debug");
        assertThat(ran.status()).as(ran.err()).isLessThan(3);
        return ran;
    }

    /** Headers with all fields, without each, without all, and with each of them in several wrong forms. */
    private static List<Map<String, String>> headers(Kind kind, List<String> values) {
        Map<String, String> right = new LinkedHashMap<>();
        right.put("标题", kind.demands().title().map(title -> title.example()).orElse("情况"));
        right.put("文种", kind.name());
        right.put("发布日期", "2024-04-08");
        right.put("公开范围", "社会");
        right.put("发布机构", "第一党支部");
        right.put("保密审查", "宣传委员 2024-01-04");
        right.put("审批", "书记 2024-01-05");
        right.put("公示", "{起: 2024-04-08, 止: 2024-04-17, 结果: 没有不同意见}");
        right.put("会议", "{名称: 会议, 时间: 2024-03-01 15:00, 地点: 会议室, 主持人: 支部书记, 应到: 18, 实到: 16}");
        kind.fields().forEach(field -> right.put(field.name(), value(field)));
        List<Map<String, String>> headers = new ArrayList<>();
        headers.add(with(right, Map.of()));
        Set<String> names = new LinkedHashSet<>(List.of("标题", "公示", "会议"));
        kind.fields().forEach(field -> names.add(field.name()));
        if (WITH_COMMON_FIELDS.contains(kind.name())) {
            names.addAll(right.keySet());
            Stream.of(CommonField.values()).map(CommonField::label).forEach(names::add);
        }
        names.removeAll(List.of("文种", "状态"));
        Map<String, String> none = new LinkedHashMap<>();
        for (String name : names) {
            // Periods, years and groups that no field gives are looked for in the title.
            Map<String, String> absent = new LinkedHashMap<>();
            absent.put(name, null);
            headers.add(with(right, absent));
            absent.putIfAbsent("标题", "情况");
            headers.add(with(right, absent));
            for (String value : values) {
                headers.add(with(right, Map.of(name, value)));
            }
        }
        right.keySet().stream().filter(name -> !name.equals("文种")).forEach(name -> none.put(name, null));
        headers.add(with(right, none));
        none.put("标题", "情况");
        headers.add(with(right, none));
        return headers;
    }

    private static Map<String, String> with(Map<String, String> right, Map<String, String> changed) {
        Map<String, String> fields = new LinkedHashMap<>(right);
        fields.putAll(changed);
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    private static String value(FieldSpec field) {
        return switch (field.type()) {
            case TEXT, TIME, PERSON -> "支部书记";
            case DATE -> "2024-03-31";
            case RANGE -> "2024-01-01 至 2024-03-31";
            case NUMBER, ISSUE, MONEY, PERCENTAGE -> "12";
            case ENUM -> field.values().get(0);
            case LIST -> "[讨论计划]";
            case REFERENCE -> "0.md";
            case TABLE ->
                field.columns().stream()
                        .map(column -> column.name() + ": " + value(column))
                        .collect(Collectors.joining(", ", "[{", "}]"));
        };
    }
}
