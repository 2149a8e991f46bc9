package org.gongkai.write.document.word.docx;

import org.gongkai.write.document.word.opc.XmlElement;

/** Writes a formula in one line, as it would be read aloud. */
final class FormulaText {

    private FormulaText() {}

    static String of(XmlElement element) {
        return switch (element.name()) {
            case "m:t", "w:t" -> element.text();
            case "m:f" -> grouped(element.child("m:num")) + "/" + grouped(element.child("m:den"));
            case "m:sSup" -> of(element.child("m:e")) + "^" + grouped(element.child("m:sup"));
            case "m:sSub" -> of(element.child("m:e")) + "_" + grouped(element.child("m:sub"));
            case "m:sSubSup" ->
                of(element.child("m:e"))
                        + "_"
                        + grouped(element.child("m:sub"))
                        + "^"
                        + grouped(element.child("m:sup"));
            case "m:rad" -> root(element);
            case "m:d" -> delimited(element);
            case "m:nary" -> sum(element);
            case "m:mr" -> cells(element) + "; ";
            case "m:rPr", "w:rPr", "m:ctrlPr" -> "";
            default -> all(element);
        };
    }

    private static String all(XmlElement element) {
        StringBuilder text = new StringBuilder();
        element.children().forEach(child -> text.append(of(child)));
        return text.toString();
    }

    private static String cells(XmlElement row) {
        return String.join(", ", row.all("m:e").stream().map(FormulaText::of).toList());
    }

    private static String root(XmlElement element) {
        String degree = of(element.child("m:deg"));
        return (degree.isEmpty() || degree.equals("2") ? "√" : degree + "√") + grouped(element.child("m:e"));
    }

    private static String delimited(XmlElement element) {
        XmlElement properties = element.child("m:dPr");
        return character(properties.child("m:begChr"), "(")
                + String.join(
                        character(properties.child("m:sepChr"), "|"),
                        element.all("m:e").stream().map(FormulaText::of).toList())
                + character(properties.child("m:endChr"), ")");
    }

    private static String sum(XmlElement element) {
        String below = of(element.child("m:sub"));
        String above = of(element.child("m:sup"));
        return character(element.child("m:naryPr").child("m:chr"), "∫")
                + (below.isEmpty() ? "" : "_" + grouped(element.child("m:sub")))
                + (above.isEmpty() ? "" : "^" + grouped(element.child("m:sup")))
                + " "
                + of(element.child("m:e"));
    }

    private static String character(XmlElement property, String otherwise) {
        return property.exists() ? property.attribute("m:val") : otherwise;
    }

    private static String grouped(XmlElement element) {
        String text = of(element);
        return text.codePointCount(0, text.length()) <= 1 || text.matches("[0-9.]+") ? text : "(" + text + ")";
    }
}
