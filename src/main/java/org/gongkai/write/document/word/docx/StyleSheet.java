package org.gongkai.write.document.word.docx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.gongkai.write.document.Block.Alignment;
import org.gongkai.write.document.Run.Style;
import org.gongkai.write.document.word.docx.BlockAssembler.ParagraphShape;
import org.gongkai.write.document.word.docx.ListCounters.ListLabel;
import org.gongkai.write.document.word.docx.RemarkCollector.UnseenText;

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

    /**
     * How a run is set.
     *
     * @param style how its characters are set, as far as an import takes that over
     * @param hidden whether it is hidden text
     * @param unseen in what way readers cannot see its characters although they are no hidden text; empty if they can
     * @param capitals whether all of its letters are shown as capitals
     * @param symbolFont the first of its fonts that is a symbol font; empty for none
     * @param coded whether that font shows Latin characters, too, and not only codes that mean nothing in other fonts
     */
    record RunProperties(
            Style style, boolean hidden, String unseen, boolean capitals, String symbolFont, boolean coded) {

        /** Colours of highlights that letters have, too. */
        private static final Map<String, String> HIGHLIGHTS = Map.of("black", "000000", "white", "FFFFFF");

        static RunProperties of(XmlElement run, XmlElement paragraph, StyleSheet styles) {
            List<XmlElement> layers = styles.runLayers(run, paragraph);
            String position = find(layers, "w:vertAlign").value().toLowerCase(Locale.ROOT);
            Style style = new Style(
                    find(layers, "w:b").isOn(),
                    find(layers, "w:i").isOn(),
                    find(layers, "w:u").isOn(),
                    find(layers, "w:strike").isOn() || find(layers, "w:dstrike").isOn(),
                    position.equals("superscript"),
                    position.equals("subscript"));
            XmlElement fonts = find(layers, "w:rFonts");
            return new RunProperties(
                    style,
                    find(layers, "w:vanish").isOn(),
                    unseen(layers),
                    find(layers, "w:caps").isOn(),
                    symbolFont(fonts),
                    isCoded(fonts));
        }

        /** A glyph of a font. */
        static RunProperties glyph(Style style, String font) {
            return new RunProperties(style, false, "", false, font, true);
        }

        private static String unseen(List<XmlElement> layers) {
            XmlElement color = find(layers, "w:color");
            boolean isWhite = color.value().equalsIgnoreCase("FFFFFF")
                    || color.attribute("w:themeColor").matches("background1|light1");
            String letters = isWhite ? "FFFFFF" : color.value().matches("|auto") ? "000000" : color.value();
            String fill = find(layers, "w:shd").attribute("w:fill");
            String marker = HIGHLIGHTS.getOrDefault(find(layers, "w:highlight").value(), "");
            String background = marker.isEmpty() ? fill.replaceFirst("auto", "") : marker;
            boolean isTransparent =
                    find(layers, "w14:textFill").first("w14:noFill").exists();
            return UnseenText.way(
                    find(layers, "w:sz").number("w:val", 0),
                    isTransparent || isWhite && background.isEmpty(),
                    background.equalsIgnoreCase(letters));
        }

        private static boolean isCoded(XmlElement fonts) {
            return SymbolFonts.is(fonts.attribute("w:ascii"))
                    || SymbolFonts.is(fonts.attribute("w:hAnsi"))
                    || fonts.attribute("w:hint").equals("eastAsia") && SymbolFonts.is(fonts.attribute("w:eastAsia"));
        }

        private static String symbolFont(XmlElement fonts) {
            for (String kind : List.of("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")) {
                if (SymbolFonts.is(fonts.attribute(kind))) {
                    return fonts.attribute(kind);
                }
            }
            return "";
        }

        private boolean isShown(String text) {
            return coded || text.codePoints().anyMatch(SymbolFonts::isPrivate);
        }

        /** The characters that are seen where others are stored. */
        String seen(String text, RemarkCollector remarks) {
            String seen = SymbolFonts.seen(text, isShown(text) ? symbolFont : "", remarks);
            return capitals ? seen.toUpperCase(Locale.ROOT) : seen;
        }
    }
}
