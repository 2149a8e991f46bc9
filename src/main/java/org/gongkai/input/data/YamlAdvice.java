package org.gongkai.input.data;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.problem.Problem;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Translates an error of the YAML parser into a problem with a hint in Chinese. */
final class YamlAdvice {

    /** How to write the colon after a field name. */
    private static final String COLON = "字段名后面要有英文冒号和一个空格，如“标题: 关于……的通知”";

    static final String WRONG = "这里不符合 YAML 的写法";

    static final String ALIAS = "以 * 或 & 开头的值请用英文双引号括起来";

    private static final String NO_MAPPING = "mapping values are not allowed";
    private static final String NO_COLON = "could not find expected ':'";

    /** What the parser may tell, as regular expressions, and what to do. */
    private static final List<Map.Entry<String, String>> HINTS = List.of(
            Map.entry("alias", ALIAS),
            Map.entry(NO_MAPPING, "值里含有冒号加空格时，请用英文双引号把整个值括起来；并检查这一行的缩进"),
            Map.entry(NO_COLON, COLON),
            Map.entry("quoted scalar|end of stream", "引号没有成对，请检查这里以前的引号"),
            Map.entry("\\\\t|cannot start any token", "这里不能用制表符（Tab）或特殊符号开头，请改用空格缩进，或用英文双引号把值括起来"),
            Map.entry("<block end>|block mapping", "请检查缩进：同一级的字段要左对齐"));

    /** A name with a colon that is full-width or not followed by a space, which is not a field in YAML. */
    private static final Pattern NO_FIELD = Pattern.compile("(\\s*)[^\\s:：'\"\\[\\]{}#,-][^:：]*(：|:(?=\\S)).*");

    private YamlAdvice() {}

    /** Returns the problem of a text that begins on a line of a file. */
    static Problem problem(String path, int firstLine, NormalizedYaml yaml, MarkedYamlEngineException error) {
        String context = error.getContext() == null ? "" : error.getContext();
        String told = error.getProblem() == null ? "" : error.getProblem();
        Mark mark = error.getProblemMark().or(error::getContextMark).orElseThrow();
        int line = mark.getLine();
        int column = mark.getColumn();
        String hint = HINTS.stream()
                .filter(it -> Pattern.compile(it.getKey()).matcher(told).find())
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("请写成“名称: 值”的形式，冒号用英文冒号，后面空一格");
        hint = context.contains("alias") || context.contains("anchor") ? ALIAS : hint;
        // YAML treats a line with a wrong colon as the beginning of a text, so that the parser fails on the next line.
        boolean mayBeColon = told.contains(NO_MAPPING) || told.contains(NO_COLON);
        List<String> lines = mayBeColon ? yaml.text().lines().toList() : List.of();
        for (int i = Math.min(line, lines.size()) - 1; i >= 0; i--) {
            Matcher noField = NO_FIELD.matcher(lines.get(i));
            if (!noField.matches()) {
                break;
            }
            line = i;
            column = noField.start(2);
            hint = COLON;
        }
        return Problem.error("E101", path, firstLine + line, 1 + yaml.column(line, column), WRONG, hint);
    }
}
