package org.gongkai.markup.markdown.parse;

import java.util.List;
import java.util.Set;
import org.gongkai.markup.Body;
import org.gongkai.markup.BodyPositions;
import org.gongkai.markup.Markup;
import org.gongkai.problem.Problem;

/** Thrown when parsing or writing a body would take too deep a stack or too long a time. */
public final class TooComplex extends RuntimeException {
    /** Greatest depth of nested elements. */
    public static final int DEEPEST = 100;

    public final int offset;
    public final String hint;

    private TooComplex(int offset, String message, String hint) {
        super(message, null, false, false);
        this.offset = offset;
        this.hint = hint;
    }

    /** Elements are nested too deep at an offset of the parsed text. */
    public static TooComplex nested(int offset) {
        return new TooComplex(offset, "嵌套层数过多，无法转换", "列表、引用、方括号等最多嵌套 " + DEEPEST + " 层");
    }

    /** The body of a text that cannot be converted, with the reason. */
    public Body refused(Markup markup, BodyPositions positions) {
        Problem problem = Problem.error(
                "E160", markup.path(), positions.line(offset), positions.column(offset), getMessage(), hint);
        return new Body("", List.of(), Set.of(), List.of(problem));
    }

    /** The paragraph at an offset of the parsed text has too many lines that are indented or quoted. */
    static TooComplex indented(int offset) {
        return new TooComplex(offset, "缩进或引用的行太多，无法转换", "用空行分成几段；不必缩进的，去掉行首的空格");
    }
}
