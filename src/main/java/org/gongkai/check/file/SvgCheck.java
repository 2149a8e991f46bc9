package org.gongkai.check.file;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import org.gongkai.input.attachment.SafeXml;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.source.TextDecoder;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Accepts SVG images that consist of an allow-list of document types, elements, attributes and styles. It reads the
 * published bytes as a browser does, and rejects a file rather than cleaning it, so that readers get exactly what was
 * checked.
 */
public final class SvgCheck {

    /** A {@code data:} URL of a raster image, as strict as browsers are. */
    static final String PICTURE = "data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\\s]*+";

    static final String OUTSIDE = "对外部文件的引用";

    private static final String ENCODED = "UTF-8 以外的编码";
    private static final String BROKEN = "不合 XML 规则的地方";

    private static final Pattern DECLARATION = Pattern.compile(
            "<\\?xml\\s+version\\s*=\\s*(?:\"1\\.0\"|'1\\.0')(?:\\s+encoding\\s*=\\s*(\"[^\"]*\"|'[^']*'))?"
                    + "(?:\\s+standalone\\s*=\\s*(?:\"(?:yes|no)\"|'(?:yes|no)'))?\\s*\\?>");

    /**
     * The tokens of a style sheet, split as a browser does; whatever could be tokenized differently is rejected:
     * backslashes, unterminated strings and comments.
     */
    private static final Pattern TOKEN = Pattern.compile("(?s)/\\*.*?\\*/"
            + "|\"[^\"\\\\\\n\\r\\f]*+\"|'[^'\\\\\\n\\r\\f]*+'"
            + "|(?<url>(?i:url)\\([^)]*+\\)?)"
            + "|(?<name>@?[-\\w\\P{ASCII}]++)(?<call>\\()?"
            + "|(?<open>[\"'\\\\]|/\\*|@)"
            + "|.");

    /** A fragment, or a {@code data:} URL of a raster image. */
    private static final Pattern WITHIN =
            Pattern.compile("(?i:url)\\(\\s*(?:([\"']?)(?:#[^\\s\"'()\\\\]*|" + PICTURE + ")\\1)\\s*\\)");

    /** The allow-list {@code svg.yml}: names by their sort. */
    private final Map<String, Set<String>> names = new HashMap<>();

    public SvgCheck(YamlReader yaml) {
        ((Value.Fields) yaml.resource(SvgCheck.class, "svg.yml"))
                .fields()
                .forEach(sort ->
                        names.put(sort.key().text(), texts(sort.value()).collect(Collectors.toUnmodifiableSet())));
    }

    private static Stream<String> texts(Value value) {
        return value instanceof Value.Items items
                ? items.items().stream().flatMap(SvgCheck::texts)
                : Stream.of(((Value.Text) value).text());
    }

    boolean isNamed(String sort, String name) {
        return names.get(sort).contains(name);
    }

    /** Returns true if a name begins with one of the list. */
    boolean isOneOf(String sort, String name) {
        return names.get(sort).stream().anyMatch(name::startsWith);
    }

    /** Stops parsing at the first violation. */
    static final class Fault extends SAXException {
        private static final long serialVersionUID = 1;

        Fault(String words) {
            super(words);
        }
    }

    /** Returns the first violation in Chinese, if there is one. */
    public Optional<String> fault(byte[] svg) {
        Optional<String> decoded = TextDecoder.strict(svg, 0, StandardCharsets.UTF_8);
        if (decoded.isEmpty()) {
            return Optional.of(ENCODED);
        }
        String text = decoded.get().startsWith("\ufeff") ? decoded.get().substring(1) : decoded.get();
        return declaration(text).or(() -> parse(text));
    }

    private static Optional<String> declaration(String text) {
        if (!text.startsWith("<?xml") || !Character.isWhitespace(text.charAt(Math.min(5, text.length() - 1)))) {
            return Optional.empty();
        }
        Matcher declaration = DECLARATION.matcher(text);
        if (!declaration.lookingAt()) {
            return Optional.of(BROKEN);
        }
        String encoding = declaration.group(1);
        boolean isUtf8 = encoding == null || encoding.matches("(?i).utf-?8.");
        return isUtf8 ? Optional.empty() : Optional.of(ENCODED);
    }

    private Optional<String> parse(String text) {
        try {
            SvgReader reader = new SvgReader(text, this);
            SAXParser parser = SafeXml.events();
            parser.setProperty("http://xml.org/sax/properties/lexical-handler", reader);
            parser.parse(new InputSource(new StringReader(text)), reader);
            return Optional.empty();
        } catch (Fault e) {
            return Optional.of(e.getMessage());
        } catch (SAXException e) {
            return Optional.of(BROKEN);
        } catch (ParserConfigurationException | IOException e) {
            // Every JDK has this parser, and reading from memory cannot fail.
            throw new IllegalStateException(e);
        }
    }

    /**
     * Returns the first violation in a style sheet or the value of a property, which may load nothing, as a noun phrase
     * in Chinese.
     */
    Optional<String> styleFault(String css) {
        if (css.indexOf('(') < 0 && css.indexOf('@') < 0 && css.indexOf('\\') < 0) {
            return Optional.empty();
        }
        Matcher token = TOKEN.matcher(css);
        while (token.find()) {
            String open = token.group("open");
            if (open != null) {
                return Optional.of(open.startsWith("\\") ? "样式里的反斜杠 \\" : "样式里没有写完的 " + open);
            }
            if (token.group("url") != null
                    && !WITHIN.matcher(token.group("url")).matches()) {
                return Optional.of(OUTSIDE);
            }
            String name = token.group("name");
            String plain = name == null ? "" : name.toLowerCase(Locale.ROOT);
            if (plain.startsWith("@") && !isNamed("规则", plain.substring(1))) {
                return Optional.of(plain.equals("@import") ? OUTSIDE : "样式里不认识或不许用的规则 " + name);
            }
            if (token.group("call") != null && !plain.startsWith("@") && !isNamed("函数", plain)) {
                return Optional.of("样式里不认识或不许用的函数 " + name + "()");
            }
        }
        return Optional.empty();
    }
}
