package org.gongkai.check.file;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.ApprovalStep;
import org.gongkai.problem.Problem;

/** What entries state about who has looked through the files that cannot be checked (人工核查). */
public final class Examinations {

    private static final String EXAMPLE = "请写成 人工核查: 支部书记 2024-03-01，写上谁在哪天逐页看过";

    private final Map<String, List<Examination>> byFile = new HashMap<>();

    /** The statement of an entry. */
    private record Examination(Entry entry, ApprovalStep step) {}

    Examinations(List<Entry> entries) {
        for (Entry entry : entries) {
            for (Entry.Attachment attachment : entry.attachments()) {
                attachment.examined().ifPresent(step -> byFile.computeIfAbsent(
                                file(entry, attachment), any -> new ArrayList<>())
                        .add(new Examination(entry, step)));
            }
        }
    }

    /** Each statement names a person and a day that is not in the future. */
    public static void given(Entry entry, LocalDate today, Consumer<Problem> problems) {
        for (Entry.Attachment attachment : entry.attachments()) {
            attachment.examined().ifPresent(step -> {
                Optional<LocalDate> day = step.date();
                if (step.person().isEmpty()) {
                    report(entry, step, "没有写谁核查", EXAMPLE, problems);
                } else if (day.isEmpty()) {
                    report(entry, step, step.typedDate().isEmpty() ? "没有写日期" : "的日期不是有效日期", EXAMPLE, problems);
                } else if (day.get().isAfter(today)) {
                    report(entry, step, "的日期" + day.get() + "还没有到", EXAMPLE, problems);
                }
            });
        }
    }

    /**
     * Returns true if a person answers for a file. Reports statements that are older than the file.
     *
     * @param saved the day on which the file was saved, if it says so
     */
    boolean isExamined(String path, Optional<LocalDate> saved, Consumer<Problem> problems) {
        boolean isExamined = false;
        for (Examination examination :
                byFile.getOrDefault(Normalizer.normalize(path, Normalizer.Form.NFC), List.of())) {
            ApprovalStep step = examination.step();
            Optional<LocalDate> day = step.date();
            if (day.isPresent() && saved.filter(day.get()::isBefore).isPresent()) {
                String message = "的日期" + day.get() + "早于文件最后保存的日期" + saved.get();
                report(examination.entry(), step, message, "文件后来改动过；请再看一遍，改写日期", problems);
            } else {
                isExamined |= day.isPresent() && !step.person().isEmpty();
            }
        }
        return isExamined;
    }

    private static String file(Entry entry, Entry.Attachment attachment) {
        String typed = attachment.path().text().strip().replace('\\', '/');
        String folder = entry.path().substring(0, entry.path().lastIndexOf('/') + 1);
        String path = Path.of(folder + typed).normalize().toString().replace('\\', '/');
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    private static void report(
            Entry entry, ApprovalStep step, String message, String hint, Consumer<Problem> problems) {
        problems.accept(
                Problem.error("E256", entry.path(), step.at().line(), step.at().column(), "“人工核查”" + message, hint));
    }
}
