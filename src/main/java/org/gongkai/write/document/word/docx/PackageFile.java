package org.gongkai.write.document.word.docx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.io.function.IOSupplier;
import org.gongkai.input.attachment.ReadingLimits;
import org.gongkai.input.attachment.SafeXml;
import org.gongkai.input.attachment.SafeXml.DeclaredType;
import org.gongkai.input.attachment.TextPieces;
import org.gongkai.input.attachment.XmlElement;
import org.gongkai.input.attachment.ZipParts;
import org.gongkai.input.attachment.ZipParts.Relation;
import org.gongkai.write.document.FormatReader.UnreadableDocument;

/** The parts of an Office Open XML file. */
record PackageFile(ZipParts parts, TextPieces pieces) {

    private static final String DAMAGED = "文件已损坏或没有传完整，请在 Word 或 WPS 里打开后另存一份";

    /** Extensions whose content this program reads itself; for the others the fallback is taken. */
    private static final Set<String> UNDERSTOOD =
            Set.of("wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "a14");

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
                    .filter(relation -> relation.type().endsWith("/" + kind) && !relation.isExternal())
                    .findFirst();
        }

        /** The root of the first part of a kind that it is related to; {@link XmlElement#NONE} if there is none. */
        XmlElement xml(String kind) throws UnreadableDocument {
            return file.xml(first(kind).map(Relation::target).orElse(""));
        }
    }

    /**
     * Reads a file.
     *
     * @param heap what its parts may take of the memory, in bytes
     * @throws UnreadableDocument if it is damaged
     * @throws ReadingLimits.LimitExceeded if it is beyond a limit
     */
    static PackageFile read(Path file, long heap) throws IOException {
        TextPieces pieces = TextPieces.ofShown(ReadingLimits.DEFAULT, heap);
        pieces.take(Files.size(file));
        byte[] bytes = Files.readAllBytes(file);
        try {
            ZipParts parts = ZipParts.of(bytes, pieces, true);
            parts.complete();
            return new PackageFile(parts, pieces);
        } catch (IOException e) {
            throw new UnreadableDocument(DAMAGED, e);
        } finally {
            pieces.release(bytes.length);
        }
    }

    /** The name of the main part; empty if the file is no Office Open XML file. */
    Optional<String> mainPart() throws IOException {
        return part("").first("officeDocument").map(Relation::target);
    }

    boolean has(String part) {
        return parts.bytes(part).isPresent();
    }

    /** The root of a part; {@link XmlElement#NONE} if there is no such part. */
    XmlElement xml(String part) throws UnreadableDocument {
        return has(part) ? chosen(checked(() -> SafeXml.parse(parts.bytes(part).get(), pieces))) : XmlElement.NONE;
    }

    /** What a part is related to; the whole file for an empty name. */
    Part part(String part) throws UnreadableDocument {
        return new Part(this, checked(() -> parts.relations(part)));
    }

    private static <T> T checked(IOSupplier<T> reading) throws UnreadableDocument {
        try {
            return reading.get();
        } catch (DeclaredType e) {
            throw new UnreadableDocument("没有读这个文件：里面有文档类型声明，正常的 Word 文件没有", e);
        } catch (IOException e) {
            throw new UnreadableDocument("文件已损坏：内部的 XML 不完整，请在 Word 或 WPS 里打开后另存一份", e);
        }
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
                .filter(way -> way.is("mc:Choice") || way.is("mc:Fallback"))
                .filter(way -> !way.children().isEmpty())
                .min(Comparator.comparingInt(way -> way.is("mc:Fallback") ? 1 : isUnderstood(way) ? 0 : 2))
                .map(XmlElement::children)
                .orElse(List.of());
    }

    private static boolean isUnderstood(XmlElement choice) {
        return UNDERSTOOD.containsAll(
                List.of(choice.attribute("Requires").strip().split("\\s+")));
    }
}
