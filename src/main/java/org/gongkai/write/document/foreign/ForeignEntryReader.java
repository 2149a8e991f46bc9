package org.gongkai.write.document.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.FormatReader;
import org.gongkai.write.document.FormatReader.SourceSite;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.StaticFiles;
import org.gongkai.write.document.text.ForeignText;
import org.gongkai.write.document.text.FrontMatter;
import org.gongkai.write.document.web.UnseenStyle;

/** Reads Markdown and AsciiDoc files of other generators. */
public final class ForeignEntryReader implements FormatReader {

    @Override
    public boolean reads(Path file, byte[] start) {
        return isForeign(SourceFile.ending(file.getFileName().toString()));
    }

    /** Whether files with an ending are read. */
    static boolean isForeign(String ending) {
        return EntryFormat.MARKDOWN.has(ending) || EntryFormat.ASCIIDOC.has(ending) || ending.equals("mdx");
    }

    @Override
    public ImportedDocument read(Path file, Set<OptionalContent> wanted) throws IOException {
        return read(file, wanted, SourceSite.UNKNOWN);
    }

    @Override
    public ImportedDocument read(Path file, Set<OptionalContent> wanted, SourceSite site) throws IOException {
        ForeignText text = ForeignText.read(file);
        FrontMatter matter = FrontMatter.of(text.text());
        List<Remark> remarks = new ArrayList<>(text.remarks());
        remarks.addAll(matter.remarks());
        Map<String, Object> header = new LinkedHashMap<>(matter.header());
        StaticFiles files = new StaticFiles(file, site.folders());
        ForeignBody body = new ForeignBody(files, site.address(), remarks);
        boolean isAsciiDoc =
                EntryFormat.ASCIIDOC.has(SourceFile.ending(file.getFileName().toString()));
        MarkupLines lines = isAsciiDoc
                ? MarkupLines.ofAsciiDoc(matter.body(), matter.firstLine())
                : MarkupLines.of(matter.body(), matter.firstLine());
        remarks.addAll(UnseenStyle.typed(lines.text(), lines::isCode));
        String result = isAsciiDoc ? body.inAsciiDoc(lines, header) : body.inMarkdown(lines, header);
        List<Block> blocks =
                result.isBlank() ? List.of() : List.of(new Block.Markup(result, isAsciiDoc ? "adoc" : "md"));
        return new ImportedDocument(header, blocks, List.of(), files.pictures(), Remark.byLine(remarks));
    }
}
