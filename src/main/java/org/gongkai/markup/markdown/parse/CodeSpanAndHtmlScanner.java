package org.gongkai.markup.markdown.parse;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.Characters;

/**
 * Finds the ends of code spans and raw HTML in inline text (CommonMark 0.31.2 §6.1 and §6.6). The library searches for
 * each of them to the end of the text and with patterns that recurse once for each attribute; here it is known where
 * each delimiter occurs last, so that the cost is linear.
 */
final class CodeSpanAndHtmlScanner {
    /** An opening or closing tag, or, in the group, the beginning of a declaration. */
    private static final Pattern TAG = Pattern.compile("<(?:[A-Za-z][A-Za-z0-9-]*+(?:[ \\t\\n]++[A-Za-z_:][\\w:.-]*+"
            + "(?:[ \\t\\n]*+=[ \\t\\n]*+(?:\"[^\"]*+\"|'[^']*+'|[^\\x00- \"'=<>`]++))?+)*+[ \\t\\n]*+/?>"
            + "|/[A-Za-z][A-Za-z0-9-]*+[ \\t\\n]*+>|(![A-Za-z]))");

    private final BasedSequence text;
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
     * Returns the start of the run of backticks that closes a code span whose content begins here; -1 if there is none.
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
     * Returns the offset after the comment, tag, instruction, declaration or CDATA section at an offset; -1 if there is
     * none.
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
        int last = lastEnds.computeIfAbsent(end, text::lastIndexOf);
        return from > last ? -1 : text.indexOf(end, from) + end.length();
    }
}
