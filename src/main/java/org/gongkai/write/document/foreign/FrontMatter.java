package org.gongkai.write.document.foreign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.problem.Problem;
import org.gongkai.write.document.Remark;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * A text and its header in YAML ({@code ---}), TOML ({@code +++}) or JSON ({@code {} or {@code ;;;}).
 *
 * @param header texts, lists and maps by name; empty if there is no header
 * @param body the text after it
 * @param firstLine line of the file, from 1, on which the body begins
 * @param remarks what could not be read
 */
record FrontMatter(Map<String, Object> header, String body, int firstLine, List<Remark> remarks) {

    private static final Pattern YAML =
            Pattern.compile("\\A\uFEFF?---[ \\t]*\n(.*?)^---[ \\t]*(?:\n|\\z)", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern TOML = Pattern.compile(
            "\\A\uFEFF?\\+\\+\\+[ \\t]*\n(.*?)^\\+\\+\\+[ \\t]*(?:\n|\\z)", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern JSON =
            Pattern.compile("\\A\uFEFF?(\\{.*?^\\})[ \\t]*(?:\n|\\z)", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern HEXO_JSON =
            Pattern.compile("\\A\uFEFF?;;;[ \\t]*\n(.*?)^;;;[ \\t]*(?:\n|\\z)", Pattern.DOTALL | Pattern.MULTILINE);

    /** Hexo does not require the first line of hyphens. */
    private static final Pattern HEXO_YAML = Pattern.compile(
            "\\A\uFEFF?((?:title|date|tags|categories|layout):.*?)^---[ \\t]*(?:\n|\\z)",
            Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern LINE = Pattern.compile("(?m)^([A-Za-z_\\p{IsHan}][\\w\\p{IsHan}-]*)[:：]\\s*(.*)$");

    static FrontMatter of(String text) {
        for (Pattern pattern : List.of(YAML, HEXO_YAML)) {
            Matcher yaml = pattern.matcher(text);
            if (yaml.find()) {
                List<Remark> remarks = new ArrayList<>();
                return rest(yaml(yaml.group(1), remarks), text, yaml.end(), remarks);
            }
        }
        Matcher toml = TOML.matcher(text);
        if (toml.find()) {
            List<Remark> remarks = new ArrayList<>();
            return rest(toml(toml.group(1), remarks), text, toml.end(), remarks);
        }
        for (Pattern pattern : List.of(JSON, HEXO_JSON)) {
            Matcher json = pattern.matcher(text);
            if (json.find()) {
                Optional<JsonObject> read = Json.object(pattern == JSON ? json.group(1) : "{" + json.group(1) + "}");
                if (read.isPresent()) {
                    Map<String, Object> header = new LinkedHashMap<>();
                    read.get().fields().forEach((name, value) -> header.put(String.valueOf(name), value));
                    return rest(header, text, json.end(), List.of());
                }
            }
        }
        return new FrontMatter(Map.of(), text, 1, List.of());
    }

    private static FrontMatter rest(Map<String, Object> header, String text, int end, List<Remark> remarks) {
        int lines = (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
        return new FrontMatter(header, text.substring(end), lines + 1, remarks);
    }

    private static Map<String, Object> yaml(String text, List<Remark> remarks) {
        List<Problem> problems = new ArrayList<>();
        Optional<Value> value = new YamlReader().read("", text, 2, problems::add);
        Map<String, Object> header = new LinkedHashMap<>();
        if (value.orElse(null) instanceof Value.Fields fields) {
            fields.fields().forEach(field -> header.put(field.key().text(), plain(field.value())));
        } else if (!text.isBlank()) {
            Matcher lines = LINE.matcher(text);
            while (lines.find()) {
                header.put(
                        lines.group(1),
                        lines.group(2).replaceAll("^[\"']|[\"']$", "").strip());
            }
            String reason = problems.isEmpty() ? "" : "（" + problems.get(0).message() + "）";
            int line = problems.isEmpty() ? 1 : problems.get(0).line();
            remarks.add(new Remark(
                    "第" + line + "行", "文件头不合 YAML 的写法" + reason + "，只逐行读了“名称: 值”，请核对", Remark.Weight.LEFT_OUT));
        }
        return header;
    }

    private static Object plain(Value value) {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        if (value instanceof Value.Items list) {
            return list.items().stream().map(FrontMatter::plain).toList();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        ((Value.Fields) value).fields().forEach(field -> map.put(field.key().text(), plain(field.value())));
        return map;
    }

    private static Map<String, Object> toml(String text, List<Remark> remarks) {
        TomlParseResult result = Toml.parse(text);
        result.errors().stream()
                .findFirst()
                .ifPresent(error -> remarks.add(new Remark(
                        "第" + (error.position().line() + 1) + "行",
                        "文件头从这里起不合 TOML 的写法，可能没有读全，请核对",
                        Remark.Weight.LEFT_OUT)));
        return plain(result);
    }

    private static Map<String, Object> plain(TomlTable table) {
        Map<String, Object> map = new LinkedHashMap<>();
        table.keySet().forEach(name -> map.put(name, plain(table.get(List.of(name)))));
        return map;
    }

    private static Object plain(Object value) {
        if (value instanceof TomlArray array) {
            return array.toList().stream().map(FrontMatter::plain).toList();
        }
        return value instanceof TomlTable table ? plain(table) : String.valueOf(value);
    }
}
