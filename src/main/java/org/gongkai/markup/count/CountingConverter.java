package org.gongkai.markup.count;

import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.markup.Body;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.MarkupConverter;
import org.gongkai.problem.Problem;

/** A converter of bodies that may contain counts. */
public final class CountingConverter implements MarkupConverter {

    private final MarkupConverter converter;

    /**
     * @param converter converts the text around the counts
     */
    public CountingConverter(MarkupConverter converter) {
        this.converter = converter;
    }

    @Override
    public Body convert(Markup markup, LinkResolver links) {
        CountMarks marks = CountMarks.of(markup);
        if (marks.isEmpty()) {
            return converter.convert(markup, links);
        }
        Body body = converter.convert(
                marks.markup(),
                (kind, destination, line, column) -> links.resolve(kind, marks.typed(destination), line, column));
        CountedHtml counted = new CountedHtml(marks, links);
        String html = counted.html(body.html());
        List<Body.Heading> outline = body.outline().stream()
                .map(heading -> new Body.Heading(
                        heading.level(), marks.typed(heading.id()), marks.replaced(heading.text(), counted::text)))
                .toList();
        return new Body(
                html,
                outline,
                body.anchors().stream().map(marks::typed).collect(Collectors.toSet()),
                body.problems().stream().map(problem -> typed(problem, marks)).toList(),
                body.included());
    }

    /** Problems show what was typed. */
    private static Problem typed(Problem problem, CountMarks marks) {
        return new Problem(
                problem.severity(),
                problem.code(),
                problem.path(),
                problem.line(),
                problem.column(),
                marks.typed(problem.message()),
                marks.typed(problem.hint()));
    }
}
