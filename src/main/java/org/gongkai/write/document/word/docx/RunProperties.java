package org.gongkai.write.document.word.docx;

import java.util.List;
import java.util.Locale;
import org.gongkai.write.document.Run.Style;
import org.gongkai.write.document.word.assemble.RemarkCollector;
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

    /** The characters that are seen where others are stored. */
    String seen(String text, RemarkCollector remarks) {
        String seen = SymbolFonts.seen(text, symbolFont, remarks);
        return capitals ? seen.toUpperCase(Locale.ROOT) : seen;
    }
}
