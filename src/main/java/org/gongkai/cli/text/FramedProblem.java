package org.gongkai.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.problem.Problem;

/** Shows problems with the lines in which they are. */
public record FramedProblem(AnsiStyle style, SourceLineReader lines) {

    /** The text of a problem and, if it can be read, its line with a caret below it. */
    public List<String> lines(Problem problem) {
        List<String> framed = new ArrayList<>();
        String text = problem.text();
        String label = problem.severity().label() + " " + problem.code();
        String coloured = problem.isError() ? style.error(label) : style.warning(label);
        int at = text.indexOf(": " + label) + 2;
        framed.add(text.substring(0, at) + coloured + text.substring(at + label.length()));
        lines.line(problem.path(), problem.line())
                .ifPresent(line -> framed.addAll(new CodeFrame(style).lines(problem.line(), line, problem.column())));
        return framed;
    }
}
