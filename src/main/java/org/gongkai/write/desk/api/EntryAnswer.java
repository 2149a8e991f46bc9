package org.gongkai.write.desk.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.source.SourceFile;
import org.gongkai.io.JsonObject;
import org.gongkai.problem.Problem;
import org.gongkai.write.desk.text.EntryParts;
import org.gongkai.write.form.FieldEdit;
import org.gongkai.write.form.FormValue;
import org.gongkai.write.form.HeaderEditor;

/** Tells a page about the text of an entry: its form, its problems and its preview. */
final class EntryAnswer {

    private final EntryView view;
    private final HeaderEditor editor = new HeaderEditor(new YamlReader());

    EntryAnswer(EntryView view) {
        this.view = view;
    }

    /**
     * A text whose fields were changed by a form.
     *
     * @param refusals a sentence for each field that could not be changed
     */
    record Filled(String text, List<String> refusals) {}

    /** Changes fields of a text. */
    Filled fill(String path, String text, Optional<JsonObject> fields) {
        List<FieldEdit> edits = new ArrayList<>();
        fields.ifPresent(changed -> changed.fields().forEach((name, value) -> {
            FormValue wanted = FormValue.ofJson(value);
            edits.add(new FieldEdit(
                    List.of(String.valueOf(name)), wanted.isBlank() ? Optional.empty() : Optional.of(wanted)));
        }));
        HeaderEditor.Edited edited = editor.edit(SourceFile.ending(path), text, edits);
        return new Filled(
                edited.text(),
                edited.refusals().stream()
                        .map(refusal -> "“" + refusal.field() + "”没有改：" + refusal.reason() + "。")
                        .toList());
    }

    /** The form of a text; null if its header cannot be read. */
    Map<String, Object> form(String path, String text) {
        return Map.of();
    }

    /** The form, the problems and the preview of a text. */
    Map<String, Object> of(String path, String text) throws IOException {
        EntryView.Seen seen = view.see(path, text);
        Map<String, Object> fields = new LinkedHashMap<>(form(path, text));
        fields.put("title", seen.title());
        fields.put("state", seen.state());
        fields.put("problems", problems(path, text, seen.problems()));
        fields.put("preview", seen.page().map(page -> Map.of("address", page.address(), "html", page.html())));
        return fields;
    }

    private static List<Object> problems(String path, String text, List<Problem> problems) {
        TreeMap<Integer, String> fields = new TreeMap<>(EntryParts.fields(path, text));
        int body = EntryParts.of(path, text).header().split("\n", -1).length;
        return problems.stream()
                .<Object>map(problem -> {
                    Map<String, Object> json = json(problem);
                    if (problem.line() < body && fields.floorEntry(problem.line()) != null) {
                        json.put("field", fields.floorEntry(problem.line()).getValue());
                    }
                    return json;
                })
                .toList();
    }

    static Map<String, Object> json(Problem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("severity", problem.isError() ? "error" : "warning");
        fields.put("code", problem.code());
        fields.put("path", problem.path());
        fields.put("line", problem.line());
        fields.put("column", problem.column());
        fields.put("message", problem.message());
        fields.put("hint", problem.hint());
        return fields;
    }
}
