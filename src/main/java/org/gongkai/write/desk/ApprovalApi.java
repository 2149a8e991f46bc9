package org.gongkai.write.desk;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.function.IOQuadFunction;
import org.apache.commons.io.function.IOTriFunction;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.source.SourceFile;
import org.gongkai.io.JsonObject;
import org.gongkai.preview.http.HttpFailure;
import org.gongkai.preview.http.Route;
import org.gongkai.problem.Problem;
import org.gongkai.write.desk.EntryApi.EntryAnswer;
import org.gongkai.write.desk.SourceFolder.EntryFile;
import org.gongkai.write.form.ApprovalSteps;

/** Takes the steps before publication, and the one that takes a published entry back. */
record ApprovalApi(
        SourceFolder source,
        DeskSite site,
        Drafts drafts,
        EntryAnswer answer,
        ApprovalSteps steps,
        ApprovedChange approval) {

    List<Route> routes() {
        return List.of(
                JsonRoute.post("review", body -> examine(CommonField.SECRECY_REVIEW, body, "保密审查记好了。")),
                JsonRoute.post("examine", body -> examine(CommonField.EXAMINATION, body, "审核记好了。")),
                JsonRoute.post("approve", this::approve),
                JsonRoute.post("withdraw", body -> explained(body, steps::withdraw, "撤回的日期和原因写好了。发布以后，原来的网址上只留一页说明。")),
                JsonRoute.post(
                        "correct", body -> explained(body, steps::correct, "已作为更正保存，正文末尾写上了更正的日期和原因。请重新审查、审批，再发布。")),
                JsonRoute.post("errata", this::errata));
    }

    private Map<String, Object> examine(CommonField field, JsonObject body, String done) throws IOException {
        return taken(
                body, (path, ending, text) -> steps.examine(field, ending, text, body.text("person"), day(body)), done);
    }

    private Map<String, Object> approve(JsonObject body) throws IOException {
        return taken(
                body,
                (path, ending, text) -> steps.approve(
                        ending,
                        text,
                        body.text("person"),
                        site.moment(day(body)),
                        filled -> Uncheck.get(() -> site.withFigures(path, filled)),
                        approved -> problems(path, approved)),
                "审批记好了。");
    }

    private Map<String, Object> explained(
            JsonObject body, IOQuadFunction<String, String, String, LocalDate, ApprovalSteps.Step> step, String done)
            throws IOException {
        return taken(body, (path, ending, text) -> step.apply(ending, text, body.text("reason"), site.today()), done);
    }

    private Map<String, Object> errata(JsonObject body) throws IOException {
        return taken(
                body,
                (path, ending, text) -> approval.stated(
                        path,
                        source.read(path).map(EntryFile::text).orElse(""),
                        text,
                        body.has("words") ? body.texts("words") : List.of()),
                "已保存，“勘误”里写明了改了哪几个字，不用重新审批。");
    }

    private List<Problem> problems(String path, String text) {
        return Uncheck.get(() -> site.see(path, text).problems());
    }

    private Map<String, Object> taken(
            JsonObject body, IOTriFunction<String, String, String, ApprovalSteps.Step> taking, String done)
            throws IOException {
        String path = JsonRoute.path(source, body.text("path"));
        ApprovalSteps.Step step = taking.apply(path, SourceFile.ending(path), EntryApi.text(body));
        if (!step.done()) {
            List<String> reasons = new ArrayList<>(step.remarks());
            step.errors().forEach(problem -> reasons.add("第" + problem.line() + "行：" + problem.message()));
            throw new HttpFailure(409, String.join("；", reasons) + "。");
        }
        drafts.put(path, Drafts.window(body), body.text("base"), step.text());
        Map<String, Object> fields = EntryApi.parts(path, step.text());
        fields.put("message", step.remarks().isEmpty() ? done : done + String.join("；", step.remarks()) + "。");
        fields.putAll(answer.of(path, step.text()));
        return fields;
    }

    private static LocalDate day(JsonObject body) {
        try {
            return LocalDate.parse(body.text("day"));
        } catch (DateTimeException e) {
            throw new HttpFailure(400, "请选一个日期。");
        }
    }
}
