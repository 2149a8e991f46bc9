package org.gongkai.write.document.word.docx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.gongkai.input.attachment.XmlElement;
import org.gongkai.write.document.Block.Alignment;
import org.gongkai.write.document.word.docx.BlockAssembler.ParagraphShape;
import org.gongkai.write.document.word.docx.ListCounters.ListLabel;

/** The styles of a document with what each inherits. */
final class StyleSheet {

    private static final int LONGEST_CHAIN = 20;
    private static final int NO_OUTLINE = 9;

    private final Map<String, XmlElement> styles = new HashMap<>();
    private final Map<String, List<XmlElement>> chains = new HashMap<>();
    private final XmlElement paragraphDefaults;
    private final XmlElement runDefaults;
    private final String defaultParagraph;

    StyleSheet(XmlElement root) {
        XmlElement defaults = root.child("w:docDefaults");
        paragraphDefaults = defaults.child("w:pPrDefault").child("w:pPr");
        runDefaults = defaults.child("w:rPrDefault").child("w:rPr");
        String first = "";
        for (XmlElement style : root.all("w:style")) {
            String id = style.attribute("w:styleId");
            styles.putIfAbsent(id, style);
            if (style.attribute("w:type").equals("paragraph")
                    && List.of("1", "true", "on").contains(style.attribute("w:default"))) {
                first = id;
            }
        }
        defaultParagraph = first;
    }

    /** A style and those that it is based on. */
    private List<XmlElement> chain(String id) {
        return chains.computeIfAbsent(id, first -> {
            List<XmlElement> chain = new ArrayList<>();
            XmlElement style = styles.getOrDefault(first, XmlElement.NONE);
            while (style.exists() && chain.size() < LONGEST_CHAIN) {
                chain.add(style);
                style = styles.getOrDefault(style.child("w:basedOn").value(), XmlElement.NONE);
            }
            return chain;
        });
    }

    private List<XmlElement> paragraphChain(XmlElement properties) {
        String id = properties.child("w:pStyle").value();
        return chain(styles.containsKey(id) ? id : defaultParagraph);
    }

    /** All that states properties of a paragraph, the nearest first. */
    List<XmlElement> paragraphLayers(XmlElement properties) {
        List<XmlElement> layers = new ArrayList<>(List.of(properties));
        paragraphChain(properties).forEach(style -> layers.add(style.child("w:pPr")));
        layers.add(paragraphDefaults);
        return layers;
    }

    /** A property of a paragraph; {@link XmlElement#NONE} if it is not stated anywhere. */
    XmlElement paragraph(XmlElement properties, String name) {
        return find(paragraphLayers(properties), name);
    }

    /** All that states properties of a run, the nearest first. */
    List<XmlElement> runLayers(XmlElement runProperties, XmlElement paragraphProperties) {
        List<XmlElement> layers = new ArrayList<>(List.of(runProperties));
        chain(runProperties.child("w:rStyle").value()).forEach(style -> layers.add(style.child("w:rPr")));
        paragraphChain(paragraphProperties).forEach(style -> layers.add(style.child("w:rPr")));
        layers.add(runDefaults);
        return layers;
    }

    static XmlElement find(List<XmlElement> layers, String name) {
        for (XmlElement layer : layers) {
            XmlElement found = layer.child(name);
            if (found.exists()) {
                return found;
            }
        }
        return XmlElement.NONE;
    }

    /** The ids of the style of a paragraph and of those that it is based on. */
    List<String> styleIds(XmlElement properties) {
        return paragraphChain(properties).stream()
                .map(style -> style.attribute("w:styleId"))
                .toList();
    }

    /** The numbering that a style states; for styles of lists. */
    XmlElement numbering(String style) {
        return styles.getOrDefault(style, XmlElement.NONE).child("w:pPr").child("w:numPr");
    }

    /**
     * How a paragraph is set.
     *
     * @param label its number or bullet
     * @param cell whether it is in a cell of a table
     */
    ParagraphShape shape(XmlElement properties, ListLabel label, boolean cell) {
        XmlElement borders = paragraph(properties, "w:pBdr");
        return new ParagraphShape(
                cell ? -1 : heading(properties).orElse(-1),
                alignment(properties),
                label,
                paragraph(properties, "w:pageBreakBefore").isOn(),
                borders.child("w:bottom").isOn() || borders.child("w:top").isOn(),
                cell);
    }

    private Alignment alignment(XmlElement properties) {
        boolean mirrored = paragraph(properties, "w:bidi").isOn();
        return switch (paragraph(properties, "w:jc").value()) {
            case "center" -> Alignment.CENTER;
            case "right", "end" -> mirrored ? Alignment.LEFT : Alignment.RIGHT;
            default -> mirrored ? Alignment.RIGHT : Alignment.LEFT;
        };
    }

    /** The level of a heading from 1, 0 for the title of the document. */
    OptionalInt heading(XmlElement properties) {
        OptionalInt own = outline(properties);
        if (own.isPresent()) {
            return level(own.getAsInt());
        }
        for (XmlElement style : paragraphChain(properties)) {
            OptionalInt outline = outline(style.child("w:pPr"));
            if (outline.isPresent()) {
                return level(outline.getAsInt());
            }
            OptionalInt named = named(style.child("w:name").value());
            if (named.isPresent()) {
                return named;
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt outline(XmlElement properties) {
        XmlElement outline = properties.child("w:outlineLvl");
        return outline.exists() ? OptionalInt.of(outline.number("w:val", NO_OUTLINE)) : OptionalInt.empty();
    }

    private static OptionalInt level(int outline) {
        return outline >= 0 && outline < NO_OUTLINE ? OptionalInt.of(outline + 1) : OptionalInt.empty();
    }

    private static OptionalInt named(String names) {
        for (String name : names.toLowerCase(Locale.ROOT).split("[,，]")) {
            String plain = name.strip();
            if (plain.equals("title") || plain.equals("标题")) {
                return OptionalInt.of(0);
            }
            if (plain.matches("(heading|标题) ?[1-9]")) {
                return OptionalInt.of(plain.charAt(plain.length() - 1) - '0');
            }
        }
        return OptionalInt.empty();
    }
}
