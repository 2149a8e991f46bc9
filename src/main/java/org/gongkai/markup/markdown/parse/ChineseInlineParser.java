package org.gongkai.markup.markdown.parse;

import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.core.delimiter.Delimiter;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.CommonmarkInlineParser;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.data.DataHolder;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** The library's inline parser with the rules of {@link FlankingCharacters} for emphasis. */
public class ChineseInlineParser extends CommonmarkInlineParser {
    public ChineseInlineParser(
            DataHolder options,
            BitSet specialCharacters,
            BitSet delimiterCharacters,
            Map<Character, DelimiterProcessor> delimiterProcessors,
            LinkRefProcessorData referenceLinkProcessors,
            List<InlineParserExtensionFactory> inlineParserExtensions) {
        super(
                options,
                specialCharacters,
                delimiterCharacters,
                delimiterProcessors,
                referenceLinkProcessors,
                inlineParserExtensions);
    }

    /**
     * Differs from the library's method in using {@link FlankingCharacters}: the library considers one UTF-16 unit on
     * each side.
     */
    @Override
    protected boolean parseDelimiters(DelimiterProcessor processor, char mark) {
        int from = index;
        int to = from;
        while (to < input.length() && input.charAt(to) == mark) {
            to++;
        }
        if (to - from < processor.getMinLength()) {
            return false;
        }
        FlankingCharacters at = FlankingCharacters.of(input, from, to);
        boolean opens = mark == processor.getOpeningCharacter()
                && processor.canBeOpener(
                        "",
                        "",
                        at.opens(),
                        at.closes(),
                        at.isAfterMark(),
                        at.isBeforeMark(),
                        at.isAfterBlank(),
                        at.isBeforeBlank());
        boolean closes = mark == processor.getClosingCharacter()
                && processor.canBeCloser(
                        "",
                        "",
                        at.opens(),
                        at.closes(),
                        at.isAfterMark(),
                        at.isBeforeMark(),
                        at.isAfterBlank(),
                        at.isBeforeBlank());
        if (!opens && !closes && processor.skipNonOpenerCloser()) {
            return false;
        }
        index = to;
        Text node = appendSeparateText(input.subSequence(from, to));
        lastDelimiter = new Delimiter(input, node, mark, opens, closes, lastDelimiter, from);
        lastDelimiter.setNumDelims(to - from);
        if (lastDelimiter.getPrevious() != null) {
            lastDelimiter.getPrevious().setNext(lastDelimiter);
        }
        return true;
    }
}
