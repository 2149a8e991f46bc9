package org.gongkai.check.file.svg;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Accepts a style sheet or the value of a property that loads nothing: only at-rules and functions in the allow-list
 * may occur. It is split into tokens as a browser does; whatever could be tokenized differently is rejected:
 * backslashes, unterminated strings and comments.
 */
final class SvgStyle {

    private static final Pattern TOKEN = Pattern.compile("(?s)/\\*.*?\\*/"
            + "|\"[^\"\\\\\\n\\r\\f]*+\"|'[^'\\\\\\n\\r\\f]*+'"
            + "|(?<url>(?i:url)\\([^)]*+\\)?)"
            + "|(?<name>@?[-\\w\\P{ASCII}]++)(?<call>\\()?"
            + "|(?<open>[\"'\\\\]|/\\*|@)"
            + "|.");

    /** A fragment, or a {@code data:} URL of a raster image. */
    private static final Pattern WITHIN =
            Pattern.compile("(?i:url)\\(\\s*(?:([\"']?)(?:#[^\\s\"'()\\\\]*|" + SvgCheck.PICTURE + ")\\1)\\s*\\)");

    private final Set<String> rules;
    private final Set<String> functions;

    SvgStyle(SvgNames names) {
        this.rules = names.rules();
        this.functions = names.functions();
    }

    /** Returns the first violation as a noun phrase in Chinese, if there is one. */
    Optional<String> fault(String css) {
        if (css.indexOf('(') < 0 && css.indexOf('@') < 0 && css.indexOf('\\') < 0) {
            return Optional.empty();
        }
        Matcher token = TOKEN.matcher(css);
        while (token.find()) {
            if (token.group("open") != null) {
                String sign = token.group("open");
                return Optional.of(sign.startsWith("\\") ? "样式里的反斜杠 \\" : "样式里没有写完的 " + sign);
            }
            if (token.group("url") != null
                    && !WITHIN.matcher(token.group("url")).matches()) {
                return Optional.of(SvgCheck.OUTSIDE);
            }
            String name = token.group("name");
            if (name != null) {
                String plain = name.toLowerCase(Locale.ROOT);
                if (plain.startsWith("@") && !rules.contains(plain.substring(1))) {
                    return Optional.of(plain.equals("@import") ? SvgCheck.OUTSIDE : "样式里不认识或不许用的规则 " + name);
                }
                if (token.group("call") != null && !plain.startsWith("@") && !functions.contains(plain)) {
                    return Optional.of("样式里不认识或不许用的函数 " + name + "()");
                }
            }
        }
        return Optional.empty();
    }
}
