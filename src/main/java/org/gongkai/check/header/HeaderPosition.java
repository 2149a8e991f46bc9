package org.gongkai.check.header;

import java.util.function.Consumer;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;

/** A position in a header, for reporting problems. */
record HeaderPosition(String path, int line, int column, Consumer<Problem> problems) {

    /** Returns the position of a field; the start of the file if the field is absent. */
    static HeaderPosition of(Entry entry, CommonField field, Consumer<Problem> problems) {
        Value at = entry.values().get(field);
        return at == null
                ? new HeaderPosition(entry.path(), 1, 1, problems)
                : new HeaderPosition(entry.path(), at.line(), at.column(), problems);
    }

    /** Returns the position of a value in the same file. */
    HeaderPosition at(Value value) {
        return new HeaderPosition(path, value.line(), value.column(), problems);
    }

    void error(String code, String message, String hint) {
        problems.accept(Problem.error(code, path, line, column, message, hint));
    }

    void warning(String code, String message, String hint) {
        problems.accept(Problem.warning(code, path, line, column, message, hint));
    }
}
