package org.gongkai.markup.markdown;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.markup.Body;
import org.gongkai.markup.BodyPositions;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.MarkupConverter;
import org.gongkai.markup.html.DroppedHtml;
import org.gongkai.markup.html.HtmlBody;
import org.gongkai.markup.markdown.parse.ChineseInlineParser;
import org.gongkai.markup.markdown.parse.Nesting;
import org.gongkai.markup.markdown.parse.ParagraphBudget;
import org.gongkai.markup.markdown.parse.TooComplex;

/**
 * Converts Markdown that was written for another program with flexmark's own renderer and that program's options.
 * Emphasis next to Chinese characters works here, too.
 */
public final class VerbatimMarkdownConverter implements MarkupConverter {
    private static final Pattern ADDRESS = Pattern.compile(" (?:href|src)=\"([^\"]*)\"");

    private final Parser parser;
    private final HtmlRenderer renderer;

    /**
     * Creates a converter that is safe for use by multiple threads.
     *
     * @param options flexmark's options, extensions among them
     */
    public VerbatimMarkdownConverter(DataHolder options) {
        MutableDataSet set = new MutableDataSet(options)
                .set(Parser.ASTERISK_DELIMITER_PROCESSOR, false)
                .set(Parser.UNDERSCORE_DELIMITER_PROCESSOR, false)
                // Addresses are checked below, with a warning.
                .set(HtmlRenderer.SUPPRESSED_LINKS, "");
        this.parser = Parser.builder(set)
                .customInlineParserFactory(ChineseInlineParser::new)
                .paragraphPreProcessorFactory(ParagraphBudget.factory())
                .paragraphPreProcessorFactory(new ReferencePreProcessorFactory())
                .customDelimiterProcessor(new ChineseInlineParser.Asterisk())
                .customDelimiterProcessor(new ChineseInlineParser.Underscore())
                .build();
        this.renderer = HtmlRenderer.builder(set).build();
    }

    @Override
    public Body convert(Markup markup, LinkResolver links) {
        BodyPositions positions = markup.positions();
        int deep = Nesting.tooDeepAt(markup.text());
        if (deep >= 0) {
            return TooComplex.nested(deep).refused(markup, positions);
        }
        String html;
        try {
            html = renderer.render(parser.parse(markup.text()));
        } catch (TooComplex e) {
            return e.refused(markup, positions);
        } catch (StackOverflowError e) {
            return TooComplex.nested(0).refused(markup, positions);
        }
        DroppedHtml dropped = new DroppedHtml(markup, true);
        String clean = dropped.withoutControl(html);
        return isSafe(markup.text(), clean)
                ? new Body(clean, List.of(), Set.of(), dropped.problems())
                : HtmlBody.verbatim(clean, markup, links, Set.of()).with(dropped.problems());
    }

    /**
     * Without a less-than sign in the text all tags are the renderer's own, and only their addresses come from the
     * author.
     */
    private static boolean isSafe(String text, String html) {
        if (text.indexOf('<') >= 0) {
            return false;
        }
        Matcher address = ADDRESS.matcher(html);
        while (address.find()) {
            // A reference may represent a colon; such HTML is sanitized.
            if (address.group(1).contains("&#") || !HtmlBody.isSafe(address.group(1))) {
                return false;
            }
        }
        return true;
    }
}
