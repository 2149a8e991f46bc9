package org.gongkai.markup.markdown;

import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.internal.StrikethroughDelimiterProcessor;
import com.vladsch.flexmark.parser.ListOptions;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;
import org.gongkai.markup.Body;
import org.gongkai.markup.BodyPositions;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.MarkupConverter;
import org.gongkai.markup.html.DroppedHtml;
import org.gongkai.markup.html.HtmlBody;
import org.gongkai.markup.html.HtmlFilter;
import org.gongkai.markup.html.HtmlTokenizer;
import org.gongkai.markup.html.SourceLinks;
import org.gongkai.markup.markdown.parse.BlockOverrides;
import org.gongkai.markup.markdown.parse.ChineseInlineParser;
import org.gongkai.markup.markdown.parse.CommonMarkInlineParser;
import org.gongkai.markup.markdown.parse.ContentLines;
import org.gongkai.markup.markdown.parse.GfmTables;
import org.gongkai.markup.markdown.parse.Nesting;
import org.gongkai.markup.markdown.parse.TooComplex;
import org.gongkai.markup.markdown.prepare.PlainTextParagraphs;
import org.gongkai.markup.markdown.prepare.PreparedBody;
import org.gongkai.markup.markdown.write.BlockWriter;
import org.gongkai.markup.markdown.write.MarkdownPage;
import org.gongkai.problem.Problem;

/**
 * Converts Markdown to HTML: flexmark parses, our own writers render in one pass over its tree, because its renderer
 * costs more than its parser and because addresses, ids and Chinese line breaks are determined in the same pass.
 */
public final class MarkdownConverter implements MarkupConverter {
    /** Maximum number of escaped tags; further ones are shown as text within a block of HTML. */
    private static final int MOST = 8;

    private final Parser parser;
    private final ListOptions lists;

    public MarkdownConverter() {
        MutableDataSet set = new MutableDataSet()
                .set(Parser.EXTENSIONS, List.of(FootnoteExtension.create(), DefinitionExtension.create()))
                .set(Parser.HEADING_PARSER, false)
                // A line that begins with ~ says how much, not what a term means.
                .set(DefinitionExtension.TILDE_MARKER, false)
                // Without it the library joins the lines of code in quadratic time.
                .set(Parser.FENCED_CODE_CONTENT_BLOCK, true)
                .set(Parser.ASTERISK_DELIMITER_PROCESSOR, false)
                .set(Parser.UNDERSCORE_DELIMITER_PROCESSOR, false);
        // Options that are set are read faster, for every document, than options left to their defaults.
        // A box is followed by a blank: [x](a.md) is a link.
        ListOptions.get(set)
                .getMutable()
                .setItemMarkerSuffixes(new String[] {"[ ] ", "[x] ", "[X] ", "[ ]\t", "[x]\t", "[X]\t"})
                .setIn(set);
        this.parser = Parser.builder(set)
                .customInlineParserFactory(CommonMarkInlineParser::new)
                .customBlockParserFactory(BlockOverrides.headings())
                .customBlockParserFactory(BlockOverrides.footnotes())
                .paragraphPreProcessorFactory(new ReferencePreProcessorFactory())
                .paragraphPreProcessorFactory(GfmTables.factory())
                .customDelimiterProcessor(new ChineseInlineParser.Asterisk())
                .customDelimiterProcessor(new ChineseInlineParser.Underscore())
                .customDelimiterProcessor(new StrikethroughDelimiterProcessor())
                .build();
        DataHolder options = parser.getOptions();
        this.lists = ListOptions.get(options);
    }

    /** Returns the tree of a text as it is typed; an empty one if it cannot be converted. */
    public Document tree(String text) {
        try {
            return parser.parse(Nesting.tooDeepAt(text) < 0 ? text : "");
        } catch (TooComplex | StackOverflowError e) {
            return parser.parse("");
        }
    }

    @Override
    public Body convert(Markup markup, LinkResolver links) {
        int deep = Nesting.tooDeepAt(markup.text());
        if (deep >= 0) {
            return TooComplex.nested(deep).refused(markup, markup.positions());
        }
        PreparedBody prepared = PlainTextParagraphs.prepare(markup.text(), this::tree);
        BodyPositions positions = prepared.positions(markup.firstLine());
        DroppedHtml dropped = new DroppedHtml(markup, false);
        MarkdownPage page;
        try {
            Parsed parsed = parse(prepared, markup.firstLine(), dropped);
            page = new MarkdownPage(parsed.document(), parsed.prepared(), markup, links, dropped);
            new BlockWriter(page, lists).document(parsed.document());
        } catch (TooComplex e) {
            return e.refused(markup, positions);
        } catch (StackOverflowError e) {
            // The parser is recursive in ways that Nesting does not count.
            return TooComplex.nested(0).refused(markup, positions);
        }
        List<Problem> problems = page.hiddenTexts().stream()
                .map(reference -> hidden(markup, page, reference))
                .toList();
        if (page.hasHtml) {
            return HtmlBody.ofMarkdown(page.out.toString(), new SourceLinks(markup, links), dropped)
                    .with(problems);
        }
        return new Body(page.html(), page.outline, page.anchors.all(), dropped.problems()).with(problems);
    }

    /**
     * A parsed body.
     *
     * @param document its tree
     * @param prepared the text that was parsed
     */
    private record Parsed(Document document, PreparedBody prepared) {}

    /**
     * Parses a body. Unclosed HTML at the beginning of a line, which only the parser can find, is escaped, so that the
     * text after it is not HTML and the line becomes text; {@code dropped} records it.
     */
    private Parsed parse(PreparedBody typed, int firstLine, DroppedHtml dropped) {
        PreparedBody prepared = typed;
        Document document = parser.parse(prepared.text());
        Block endless = first(document);
        for (int i = 0; i < MOST && endless != null; i++) {
            ContentLines lines = new ContentLines(endless);
            int offset = lines.sourceOffset(lines.text().indexOf('<'));
            BodyPositions positions = prepared.positions(firstLine);
            HtmlTokenizer.Token token = new HtmlTokenizer(prepared.text()).at(offset);
            if (token != null) {
                boolean isEndless = token.kind() == HtmlTokenizer.Token.Kind.ENDLESS;
                DroppedHtml.Fate fate = isEndless ? DroppedHtml.Fate.ENDLESS : DroppedHtml.Fate.SHOWN;
                dropped.dropped(fate, token.name(), positions, offset);
            }
            prepared = prepared.escaped(offset);
            document = parser.parse(prepared.text());
            endless = first(document);
        }
        return new Parsed(document, prepared);
    }

    private static Block first(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            Block found = null;
            if (node instanceof HtmlBlockBase html) {
                found = HtmlFilter.isEndless(new ContentLines(html).text()) ? html : null;
            } else if (node instanceof Block) {
                found = first(node);
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Problem hidden(Markup markup, MarkdownPage page, Node node) {
        boolean isNote = node instanceof FootnoteBlock;
        String typed = node.getChars().toString().strip().lines().findFirst().orElse("");
        return Problem.warning(
                "W169",
                markup.path(),
                page.positions.line(node.getStartOffset()),
                page.positions.column(node.getStartOffset()),
                "“" + typed + "”是" + (isNote ? "脚注" : "链接定义") + "的写法，又没有" + (isNote ? "正文" : "链接") + "用到它，网页上不会显示",
                "要显示这行文字，请把半角冒号改成全角“：”，或在行首加反斜杠 \\"
                        + (isNote ? "；确实是脚注的，请在正文里写 " + typed.substring(0, typed.indexOf(']') + 1) : ""));
    }
}
