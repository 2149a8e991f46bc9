package org.gongkai.check.header;

import java.util.function.Consumer;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;

/** Where a problem of a header stands. */
record HeaderPlace(String path, int line, int column, Consumer<Problem> problems) {

    /** The place of a field as typed; the top of the file if the field is absent. */
    static HeaderPlace of(Entry entry, CommonField field, Consumer<Problem> problems) {
        Value at = entry.places().get(field);
        return at == null
                ? new HeaderPlace(entry.path(), 1, 1, problems)
                : new HeaderPlace(entry.path(), at.line(), at.column(), problems);
    }

    /** The place of a value in the same file. */
    HeaderPlace at(Value value) {
        return new HeaderPlace(path, value.line(), value.column(), problems);
    }

    void error(String code, String message, String hint) {
        problems.accept(Problem.error(code, path, line, column, message, hint));
    }

    void warning(String code, String message, String hint) {
        problems.accept(Problem.warning(code, path, line, column, message, hint));
    }
}
