package org.gongkai.render.theme;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Draws texts as QR codes, in SVG. The same text always gives the same drawing. */
final class QrCodeDrawing {

    /** The name in templates of the method that draws. */
    static final String NAME = "qrCode";

    /** The blank margin that a QR code needs on each side, in its modules. */
    private static final int MARGIN = 4;

    private static final String SVG =
            "<svg class=\"qr-code\" viewBox=\"0 0 %1$s %1$s\" role=\"img\" aria-label=\"%2$s\"><path stroke=\"#000\" d=\"%3$s\"/></svg>";

    /**
     * Deciding which of the eight patterns fits a code best takes twenty times as long as all else; any can be read.
     */
    private static final int PATTERN = 2;

    private QrCodeDrawing() {}

    /**
     * Draws a text.
     *
     * @param label what the drawing is, for screen readers; escaped for HTML
     * @return an SVG element; empty if the text is too long for a QR code
     */
    static Optional<String> of(String text, String label) {
        try {
            return Optional.of(svg(
                    QrCode.encodeSegments(QrSegment.makeSegments(text), QrCode.Ecc.MEDIUM, 1, 40, PATTERN, true),
                    label));
        } catch (DataTooLongException e) {
            return Optional.empty();
        }
    }

    private static String svg(QrCode code, String label) {
        int side = code.size + 2 * MARGIN;
        StringBuilder path = new StringBuilder(4096);
        IntStream.range(0, code.size).forEach(y -> row(code, y, path));
        return SVG.formatted(side, label, path);
    }

    /** Appends a line, one module thick, for each run of dark modules. */
    private static void row(QrCode code, int y, StringBuilder path) {
        int end = -1;
        for (int x = 0; x < code.size; x++) {
            if (!code.getModule(x, y)) {
                continue;
            }
            int from = x;
            while (code.getModule(x + 1, y)) {
                x++;
            }
            if (end < 0) {
                path.append('M')
                        .append(from + MARGIN)
                        .append(' ')
                        .append(y + MARGIN)
                        .append(".5");
            } else {
                path.append('m').append(from - end).append(" 0");
            }
            end = x + 1;
            path.append('h').append(end - from);
        }
    }

    /**
     * {@code qrCode(text, label)} in templates: a QR code as markup, which is empty if the text is too long. A method,
     * because only pages that are rendered need their codes.
     */
    static Object call(List<?> arguments) throws TemplateModelException {
        if (arguments.size() != 2
                || !(arguments.get(0) instanceof TemplateScalarModel text)
                || !(arguments.get(1) instanceof TemplateScalarModel label)) {
            throw new TemplateModelException(NAME + "(text, label)");
        }
        return HTMLOutputFormat.INSTANCE.fromMarkup(
                of(text.getAsString(), HTMLOutputFormat.INSTANCE.escapePlainText(label.getAsString()))
                        .orElse(""));
    }
}
