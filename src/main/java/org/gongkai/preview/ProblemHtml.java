package org.gongkai.preview;

import java.util.List;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.problem.Masked;
import org.gongkai.problem.Problem;

/** Problems as HTML. */
final class ProblemHtml {

    private ProblemHtml() {}

    /**
     * A list of problems of one file.
     *
     * @param lines the lines of the file, which are quoted; may be empty
     */
    static String list(List<Problem> problems, List<String> lines) {
        StringBuilder out = new StringBuilder("<ol class=\"gkp-problems\">\n");
        for (int i = 0; i < problems.size(); i++) {
            Problem problem = problems.get(i);
            out.append("<li class=\"")
                    .append(problem.isError() ? "gkp-error" : "gkp-warning")
                    .append("\" id=\"gkp-problem-")
                    .append(i)
                    .append("\"><p><strong>")
                    .append(problem.severity().label())
                    .append("</strong> 第")
                    .append(problem.line())
                    .append("行 ")
                    .append(HtmlEscape.escape(problem.message()));
            if (!problem.hint().isEmpty()) {
                out.append("；").append(HtmlEscape.escape(problem.hint()));
            }
            out.append("（<a href=\"/_preview/explain/")
                    .append(problem.code())
                    .append("\" target=\"_blank\" rel=\"noopener\">")
                    .append(problem.code())
                    .append("，怎么改</a>）</p>");
            if (problem.line() <= lines.size()) {
                out.append("<pre><code>")
                        .append(HtmlEscape.escape(Masked.of(lines.get(problem.line() - 1))))
                        .append("</code></pre>");
            }
            out.append("</li>\n");
        }
        return out.append("</ol>\n").toString();
    }

    /** How many errors and warnings there are, such as 2个错误，1个警告. */
    static String counts(List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        long warnings = problems.size() - errors;
        if (problems.isEmpty()) {
            return "没有问题";
        }
        return (errors > 0 ? errors + "个错误" : "")
                + (errors > 0 && warnings > 0 ? "，" : "")
                + (warnings > 0 ? warnings + "个警告" : "");
    }
}
