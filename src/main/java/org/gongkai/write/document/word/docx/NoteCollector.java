package org.gongkai.write.document.word.docx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.write.document.word.opc.XmlElement;

/** The footnotes, endnotes and comments that the text refers to, in the order of the references. */
final class NoteCollector {

    private final Map<String, XmlElement> notes = new HashMap<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<XmlElement> referred = new ArrayList<>();

    NoteCollector(XmlElement footnotes, XmlElement endnotes, XmlElement comments) {
        comments.all("w:comment").forEach(note -> notes.put("w:commentReference" + note.attribute("w:id"), note));
        footnotes.all("w:footnote").forEach(note -> notes.put("w:footnoteReference" + note.attribute("w:id"), note));
        endnotes.all("w:endnote").forEach(note -> notes.put("w:endnoteReference" + note.attribute("w:id"), note));
    }

    /** The index of the note that a reference leads to, which may refer to itself; -1 if there is none. */
    int refer(XmlElement reference) {
        XmlElement note = notes.get(reference.name() + reference.attribute("w:id"));
        return note == null
                ? -1
                : indexes.computeIfAbsent(reference.name() + reference.attribute("w:id"), any -> {
                    referred.add(note);
                    return referred.size() - 1;
                });
    }

    /** The comment that a reference leads to. */
    Optional<XmlElement> comment(XmlElement reference) {
        return Optional.ofNullable(notes.get(reference.name() + reference.attribute("w:id")));
    }

    List<XmlElement> referred() {
        return List.copyOf(referred);
    }
}
