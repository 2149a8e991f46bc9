package org.gongkai.jbake.page;

import java.util.List;
import java.util.Objects;
import org.gongkai.jbake.document.Document;
import org.gongkai.jbake.document.Library;
import org.gongkai.jbake.page.Templates.Broken;
import org.gongkai.problem.Problem;

/** Finds out whether a template failed because a document lacks a value that others have. */
final class MissingValues {

    private final Library library;

    MissingValues(Library library) {
        this.library = library;
    }

    /** Returns the problems that caused a failure: one for each incomplete document, or that of the template. */
    List<Problem> causes(JBakePage page, Broken failure) {
        int dot = failure.missing().lastIndexOf('.');
        String key = dot < 0 ? "" : failure.missing().substring(dot + 1);
        List<Document> lacking = page.documents().stream()
                .filter(document -> Objects.isNull(document.values().get(key)))
                .toList();
        boolean usual = key.equals("title")
                || library.all().stream().anyMatch(document -> document.values().get(key) != null);
        if (key.isEmpty() || lacking.isEmpty() || !usual) {
            return List.of(failure.problem());
        }
        Problem place = failure.problem();
        return lacking.stream()
                .map(document -> Problem.error(
                        "E608",
                        document.path(),
                        1,
                        1,
                        "没有 " + key + "，而模板 " + place.path() + " 第 " + place.line() + " 行要用它",
                        "请在文件头加一行 " + key + "=，或在模板里写 (" + failure.missing() + ")!\"\""))
                .toList();
    }
}
