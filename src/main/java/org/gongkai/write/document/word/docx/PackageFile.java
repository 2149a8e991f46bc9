package org.gongkai.write.document.word.docx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.FilenameUtils;
import org.gongkai.input.attachment.ReadingLimits;
import org.gongkai.input.attachment.TextPieces;
import org.gongkai.input.attachment.ZipParts;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.word.docx.XmlElement.XmlTree;

/** The parts of an Office Open XML file. Names are compared without regard to case, as the format demands. */
final class PackageFile {

    private static final String DAMAGED = "文件已损坏或没有传完整，请在 Word 或 WPS 里打开后另存一份";

    private final TextPieces pieces;
    private final Map<String, byte[]> parts = new HashMap<>();

    /**
     * A relation of a part to another one or to an address.
     *
     * @param type the address that stands for its kind
     * @param target the name of the other part, or the address as it is typed
     * @param external whether it leads out of the file
     */
    record Relation(String type, String target, boolean external) {}

    /**
     * What a part is related to.
     *
     * @param file the file
     * @param relations its relations by their ids
     */
    record Part(PackageFile file, Map<String, Relation> relations) {

        Optional<Relation> relation(String id) {
            return Optional.ofNullable(relations.get(id));
        }

        /** Its first relation of a kind to another part. */
        Optional<Relation> first(String kind) {
            return relations.values().stream()
                    .filter(relation -> relation.type().endsWith("/" + kind) && !relation.external())
                    .findFirst();
        }

        /** The root of the first part of a kind that it is related to; {@link XmlElement#NONE} if there is none. */
        XmlElement xml(String kind) throws UnreadableDocument {
            Optional<Relation> relation = first(kind);
            return relation.isEmpty()
                    ? XmlElement.NONE
                    : file.xml(relation.get().target());
        }
    }

    private PackageFile(TextPieces pieces) {
        this.pieces = pieces;
    }

    /**
     * Reads a file.
     *
     * @param heap what its parts may take of the memory, in bytes
     * @throws UnreadableDocument if it is damaged
     * @throws ReadingLimits.LimitExceeded if it is beyond a limit
     */
    static PackageFile read(Path file, long heap) throws IOException {
        PackageFile read = new PackageFile(TextPieces.ofShown(ReadingLimits.DEFAULT, heap));
        try {
            ZipParts.of(file, read.pieces).forEach((name, bytes) -> read.parts.putIfAbsent(key(name), bytes));
        } catch (IOException e) {
            throw new UnreadableDocument(DAMAGED, e);
        }
        return read;
    }

    /** The name of the main part; empty if the file is no Office Open XML file. */
    Optional<String> mainPart() throws IOException {
        return part("").first("officeDocument").map(Relation::target);
    }

    boolean has(String part) {
        return parts.containsKey(key(part));
    }

    /** The root of a part; {@link XmlElement#NONE} if there is no such part. */
    XmlElement xml(String part) throws UnreadableDocument {
        return has(part) ? XmlTree.parse(parts.get(key(part)), pieces) : XmlElement.NONE;
    }

    /** The bytes of a part; empty if there is no such part. */
    Optional<byte[]> bytes(String part) {
        return Optional.ofNullable(parts.get(key(part)));
    }

    /** What a part is related to; the whole file for an empty name. */
    Part part(String part) throws IOException {
        int slash = part.lastIndexOf('/');
        XmlElement root = xml(part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels");
        Map<String, Relation> relations = new HashMap<>();
        for (XmlElement each : root.children()) {
            boolean external = each.attribute("TargetMode").equalsIgnoreCase("External");
            String target = each.attribute("Target");
            relations.put(
                    each.attribute("Id"),
                    new Relation(
                            each.attribute("Type"),
                            external ? target : resolve(part.substring(0, slash + 1), target),
                            external));
        }
        return new Part(this, relations);
    }

    /** Resolves a reference to another part; empty if it would leave the file. */
    private static String resolve(String folder, String target) {
        String path = FilenameUtils.normalize(target.startsWith("/") ? target : "/" + folder + target, true);
        return path == null ? "" : path.substring(1);
    }

    private static String key(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT);
    }
}
