package org.gongkai.write.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gongkai.input.source.SourceFile;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.markup.markdown.MarkdownTree;
import org.gongkai.preview.LiveSite;
import org.gongkai.preview.http.HttpFailure;
import org.gongkai.preview.http.Request;
import org.gongkai.preview.http.Route;
import org.gongkai.problem.Problem;
import org.gongkai.write.desk.Drafts.Draft;
import org.gongkai.write.desk.MergeView.EntryParts;
import org.gongkai.write.desk.SourceFolder.EntryFile;
import org.gongkai.write.form.EntryForms.EntryForm;
import org.gongkai.write.form.FormField;
import org.gongkai.write.form.FormValue;
import org.gongkai.write.form.HeaderEditor;

/** Opens, records, checks and saves single entries. */
record EntryApi(
        SourceFolder source,
        DeskSite site,
        Drafts drafts,
        DeskRepository repository,
        EntryAnswer answer,
        ApprovedChange approval) {

    List<Route> routes() {
        return List.of(
                JsonRoute.get("entry", this::open),
                JsonRoute.post("look", body -> answer.of(JsonRoute.path(source, body.text("path")), text(body))),
                JsonRoute.post("draft", this::draft),
                JsonRoute.post("save", this::save),
                JsonRoute.post("discard", this::discard),
                JsonRoute.post("split", body -> parts(JsonRoute.path(source, body.text("path")), body.text("text"))),
                JsonRoute.post(
                        "compare", body -> Map.of("lines", LineDifference.of(body.text("before"), body.text("after")))),
                JsonRoute.post("tree", body -> Map.of("blocks", MarkdownTree.of(body.text("body")))));
    }

    /** The text of an entry and of its drafts. A new entry that was never saved has drafts only. */
    private Map<String, Object> open(Request request) throws IOException {
        String path = JsonRoute.parameter(request, "path");
        Optional<EntryFile> stored = source.read(path);
        String text = stored.map(EntryFile::text).orElse("");
        List<Draft> others = drafts.of(path, text);
        if (stored.isEmpty() && others.isEmpty()) {
            throw new HttpFailure(404, "没有“" + path + "”这一篇，可能改了名，或者删去了。");
        }
        Map<String, Object> fields = parts(path, text);
        fields.put("path", path);
        fields.put("version", stored.map(EntryFile::version).orElse(EntryFile.ABSENT));
        fields.put("committed", repository.committed(path).isPresent());
        fields.put("drafts", others.stream().map(Draft::json).toList());
        fields.put("form", site.form(path, text).map(EntryForm::json));
        fields.put("approved", approval.of(path, approval.approved(path, text), text));
        return fields;
    }

    static Map<String, Object> parts(String path, String text) {
        return JsonObject.fields(EntryParts.of(path, text));
    }

    /** Records a text, before anything that could fail is done with it, and then the changes of its fields. */
    private Map<String, Object> draft(JsonObject body) throws IOException {
        String path = JsonRoute.path(source, body.text("path"));
        String typed = text(body);
        drafts.put(path, Drafts.window(body), body.text("base"), typed);
        EntryAnswer.Filled filled = answer.fill(path, typed, body.optionalObject("fields"));
        if (!filled.text().equals(typed)) {
            drafts.put(path, Drafts.window(body), body.text("base"), filled.text());
        }
        Map<String, Object> fields = parts(path, filled.text());
        fields.put("refusals", filled.refusals());
        Optional<String> before = approved(path, body);
        fields.put("approved", before.isPresent() ? approval.of(path, before.get(), filled.text()) : before);
        fields.putAll(answer.of(path, filled.text()));
        return fields;
    }

    /**
     * Writes the file if it still is the one that was opened; otherwise tells both versions by paragraphs. A change of
     * an approved text is told and not written: its author has to say what kind of change it is.
     */
    private Map<String, Object> save(JsonObject body) throws IOException {
        String path = JsonRoute.path(source, body.text("path"));
        String text = text(body);
        drafts.put(path, Drafts.window(body), body.text("base"), text);
        Optional<String> before = approved(path, body);
        Optional<String> change = before.isPresent() ? approval.of(path, before.get(), text) : Optional.empty();
        if (change.isPresent()) {
            return Json.fields("conflict", false, "approved", change, "lines", LineDifference.of(before.get(), text));
        }
        Optional<EntryFile> saved = source.write(path, text, body.text("base"));
        if (saved.isEmpty()) {
            return conflict(source, body);
        }
        drafts.remove(path, Drafts.window(body));
        site.changed(path);
        return Map.of("conflict", false, "version", saved.get().version());
    }

    /** The approved text that a page is measured by, as long as its file is the one that was opened. */
    private Optional<String> approved(String path, JsonObject body) throws IOException {
        Optional<EntryFile> stored =
                source.read(path).filter(file -> file.version().equals(body.text("base")));
        return stored.isEmpty()
                ? Optional.empty()
                : Optional.of(approval.approved(path, stored.get().text()));
    }

    /** Tells the text of a page and that of its file, which is no longer the one that was opened, by paragraphs. */
    static Map<String, Object> conflict(SourceFolder source, JsonObject body) throws IOException {
        String path = body.text("path");
        Optional<EntryFile> stored = source.read(path);
        return Json.fields(
                "conflict", true,
                "version", stored.map(EntryFile::version).orElse(EntryFile.ABSENT),
                "paragraphs",
                        MergeView.of(
                                path,
                                body.optionalText("opened").orElse(""),
                                text(body),
                                stored.map(EntryFile::text).orElse("")));
    }

    private Map<String, Object> discard(JsonObject body) throws IOException {
        drafts.remove(JsonRoute.path(source, body.text("path")), Drafts.window(body));
        return Map.of();
    }

    static String text(JsonObject body) {
        return body.text("header") + body.text("body");
    }

    /** Tells a page about the text of an entry: its form, its problems and its preview. */
    record EntryAnswer(DeskSite site, HeaderEditor editor) {

        /** What keeps a text from its readers, and spares it most that is checked. */
        private static final Pattern DRAFT = Pattern.compile("(?m)^(:?(?:状态|status): *)(?:草稿|draft)[ \\t]*$");

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
                return new Filled(text, List.of("开头的内容现在读不出来，没有改；请先按原文把它改好。"));
            }
            HeaderEditor.Edited edited =
                    editor.edit(SourceFile.ending(path), text, form.get().edits(values));
            return new Filled(
                    edited.text(),
                    edited.refusals().stream()
                            .map(refusal -> "“" + refusal.field() + "”没有改：" + refusal.reason() + "。")
                            .toList());
        }

        /** The form, the problems and the preview of a text; a draft is checked as it will be for its readers. */
        Map<String, Object> of(String path, String text) throws IOException {
            String open = DRAFT.matcher(text).replaceFirst("$1已发布");
            LiveSite.Rendered told = site.see(path, open);
            LiveSite.Rendered seen = open.equals(text) ? told : site.see(path, text);
            Optional<EntryForm> form = site.form(path, text);
            Optional<String> html = seen.page().map(page -> new String(page, StandardCharsets.UTF_8));
            return Json.fields(
                    "form", form.map(EntryForm::json),
                    "problems", problems(path, text, form, told.problems()),
                    "preview", html.map(page -> Map.of("address", seen.address().orElseThrow(), "html", page)));
        }

        /** The problems, each with the field of the form in whose line it is, if any. */
        private static List<Object> problems(
                String path, String text, Optional<EntryForm> shown, List<Problem> problems) {
            TreeMap<Integer, String> typed = new TreeMap<>(EntryParts.fields(path, text));
            List<FormField> form = shown.map(EntryForm::fields).orElse(List.of());
            int body = EntryParts.of(path, text).header().split("\n", -1).length;
            List<Object> all = new ArrayList<>();
            for (Problem problem : problems) {
                Map<String, Object> json = JsonObject.fields(problem);
                Map.Entry<Integer, String> field = typed.floorEntry(problem.line());
                if (field != null && problem.line() < body) {
                    form.stream()
                            .filter(known -> known.names().contains(field.getValue()))
                            .findFirst()
                            .ifPresent(known -> json.put("field", known.name()));
                }
                all.add(json);
            }
            return all;
        }
    }
}
