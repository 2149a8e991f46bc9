package org.gongkai.write.document.word.binary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.Range;

/** The footnotes and endnotes that the text refers to, in the order of the references. */
final class DocNotes {

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
