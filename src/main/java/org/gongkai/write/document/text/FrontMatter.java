package org.gongkai.write.document.text;

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
import org.gongkai.problem.Problem;
import org.gongkai.write.document.Remark;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * A text and its header in YAML ({@code ---}), TOML ({@code +++}) or JSON ({@code {}).
 *
 * @param header texts, lists and maps by name; empty if there is no header
 * @param body the text after it
 * @param firstLine line of the file, from 1, on which the body begins
 * @param remarks what could not be read
 */
public record FrontMatter(Map<String, Object> header, String body, int firstLine, List<Remark> remarks) {

    /** Hexo does not require the first line of hyphens. */
    private static final Pattern YAML = Pattern.compile(
            "\\A\uFEFF?(?:---[ \\t]*\n|(?=(?:title|date|tags|categories|layout):))(.*?)^---[ \\t]*(?:\n|\\z)",
            Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern TOML = Pattern.compile(
            "\\A\uFEFF?\\+\\+\\+[ \\t]*\n(.*?)^\\+\\+\\+[ \\t]*(?:\n|\\z)", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern JSON =
            Pattern.compile("\\A\uFEFF?(\\{\\s*\".*?^\\})[ \\t]*(?:\n|\\z)", Pattern.DOTALL | Pattern.MULTILINE);

    /** The first lines of a header that has no last line. */
    private static final Pattern OPEN =
            Pattern.compile("\\A\uFEFF?(---|\\+\\+\\+)[ \\t]*\n[\\w-]+\\s*[:=].*", Pattern.DOTALL);

    /** A field and what is indented below it. */
    private static final Pattern FIELD =
            Pattern.compile("(?m)^([A-Za-z_\\p{IsHan}][\\w\\p{IsHan}-]*)[:：][ ]*(.*+(?:\n[ -].*+|\n(?=\n))*+)$");

    private static final Pattern PLAIN = Pattern.compile("[^\\[\\]{}\"'&*|>@`%!#-].*");

    /** Divides a text. */
    public static FrontMatter of(String text) {
        List<Remark> remarks = new ArrayList<>();
        for (Pattern pattern : List.of(YAML, TOML, JSON)) {
            Matcher found = pattern.matcher(text);
            if (found.find()) {
                Map<String, Object> header = data(pattern, found.group(1), remarks);
                return new FrontMatter(header, text.substring(found.end()), 1 + lineBreaks(found.group()), remarks);
            }
        }
        Matcher open = OPEN.matcher(text);
        if (open.matches()) {
            leftOut(remarks, 1, "没有结束的一行 " + open.group(1) + "，没有读出，照录在正文里");
        }
        return new FrontMatter(Map.of(), text, 1, remarks);
    }

    private static int lineBreaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /** The values in a header; empty if it is damaged. */
    private static Map<String, Object> data(Pattern syntax, String text, List<Remark> remarks) {
        return syntax == TOML
                ? toml(text, remarks)
                : syntax == JSON ? json(text, remarks) : yaml(text.replaceFirst("\\A\\s*---[ \\t]*\n", ""), remarks);
    }

    private static Map<String, Object> json(String text, List<Remark> remarks) {
        Map<String, Object> header = new LinkedHashMap<>();
        // Tabs between values are blanks; those within texts, which JSON does not allow, serve as such.
        Json.object(text.replace('\t', ' '))
                .ifPresent(found -> found.fields().forEach((name, value) -> header.put(String.valueOf(name), value)));
        if (header.isEmpty()) {
            leftOut(remarks, 1, "不合 JSON 的写法，没有读出，请照原文补上");
        }
        return header;
    }

    private static Map<String, Object> yaml(String typed, List<Remark> remarks) {
        // YAML allows tabs in few places, the editors of other generators in all.
        String text = typed.replace("\t", "  ");
        List<Problem> problems = new ArrayList<>();
        Optional<Value> value = new YamlReader().read("", text, 2, problems::add);
        Map<String, Object> header = new LinkedHashMap<>();
        if (value.orElse(null) instanceof Value.Fields fields) {
            fields.fields().forEach(field -> header.put(field.key().text(), plain(field.value())));
        } else if (!text.isBlank()) {
            String reason = problems.isEmpty() ? "" : "（" + problems.get(0).message() + "）";
            int line = problems.isEmpty() ? 1 : problems.get(0).line();
            leftOut(remarks, line, "不合 YAML 的写法" + reason + "，逐个字段分开读了，请核对");
            Matcher found = FIELD.matcher(text);
            while (found.find()) {
                field(found, 2 + lineBreaks(text.substring(0, found.start())), header, remarks);
            }
        }
        return header;
    }

    /** Reads one field of a header that cannot be read as a whole. */
    private static void field(Matcher found, int line, Map<String, Object> header, List<Remark> remarks) {
        Optional<Value> value = new YamlReader().read("", found.group(), 1, problem -> {});
        String typed = found.group(2).strip();
        if (value.orElse(null) instanceof Value.Fields fields) {
            header.put(found.group(1), plain(fields.fields().get(0).value()));
        } else if (PLAIN.matcher(typed).matches()) {
            header.put(found.group(1), typed);
        } else {
            leftOut(remarks, line, "里的 " + Remark.shortened(found.group()) + " 不合 YAML 的写法，没有导入");
        }
    }

    private static Map<String, Object> toml(String text, List<Remark> remarks) {
        TomlParseResult result = Toml.parse(text);
        result.errors().stream()
                .findFirst()
                .ifPresent(error -> leftOut(remarks, error.position().line() + 1, "从这里起不合 TOML 的写法，可能没有读全，请核对"));
        Map<String, Object> header = new LinkedHashMap<>();
        result.keySet().forEach(name -> header.put(name, plain(result.get(List.of(name)))));
        return header;
    }

    private static Object plain(Object value) {
        if (value instanceof Value.Items list) {
            return list.items().stream().map(FrontMatter::plain).toList();
        }
        if (value instanceof TomlArray array) {
            return array.toList().stream().map(FrontMatter::plain).toList();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Value.Fields fields) {
            fields.fields().forEach(field -> map.put(field.key().text(), plain(field.value())));
        } else if (value instanceof TomlTable table) {
            table.keySet().forEach(name -> map.put(name, plain(table.get(List.of(name)))));
        } else {
            return value instanceof Value.Text text ? text.text() : String.valueOf(value);
        }
        return map;
    }

    private static void leftOut(List<Remark> remarks, int line, String text) {
        remarks.add(new Remark("第" + line + "行", "文件头" + text, Remark.Weight.LEFT_OUT));
    }
}
