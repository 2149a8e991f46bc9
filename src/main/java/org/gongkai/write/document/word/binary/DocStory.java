package org.gongkai.write.document.word.binary;

import java.util.Set;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
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
}
