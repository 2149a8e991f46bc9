package org.gongkai.check.header;

import java.util.function.Consumer;
import org.gongkai.check.rule.HeaderRule;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;

/** A published entry does not have the title that a command gave it as a sample. */
final class SampleTitleRule implements HeaderRule {

    private static final String SAMPLE = "请改标题";

    @Override
    public void check(Entry entry, Consumer<Problem> problems) {
        if (entry.publication().status() == Entry.Status.PUBLISHED
                && entry.title().contains(SAMPLE)) {
            HeaderPosition.of(entry, CommonField.TITLE, problems)
                    .error("E181", "标题“" + entry.title() + "”还是样例", "请改成本条的标题；还没有写好的，在文件头里写 状态: 草稿");
        }
    }
}
