package org.gongkai.check.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.ApprovalStep;
import org.gongkai.problem.Problem;

/** What entries state about who has looked through the files that cannot be checked (人工核查). */
public final class ManualExaminations {

    private static final String EXAMPLE = "请写成 人工核查: 支部书记 2024-03-01，写上谁在哪天逐页看过";

    private ManualExaminations() {}

    /** Each statement names a person and a day that is not in the future. */
    public static void given(Entry entry, LocalDate today, Consumer<Problem> problems) {
        for (Entry.Attachment attachment : entry.header().attachments()) {
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
    static boolean isExamined(String file, Optional<LocalDate> saved, List<Entry> entries, Consumer<Problem> problems) {
        boolean isExamined = false;
        for (Entry entry : entries) {
            for (Entry.Attachment attachment : entry.header().attachments()) {
                Optional<ApprovalStep> step = attachment.examined().filter(any -> isNamed(file, entry, attachment));
                Optional<LocalDate> day = step.flatMap(ApprovalStep::date);
                if (day.isPresent() && saved.filter(day.get()::isBefore).isPresent()) {
                    String message = "的日期" + day.get() + "早于文件最后保存的日期" + saved.get();
                    report(entry, step.get(), message, "文件后来改动过；请再看一遍，改写日期", problems);
                } else {
                    isExamined |= day.isPresent() && !step.get().person().isEmpty();
                }
            }
        }
        return isExamined;
    }

    private static boolean isNamed(String file, Entry entry, Entry.Attachment attachment) {
        return path(entry, attachment).equals(Normalizer.normalize(file, Normalizer.Form.NFC));
    }

    /** Returns the path of an attachment in the site; empty if it is none. */
    public static String path(Entry entry, Entry.Attachment attachment) {
        String typed = attachment.path().text().strip().replace('\\', '/');
        try {
            Path named = Path.of(entry.path()).resolveSibling(typed).normalize();
            return Normalizer.normalize(named.toString().replace('\\', '/'), Normalizer.Form.NFC);
        } catch (InvalidPathException e) {
            return "";
        }
    }

    private static void report(
            Entry entry, ApprovalStep step, String message, String hint, Consumer<Problem> problems) {
        problems.accept(
                Problem.error("E256", entry.path(), step.at().line(), step.at().column(), "“人工核查”" + message, hint));
    }
}
