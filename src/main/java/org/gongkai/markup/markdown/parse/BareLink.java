package org.gongkai.markup.markdown.parse;

import org.gongkai.text.Characters;

/**
 * An address that was typed without delimiters, as in GitHub's extension of CommonMark (§6.9): {@code https://…},
 * {@code http://…}, {@code www.…} or an e-mail address. In addition to GitHub's rules it supports Chinese, which has no
 * spaces: an address may directly follow a Chinese character and ends before full-width punctuation, emoji and Chinese
 * words that follow a letter or digit ({@code 见https://a.cn/b查询}); after a slash they belong to it ({@code /wiki/中国}),
 * and so do those of a Chinese host ({@code http://例子.测试}).
 *
 * @param start offset of its first character
 * @param end offset after its last one
 * @param scheme what was omitted before it: nothing, {@code http://} or {@code mailto:}
 */
public record BareLink(int start, int end, String scheme) {
    /** Maximum length of a host name (RFC 1035). */
    private static final int LONGEST_HOST = 253;

    /**
     * Returns the first address that begins in a range of text, which may end beyond it; {@code null} if there is none.
     */
    public static BareLink find(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            BareLink found =
                    switch (c) {
                        case ':' -> web(text, i, from);
                        case 'w', 'W' -> www(text, i);
                        case '@' -> mail(text, i, from);
                        default -> null;
                    };
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static BareLink web(CharSequence text, int colon, int from) {
        int start = colon - (startsWith(text, colon - 5, "https") ? 5 : startsWith(text, colon - 4, "http") ? 4 : 0);
        boolean isAlone = start == 0 || !isAsciiLetterOrDigit(text.charAt(start - 1));
        if (start == colon || start < from || !isAlone || !startsWith(text, colon, "://")) {
            return null;
        }
        int end = end(text, colon + 3, false);
        return end < 0 ? null : new BareLink(start, end, "");
    }

    private static BareLink www(CharSequence text, int start) {
        boolean mayBegin = start == 0
                || "*_~(:\"'“‘".indexOf(text.charAt(start - 1)) >= 0
                || text.charAt(start - 1) <= ' '
                || Characters.isCjk(text.charAt(start - 1));
        boolean isHost = startsWith(text, start, "www.")
                && start + 4 < text.length()
                && Character.isLetterOrDigit(text.charAt(start + 4));
        int end = mayBegin && isHost ? end(text, start, true) : -1;
        return end < 0 ? null : new BareLink(start, end, "http://");
    }

    /** Returns the end of a web address whose host begins here; -1 if there is none. */
    private static int end(CharSequence text, int host, boolean needsDot) {
        int at = host;
        int dots = 0;
        int lowLines = 0;
        int lowLinesBefore = 0;
        int last = Math.min(text.length(), host + LONGEST_HOST + 1);
        while (at < last && (isHostLetter(text, at, host) || text.charAt(at) == '.')) {
            if (text.charAt(at) == '.') {
                dots++;
                lowLinesBefore = lowLines;
                lowLines = 0;
            }
            lowLines += text.charAt(at) == '_' ? 1 : 0;
            at += Character.charCount(Character.codePointAt(text, at));
        }
        // 主机名 and similar words are placeholders.
        boolean isPlaceholder = dots == 0 && at > host && Characters.isCjk(Character.codePointAt(text, host));
        boolean isHost = at > host
                && at - host <= LONGEST_HOST
                && Character.isLetterOrDigit(Character.codePointAt(text, host))
                && lowLines + lowLinesBefore == 0;
        if (!isHost || isPlaceholder || (needsDot && dots == 0)) {
            return -1;
        }
        while (at < text.length() && belongs(text, at)) {
            at += Character.charCount(Character.codePointAt(text, at));
        }
        return withoutTail(text, host, at);
    }

    private static boolean isHostLetter(CharSequence text, int at, int host) {
        int c = Character.codePointAt(text, at);
        return isAsciiLetterOrDigit(c) && !isKeycap(text, at)
                || c == '-'
                || c == '_'
                || (c >= 128
                        && isWord(c)
                        && (!Characters.isCjk(c) || at == host || belongs(text, at) || isChineseLabel(text, at)));
    }

    /** Whether a host goes on with a Chinese label: {@code www.例子.测试}, {@code a.例子/b}. */
    private static boolean isChineseLabel(CharSequence text, int from) {
        int end = from;
        while (end < text.length() && isChineseWord(text, end)) {
            end += Character.charCount(Character.codePointAt(text, end));
        }
        boolean isLast = end < text.length() && text.charAt(end) == '/';
        boolean isFollowed = end + 1 < text.length() && text.charAt(end) == '.' && isChineseWord(text, end + 1);
        return text.charAt(from - 1) == '.' && (isLast || isFollowed);
    }

    private static boolean isChineseWord(CharSequence text, int at) {
        int c = Character.codePointAt(text, at);
        return Characters.isCjk(c) && isWord(c);
    }

    private static boolean belongs(CharSequence text, int at) {
        int c = Character.codePointAt(text, at);
        if (c <= ' ' || c == '<' || c == 0x7f || (c >= 128 && !isWord(c)) || isKeycap(text, at)) {
            return false;
        }
        int before = Character.codePointBefore(text, at);
        return !Characters.isCjk(c)
                || Characters.isCjk(before)
                || "/=#?&-%+".indexOf(before) >= 0
                || (before == '.' && Characters.isCjk(Character.codePointBefore(text, at - 1)));
    }

    /** Whether a digit or sign is the first part of an emoji such as 1️⃣. */
    private static boolean isKeycap(CharSequence text, int at) {
        int next = at + 1 < text.length() && text.charAt(at + 1) == 0xfe0f ? at + 2 : at + 1;
        return next < text.length() && text.charAt(next) == 0x20e3;
    }

    /** Whether a code point is a letter, a digit, or a mark combined with one. */
    private static boolean isWord(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static int withoutTail(CharSequence text, int from, int to) {
        int end = to;
        int depth = depth(text, from, to);
        while (end > from) {
            char last = text.charAt(end - 1);
            if ("?!.,:*_~'\"".indexOf(last) >= 0) {
                end--;
            } else if (last == ')' && depth < 0) {
                end--;
                depth++;
            } else if (last == ';') {
                int entity = end - 2;
                while (entity > from && isAsciiLetterOrDigit(text.charAt(entity))) {
                    entity--;
                }
                entity -= text.charAt(entity) == '#' ? 1 : 0;
                end = entity < end - 2 && text.charAt(entity) == '&' ? entity : end - 1;
            } else {
                break;
            }
        }
        return end;
    }

    /** Opening minus closing parentheses. */
    private static int depth(CharSequence text, int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
        }
        return depth;
    }

    private static BareLink mail(CharSequence text, int at, int from) {
        int start = at;
        while (start > from
                && (isAsciiLetterOrDigit(text.charAt(start - 1)) || "._-+".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        int end = at + 1;
        int dots = 0;
        while (end < text.length()
                && (isAsciiLetterOrDigit(text.charAt(end)) || "._-".indexOf(text.charAt(end)) >= 0)) {
            boolean isDot = text.charAt(end) == '.';
            if (isDot && (end + 1 == text.length() || !isAsciiLetterOrDigit(text.charAt(end + 1)))) {
                break;
            }
            dots += isDot ? 1 : 0;
            end++;
        }
        boolean endsWell = end > at + 1 && isAsciiLetterOrDigit(text.charAt(end - 1));
        boolean isEscaped = start > 0 && text.charAt(start - 1) == '\\';
        return start < at && !isEscaped && dots > 0 && endsWell ? new BareLink(start, end, "mailto:") : null;
    }

    private static boolean startsWith(CharSequence text, int at, String word) {
        if (at < 0 || at + word.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (Character.toLowerCase(text.charAt(at + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAsciiLetterOrDigit(int c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
