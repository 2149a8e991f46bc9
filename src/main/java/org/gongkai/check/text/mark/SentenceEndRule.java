package org.gongkai.check.text.mark;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.prose.Prose;
import org.gongkai.check.rule.RuleSet.EntryRule;
import org.gongkai.input.entry.Entry;
import org.gongkai.problem.Problem;
import org.gongkai.text.Characters;

/** Reports paragraphs of sentences in published entries whose last sentence has no end. */
public final class SentenceEndRule implements EntryRule {

    /** A paragraph of sentences has at least so many characters. */
    private static final int SENTENCES = 20;

    /** Several clauses, not those of an item, which often ends without a mark. */
    private static final Pattern CLAUSES =
            Pattern.compile("^(?!(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[.、．)）]).*?(?:。|，[^，]+，)");

    @Override
    public void check(EntryText text, Consumer<Problem> problems) {
        if (text.entry().publication().status() != Entry.Status.PUBLISHED) {
            return;
        }
        List<Prose> prose = text.prose();
        for (int i = 0; i < prose.size(); i++) {
            boolean isLast = i + 1 == prose.size() || prose.get(i + 1).text().isBlank();
            String line = prose.get(i).text().stripTrailing();
            if (isLast && isUnfinished(line.strip())) {
                problems.accept(Problem.warning(
                        "W237",
                        text.entry().path(),
                        prose.get(i).line(),
                        line.codePointCount(0, line.length()),
                        "这一段到“" + line.substring(line.length() - 4) + "”就完了，没有句号",
                        "请核对；没有写完的补上，写完了的加上句号"));
            }
        }
    }

    private static boolean isUnfinished(String line) {
        return line.length() >= SENTENCES
                && Characters.isHan(line.charAt(line.length() - 1))
                && Characters.isHan(line.charAt(0)) | Character.isDigit(line.charAt(0))
                && CLAUSES.matcher(line).find()
                && line.indexOf("：") < 0;
    }
}
