package org.gongkai.feature.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.input.attachment.AttachmentContent;
import org.gongkai.input.attachment.AttachmentTextExtractor;
import org.gongkai.input.attachment.ContentType;
import org.gongkai.input.attachment.TextPiece.Nature;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Digests;
import org.gongkai.site.SearchDocument.Block;
import org.gongkai.site.SearchDocument.SearchableEntry;
import org.gongkai.site.link.BodyFacts.Resource;

/**
 * Reads what can be found of the files that are published with entries: the visible texts of documents, tables and
 * forms.
 */
final class AttachmentText {

    /** One file shall not outweigh all entries together. */
    private static final long MAX_CHARACTERS = 2_000_000;

    private static final Set<ContentType> DOCUMENTS = Set.of(
            ContentType.DOCX,
            ContentType.XLSX,
            ContentType.PPTX,
            ContentType.OFD,
            ContentType.DOC,
            ContentType.XLS,
            ContentType.PPT,
            ContentType.OLE,
            ContentType.PDF,
            ContentType.TEXT);

    private final SourceTree source;
    private final AttachmentTextExtractor inspector = AttachmentTextExtractor.upTo(MAX_CHARACTERS);

    AttachmentText(SourceTree source) {
        this.source = source;
    }

    /** Returns an entry that is found by the texts of its files too. */
    SearchableEntry with(SearchableEntry entry, List<Resource> resources) {
        return new SearchableEntry(
                () -> resources.stream()
                        .map(this::fingerprint)
                        .collect(Collectors.joining("\n", entry.fingerprint().get() + "\n", "")),
                () -> entry.document()
                        .get()
                        .before(resources.stream()
                                .flatMap(resource -> blocks(resource).stream())
                                .toList()));
    }

    /** Returns a text that differs if the content of a file does. */
    private String fingerprint(Resource resource) {
        String version = source.version(resource.file());
        return version.isEmpty() ? Digests.sha256(source.bytes(resource.file())) : version;
    }

    /** Returns the visible texts of a file, as far as it can be read; checks report a file that cannot. */
    private List<Block> blocks(Resource resource) {
        SourceFile file = resource.file();
        if (file.size() > inspector.maxBytes()) {
            return List.of();
        }
        AttachmentContent inspection = inspector.read(file, () -> inspector.inspect(file.ending(), source.bytes(file)));
        if (!DOCUMENTS.contains(inspection.type())) {
            return List.of();
        }
        return inspection.pieces().stream()
                .filter(piece ->
                        piece.nature() == Nature.SHOWN && piece.within().isEmpty())
                .map(piece -> new Block(piece.text(), false))
                .filter(block -> !block.text().isEmpty())
                .toList();
    }
}
