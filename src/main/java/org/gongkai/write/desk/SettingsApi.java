package org.gongkai.write.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.check.ProblemDifference;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.config.SiteConfigReader;
import org.gongkai.input.entry.header.Header;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.preview.http.HttpFailure;
import org.gongkai.preview.http.Route;
import org.gongkai.problem.Problem;
import org.gongkai.write.desk.SourceFolder.EntryFile;
import org.gongkai.write.form.FormValue;
import org.gongkai.write.form.HeaderEditor;
import org.gongkai.write.form.HeaderEditor.FieldEdit;

/** Shows and changes what the settings say of the branch and its site. */
record SettingsApi(SourceFolder source, DeskSite site, HeaderEditor editor) {

    private static final List<String> PATHS = List.of(Organisation.PATH, SiteConfigReader.SITE);

    List<Route> routes() {
        return List.of(JsonRoute.get("settings", request -> settings()), JsonRoute.post("settings", this::change));
    }

    private Map<String, Object> settings() throws IOException {
        List<Object> files = new ArrayList<>();
        for (String path : PATHS) {
            byte[] bytes = bytes(path);
            String text = text(path, bytes);
            Optional<Header> header = editor.header(HeaderEditor.SETTINGS, text, problem -> {});
            Map<String, Integer> lines = new HashMap<>();
            header.ifPresent(all -> all.fields()
                    .fields()
                    .forEach(field -> lines.put(field.key().text(), field.key().line())));
            files.add(Json.fields(
                    "path", path,
                    "version", EntryFile.version(bytes),
                    "shared", site.isShared(path),
                    "values", header.map(all -> FormValue.of(all.fields()).json()),
                    "lines", lines,
                    "problems", site.settingProblems(path, text)));
        }
        return Map.of("today", site.today().toString(), "files", files);
    }

    /**
     * Tells what is wrong with a change. It is made if that is asked for, if no error comes of it and if the file is
     * the one that the page has shown.
     */
    private Map<String, Object> change(JsonObject body) throws IOException {
        String path = body.text("path");
        if (!PATHS.contains(path)) {
            throw new HttpFailure(400, "这里只能改支部和网站的设置。");
        }
        if (site.isShared(path)) {
            throw new HttpFailure(409, "这些设置是几个支部共用的，请管理员改。");
        }
        byte[] before = bytes(path);
        String typed = text(path, before);
        List<FieldEdit> edits = body.objects("edits").stream()
                .map(edit -> new FieldEdit(
                        List.of(edit.text("name")),
                        Optional.of(FormValue.ofJson(edit.fields().get("value")))))
                .toList();
        HeaderEditor.Edited edited = editor.edit(HeaderEditor.SETTINGS, typed, edits);
        edited.refusals().stream().findFirst().ifPresent(refusal -> {
            throw new HttpFailure(409, "“" + refusal.field() + "”的写法特别，这里改不了，请管理员改。设置没有变。");
        });
        List<Problem> fresh = ProblemDifference.of(
                        site.settingProblems(path, edited.text()), site.settingProblems(path, typed))
                .fresh();
        boolean isShown = EntryFile.version(before).equals(body.text("version"));
        boolean isSaved = body.bool("save")
                && isShown
                && fresh.stream().noneMatch(Problem::isError)
                && source.replace(path, before, edited.text().getBytes(StandardCharsets.UTF_8));
        if (isSaved) {
            site.changed(path);
        }
        return Json.fields("conflict", !isShown, "problems", fresh, "saved", isSaved);
    }

    private byte[] bytes(String path) throws IOException {
        Path file = source.place(path);
        return Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
    }

    /** The text with its line terminators, if it is in UTF-8. */
    private static String text(String path, byte[] bytes) {
        return MergeApi.exactText(bytes)
                .or(() -> DeskRepository.text(path, bytes))
                .orElseThrow(() -> new HttpFailure(415, "设置的文件读不出来，请管理员看一看。"));
    }
}
