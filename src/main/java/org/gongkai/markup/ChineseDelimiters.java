package org.gongkai.markup;

import com.vladsch.flexmark.ext.gfm.strikethrough.internal.StrikethroughDelimiterProcessor;
import com.vladsch.flexmark.parser.core.delimiter.AsteriskDelimiterProcessor;
import com.vladsch.flexmark.parser.core.delimiter.UnderscoreDelimiterProcessor;
import com.vladsch.flexmark.parser.delimiter.DelimiterRun;

/**
 * Emphasis right beside Chinese punctuation. CommonMark wants a blank between {@code ：**} and the next word; Chinese has
 * no blanks, so that there punctuation next to Han must not keep a mark from opening or closing.
 */
final class ChineseDelimiters {
    private ChineseDelimiters() {}

    private static char before(String s) {
        return s.isEmpty() ? '\n' : s.charAt(s.length() - 1);
    }

    private static char after(String s) {
        return s.isEmpty() ? '\n' : s.charAt(0);
    }

    private static boolean opens(String b, String a, boolean bPunct, boolean aPunct, boolean bSpace, boolean aSpace) {
        boolean latinAfter = aPunct && !Han.isCjk(after(a));
        boolean latinBefore = bPunct && !Han.isCjk(before(b));
        return !aSpace && (!latinAfter || bSpace || latinBefore || Han.isCjk(before(b)));
    }

    private static boolean closes(String b, String a, boolean bPunct, boolean aPunct, boolean bSpace, boolean aSpace) {
        boolean latinAfter = aPunct && !Han.isCjk(after(a));
        boolean latinBefore = bPunct && !Han.isCjk(before(b));
        return !bSpace && (!latinBefore || aSpace || latinAfter || Han.isCjk(after(a)));
    }

    /** {@code *} and {@code **}. */
    static final class Asterisk extends AsteriskDelimiterProcessor {
        Asterisk() {
            super(false);
        }

        /** CommonMark's rule of three exempts runs that are both multiples of three; flexmark forgets it. */
        @Override
        public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
            boolean isExempt = opener.length() % 3 == 0 && closer.length() % 3 == 0;
            return isExempt ? 2 : super.getDelimiterUse(opener, closer);
        }

        @Override
        public boolean canBeOpener(
                String b,
                String a,
                boolean l,
                boolean r,
                boolean bPunct,
                boolean aPunct,
                boolean bSpace,
                boolean aSpace) {
            return opens(b, a, bPunct, aPunct, bSpace, aSpace);
        }

        @Override
        public boolean canBeCloser(
                String b,
                String a,
                boolean l,
                boolean r,
                boolean bPunct,
                boolean aPunct,
                boolean bSpace,
                boolean aSpace) {
            return closes(b, a, bPunct, aPunct, bSpace, aSpace);
        }
    }

    /** {@code _} and {@code __}, which stay inactive within words. */
    static final class Underscore extends UnderscoreDelimiterProcessor {
        Underscore() {
            super(false);
        }

        @Override
        public boolean canBeOpener(
                String b,
                String a,
                boolean l,
                boolean r,
                boolean bPunct,
                boolean aPunct,
                boolean bSpace,
                boolean aSpace) {
            boolean left = opens(b, a, bPunct, aPunct, bSpace, aSpace);
            boolean right = closes(b, a, bPunct, aPunct, bSpace, aSpace);
            return super.canBeOpener(b, a, left, right, bPunct, aPunct, bSpace, aSpace);
        }

        @Override
        public boolean canBeCloser(
                String b,
                String a,
                boolean l,
                boolean r,
                boolean bPunct,
                boolean aPunct,
                boolean bSpace,
                boolean aSpace) {
            boolean left = opens(b, a, bPunct, aPunct, bSpace, aSpace);
            boolean right = closes(b, a, bPunct, aPunct, bSpace, aSpace);
            return super.canBeCloser(b, a, left, right, bPunct, aPunct, bSpace, aSpace);
        }
    }

    /** {@code ~~}. */
    static final class Tilde extends StrikethroughDelimiterProcessor {
        @Override
        public boolean canBeOpener(
                String b,
                String a,
                boolean l,
                boolean r,
                boolean bPunct,
                boolean aPunct,
                boolean bSpace,
                boolean aSpace) {
            return opens(b, a, bPunct, aPunct, bSpace, aSpace);
        }

        @Override
        public boolean canBeCloser(
                String b,
                String a,
                boolean l,
                boolean r,
                boolean bPunct,
                boolean aPunct,
                boolean bSpace,
                boolean aSpace) {
            return closes(b, a, bPunct, aPunct, bSpace, aSpace);
        }
    }
}
