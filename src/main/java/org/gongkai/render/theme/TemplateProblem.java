package org.gongkai.render.theme;

import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Describes FreeMarker's errors in Chinese, followed by FreeMarker's own message for the maintainer of the
 * template.
 */
public final class TemplateProblem {

    private static final Pattern UNCLOSED = Pattern.compile("unclosed #(\\w+)");
    private static final Pattern UNKNOWN = Pattern.compile("Unknown directive: [#@]?(\\w+)");

    private TemplateProblem() {}

    /** Describes a syntax error. */
    public static String of(ParseException e) {
        String words = first(e.getEditorMessage());
        Matcher unclosed = UNCLOSED.matcher(words);
        Matcher unknown = UNKNOWN.matcher(words);
        if (unclosed.find()) {
            return with("<#" + unclosed.group(1) + "> 没有写结束标记 </#" + unclosed.group(1) + ">", words);
        }
        return with(unknown.find() ? "没有 <#" + unknown.group(1) + "> 这个指令" : "从这里起的写法读不懂", words);
    }

    /** Describes an error in rendering a page. */
    public static String of(TemplateException e) {
        String words = first(e.getMessageWithoutStackTop());
        if (e instanceof InvalidReferenceException && e.getBlamedExpressionString() != null) {
            return "“" + e.getBlamedExpressionString() + "”没有值；没有值时显示什么，写成 (" + e.getBlamedExpressionString()
                    + ")!\"\"";
        }
        if (words.startsWith("Instantiating")) {
            return with("不允许载入程序的类", words);
        }
        return with(words.contains("not found") ? "要包含的模板不存在" : "用到这里出错", words);
    }

    private static String with(String reason, String words) {
        return words.isEmpty() ? reason : reason + "（" + words + "）";
    }

    private static String first(String message) {
        return message == null ? "" : message.strip().lines().findFirst().orElse("");
    }
}
