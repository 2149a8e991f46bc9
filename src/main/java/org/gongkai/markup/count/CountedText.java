package org.gongkai.markup.count;

import org.gongkai.input.data.Value;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;

/** Replaces the counts in a plain text, such as a field of a header, by their numbers. */
public final class CountedText {

    private CountedText() {}

    /**
     * Returns the text of a field.
     *
     * @param path path of the entry
     * @param value the value of the field; may be null
     * @param links answers the counts
     */
    public static String of(String path, Value value, LinkResolver links) {
        if (!(value instanceof Value.Text text)) {
            return "";
        }
        CountMarks marks = CountMarks.of(new Markup(path, text.text().strip(), text.line()));
        LinkResolver here =
                (kind, destination, line, column) -> links.resolve(kind, destination, line, text.column() + column - 1);
        return marks.replaced(
                marks.markup().text(), mark -> marks.answer(mark, here).label());
    }
}
