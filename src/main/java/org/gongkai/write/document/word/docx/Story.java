package org.gongkai.write.document.word.docx;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.word.assemble.PictureCollector;
import org.gongkai.write.document.word.assemble.RemarkCollector;
import org.gongkai.write.document.word.number.ListCounters;
import org.gongkai.write.document.word.opc.PackageFile;
import org.gongkai.write.document.word.opc.PackageFile.Relation;

/**
 * What reading a part of a document needs: its relations, and what all parts of the document share.
 *
 * @param file the file
 * @param relations the relations of the part
 * @param styles the styles of the document
 * @param numbering the lists of the document
 * @param counters the numbers that lists have reached
 * @param pictures the pictures so far
 * @param remarks the remarks so far
 * @param notes the notes so far
 * @param movedTo the text at the places to which texts were moved
 * @param wanted content to take over that is left out otherwise
 */
record Story(
        PackageFile file,
        Map<String, Relation> relations,
        StyleSheet styles,
        Numbering numbering,
        ListCounters counters,
        PictureCollector pictures,
        RemarkCollector remarks,
        NoteCollector notes,
        String movedTo,
        Set<OptionalContent> wanted) {

    /** The same for another part. */
    Story of(String part) throws IOException {
        return new Story(
                file, file.relations(part), styles, numbering, counters, pictures, remarks, notes, movedTo, wanted);
    }

    boolean wants(OptionalContent content) {
        return wanted.contains(content);
    }

    Optional<Relation> relation(String id) {
        return Optional.ofNullable(relations.get(id));
    }
}
