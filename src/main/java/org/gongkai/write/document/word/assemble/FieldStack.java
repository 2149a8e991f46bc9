package org.gongkai.write.document.word.assemble;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.gongkai.write.document.Remark.Weight;

/** The fields that are open at a place of a text; they may span paragraphs and contain others. */
public final class FieldStack {

    private final Deque<Open> open = new ArrayDeque<>();

    /** An open field; its result follows its code. */
    private static final class Open {
        private final StringBuilder code = new StringBuilder();
        private final StringBuilder result = new StringBuilder();
        private final String preset;
        private boolean inResult;

        private Open(String preset) {
            this.preset = preset;
        }
    }

    /**
     * A field begins.
     *
     * @param preset what it shows if it is part of a form; empty otherwise
     */
    public void begin(String preset) {
        open.push(new Open(preset));
    }

    /** A part of the code of the innermost field. */
    public void code(String text) {
        if (!open.isEmpty() && !open.peek().inResult) {
            open.peek().code.append(text);
        }
    }

    /** The result of the innermost field begins. */
    public void separate() {
        if (!open.isEmpty()) {
            open.peek().inResult = true;
        }
    }

    /** Characters are shown within the open fields. */
    public void shown(String text) {
        open.forEach(field -> field.result.append(text));
    }

    /** Ends the innermost field and returns the characters that it shows beside its result. */
    public Optional<String> end(RemarkCollector remarks) {
        boolean wasShown = !isContents();
        Field field = end();
        if (field.isContents()) {
            remarks.leftOut(field.name().equals("TOC") ? "自动生成的目录没有导入" : "自动生成的索引没有导入");
            return Optional.empty();
        }
        if (!wasShown || !isShown() || field.isInvisible()) {
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

    private Field end() {
        if (open.isEmpty()) {
            return new Field("", "", "");
        }
        Open done = open.pop();
        return new Field(done.code.toString().strip(), done.result.toString(), done.preset);
    }

    /** Returns true if characters at this place are part of a result, not of a code, and not of a table of contents. */
    public boolean isShown() {
        return open.stream().allMatch(field -> field.inResult) && !isContents();
    }

    /** Returns true inside a table of contents. */
    public boolean isContents() {
        return open.stream().anyMatch(field -> new Field(field.code.toString(), "", "").isContents());
    }

    /** Returns true inside the code of a field. */
    public boolean isCode() {
        return !open.isEmpty() && !open.peek().inResult;
    }

    /** Reports a field that does not end, because the text behind its beginning may count as its code. */
    public void finish(RemarkCollector remarks) {
        if (!open.isEmpty() && !isShown()) {
            remarks.leftOut("有一个域没有结束，它后面的文字可能没有导入，请对照原文");
        }
    }

    /** The address of the innermost field that is a link; empty for none. */
    public String link() {
        return open.stream()
                .filter(field -> field.inResult)
                .map(field -> new Field(field.code.toString(), "", "").address())
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse("");
    }
}
