package org.gongkai.render.theme;

import freemarker.core.TemplateElement;
import freemarker.template.Template;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongkai.problem.Problem;

/**
 * A reference of a template to the time of the build, which differs between builds.
 *
 * @param line line of the directive or interpolation, from 1
 * @param column its column, from 1
 */
record BuildTimeReference(int line, int column) {

    /** The special variable, but no field of that name. */
    private static final Pattern NOW = Pattern.compile("(?<![\\w\\])}\"'.])\\.now\\b");

    /** A string literal without interpolations. */
    private static final Pattern PLAIN_TEXT = Pattern.compile("\"(?:[^\"\\\\{]|\\\\.)*\"");

    /** Nodes of a template that contain no expressions. */
    private static final Set<String> NO_EXPRESSIONS = Set.of("TextBlock", "Comment");

    /** Returns the first reference in a template; empty if there is none. */
    @SuppressWarnings("deprecation")
    static Optional<BuildTimeReference> firstIn(Template template) {
        return first(template.getRootTreeNode());
    }

    @SuppressWarnings("deprecation")
    private static Optional<BuildTimeReference> first(TemplateElement element) {
        if (!NO_EXPRESSIONS.contains(element.getNodeName())
                && NOW.matcher(PLAIN_TEXT.matcher(element.getDescription()).replaceAll("\"\""))
                        .find()) {
            return Optional.of(new BuildTimeReference(element.getBeginLine(), element.getBeginColumn()));
        }
        return IntStream.range(0, element.getChildCount())
                .mapToObj(child -> first((TemplateElement) element.getChildAt(child)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns the problem of a template with such a reference. */
    Problem problem(String path) {
        return Problem.error(
                "E501",
                path,
                line,
                column,
                "模板不能使用：用到了 .now（生成网页的时刻），同一次提交每次生成的网页就都不一样",
                "要写日期，请用 ${site.asOfText}（站点所依据的日期）");
    }
}
