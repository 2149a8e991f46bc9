package org.gongkai.check.file;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.file.SvgCheck.Fault;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/** Checks the parsing events of one SVG image; the first violation stops parsing. */
final class SvgReader extends DefaultHandler2 {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final String MATHML = "http://www.w3.org/1998/Math/MathML";

    private static final String SCRIPT = "脚本";
    private static final String PAGE = "嵌入的网页（foreignObject）";

    private static final int DEEPEST = 400;

    private static final Pattern DECLARATION = Pattern.compile("<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)\\s");

    /** A reference that a browser might resolve differently from the parser. */
    private static final Pattern REFERENCE =
            Pattern.compile("&(?!(?:lt|gt|amp|quot|apos|#\\d+|#x[0-9a-fA-F]+);)[^;\\s<]{0,20}");

    private static final Pattern IMAGE = Pattern.compile("(?i)\\s*" + SvgCheck.PICTURE);

    /** Processing instructions of drawing programs. */
    private static final Pattern HARMLESS_INSTRUCTION = Pattern.compile("xpacket|adobe-xap-filters");

    private final String text;
    private final SvgCheck check;

    private int depth;

    /** The text of the open style element; null if none is open. */
    private StringBuilder sheet;

    SvgReader(String text, SvgCheck check) {
        this.text = text;
        this.check = check;
    }

    @Override
    public void startDTD(String name, String publicId, String systemId) throws SAXException {
        boolean known = publicId == null || check.isOneOf("文件类型", publicId);
        if (!name.equals("svg") || !known) {
            throw new Fault("不认识的文件类型（DOCTYPE）");
        }
        // Before the parser resolves any.
        if (DECLARATION.matcher(text).find()) {
            throw new Fault("实体声明");
        }
    }

    @Override
    public void endDTD() throws SAXException {
        Matcher reference = REFERENCE.matcher(text);
        if (reference.find()) {
            throw new Fault("没有说明的实体 " + reference.group());
        }
    }

    @Override
    public void skippedEntity(String name) throws SAXException {
        if (!name.equals("[dtd]")) {
            throw new Fault("没有说明的实体 &" + name);
        }
    }

    @Override
    public InputSource resolveEntity(String name, String publicId, String baseUri, String systemId)
            throws SAXException {
        throw new Fault(SvgCheck.OUTSIDE);
    }

    @Override
    public void processingInstruction(String target, String data) throws SAXException {
        notInStyle();
        if (target.toLowerCase(Locale.ROOT).startsWith("xml-")) {
            throw new Fault(SvgCheck.OUTSIDE);
        }
        if (!HARMLESS_INSTRUCTION.matcher(target).matches()) {
            throw new Fault("不认识的处理指令 <?" + target + "?>");
        }
    }

    @Override
    public void comment(char[] chars, int start, int length) throws SAXException {
        notInStyle();
    }

    @Override
    public void startElement(String namespace, String name, String typed, Attributes attributes) throws SAXException {
        notInStyle();
        if (++depth > DEEPEST) {
            throw new Fault("套了 " + DEEPEST + " 层以上的元素");
        }
        boolean draws = namespace.equals(SVG) || namespace.isEmpty();
        if (name.equalsIgnoreCase("script")) {
            throw new Fault(SCRIPT);
        }
        if (name.equalsIgnoreCase("foreignObject") || namespace.equals(XHTML) || namespace.equals(MATHML)) {
            throw new Fault(PAGE);
        }
        if (draws ? !check.isNamed("元素", name) : !check.isOneOf("名字空间", namespace)) {
            throw new Fault("不认识或不许用的元素 " + typed);
        }
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute(draws, name, attributes.getURI(i), attributes.getLocalName(i), attributes.getValue(i));
        }
        if (draws && name.equals("style")) {
            sheet = new StringBuilder();
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (sheet != null) {
            sheet.append(chars, start, length);
        }
    }

    @Override
    public void endElement(String namespace, String name, String typed) throws SAXException {
        depth--;
        if (sheet != null) {
            fault(check.styleFault(sheet.toString()));
            sheet = null;
        }
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
        throw e;
    }

    private void notInStyle() throws Fault {
        if (sheet != null) {
            throw new Fault("样式（style）里的注释或元素");
        }
    }

    private void attribute(boolean draws, String element, String namespace, String name, String value) throws Fault {
        String lower = name.toLowerCase(Locale.ROOT);
        // Browsers ignore blanks and control characters within a URL scheme.
        if (value.replaceAll("[\\p{Cntrl}\\p{Z}]", "").toLowerCase(Locale.ROOT).contains("javascript:")) {
            throw new Fault(SCRIPT);
        }
        if (lower.startsWith("on")) {
            throw new Fault("事件 " + name);
        }
        switch (namespace) {
            case "" -> {
                if (draws) {
                    own(element, name, value);
                }
            }
            case XLINK -> {
                if (name.equals("href")) {
                    address(element, value);
                } else if (!draws) {
                    throw new Fault(SvgCheck.OUTSIDE);
                }
            }
            case XML -> {
                if (name.equals("base")) {
                    throw new Fault(SvgCheck.OUTSIDE);
                }
            }
            default -> {
                if (!check.isOneOf("名字空间", namespace)) {
                    throw new Fault("不认识或不许用的属性 " + name);
                }
            }
        }
    }

    /** Checks an attribute without a prefix of an allowed element. */
    private void own(String element, String name, String value) throws Fault {
        if (name.equals("href")) {
            address(element, value);
        } else if (name.equals("src") || name.equals("base")) {
            throw new Fault(SvgCheck.OUTSIDE);
        } else if (check.isNamed("样式属性", name)) {
            fault(check.styleFault(value));
        } else if (!name.startsWith("data-") && !name.startsWith("aria-") && !check.isNamed("属性", name)) {
            throw new Fault("不认识或不许用的属性 " + name);
        }
    }

    /** Checks a URL: only fragments are allowed, and {@code data:} URLs in images. */
    private static void address(String element, String value) throws Fault {
        boolean isPicture = element.equals("image") || element.equals("feImage");
        // Browsers strip ASCII blanks only.
        if (!value.trim().startsWith("#") && !(isPicture && IMAGE.matcher(value).matches())) {
            throw new Fault(element.equals("a") ? "通向别处的链接" : SvgCheck.OUTSIDE);
        }
    }

    private static void fault(Optional<String> fault) throws Fault {
        if (fault.isPresent()) {
            throw new Fault(fault.get());
        }
    }
}
