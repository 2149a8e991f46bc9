package org.gongkai.write.document.word.assemble;

import java.util.Optional;
import org.gongkai.write.document.Remark.Weight;

/** What becomes of a field that ends. */
public final class FieldEnd {

    private FieldEnd() {}

    /** Ends the innermost field and returns the characters that it shows beside its result. */
    public static Optional<String> of(FieldStack fields, RemarkCollector remarks) {
        boolean wasShown = !fields.isContents();
        Field field = fields.end();
        if (field.isContents()) {
            remarks.leftOut(field.name().equals("TOC") ? "自动生成的目录没有导入" : "自动生成的索引没有导入");
            return Optional.empty();
        }
        if (!wasShown || !fields.isShown() || field.isInvisible()) {
            return Optional.empty();
        }
        if (field.changesDaily()) {
            remarks.leftOut("这里的日期是域，每次打开都会变，导入的是文件里存的" + RemarkCollector.quoted(field.result()) + "，请核对");
        }
        if (field.name().equals("EMBED")) {
            remarks.leftOut("嵌入的对象没有导入，请另存为图片或附件");
            return Optional.empty();
        }
        if (!field.result().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> computed = field.computed();
        if (computed.isEmpty() && !field.changesDaily() && field.address().isEmpty()) {
            remarks.count("没有结果的域{n}处没有导入，请对照原文补上", Weight.LEFT_OUT);
        }
        return computed;
    }
}
