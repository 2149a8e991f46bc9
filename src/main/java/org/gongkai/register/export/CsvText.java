package org.gongkai.register.export;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.text.Characters;

/**
 * Comma-separated values after RFC 4180. The byte order mark tells spreadsheet programs that the text is in UTF-8.
 */
final class CsvText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@";
    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}&&[^\t\r\n]]");

    private CsvText() {}

    /** Returns the text of some lines; cells that others have typed must have been passed through {@link #text}. */
    static String of(List<List<String>> lines) {
        return BYTE_ORDER_MARK
                + lines.stream()
                        .map(line -> line.stream().map(CsvText::quoted).collect(Collectors.joining(",")) + "\r\n")
                        .collect(Collectors.joining());
    }

    /**
     * Returns a text that no spreadsheet program takes for a formula, where full-width signs begin one as well, and
     * without the control characters that a terminal would obey.
     */
    static String text(String typed) {
        String text = CONTROL_CHARACTERS.matcher(typed).replaceAll("");
        int at = Characters.end(text, 0, CsvText::isBlank);
        boolean isFormula = text.startsWith("\t")
                || text.startsWith("\r")
                || at < text.length()
                        && FORMULA_STARTS.contains(
                                Normalizer.normalize(text.substring(at, at + 1), Normalizer.Form.NFKC));
        return isFormula ? "'" + text : text;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static String quoted(String cell) {
        boolean isPlain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return isPlain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
