package org.gongkai.write.document.word.binary;

import java.util.BitSet;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.gongkai.write.document.word.assemble.RemarkCollector;

/** Which parts of a text have been read. A damaged structure of tables may hide others from the library. */
final class DocCoverage {

    private final BitSet read = new BitSet();

    /** A paragraph is read, whatever becomes of it. */
    void read(Paragraph paragraph) {
        read.set(paragraph.getStartOffset(), Math.max(paragraph.getStartOffset(), paragraph.getEndOffset()));
    }

    boolean contains(Paragraph paragraph) {
        return read.get(paragraph.getStartOffset());
    }

    /** Reports the characters of a text that have not been read. */
    void report(Range text, RemarkCollector remarks) {
        String characters = text.text();
        int start = text.getStartOffset();
        int end = start + characters.length();
        for (int from = read.nextClearBit(start); from < end; from = read.nextClearBit(from)) {
            int next = read.nextSetBit(from);
            int to = next < 0 ? end : Math.min(next, end);
            String lost = DocReader.plain(characters.substring(from - start, to - start));
            if (!lost.isEmpty()) {
                remarks.leftOut("文件的段落结构损坏，这些文字没有导入，请对照原文补上：" + RemarkCollector.quoted(lost));
            }
            from = to;
        }
    }
}
