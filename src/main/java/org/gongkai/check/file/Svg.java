package org.gongkai.check.file;

import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Lets a drawing pass that only draws: elements and addresses of an allow-list, read as a browser reads them, with names
 * and references resolved. It is refused and not mended, so that what was checked is what goes out.
 */
final class Svg {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> ACTING_NAMESPACES = Set.of(
            "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML", "http://www.w3.org/2001/xml-events");

    private static final Set<String> DRAWING = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "title",
            "desc",
            "metadata",
            "style",
            "switch",
            "a",
            "view",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "image",
            "text",
            "tspan",
            "tref",
            "textPath",
            "altGlyph",
            "font",
            "font-face",
            "glyph",
            "missing-glyph",
            "hkern",
            "vkern",
            "linearGradient",
            "radialGradient",
            "meshgradient",
            "meshrow",
            "meshpatch",
            "stop",
            "solidcolor",
            "clipPath",
            "mask",
            "pattern",
            "marker",
            "filter",
            "flowRoot",
            "flowRegion",
            "flowPara",
            "flowSpan");

    private static final Pattern HARMLESS_DOCTYPE = Pattern.compile("(?is)<!DOCTYPE\\s+svg[^\\[<>]*>");
    private static final Pattern ENCODING =
            Pattern.compile("(?is)\\A\\uFEFF?<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"'](?!utf-?8[\"'])");
    private static final Pattern PICTURE = Pattern.compile("(?is)data:image/(?:png|jpe?g|gif|webp)[;,].*");
    private static final Pattern FETCHING =
            Pattern.compile("(?is)url\\(\\s*[\"']?\\s*(?!#|data:image/(?:png|jpe?g|gif|webp)[;,])[^\\s\"']"
                    + "|url\\(\\s*[\"']?\\s*\\z|@import|image-set\\s*\\(|\\bsrc\\s*\\(|\\\\[0-9a-f]");

    private static final String OUTSIDE = "对外部文件的引用";
    private static final String SCRIPT = "脚本";

    private Svg() {}

    /** What is wrong with a drawing, if anything. */
    static Optional<String> fault(String svg) {
        if (ENCODING.matcher(svg).find()) {
            return Optional.of("UTF-8 以外的编码");
        }
        try {
            XMLStreamReader reader = factory()
                    .createXMLStreamReader(
                            new StringReader(HARMLESS_DOCTYPE.matcher(svg).replaceFirst("")));
            Optional<String> fault = Optional.empty();
            boolean style = false;
            while (fault.isEmpty() && reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    fault = element(reader);
                    style = reader.getLocalName().equals("style");
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    style = false;
                } else if (event == XMLStreamConstants.DTD) {
                    fault = Optional.of("实体声明");
                } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                    fault = Optional.of(OUTSIDE)
                            .filter(outside -> reader.getPITarget().startsWith("xml-"));
                } else if (style
                        && reader.hasText()
                        && FETCHING.matcher(reader.getText()).find()) {
                    fault = Optional.of(OUTSIDE);
                }
            }
            return fault;
        } catch (XMLStreamException e) {
            return Optional.of("不合 XML 规则的地方");
        }
    }

    private static Optional<String> element(XMLStreamReader at) {
        String name = at.getLocalName();
        String namespace = at.getNamespaceURI() == null ? SVG : at.getNamespaceURI();
        if (name.equalsIgnoreCase("script")) {
            return Optional.of(SCRIPT);
        }
        if (name.equalsIgnoreCase("foreignObject") || ACTING_NAMESPACES.contains(namespace)) {
            return Optional.of("嵌入的网页（foreignObject）");
        }
        // Elements of drawing programs, in names of their own, are nothing to a browser.
        if (namespace.equals(SVG) && !DRAWING.contains(name) && !name.startsWith("fe")) {
            return Optional.of("不认识或不许用的元素 " + name);
        }
        for (int i = 0; i < at.getAttributeCount(); i++) {
            Optional<String> fault =
                    attribute(at.getAttributeLocalName(i).toLowerCase(Locale.ROOT), at.getAttributeValue(i));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> attribute(String name, String value) {
        // Browsers look past blanks and control characters within the name of a scheme.
        String plain = value.replaceAll("[\\p{Cntrl}\\p{Z}]", "");
        if (plain.toLowerCase(Locale.ROOT).contains("javascript:")) {
            return Optional.of(SCRIPT);
        }
        if (name.startsWith("on")) {
            return Optional.of("事件 " + name);
        }
        boolean leads = name.equals("href")
                && !plain.startsWith("#")
                && !PICTURE.matcher(plain).matches();
        boolean fetches = name.equals("src")
                || name.equals("base")
                || FETCHING.matcher(value).find();
        return leads || fetches ? Optional.of(OUTSIDE) : Optional.empty();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
