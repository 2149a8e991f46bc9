package org.gongkai.write.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.io.HeapBudget;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.read.SiteHeaders;
import org.gongkai.testing.SiteFolder;
import org.gongkai.write.SiteImportTarget;
import org.gongkai.write.document.Block.Alignment;
import org.gongkai.write.document.entry.DocumentImport;
import org.gongkai.write.document.entry.ImportTarget;
import org.gongkai.write.document.entry.ImportedEntry;

/** Imports of documents into an empty site whose today is 1 June 2024. */
final class Documents {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2024-06-01T04:00:00Z"), ZoneOffset.UTC);

    private Documents() {}

    /** Imports a file. */
    static ImportedEntry imported(Path file) throws IOException {
        return imported(file, DocumentImport::new);
    }

    /** Imports a text of some type. */
    static ImportedEntry imported(Path folder, String name, String text) throws IOException {
        return imported(Files.writeString(Files.createDirectories(folder).resolve(name), text));
    }

    /** Imports a document that has been read. */
    static ImportedEntry imported(Path folder, ImportedDocument document) throws IOException {
        FormatReader reader = (file, wanted) -> document;
        return imported(
                Files.writeString(folder.resolve("文件.docx"), "甲"),
                target -> new DocumentImport(HeapBudget.ofProcess(), (file, start) -> Optional.of(reader), target));
    }

    private static ImportedEntry imported(Path file, Function<ImportTarget, DocumentImport> documents)
            throws IOException {
        SiteFolder site = new SiteFolder(file.resolveSibling("site"));
        site.file("content/_data/site.yml", "机构代码: SLSW01\n");
        ImportTarget target = SiteImportTarget.of(
                site.root(), SiteHeaders.of(BuildRequest.of(site.root()), TODAY, SiteFolder.SHARED));
        return documents.apply(target).of(file, new DocumentImport.Choices(Map.of(), false, Set.of(), false));
    }

    /** The body of an entry. */
    static String body(ImportedEntry entry) {
        return entry.text().replaceFirst("(?s)\\A---\n.*?\n---\n\n", "");
    }

    static ImportedDocument document(Block... blocks) {
        return new ImportedDocument(Map.of(), List.of(blocks), List.of(), List.of(), List.of());
    }

    static Block.Paragraph paragraph(String text) {
        return paragraph(text, Alignment.LEFT);
    }

    static Block.Paragraph paragraph(String text, Alignment alignment) {
        return new Block.Paragraph(List.of(text(text)), alignment, 0);
    }

    static Run.Text text(String text) {
        return new Run.Text(text, Run.Style.PLAIN, "");
    }

    /** Copies files, beside which an import would write a site. */
    static void copy(Path fixtures, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(fixtures)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(fixtures.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** What is told of an entry, with its places. */
    static List<String> remarks(ImportedEntry entry) {
        return entry.remarks().stream()
                .map(remark -> remark.place() + (remark.place().isEmpty() ? "" : "，") + remark.text())
                .toList();
    }
}
