package org.gongkai.markup.markdown.parse;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.core.delimiter.Bracket;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.Characters;

/**
 * Overrides the library's inline parser where it differs from CommonMark 0.31.2 (it follows 0.29): destinations and
 * titles of links, undefined labels, code and raw HTML; and adds bare addresses as on GitHub, and inline footnotes.
 */
public final class CommonMarkInlineParser extends ChineseInlineParser {
    private static final Pattern GLUED =
            Pattern.compile("\\s*+\\[(?:[^\\[\\]\\\\]|\\\\.)++]:\\s*+<[^<>\\n]*+>\\S", Pattern.DOTALL);

    private boolean mayHoldAddress;
    /** Code and HTML in {@link #input}; {@code null} until needed. */
    private CodeSpanAndHtmlScanner syntax;

    public CommonMarkInlineParser(
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

    @Override
    public void initializeDocument(Document document) {
        super.initializeDocument(document);
        mayHoldAddress = !(document.getChars().getBase() instanceof String text) || mayHoldAddress(text);
    }

    /** Whether a text may contain an address. */
    public static boolean mayHoldAddress(String text) {
        return text.indexOf("://") >= 0 || text.indexOf('@') >= 0 || text.indexOf("www.") >= 0;
    }

    @Override
    public BasedSequence parseLinkDestination() {
        int end = LinkSyntax.destination(input, index);
        if (end < 0) {
            return null;
        }
        if (!endsLink(end)) {
            int spaced = peek() == '<' ? -1 : LinkSyntax.spacedDestination(input, index);
            end = spaced < 0 ? end : spaced;
        }
        return upTo(end);
    }

    private boolean endsLink(int destination) {
        int at = LinkSyntax.blanks(input, destination);
        int title = at > destination ? LinkSyntax.title(input, at) : -1;
        return LinkSyntax.closesLink(input, at) || (title > 0 && LinkSyntax.closesLink(input, title));
    }

    @Override
    public BasedSequence parseLinkTitle() {
        int end = LinkSyntax.title(input, index);
        return end < 0 ? null : upTo(end);
    }

    private BasedSequence upTo(int end) {
        BasedSequence found = input.subSequence(index, end);
        index = end;
        return found;
    }

    /** The library takes what follows an address in angle brackets at once for a title (example 201). */
    @Override
    protected int parseReference(Block paragraph, BasedSequence text) {
        return GLUED.matcher(text).lookingAt() ? 0 : super.parseReference(paragraph, text);
    }

    @Override
    protected boolean parseCloseBracket() {
        Bracket opener = getLastBracket();
        boolean hasLabel = opener != null && opener.isAllowed() && peek(1) == '[';
        if (hasLabel && input.charAt(opener.getEndIndex()) != '^' && refersToNothing(index + 1)) {
            // Brackets before an undefined label are text, and the label may be a reference itself.
            opener.setAllowed(false);
        }
        return super.parseCloseBracket();
    }

    private boolean refersToNothing(int label) {
        int here = index;
        index = label;
        int length = parseLinkLabel();
        index = here;
        return length > 2
                && input.charAt(label + 1) != '^'
                && !referenceRepository.containsKey(
                        Escaping.normalizeReferenceChars(input.subSequence(label, label + length), true));
    }

    @Override
    protected boolean parseBackticks() {
        int text = syntax().ticks(index);
        int length = text - index;
        int end = syntax().closingTicks(text, length);
        if (end < 0) {
            appendText(upTo(text));
            return true;
        }
        Code code = new Code(
                input.subSequence(index, text), input.subSequence(text, end), input.subSequence(end, end + length));
        code.appendChild(new Text(input.subSequence(text, end)));
        appendNode(code);
        index = end + length;
        return true;
    }

    @Override
    public boolean parseHtmlInline() {
        int end = syntax().html(index);
        if (end < 0) {
            return false;
        }
        boolean isComment = peek(1) == '!' && peek(2) == '-';
        BasedSequence html = upTo(end);
        appendNode(isComment ? new HtmlInlineComment(html) : new HtmlInline(html));
        return true;
    }

    private CodeSpanAndHtmlScanner syntax() {
        if (syntax == null || syntax.text() != input) {
            syntax = new CodeSpanAndHtmlScanner(input);
        }
        return syntax;
    }

    /**
     * Matches a pattern at the current position. The library copies the input for each match and also searches further
     * on.
     */
    @Override
    public BasedSequence match(Pattern pattern) {
        Matcher matcher = pattern.matcher(input).region(index, input.length());
        return index < input.length() && matcher.lookingAt() ? upTo(matcher.end()) : null;
    }

    @Override
    protected boolean parseString() {
        int from = index;
        if (!super.parseString()) {
            return false;
        }
        if (mayHoldAddress && getLastBracket() == null) {
            addresses(from, index);
        }
        return true;
    }

    /** Turns web addresses in the last range of text into links; e-mail addresses are found when text is written. */
    private void addresses(int from, int to) {
        int text = from;
        BareLink address = BareLink.find(input, from, to);
        while (address != null) {
            if (!address.scheme().equals("mailto:")) {
                if (text == from) {
                    currentText.remove(currentText.size() - 1);
                    // The library makes a node at offset 0 of no text.
                    currentText = currentText.isEmpty() ? null : currentText;
                }
                if (text < address.start()) {
                    appendText(input, text, address.start());
                }
                index = address.start();
                appendNode(new AutoLink(BasedSequence.NULL, upTo(address.end()), BasedSequence.NULL));
                text = address.end();
            }
            address = address.end() < to ? BareLink.find(input, address.end(), to) : null;
        }
        if (text > from && text < to) {
            appendText(input, text, to);
            index = to;
        }
    }

    /**
     * Finds the ends of code spans and raw HTML in inline text (CommonMark 0.31.2 §6.1 and §6.6). The library searches
     * for each of them to the end of the text and with patterns that recurse once for each attribute; here it is known
     * where each delimiter occurs last, so that the cost is linear.
     */
    private static final class CodeSpanAndHtmlScanner {
        /** An opening or closing tag, or, in the group, the beginning of a declaration. */
        private static final Pattern TAG =
                Pattern.compile("<(?:[A-Za-z][A-Za-z0-9-]*+(?:[ \\t\\n]++[A-Za-z_:][\\w:.-]*+"
                        + "(?:[ \\t\\n]*+=[ \\t\\n]*+(?:\"[^\"]*+\"|'[^']*+'|[^\\x00- \"'=<>`]++))?+)*+[ \\t\\n]*+/?>"
                        + "|/[A-Za-z][A-Za-z0-9-]*+[ \\t\\n]*+>|(![A-Za-z]))");

        private final BasedSequence text;
        /** The same as a string; empty until needed. */
        private String plain = "";
        /** Start of the last run of backticks of each length; {@code null} until needed. */
        private Map<Integer, Integer> lastTicks;
        /** For each end of raw HTML where it occurs last. */
        private final Map<String, Integer> lastEnds = new HashMap<>();

        CodeSpanAndHtmlScanner(BasedSequence text) {
            this.text = text;
        }

        BasedSequence text() {
            return text;
        }

        /** Returns the offset after the run of backticks at an offset. */
        int ticks(int from) {
            return Characters.end(text, from, c -> c == '`');
        }

        /**
         * Returns the start of the run of backticks that closes a code span whose content begins here; -1 if there is
         * none.
         */
        int closingTicks(int from, int length) {
            if (lastTicks == null) {
                lastTicks = new HashMap<>();
                for (int at = nextTicks(0); at >= 0; at = nextTicks(ticks(at))) {
                    lastTicks.put(ticks(at) - at, at);
                }
            }
            if (lastTicks.getOrDefault(length, -1) < from) {
                return -1;
            }
            int at = nextTicks(from);
            while (at >= 0 && ticks(at) - at != length) {
                at = nextTicks(ticks(at));
            }
            return at;
        }

        private int nextTicks(int from) {
            return text.indexOf('`', from);
        }

        /**
         * Returns the offset after the comment, tag, instruction, declaration or CDATA section at an offset; -1 if
         * there is none.
         */
        int html(int from) {
            if (text.matchChars("<!--", from)) {
                // From 0.31 on a comment ends as in HTML: at once, or at the first {@code -->}.
                return behind("-->", from + 2);
            }
            if (text.matchChars("<![CDATA[", from)) {
                return behind("]]>", from + 9);
            }
            if (text.matchChars("<?", from)) {
                return behind("?>", from + 2);
            }
            Matcher tag = TAG.matcher(text).region(from, text.length());
            if (!tag.lookingAt()) {
                return -1;
            }
            return tag.group(1) == null ? tag.end() : behind(">", tag.end());
        }

        private int behind(String end, int from) {
            // The library overlooks an end of which a part stands before it: --->.
            plain = plain.isEmpty() ? text.toString() : plain;
            int last = lastEnds.computeIfAbsent(end, plain::lastIndexOf);
            return from > last ? -1 : plain.indexOf(end, from) + end.length();
        }
    }
}
