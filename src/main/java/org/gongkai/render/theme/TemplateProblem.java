package org.gongkai.render.theme;

import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.io.TextResource;
import org.gongkai.problem.Problem;

/** Describes the errors of templates in Chinese; what has no words here keeps those of FreeMarker. */
public final class TemplateProblem {

    /** What is longer quotes a long value or lists all that might stand there. */
    private static final int LENGTH = 200;

    /** Messages of FreeMarker, and what they mean. */
    private static final Map<String, String> MEANINGS = TextResource.map(TemplateProblem.class, "meanings.txt");

    private TemplateProblem() {}

    /**
     * Returns the problem of a template that cannot be parsed or fails.
     *
     * @param e what FreeMarker threw
     * @param folder folder of the templates, with a slash at its end
     * @param template the template of the page, which may use others
     */
    public static Problem of(Throwable e, String folder, String template, String hint) {
        if (e instanceof ParseException syntax) {
            String path = folder + syntax.getTemplateName();
            String reason = reason(words(syntax.getEditorMessage()), "从这里起的写法读不懂");
            return problem(path, syntax.getLineNumber(), syntax.getColumnNumber(), reason, hint);
        }
        if (!(e instanceof TemplateException failure)) {
            return problem(folder + template, 1, 1, "没完没了地调用自己", hint);
        }
        String words = words(failure.getMessageWithoutStackTop());
        if (words.startsWith("Template i") && failure.getCause() instanceof ParseException syntax) {
            return of(syntax, folder, template, hint);
        }
        String path = folder + (failure.getTemplateSourceName() == null ? template : failure.getTemplateSourceName());
        String reason = e instanceof InvalidReferenceException && failure.getBlamedExpressionString() != null
                ? missing(failure, failure.getBlamedExpressionString())
                : reason(words + cause(failure, words), "用到这里出错");
        return problem(path, failure.getLineNumber(), failure.getColumnNumber(), reason, hint);
    }

    private static Problem problem(String path, Integer line, Integer column, String reason, String hint) {
        return Problem.error("E501", path, orOne(line), orOne(column), "模板不能使用：" + reason, hint);
    }

    private static int orOne(Integer number) {
        return number == null || number < 1 ? 1 : number;
    }

    private static String missing(TemplateException failure, String name) {
        return failure.getFTLInstructionStack().contains("- Failed at: @" + name)
                ? "没有 <@" + name + "> 这个宏"
                : "“" + name + "”没有值；没有值时显示什么，写成 (" + name + ")!\"\"";
    }

    private static String reason(String words, String general) {
        for (Map.Entry<String, String> meaning : MEANINGS.entrySet()) {
            Matcher found = Pattern.compile(meaning.getKey()).matcher(words);
            if (found.find()) {
                StringBuilder reason = new StringBuilder();
                found.appendReplacement(reason, meaning.getValue());
                return reason.substring(found.start());
            }
        }
        return words.isEmpty() ? general : general + "（" + words + "）";
    }

    /** Returns the first sentence of a message: of the innermost one, and with what follows its colon. */
    private static String words(String message) {
        String[] nested = (message == null ? "" : message).split("---(begin|end)-message---");
        StringBuilder words = new StringBuilder();
        for (String line : nested[nested.length / 2].strip().split("\\s*\\R\\s*")) {
            words.append(words.isEmpty() ? "" : " ").append(line);
            if (!line.endsWith(":")) {
                break;
            }
        }
        return shortened(words.toString().replaceAll(" +\\[in template [^\\]]*]| Help \\(latest version\\).*", ""));
    }

    private static String shortened(String words) {
        return words.length() > LENGTH ? words.substring(0, LENGTH) + "…" : words;
    }

    /** Returns what a method threw, if the message does not say it. */
    private static String cause(Throwable e, String words) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return cause instanceof RuntimeException && !words.contains(message)
                ? " " + cause.getClass().getSimpleName() + ": " + shortened(message)
                : "";
    }
}
