package org.gongkai.cli.write;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.cli.text.Terminal;
import org.gongkai.input.source.SourceFile;
import org.gongkai.io.Json;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.entry.DocumentFiles;
import org.gongkai.write.document.entry.ImportedEntry;

/** Prints what came of the import of each document, and the totals. */
final class DocumentReport {

    /** The exit status if the machine is at fault. */
    private static final int FAILED = 3;

    private final Terminal terminal;
    private final Path base;
    private final DocumentFiles found;
    private final List<Map<String, Object>> records = new ArrayList<>();
    private int imported;
    private int known;
    private int failed;
    private int ready;
    private int blanks;

    /**
     * @param named the only file or folder that was named; null if there are several
     * @param found what was found among the named files and folders
     */
    DocumentReport(Terminal terminal, Path named, DocumentFiles found) {
        this.found = found;
        this.terminal = terminal;
        this.base = named != null && Files.isDirectory(named) ? named : null;
    }

    /** Tells why a document was not imported. */
    void failed(Path file, String reason) {
        failed++;
        record(file, "failed").put("reason", reason);
        terminal.print(name(file) + "：没有导入，" + reason);
    }

    /** Tells which links of a document lead to others that were not imported. */
    void unlinked(Path file, List<String> texts) {
        texts.forEach(text -> terminal.note(name(file) + "：链接“" + text + "”指向的那一篇没有一起导入，只留下文字"));
    }

    /** Tells what came of a document. */
    void done(Path file, ImportedEntry entry) {
        Map<String, Object> record = record(file, entry.isKnown() ? "known" : "imported");
        record.put("path", entry.path());
        if (entry.isKnown()) {
            known++;
            terminal.print(name(file) + "：以前导入过，就是 " + entry.path() + "，这次跳过；要重新导入，先删去那一条");
            return;
        }
        imported++;
        ready += entry.isDraft() ? 0 : 1;
        blanks += entry.blanks().size();
        record.put("fields", entry.fields());
        record.put(
                "remarks",
                entry.remarks().stream()
                        .map(remark -> Json.fields(
                                "place", remark.place(),
                                "text", remark.text(),
                                "weight", remark.weight() == Remark.Weight.LEFT_OUT ? "left-out" : "note",
                                "with",
                                        remark.optional()
                                                .map(OptionalContent::label)
                                                .orElse("")))
                        .toList());
        record.put(
                "blanks",
                entry.blanks().stream()
                        .map(blank -> Json.fields("field", blank.field(), "question", blank.question()))
                        .toList());
        terminal.print(name(file) + " → " + entry.path());
        terminal.print("  认出："
                + entry.fields().entrySet().stream()
                        .map(field -> field.getKey() + " " + field.getValue())
                        .collect(Collectors.joining("；")));
        remarks("没有导入", entry, Remark.Weight.LEFT_OUT);
        if (!entry.optional().isEmpty()) {
            String names = entry.optional().stream().map(OptionalContent::label).collect(Collectors.joining(","));
            terminal.print("  要连同它们导入：删去这一条，加上 --with " + names + " 再导入一次");
        }
        remarks("说明", entry, Remark.Weight.NOTE);
        entry.blanks().forEach(blank -> note("待填", "", blank.question()));
        if (!entry.isDraft()) {
            note("不是草稿", "", "已经由 " + entry.fields().get("审批") + " 批准，没有待填的，下一次生成就公开");
        }
    }

    /**
     * Ends the report because a draft cannot be written.
     *
     * @return the exit status
     */
    int stopped(Path file, String reason) {
        failed++;
        record(file, "failed").put("reason", reason);
        terminal.note(name(file) + "：" + reason + "；"
                + (imported == 0 ? "站点没有改动。" : "前面的 " + imported + " 篇已经导入，后面的没有再试；排除以后再运行一次，导入过的会跳过。"));
        return FAILED;
    }

    /** What came of the documents, for a program. */
    Map<String, Object> records() {
        return Json.fields("files", records, "imported", imported, "known", known, "failed", failed);
    }

    private void remarks(String label, ImportedEntry entry, Remark.Weight weight) {
        entry.remarks().stream()
                .filter(remark -> remark.weight() == weight)
                .forEach(remark -> note(label, remark.place(), remark.text()));
    }

    private void note(String label, String place, String text) {
        terminal.print("  " + label + "：" + (place.isEmpty() ? "" : place + "，") + text);
    }

    /**
     * Prints the totals.
     *
     * @return the exit status
     */
    int end() {
        List<Path> others = found.others();
        terminal.out().flush();
        if (!others.isEmpty()) {
            Map<String, Long> endings = others.stream()
                    .collect(Collectors.groupingBy(
                            file -> SourceFile.ending(file.getFileName().toString()),
                            TreeMap::new,
                            Collectors.counting()));
            String counts = endings.entrySet().stream()
                    .map(ending ->
                            (ending.getKey().isEmpty() ? "没有扩展名的" : ending.getKey()) + " " + ending.getValue() + " 个")
                    .collect(Collectors.joining("、"));
            terminal.note("文件夹里另有 " + others.size() + " 个文件不是文稿（" + counts + "），文稿里用到的图片已经随文稿导入。");
        }
        if (records.isEmpty()) {
            terminal.note("没有找到文稿；可以导入 Word、WPS 文字、txt、html、md 文件。");
            return 0;
        }
        terminal.note("导入了 " + imported + (ready == 0 ? " 篇草稿" : " 篇，" + ready + " 篇不是草稿")
                + (known > 0 ? "，" + known + " 篇以前导入过" : "")
                + (failed > 0 ? "，" + failed + " 个文件没有导入" : "")
                + (imported == 0 ? "。" : "，共有 " + blanks + " 处待填。"));
        if (imported > ready) {
            terminal.note("下一步：打开草稿，补上待填的字段，对照原件看一遍，再运行 check --drafts；审查、审批以后把状态改成“已发布”。");
        }
        return status();
    }

    int status() {
        return failed > 0 ? 1 : 0;
    }

    private Map<String, Object> record(Path file, String status) {
        Map<String, Object> record = Json.fields("file", name(file), "status", status);
        records.add(record);
        return record;
    }

    private String name(Path file) {
        return (base == null ? file.getFileName() : base.relativize(file)).toString();
    }
}
