package org.gongkai.check.file.svg;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import org.gongkai.input.attachment.SafeXml;
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

    private final SvgNames names;
    private final SvgStyle style;

    public SvgCheck(SvgNames names) {
        this.names = names;
        this.style = new SvgStyle(names);
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
        String decoded;
        try {
            decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(svg))
                    .toString();
        } catch (CharacterCodingException e) {
            return Optional.of(ENCODED);
        }
        String text = decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
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
            SvgReader reader = new SvgReader(text, names, style);
            SAXParser parser = SafeXml.events();
            parser.setProperty("http://xml.org/sax/properties/lexical-handler", reader);
            parser.setProperty("http://xml.org/sax/properties/declaration-handler", reader);
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
}
