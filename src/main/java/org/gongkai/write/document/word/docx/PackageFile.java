package org.gongkai.write.document.word.docx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.attachment.ReadingLimits;
import org.gongkai.input.attachment.TextPieces;
import org.gongkai.input.attachment.XmlElement;
import org.gongkai.input.attachment.ZipParts;
import org.gongkai.input.attachment.ZipParts.Relation;

/**
 * The parts of an Office Open XML file.
 *
 * @param relations what one of them, or the whole file, is related to, by ids
 */
record PackageFile(ZipParts parts, Map<String, Relation> relations) {

    /** Charts, models and ink of newer programs, which follow as pictures for others. */
    private static final String DRAWN = "cx\\d*|am3d|aink|wpi";

    /**
     * Reads a file.
     *
     * @param heap what its parts may take of the memory, in bytes
     * @throws IOException if it is damaged
     * @throws ReadingLimits.LimitExceeded if it is beyond a limit
     */
    static PackageFile of(byte[] bytes, long heap) throws IOException {
        ZipParts parts = new ZipParts(bytes, new TextPieces(ReadingLimits.DEFAULT, heap - bytes.length), true);
        parts.complete();
        return new PackageFile(parts, parts.relations(""));
    }

    /** The same file, seen from one of its parts. */
    PackageFile from(String part) throws IOException {
        return new PackageFile(parts, parts.relations(part));
    }

    Optional<Relation> relation(String id) {
        return Optional.ofNullable(relations.get(id));
    }

    /** The name of the first part of a kind that the part is related to; empty if there is none. */
    Optional<String> first(String kind) {
        return relations.values().stream()
                .filter(relation -> relation.type().endsWith("/" + kind) && !relation.isExternal())
                .map(Relation::target)
                .findFirst();
    }

    boolean has(String part) {
        return parts.bytes(part).isPresent();
    }

    /** The root of a part; {@link XmlElement#NONE} if there is no such part. */
    XmlElement xml(String part) throws IOException {
        return chosen(parts.root(part));
    }

    /** Of content that is stored in several ways for programs of different age, one way is taken. */
    private static XmlElement chosen(XmlElement element) {
        List<XmlElement> children = new ArrayList<>(element.children().size());
        for (XmlElement child : element.children()) {
            XmlElement whole = chosen(child);
            children.addAll(child.is("mc:AlternateContent") ? way(whole) : List.of(whole));
        }
        return new XmlElement(element.name(), element.attributes(), children, element.text());
    }

    private static List<XmlElement> way(XmlElement alternatives) {
        return alternatives.children().stream()
                .filter(way -> !way.children().isEmpty())
                .min(Comparator.comparing(way -> way.attribute("Requires").matches(DRAWN)))
                .map(XmlElement::children)
                .orElse(List.of());
    }
}
