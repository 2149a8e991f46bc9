package org.gongkai.write.desk.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.source.SourceFile;
import org.gongkai.io.JsonObject;
import org.gongkai.problem.Problem;
import org.gongkai.write.desk.site.DeskSite;
import org.gongkai.write.desk.site.SeenEntry;
import org.gongkai.write.desk.text.EntryParts;
import org.gongkai.write.form.EntryForm;
import org.gongkai.write.form.FormField;
import org.gongkai.write.form.FormValue;
import org.gongkai.write.form.HeaderEditor;

/** Tells a page about the text of an entry: its form, its problems and its preview. */
record EntryAnswer(DeskSite site, HeaderEditor editor) {

    /** The hint of a problem about a field that the header does not have; such a problem stands at another field. */
    private static final Pattern MISSING = Pattern.compile("请在文件头里写上“(.+): ……”");

    /**
     * A text whose fields were changed by a form.
     *
     * @param refusals a sentence for each field that could not be changed
     */
    record Filled(String text, List<String> refusals) {}

    /** Gives fields of a text the values of a form. */
    Filled fill(String path, String text, Optional<JsonObject> fields) throws IOException {
        if (fields.isEmpty() || fields.get().fields().isEmpty()) {
            return new Filled(text, List.of());
        }
        Map<String, FormValue> values = new LinkedHashMap<>();
        fields.get().fields().forEach((name, value) -> values.put(String.valueOf(name), FormValue.ofJson(value)));
        Optional<EntryForm> form = site.form(path, text);
        if (form.isEmpty()) {
            return new Filled(text, List.of("文件头现在读不出来，字段没有改；请先改好文件头。"));
        }
        HeaderEditor.Edited edited =
                editor.edit(SourceFile.ending(path), text, form.get().edits(values));
        return new Filled(
                edited.text(),
                edited.refusals().stream()
                        .map(refusal -> "“" + refusal.field() + "”没有改：" + refusal.reason() + "。")
                        .toList());
    }

    /** The form of a text; null if its header cannot be read. */
    Map<String, Object> form(String path, String text) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("form", site.form(path, text).map(EntryForm::json));
        return fields;
    }

    /** The form, the problems and the preview of a text. */
    Map<String, Object> of(String path, String text) throws IOException {
        SeenEntry seen = site.see(path, text);
        Optional<EntryForm> form = site.form(path, text);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("form", form.map(EntryForm::json));
        fields.put("problems", problems(path, text, form, seen.problems()));
        fields.put("preview", seen.page().map(page -> Map.of("address", page.address(), "html", page.html())));
        return fields;
    }

    /** The problems, each with the field of the form that it is about, if any. */
    private static List<Object> problems(String path, String text, Optional<EntryForm> shown, List<Problem> problems) {
        TreeMap<Integer, String> typed = new TreeMap<>(EntryParts.fields(path, text));
        List<FormField> form = shown.map(EntryForm::fields).orElse(List.of());
        int body = EntryParts.of(path, text).header().split("\n", -1).length;
        List<Object> all = new ArrayList<>();
        for (Problem problem : problems) {
            Map<String, Object> json = json(problem);
            Map.Entry<Integer, String> field = typed.floorEntry(problem.line());
            Matcher missing = MISSING.matcher(problem.hint());
            Optional<FormField> blank = missing.matches() ? named(form, missing.group(1)) : Optional.empty();
            if (blank.isPresent()) {
                json.put("field", blank.get().name());
                json.put("hint", "请填写字段“" + blank.get().name() + "”");
            } else if (field != null && problem.line() < body) {
                named(form, field.getValue()).ifPresent(known -> json.put("field", known.name()));
            }
            all.add(json);
        }
        return all;
    }

    private static Optional<FormField> named(List<FormField> form, String name) {
        return form.stream().filter(field -> field.names().contains(name)).findFirst();
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
