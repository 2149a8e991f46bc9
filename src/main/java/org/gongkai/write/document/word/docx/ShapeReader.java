package org.gongkai.write.document.word.docx;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gongkai.write.document.Block.Alignment;
import org.gongkai.write.document.word.assemble.ListLabel;
import org.gongkai.write.document.word.assemble.ParagraphShape;
import org.gongkai.write.document.word.opc.XmlElement;

/** Reads how a paragraph is set. */
final class ShapeReader {

    /** An A4 page with the margins that programs propose, in twentieths of a point. */
    private static final int USUAL_WIDTH = 8_306;

    private static final int USUAL_SIZE = 21;

    private final StyleSheet styles;
    private final int width;

    /** @param section the properties of the last section, whose page gives the width of the text */
    ShapeReader(StyleSheet styles, XmlElement section) {
        this.styles = styles;
        XmlElement margins = section.child("w:pgMar");
        int text =
                section.child("w:pgSz").number("w:w", 0) - margins.number("w:left", 0) - margins.number("w:right", 0);
        this.width = text > 1_000 ? text : USUAL_WIDTH;
    }

    /**
     * Reads how a paragraph is set.
     *
     * @param label its number or bullet
     * @param cell whether it is in a cell of a table
     */
    ParagraphShape read(XmlElement properties, ListLabel label, boolean cell) {
        int character = character(properties);
        OptionalInt heading = cell ? OptionalInt.empty() : styles.heading(properties);
        XmlElement breakBefore = styles.paragraph(properties, "w:pageBreakBefore");
        XmlElement borders = styles.paragraph(properties, "w:pBdr");
        return new ParagraphShape(
                heading.orElse(-1),
                alignment(properties),
                label,
                indent(properties, character),
                width,
                character,
                isRight(firstTab(properties)),
                breakBefore.isOn(),
                borders.child("w:bottom").isOn() || borders.child("w:top").isOn(),
                cell);
    }

    private Alignment alignment(XmlElement properties) {
        boolean mirrored = styles.paragraph(properties, "w:bidi").isOn();
        return switch (styles.paragraph(properties, "w:jc").value()) {
            case "center" -> Alignment.CENTER;
            case "right", "end" -> mirrored ? Alignment.LEFT : Alignment.RIGHT;
            default -> mirrored ? Alignment.RIGHT : Alignment.LEFT;
        };
    }

    private int character(XmlElement properties) {
        List<XmlElement> layers = styles.runLayers(properties.child("w:rPr"), properties);
        return 10 * StyleSheet.find(layers, "w:sz").number("w:val", USUAL_SIZE);
    }

    private int indent(XmlElement properties, int character) {
        int left = length(properties, character, "w:leftChars", "w:startChars", "w:left", "w:start");
        int first = length(properties, character, "w:firstLineChars", "", "w:firstLine", "");
        int hanging = length(properties, character, "w:hangingChars", "", "w:hanging", "");
        return left + first - hanging;
    }

    /** A length that is stated in hundredths of a character or else in twentieths of a point. */
    private int length(XmlElement properties, int character, String chars, String chars2, String plain, String plain2) {
        for (XmlElement layer : styles.paragraphLayers(properties)) {
            XmlElement indent = layer.child("w:ind");
            int inCharacters = indent.number(chars, indent.number(chars2, 0));
            if (inCharacters != 0) {
                return inCharacters * character / 100;
            }
            Optional<Integer> stated = List.of(plain, plain2).stream()
                    .filter(name -> !indent.attribute(name).isEmpty())
                    .map(name -> indent.number(name, 0))
                    .findFirst();
            if (stated.isPresent()) {
                return stated.get();
            }
        }
        return 0;
    }

    private XmlElement firstTab(XmlElement properties) {
        List<XmlElement> tabs = styles.paragraph(properties, "w:tabs").all("w:tab").stream()
                .filter(tab -> !tab.value().equals("clear"))
                .toList();
        return tabs.size() == 1 ? tabs.get(0) : XmlElement.NONE;
    }

    private static boolean isRight(XmlElement tab) {
        return tab.value().equals("right") || tab.value().equals("end");
    }
}
