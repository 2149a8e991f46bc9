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

    private static final Pattern TITLE = Pattern.compile("\\A\\s*#\\s+([^\n]+?)\\s*#*\\s*(?:\n|\\z)");
    private static final Pattern ASCIIDOC_TITLE = Pattern.compile("\\A\\s*=\\s+([^\n]+?)\\s*(?:\n|\\z)");
    /** The start of an element with a style, or with an attribute that hides or colours it. */
    private static final Pattern TAG = Pattern.compile(
            "(?i)<(?!img|input)[a-z][a-z0-9]*\\s(?:[^<>]{0,999}\\s)?(?:style|hidden|color)\\b[^<>]{0,999}>");

    private static final int QUOTED = 200;
    private static final Pattern HEADING = Pattern.compile("#{1,5}(?=\\s)");
    private static final Pattern FIRST_LEVEL = Pattern.compile("#\\s+\\S.*");

    @Override
    public boolean reads(Path file, byte[] start) {
        String ending = SourceFile.ending(file.getFileName().toString());
        return EntryFormat.MARKDOWN.has(ending) || EntryFormat.ASCIIDOC.has(ending);
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
        String own = withoutHost(matter.body(), site.address());
        unseen(own, remarks);
        String body = body(own, isAsciiDoc ? ASCIIDOC_TITLE : TITLE, header);
        int firstLine = matter.firstLine();
        StaticFiles files = new StaticFiles(file, site.folders());
        String result;
        if (isAsciiDoc) {
            result = new ForeignAddresses(files, remarks).inAsciiDoc(body, firstLine);
        } else {
            String tags = new TemplateTags(remarks).replaced(MarkupLines.of(body, firstLine));
            result = demoted(new ForeignAddresses(files, remarks).inMarkdown(tags, firstLine), remarks);
        }
        String ending = isAsciiDoc ? "adoc" : "md";
        List<Block> blocks = result.isBlank() ? List.of() : List.of(new Block.Markup(result, ending));
        return new ImportedDocument(header, blocks, List.of(), files.pictures(), Remark.byLine(remarks));
    }

    /** Links to the site itself begin at its root; what is shown or quoted, a bare address or code, stays as it is. */
    private static String withoutHost(String body, String address) {
        if (address.isEmpty()) {
            return body;
        }
        MarkupLines lines = MarkupLines.of(body, 1);
        return Pattern.compile("(?<=[(\"'])" + Pattern.quote(address) + "(?=/)")
                .matcher(body)
                .replaceAll(found -> lines.isCode(found.start()) ? Matcher.quoteReplacement(found.group()) : "");
    }

    /** Tells what typed HTML does not let readers see: as an entry, it can be seen. */
    private static void unseen(String body, List<Remark> remarks) {
        MarkupLines lines = MarkupLines.of(body, 1);
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

    /** Takes the title out of a body; its line stays, so that places remain right. */
    private static String body(String typed, Pattern pattern, Map<String, Object> header) {
        Matcher title = pattern.matcher(typed);
        Object stated = header.getOrDefault("title", header.get("标题"));
        if (!title.find() || stated != null && !String.valueOf(stated).strip().equals(title.group(1))) {
            return typed;
        }
        header.putIfAbsent("title", title.group(1));
        return "\n".repeat((int) title.group().chars().filter(c -> c == '\n').count()) + typed.substring(title.end());
    }

    /** Moves all headings one level down if one of them has the level of the title. */
    private static String demoted(String text, List<Remark> remarks) {
        MarkupLines lines = MarkupLines.of(text, 1);
        String[] typed = text.split("\n", -1);
        boolean found = false;
        int offset = 0;
        for (String line : typed) {
            found |= !lines.isCode(offset) && FIRST_LEVEL.matcher(line).matches();
            offset += line.length() + 1;
        }
        if (!found) {
            return text;
        }
        offset = 0;
        for (int i = 0; i < typed.length; i++) {
            int length = typed[i].length();
            if (!lines.isCode(offset) && HEADING.matcher(typed[i]).lookingAt()) {
                typed[i] = "#" + typed[i];
            }
            offset += length + 1;
        }
        remarks.add(new Remark("", "正文里有一个井号的标题，各级标题都降了一级", Remark.Weight.NOTE));
        return String.join("\n", typed);
    }
}
