package org.gongkai.input.data;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates an error of the YAML parser into a hint in Chinese.
 *
 * @param line the line of the error, from 0
 * @param column its column, from 0
 * @param hint how to fix it
 */
record YamlAdvice(int line, int column, String hint) {

    /** How to write the colon after a field name. */
    static final String COLON = "字段名后面要有英文冒号和一个空格，如“标题: 关于……的通知”";

    private static final String NO_COLON = "could not find expected ':'";

    /** A name with a colon that is full-width or not followed by a space, which is not a field in YAML. */
    private static final Pattern NO_FIELD = Pattern.compile("(\\s*)[^\\s:：'\"\\[\\]{}#,-][^:：]*(：|:(?=\\S)).*");

    /**
     * @param text the YAML
     * @param line the line of the error, from 0
     * @param column its column, from 0
     * @param context what the parser was reading; may be null
     * @param complaint the message of the parser; may be null
     */
    static YamlAdvice of(String text, int line, int column, String context, String complaint) {
        String problem = complaint == null ? "" : complaint;
        if (problem.contains("mapping values are not allowed") || problem.contains(NO_COLON)) {
            YamlAdvice colon = wrongColonAbove(text.lines().toList(), line);
            if (colon != null) {
                return colon;
            }
        }
        return new YamlAdvice(line, column, hint(context == null ? "" : context, problem));
    }

    /** YAML treats a line with a wrong colon as the beginning of a text, so that the parser fails on the next line. */
    private static YamlAdvice wrongColonAbove(List<String> lines, int line) {
        YamlAdvice found = null;
        for (int i = Math.min(line, lines.size()) - 1; i >= 0; i--) {
            Matcher noField = NO_FIELD.matcher(lines.get(i));
            if (!noField.matches()) {
                break;
            }
            found = new YamlAdvice(i, noField.start(2), COLON);
        }
        return found;
    }

    private static String hint(String context, String problem) {
        if (context.contains("alias") || context.contains("anchor") || problem.contains("alias")) {
            return "以 * 或 & 开头的值请用英文双引号括起来";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "值里含有冒号加空格时，请用英文双引号把整个值括起来；并检查这一行的缩进";
        }
        if (problem.contains(NO_COLON)) {
            return COLON;
        }
        if (problem.contains("quoted scalar") || problem.contains("end of stream")) {
            return "引号没有成对，请检查这里以前的引号";
        }
        if (problem.contains("\\t") || problem.contains("cannot start any token")) {
            return "这里不能用制表符（Tab）或特殊符号开头，请改用空格缩进，或用英文双引号把值括起来";
        }
        if (problem.contains("<block end>") || problem.contains("block mapping")) {
            return "请检查缩进：同一级的字段要左对齐";
        }
        return "请写成“名称: 值”的形式，冒号用英文冒号，后面空一格";
    }
}
