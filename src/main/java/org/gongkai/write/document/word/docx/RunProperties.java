package org.gongkai.write.document.word.docx;

import java.util.List;
import java.util.Locale;
import org.gongkai.write.document.Run.Style;
import org.gongkai.write.document.word.assemble.SymbolFonts;
import org.gongkai.write.document.word.opc.XmlElement;

/**
 * How a run is set.
 *
 * @param style how its characters are set, as far as an import takes that over
 * @param hidden whether it is hidden text
 * @param capitals whether all of its letters are shown as capitals
 * @param symbolFont its font if that is a symbol font; empty otherwise
 */
record RunProperties(Style style, boolean hidden, boolean capitals, String symbolFont) {

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
        return new RunProperties(
                style,
                StyleSheet.find(layers, "w:vanish").isOn(),
                StyleSheet.find(layers, "w:caps").isOn(),
                symbolFont(layers));
    }

    private static String symbolFont(List<XmlElement> layers) {
        XmlElement fonts = StyleSheet.find(layers, "w:rFonts");
        for (String kind : List.of("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")) {
            if (SymbolFonts.is(fonts.attribute(kind))) {
                return fonts.attribute(kind);
            }
        }
        return "";
    }

    /** The characters that are seen where others are stored; those of a symbol font that are unknown become \uFFFD. */
    String seen(String text) {
        if (symbolFont.isEmpty() && text.codePoints().noneMatch(SymbolFonts::isPrivate)) {
            return capitals ? text.toUpperCase(Locale.ROOT) : text;
        }
        String font = symbolFont.isEmpty() ? "Wingdings" : symbolFont;
        StringBuilder seen = new StringBuilder();
        text.codePoints().forEach(point -> {
            boolean coded = SymbolFonts.isPrivate(point) || !symbolFont.isEmpty() && point > ' ' && point < 0x100;
            seen.append(coded ? SymbolFonts.character(font, point).orElse("\uFFFD") : Character.toString(point));
        });
        return seen.toString();
    }
}
