package org.gongkai.write.document.word.binary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.word.assemble.PictureCollector;
import org.gongkai.write.document.word.assemble.RemarkCollector;

/**
 * What reading a part of a document needs.
 *
 * @param document the document
 * @param numbering its lists and the numbers that they have reached
 * @param pictures the pictures so far
 * @param remarks the remarks so far
 * @param notes the notes so far
 * @param coverage the parts of the text that have been read
 * @param wanted content to take over that is left out otherwise
 */
record DocStory(
        HWPFDocument document,
        DocNumbering numbering,
        PictureCollector pictures,
        RemarkCollector remarks,
        DocNotes notes,
        DocCoverage coverage,
        Set<OptionalContent> wanted) {

    /** Whether a run is part of the body, in which marks of notes refer to them; in a note they stand for itself. */
    boolean isInBody(CharacterRun run) {
        return run.getStartOffset() < document.getRange().getEndOffset();
    }

    boolean wants(OptionalContent content) {
        return wanted.contains(content);
    }

    /** Which parts of a text have been read. A damaged structure of tables may hide others from the library. */
    static final class DocCoverage {

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

    /** The footnotes and endnotes that the text refers to, in the order of the references. */
    static final class DocNotes {

        /** Begins each comment in the text of all of them. */
        private static final String COMMENT = "\005";

        private final HWPFDocument document;
        private final List<Range> referred = new ArrayList<>();
        private final Iterator<String> comments;

        DocNotes(HWPFDocument document) {
            this.document = document;
            this.comments = Arrays.stream(document.getCommentsRange().text().split(COMMENT))
                    .skip(1)
                    .iterator();
        }

        /** The text of the next comment, in the order of their marks in the text; empty after the last. */
        String nextComment() {
            return comments.hasNext()
                    ? comments.next().replaceAll("[\\x00-\\x1F]+", " ").strip()
                    : "";
        }

        /** The index of the note that is anchored at a position; -1 if there is none. */
        int refer(int position) {
            return add(document.getFootnotes(), document.getFootnoteRange(), position)
                            || add(document.getEndnotes(), document.getEndnoteRange(), position)
                    ? referred.size() - 1
                    : -1;
        }

        private boolean add(Notes notes, Range texts, int position) {
            int index = notes.getNoteIndexByAnchorPosition(position);
            if (index < 0) {
                return false;
            }
            int start = texts.getStartOffset();
            referred.add(new Range(
                    start + notes.getNoteTextStartOffset(index), start + notes.getNoteTextEndOffset(index), document));
            return true;
        }

        List<Range> referred() {
            return List.copyOf(referred);
        }
    }
}
