package org.gongkai.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.problem.Problem;
import org.owasp.html.HtmlChangeListener;

/** Keeps account of what the allow-list takes out of a body, so that its writer is told. */
final class DroppedHtml implements HtmlChangeListener<Void> {
    private final TreeSet<String> elements = new TreeSet<>();
    private final TreeSet<String> attributes = new TreeSet<>();

    @Override
    public void discardedTag(Void context, String element) {
        elements.add(element.toLowerCase(Locale.ROOT));
    }

    @Override
    public void discardedAttributes(Void context, String element, String... names) {
        for (String name : names) {
            attributes.add(name.toLowerCase(Locale.ROOT));
        }
    }

    /** One warning for each name that was typed in this text; what a converter added and lost again is nobody's concern. */
    List<Problem> problems(Markup markup) {
        return problems(markup, false);
    }

    /**
     * The same.
     *
     * @param made whether elements count, too, that a converter made of other marks, such as a film
     */
    List<Problem> problems(Markup markup, boolean made) {
        List<Problem> problems = new ArrayList<>();
        Positions positions = new Positions(Prepared.asTyped(markup.text()), markup.firstLine());
        for (String element : elements) {
            Matcher typed = Pattern.compile("<" + Pattern.quote(element) + "[\\s>/]", Pattern.CASE_INSENSITIVE)
                    .matcher(markup.text());
            boolean isTyped = typed.find();
            if (isTyped || made) {
                int at = isTyped ? typed.start() : 0;
                problems.add(problem(markup, positions, at, "网页代码 <" + element + "> 不允许使用，已去掉"));
            }
        }
        for (String attribute : attributes) {
            Matcher typed = Pattern.compile(
                            "<[a-z][^<>]*?\\s(" + Pattern.quote(attribute) + ")\\s*=", Pattern.CASE_INSENSITIVE)
                    .matcher(markup.text());
            if (typed.find()) {
                problems.add(problem(markup, positions, typed.start(1), "网页属性 " + attribute + " 不允许使用，已去掉"));
            }
        }
        return problems;
    }

    private static Problem problem(Markup markup, Positions positions, int offset, String message) {
        return Problem.warning(
                "W164",
                markup.path(),
                positions.line(offset),
                positions.column(offset),
                message,
                "正文只用文字、表格、图片和链接；要显示这段代码本身，请放进代码块");
    }
}
