package org.gongkai.markup;

import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.input.data.Value;
import org.gongkai.problem.Problem;

/**
 * A converter of bodies that may contain counts.
 *
 * @param converter converts the text around the counts
 */
public record CountingConverter(MarkupConverter converter) implements MarkupConverter {

    @Override
    public Body convert(Markup markup, LinkResolver links) {
        CountMarks marks = CountMarks.of(markup);
        Body body = converter.convert(
                marks.markup(),
                (kind, destination, line, column) -> links.resolve(kind, marks.typed(destination), line, column));
        if (marks.isEmpty()) {
            return body;
        }
        CountedHtml counted = new CountedHtml(marks, links);
        String html = counted.html(body.html());
        List<Body.Heading> outline = body.outline().stream()
                .map(heading ->
                        new Body.Heading(heading.level(), marks.typed(heading.id()), counted.text(heading.text())))
                .toList();
        return new Body(
                html,
                outline,
                body.anchors().stream().map(marks::typed).collect(Collectors.toSet()),
                body.problems().stream().map(problem -> typed(problem, marks)).toList(),
                body.included());
    }

    @Override
    public void warmUp() {
        converter.warmUp();
    }

    @Override
    public void close() {
        converter.close();
    }

    /** Problems show what was typed. */
    private static Problem typed(Problem problem, CountMarks marks) {
        return problem.said(marks.typed(problem.message()), marks.typed(problem.hint()));
    }

    /**
     * Returns the text of a field of a header with its counts replaced by their numbers.
     *
     * @param path path of the entry
     * @param value the value of the field; may be null
     * @param links answers the counts
     */
    public static String text(String path, Value value, LinkResolver links) {
        if (!(value instanceof Value.Text text)) {
            return "";
        }
        CountMarks marks = CountMarks.of(new Markup(path, text.text().strip(), text.line()));
        LinkResolver here =
                (kind, destination, line, column) -> links.resolve(kind, destination, line, text.column() + column - 1);
        return marks.replaced(
                marks.markup().text(), count -> CountMarks.answer(count, here).label());
    }
}
