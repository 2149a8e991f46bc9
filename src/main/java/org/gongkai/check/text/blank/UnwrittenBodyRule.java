package org.gongkai.check.text.blank;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.check.rule.RuleSet.EntryRule;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;

/**
 * Reports published entries without a body: nothing was written, or the sample lines of a new entry are still there. An
 * entry that has attachments or tables in its header needs no body.
 */
public final class UnwrittenBodyRule implements EntryRule {

    static final String CODE = "E180";

    /** The lines that commands write into new entries. */
    private static final Pattern SAMPLE = Pattern.compile("[（(]\\s*请?在这里写[^（()）]{0,40}[)）]");

    private static final Pattern FENCE = Pattern.compile("\\s*(```|~~~|-{4}|\\.{4})");

    @Override
    public void check(EntryText text, Consumer<Problem> problems) {
        Entry entry = text.entry();
        if (entry.publication().status() != Entry.Status.PUBLISHED) {
            return;
        }
        Set<Integer> comments = text.comments().stream().map(Prose::line).collect(Collectors.toSet());
        boolean empty = true;
        for (Prose prose : text.prose()) {
            String line = prose.text().strip();
            empty &= line.isEmpty()
                    || comments.contains(prose.line())
                            && line.replace(Prose.BLANKED, ' ').isBlank();
            if (line.length() < 60 && SAMPLE.matcher(line).matches()) {
                report(entry, prose.line(), "正文里还留着样例“" + line + "”", problems);
            }
        }
        if (!empty || entry.hasOtherContent()) {
            return;
        }
        List<String> lines = text.text().lines().toList();
        int start = entry.source().bodyLine() - 1;
        if (lines.stream().skip(start).noneMatch(line -> FENCE.matcher(line).lookingAt())) {
            report(entry, Math.max(1, Math.min(start + 1, lines.size())), "没有正文", problems);
        }
    }

    private static void report(Entry entry, int line, String message, Consumer<Problem> problems) {
        problems.accept(Problem.error(CODE, entry.path(), line, 1, message, "请写上正文；还没有写好的，在文件头里写 状态: 草稿"));
    }
}
