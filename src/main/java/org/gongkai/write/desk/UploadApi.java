package org.gongkai.write.desk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.input.attachment.picture.PictureInk;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.FileTrees;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.preview.http.HttpFailure;
import org.gongkai.preview.http.Request;
import org.gongkai.preview.http.Route;
import org.gongkai.write.PictureCleaner;
import org.gongkai.write.PictureCleaner.ReadyPicture;
import org.gongkai.write.SiteImportTarget;
import org.gongkai.write.TitleFileName;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Block.Alignment;
import org.gongkai.write.document.FormatReader;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.entry.DocumentImport;
import org.gongkai.write.document.entry.ImportedEntry;
import org.gongkai.write.document.entry.Originals;
import org.gongkai.write.document.fact.DocumentFacts;

/**
 * Takes pictures and attachments and puts them beside their entry.
 *
 * @param temporary an existing folder for files while they arrive
 */
record UploadApi(SourceFolder source, DeskSite site, Path temporary, PictureCleaner cleaner) {

    /** The largest file that is taken, if there is memory for it. */
    private static final long MAX_BYTES = 50L << 20;

    /** The endings of files that run where a reader opens them. */
    private static final Set<String> PROGRAMS = Set.of("exe", "msi", "bat", "cmd", "com", "scr", "vbs", "js", "lnk");

    List<Route> routes() {
        return List.of(
                JsonRoute.file("upload", Math.min(MAX_BYTES, cleaner.maxBytes()), this::take),
                JsonRoute.file("import", MAX_BYTES, this::convert),
                JsonRoute.post("facts", UploadApi::facts),
                JsonRoute.post("strip", this::strip));
    }

    private Map<String, Object> take(Request request) throws IOException {
        String path = JsonRoute.path(source, JsonRoute.parameter(request, "path"));
        String name = JsonRoute.parameter(request, "name");
        Path arrived = request.save(temporary);
        try {
            return cleaner.read(name, Files.size(arrived), () -> {
                byte[] bytes = Files.readAllBytes(arrived);
                if (request.parameter("seal").isEmpty() && PictureInk.of(bytes).isSeal()) {
                    throw new HttpFailure(409, "“" + shown(name) + "”像是印章。网页上不放印章，免得有人照着仿制；纸上照盖。");
                }
                return put(path, name, bytes, request.parameter("instead"));
            });
        } finally {
            Files.deleteIfExists(arrived);
        }
    }

    /** Makes an entry of a document. */
    private Map<String, Object> convert(Request request) throws IOException {
        String name = JsonRoute.parameter(request, "name");
        DocumentImport.Choices choices = new DocumentImport.Choices(Map.of(), false, wanted(request), false);
        Path arrived = request.save(temporary);
        Path folder = Files.createTempDirectory(temporary, "document-");
        try {
            // Readers look at the ending, and a document without a title is called by its file.
            Path document = Files.move(arrived, folder.resolve(stem(name) + "." + plainEnding(name)));
            return report(saved(document, choices));
        } catch (FormatReader.UnreadableDocument e) {
            throw new HttpFailure(415, "“" + shown(name) + "”没有转成条目：" + e.getMessage() + "。");
        } finally {
            Files.deleteIfExists(arrived);
            FileTrees.delete(folder);
        }
    }

    /** What a paper whose lines are pasted states about itself, and what is left as its body. */
    private static Map<String, Object> facts(JsonObject pasted) throws IOException {
        List<Block> blocks = pasted.texts("lines").stream()
                .<Block>map(
                        it -> new Block.Paragraph(List.of(new Run.Text(it, Run.Style.PLAIN, "")), Alignment.LEFT, 0))
                .toList();
        return JsonObject.fields(
                DocumentFacts.of(new ImportedDocument(Map.of(), blocks, List.of(), List.of(), List.of())));
    }

    private ImportedEntry saved(Path document, DocumentImport.Choices choices)
            throws IOException, FormatReader.UnreadableDocument {
        try (Closeable held = source.hold()) {
            site.changed();
            DocumentImport documents = new DocumentImport(SiteImportTarget.of(source.root(), site.headers()));
            ImportedEntry entry = documents.of(document, choices);
            source.entry(entry.path());
            entry.files().keySet().forEach(source::place);
            entry.save(source.root());
            Originals.link(source.root(), entry.path());
            site.changed();
            return entry;
        }
    }

    /** The parameter {@code with}: names of content that is left out otherwise, with commas between them. */
    private static Set<OptionalContent> wanted(Request request) {
        return request.parameter("with").stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(OptionalContent::named)
                .map(content -> content.orElseThrow(() -> new HttpFailure(400, "发来的内容不完整，请重新打开这一页。")))
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> report(ImportedEntry entry) {
        return Json.fields(
                "path", entry.path(),
                "known", entry.isKnown(),
                "recognised", entry.fields(),
                "remarks", entry.remarks(),
                "blanks", entry.blanks(),
                "optional",
                        entry.optional().stream().map(OptionalContent::label).toList());
    }

    private Map<String, Object> put(String path, String name, byte[] bytes, Optional<String> instead)
            throws IOException {
        if (bytes.length == 0) {
            throw new HttpFailure(400, "文件“" + shown(name) + "”是空的。");
        }
        boolean picture = cleaner.isPicture(bytes);
        ReadyPicture clean = picture ? cleaner.clean(bytes) : cleaner.attachment(bytes, ending(name));
        String folder = SourceFile.folder(path);
        Optional<String> former = instead.map(link -> folder + link)
                .filter(file -> SourceFile.ending(file).equals(clean.ending())
                        && !file.startsWith(SourceTree.DATA)
                        && Files.isRegularFile(source.place(file)));
        String placed = former.isPresent()
                        && source.replace(former.get(), Files.readAllBytes(source.place(former.get())), clean.bytes())
                ? former.get()
                : source.create(folder, stem(name) + "." + clean.ending(), clean.bytes());
        site.changed(placed);
        return Json.fields(
                "picture", picture,
                "link", placed.substring(folder.length()),
                "remarks", clean.remarks());
    }

    /** Removes the metadata of a picture that is in the source already. */
    private Map<String, Object> strip(JsonObject body) throws IOException {
        String path = body.text("path");
        Path file = source.place(path);
        if (!Files.isRegularFile(file)) {
            throw new HttpFailure(404, "没有这个文件，可能已经改名或者删去了：" + path);
        }
        return cleaner.read(path, Files.size(file), () -> {
            byte[] before = Files.readAllBytes(file);
            ReadyPicture clean = cleaner.strip(before);
            if (!source.replace(path, before, clean.bytes())) {
                throw new HttpFailure(409, "这张图片刚刚有别的程序改过，没有动；请再试一次。");
            }
            site.changed();
            return Map.of("remarks", clean.remarks());
        });
    }

    /** The ending of an attachment. Entries and hidden files are no attachments. */
    private static String ending(String name) {
        String ending = plainEnding(name);
        String refused = EntryFormat.ofEnding(ending).isPresent()
                ? "是文稿或网页文件，不能作附件；要转成文稿，请到“写新的”里放进来。"
                : PROGRAMS.contains(ending)
                        ? "是程序，不能作附件：读者点开会在自己的电脑上运行。"
                        : ending.isEmpty() ? "没有扩展名，看不出是什么文件，不能作附件。" : "";
        if (!refused.isEmpty()) {
            throw new HttpFailure(415, "“" + shown(name) + "”" + refused);
        }
        return ending;
    }

    private static String plainEnding(String name) {
        return SourceFile.ending(last(name)).replaceAll("[^a-z0-9]", "");
    }

    /** A portable name, made from that of the file on the machine of the editor, without its ending. */
    private static String stem(String name) {
        String last = last(name);
        int dot = last.lastIndexOf('.');
        String stem = TitleFileName.of(dot > 0 ? last.substring(0, dot) : last).replace('.', '-');
        return stem.isEmpty() || stem.toLowerCase(Locale.ROOT).equals("git") ? "附件" : stem;
    }

    private static String last(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static String shown(String name) {
        String last = last(name).replaceAll("\\p{Cntrl}|\\p{Cf}", "");
        return last.length() > 60 ? last.substring(0, 60) + "…" : last;
    }
}
