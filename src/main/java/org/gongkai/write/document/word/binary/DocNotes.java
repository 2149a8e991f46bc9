package org.gongkai.write.document.word.binary;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.Range;

/** The footnotes and endnotes that the text refers to, in the order of the references. */
final class DocNotes {

    private final HWPFDocument document;
    private final List<Range> referred = new ArrayList<>();

    DocNotes(HWPFDocument document) {
        this.document = document;
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
