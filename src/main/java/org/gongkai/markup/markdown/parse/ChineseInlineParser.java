package org.gongkai.markup.markdown.parse;

import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.core.delimiter.AsteriskDelimiterProcessor;
import com.vladsch.flexmark.parser.core.delimiter.Delimiter;
import com.vladsch.flexmark.parser.core.delimiter.UnderscoreDelimiterProcessor;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.delimiter.DelimiterRun;
import com.vladsch.flexmark.parser.internal.CommonmarkInlineParser;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.gongkai.text.Characters;
import org.gongkai.text.NameList;

/** The library's inline parser with the rules of {@link Flanks} for emphasis. */
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
     * Differs from the library's method in using {@link Flanks}: the library considers one UTF-16 unit on
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
        Flanks at = Flanks.of(input, from, to);
        boolean markBefore = Flanks.isMark(at.before());
        boolean markAfter = Flanks.isMark(at.after());
        boolean blankBefore = Flanks.isBlank(at.before());
        boolean blankAfter = Flanks.isBlank(at.after());
        boolean opens = mark == processor.getOpeningCharacter()
                && processor.canBeOpener(
                        "", "", at.opens(), at.closes(), markBefore, markAfter, blankBefore, blankAfter);
        boolean closes = mark == processor.getClosingCharacter()
                && processor.canBeCloser(
                        "", "", at.opens(), at.closes(), markBefore, markAfter, blankBefore, blankAfter);
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

    /**
     * The characters on both sides of a delimiter run, which determine whether it may open or close emphasis.
     * CommonMark requires a space between {@code ：**} and the next word; Chinese has no spaces, so that punctuation
     * next to Han does not prevent a run from opening or closing (markdown-cjk-friendly's amendment of CommonMark
     * §6.2). Before a mark that ends something, as in {@code 张*、李*}, and beside digits a run is text.
     *
     * @param before code point before the run, the one that a variation selector varies; a line end at the beginning
     * @param after code point behind the run; a line end at the end
     * @param isVaried whether a variation selector stands between {@code before} and the run
     * @param isPlain whether the run consists of asterisks that mark nothing
     */
    private record Flanks(int before, int after, boolean isVaried, boolean isPlain) {
        private static final String ENDS = "、，。；：！？）》】」』";

        static Flanks of(CharSequence text, int from, int to) {
            int before = from == 0 ? '\n' : Character.codePointBefore(text, from);
            int start = from - Character.charCount(before);
            boolean isVaried = before >= 0xfe00 && before <= 0xfe0e && start > 0;
            return new Flanks(
                    isVaried ? Character.codePointBefore(text, start) : before,
                    to == text.length() ? '\n' : Character.codePointAt(text, to),
                    isVaried,
                    text.charAt(from) == '*' && isBesideDigits(text, from, to));
        }

        boolean opens() {
            return !isPlain
                    && !isBlank(after)
                    && ENDS.indexOf(after) < 0
                    && (!isLatinMark(after) || isBlank(before) || isLatinMarkBefore() || isChineseBefore());
        }

        boolean closes() {
            return !isPlain
                    && !isBlank(before)
                    && (!isLatinMarkBefore() || isBlank(after) || isLatinMark(after) || Characters.isCjk(after));
        }

        private boolean isChineseBefore() {
            // Ideographic variation selectors follow Han characters only.
            return Characters.isCjk(before) || isVariedQuote() || (before >= 0xe0100 && before <= 0xe01ef);
        }

        private boolean isLatinMarkBefore() {
            return isLatinMark(before) && !isVariedQuote();
        }

        /** Quotation marks that Chinese and Latin share, made full-width by a selector. */
        private boolean isVariedQuote() {
            return isVaried && before < 0x10000 && Characters.isShared((char) before);
        }

        private static boolean isLatinMark(int point) {
            return isMark(point) && !Characters.isCjk(point);
        }

        private static boolean isBlank(int point) {
            return point == '\n'
                    || point == '\t'
                    || point == '\r'
                    || point == '\f'
                    || Character.getType(point) == Character.SPACE_SEPARATOR;
        }

        /** Whether a code point is punctuation or a symbol, as in CommonMark from 0.31 on. */
        private static boolean isMark(int point) {
            return switch (Character.getType(point)) {
                case Character.CONNECTOR_PUNCTUATION,
                        Character.DASH_PUNCTUATION,
                        Character.START_PUNCTUATION,
                        Character.END_PUNCTUATION,
                        Character.INITIAL_QUOTE_PUNCTUATION,
                        Character.FINAL_QUOTE_PUNCTUATION,
                        Character.OTHER_PUNCTUATION,
                        Character.MATH_SYMBOL,
                        Character.CURRENCY_SYMBOL,
                        Character.MODIFIER_SYMBOL,
                        Character.OTHER_SYMBOL -> true;
                default -> false;
            };
        }
    }

    /** CommonMark's rule of three exempts runs that are both multiples of three, which the library omits. */
    private static boolean isExempt(DelimiterRun opener, DelimiterRun closer) {
        return opener.length() % 3 == 0 && closer.length() % 3 == 0;
    }

    /** {@code *} and {@code **}. */
    public static final class Asterisk extends AsteriskDelimiterProcessor {
        public Asterisk() {
            super(false);
        }

        @Override
        public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
            if (hide(opener.getNode().getChars(), closer.getNode().getChars())) {
                return 0;
            }
            return isExempt(opener, closer) ? 2 : super.getDelimiterUse(opener, closer);
        }
    }

    /** {@code _} and {@code __}, which are inactive within words. */
    public static final class Underscore extends UnderscoreDelimiterProcessor {
        public Underscore() {
            super(false);
        }

        @Override
        public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
            return isExempt(opener, closer) ? 2 : super.getDelimiterUse(opener, closer);
        }
    }

    /** Whether a run of asterisks is between digits, or is too long for emphasis and next to a digit. */
    private static boolean isBesideDigits(CharSequence text, int from, int to) {
        boolean isBehind = from > 0 && Characters.isDigit(text.charAt(from - 1));
        boolean isBefore = to < text.length() && Characters.isDigit(text.charAt(to));
        return isBehind && isBefore || to - from > 3 && (isBehind || isBefore);
    }

    /** Whether two runs of asterisks replace parts of names or of file names. */
    private static boolean hide(BasedSequence opener, BasedSequence closer) {
        CharSequence text = opener.getBaseSequence();
        int next = closer.getStartOffset();
        return isBehindSurname(text, opener.getStartOffset()) && isBehindSurname(text, next)
                || opener.length() == 1
                        && isBeforeExtension(text, opener.getEndOffset())
                        && (text.charAt(next - 1) == '.' || isBeforeExtension(text, closer.getEndOffset()));
    }

    private static boolean isBehindSurname(CharSequence text, int at) {
        return at > 0
                && NameList.isSurname(text.charAt(at - 1))
                && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)));
    }

    private static boolean isBeforeExtension(CharSequence text, int at) {
        return at + 1 < text.length()
                && text.charAt(at) == '.'
                && (text.charAt(at + 1) == '*'
                        || (text.charAt(at + 1) < 128 && Character.isLetterOrDigit(text.charAt(at + 1))));
    }
}
