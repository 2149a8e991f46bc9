package org.gongkai.markup.markdown.parse;

import com.vladsch.flexmark.parser.core.delimiter.AsteriskDelimiterProcessor;
import com.vladsch.flexmark.parser.core.delimiter.UnderscoreDelimiterProcessor;
import com.vladsch.flexmark.parser.delimiter.DelimiterRun;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.gongkai.text.PlainAsterisks;

/**
 * Emphasis with CommonMark's rule of three: it exempts runs that are both multiples of three, which the library omits.
 */
public final class EmphasisMarks {
    private EmphasisMarks() {}

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

        private static boolean hide(BasedSequence opener, BasedSequence closer) {
            return PlainAsterisks.hide(
                    opener.getBaseSequence(),
                    opener.getStartOffset(),
                    opener.getEndOffset(),
                    closer.getStartOffset(),
                    closer.getEndOffset());
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
}
