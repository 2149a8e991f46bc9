package org.gongkai.write.document.word.docx;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.input.attachment.XmlElement;
import org.gongkai.write.document.Run.Style;
import org.gongkai.write.document.word.docx.RemarkCollector.UnseenText;

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
record RunProperties(Style style, boolean hidden, String unseen, boolean capitals, String symbolFont, boolean coded) {

    /** Colours of highlights that letters have, too. */
    private static final Map<String, String> HIGHLIGHTS = Map.of("black", "000000", "white", "FFFFFF");

    static RunProperties of(XmlElement run, XmlElement paragraph, StyleSheet styles) {
        List<XmlElement> layers = styles.runLayers(run, paragraph);
        String position = StyleSheet.find(layers, "w:vertAlign").value().toLowerCase(Locale.ROOT);
        Style style = new Style(
                StyleSheet.find(layers, "w:b").isOn(),
                StyleSheet.find(layers, "w:i").isOn(),
                StyleSheet.find(layers, "w:u").isOn(),
                StyleSheet.find(layers, "w:strike").isOn()
                        || StyleSheet.find(layers, "w:dstrike").isOn(),
                position.equals("superscript"),
                position.equals("subscript"));
        XmlElement fonts = StyleSheet.find(layers, "w:rFonts");
        return new RunProperties(
                style,
                StyleSheet.find(layers, "w:vanish").isOn(),
                unseen(layers),
                StyleSheet.find(layers, "w:caps").isOn(),
                symbolFont(fonts),
                isCoded(fonts));
    }

    static RunProperties glyph(Style style, String font) {
        return new RunProperties(style, false, "", false, font, true);
    }

    private static String unseen(List<XmlElement> layers) {
        XmlElement color = StyleSheet.find(layers, "w:color");
        boolean isWhite = color.value().equalsIgnoreCase("FFFFFF")
                || color.attribute("w:themeColor").matches("background1|light1");
        String letters = isWhite ? "FFFFFF" : color.value().matches("|auto") ? "000000" : color.value();
        String fill = StyleSheet.find(layers, "w:shd").attribute("w:fill");
        String marker =
                HIGHLIGHTS.getOrDefault(StyleSheet.find(layers, "w:highlight").value(), "");
        String background = marker.isEmpty() ? fill.replaceFirst("auto", "") : marker;
        boolean isTransparent =
                StyleSheet.find(layers, "w14:textFill").first("w14:noFill").exists();
        return UnseenText.way(
                StyleSheet.find(layers, "w:sz").number("w:val", 0),
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

    /** The characters that are seen where others are stored. */
    String seen(String text, RemarkCollector remarks) {
        boolean isShown = coded || text.codePoints().anyMatch(SymbolFonts::isPrivate);
        String seen = SymbolFonts.seen(text, isShown ? symbolFont : "", remarks);
        return capitals ? seen.toUpperCase(Locale.ROOT) : seen;
    }
}
