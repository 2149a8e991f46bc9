package org.gongkai.write.document.word.docx;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The parts of a document, and how they lead to one another. */
public interface Parts {

    boolean has(String part);

    /** The root of a part; {@link XmlElement#NONE} if there is no such part. */
    XmlElement xml(String part) throws IOException;

    /** The bytes of a part; empty if there is no such part or it is damaged. */
    Optional<byte[]> bytes(String part) throws IOException;

    /** The relations of a part to others by their ids, or those of the whole file for an empty name. */
    Map<String, Relation> relations(String part) throws IOException;

    /**
     * A relation of a part to another one or to an address.
     *
     * @param type the address that stands for its kind
     * @param target the name of the other part, or the address as it is typed
     * @param external whether it leads out of the file
     */
    record Relation(String type, String target, boolean external) {}
}
