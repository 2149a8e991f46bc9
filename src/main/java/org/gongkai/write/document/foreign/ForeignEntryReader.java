package org.gongkai.write.document.foreign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.FormatReader;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.SourceSite;
import org.gongkai.write.document.text.ForeignText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/** Reads Markdown and AsciiDoc files of other generators. */
public final class ForeignEntryReader implements FormatReader {

    /** The start of an element with a style, or with an attribute that hides or colours it. */
    private static final Pattern TAG = Pattern.compile(
            "(?i)<(?!img|input)[a-z][a-z0-9]*\\s(?:[^<>]{0,999}\\s)?(?:style|hidden|color)\\b[^<>]{0,999}>");

    private static final int QUOTED = 200;

    @Override
    public boolean reads(Path file, byte[] start) {
        return isForeign(SourceFile.ending(file.getFileName().toString()));
    }

    /** Whether files with an ending are read. */
    public static boolean isForeign(String ending) {
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
        boolean isAsciiDoc =
                EntryFormat.ASCIIDOC.has(SourceFile.ending(file.getFileName().toString()));
        MarkupLines lines = isAsciiDoc
                ? MarkupLines.ofAsciiDoc(matter.body(), matter.firstLine())
                : MarkupLines.of(matter.body(), matter.firstLine());
        unseen(lines, remarks);
        StaticFiles files = new StaticFiles(file, site.folders());
        ForeignAddresses addresses = new ForeignAddresses(files, site.address(), remarks);
        String result = isAsciiDoc
                ? addresses.inAsciiDoc(lines, header)
                : addresses.inMarkdown(new TemplateTags(remarks).readable(lines), header);
        String ending = isAsciiDoc ? "adoc" : "md";
        List<Block> blocks = result.isBlank() ? List.of() : List.of(new Block.Markup(result, ending));
        return new ImportedDocument(header, blocks, List.of(), files.pictures(), Remark.byLine(remarks));
    }

    /** Tells what typed HTML does not let readers see: as an entry, it can be seen. */
    private static void unseen(MarkupLines lines, List<Remark> remarks) {
        String body = lines.text();
        Matcher tag = TAG.matcher(body);
        while (tag.find()) {
            String quoted = body.substring(tag.start(), Math.min(body.length(), tag.end() + QUOTED));
            Optional<Element> element =
                    Jsoup.parse(quoted, "", Parser.xmlParser().settings(ParseSettings.htmlDefault)).children().stream()
                            .findFirst()
                            .filter(any -> !lines.isCode(tag.start()));
            element.flatMap(found -> UnseenStyle.isHidden(found)
                            ? Optional.of("隐藏的文字" + UnseenStyle.shown(found.text()) + "导入了")
                            : UnseenStyle.doubt(found))
                    .ifPresent(text -> remarks.add(new Remark("", text + "，在条目里看得见，请核对能不能公开", Remark.Weight.NOTE)));
        }
    }
}
