package org.gongkai.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The lines of text of a printed sheet with their places. */
final class PrintedLines extends PDFTextStripper {

    private static final double MILLIMETRE = 72 / 25.4;

    /** How far the body of a Han character reaches above and below the base line, of its size. */
    private static final double ASCENT = .88;

    private final TreeMap<Integer, List<TextPosition>> lines = new TreeMap<>();

    private PrintedLines() {}

    /**
     * A line.
     *
     * @param text its characters without blanks
     * @param left where its first character begins, in mm from the left edge of the sheet
     * @param right where its last character ends
     * @param top where the body of its characters begins, in mm from the upper edge
     * @param bottom where that ends
     */
    record Line(String text, double left, double right, double top, double bottom) {}

    /** Returns the lines of a sheet, counted from 1, from above. */
    static List<Line> of(Path pdf, int sheet) {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PrintedLines printed = new PrintedLines();
            printed.setStartPage(sheet);
            printed.setEndPage(sheet);
            printed.getText(document);
            return printed.lines.values().stream().map(PrintedLines::line).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (!text.getUnicode().isBlank()) {
            lines.computeIfAbsent(Math.round(text.getYDirAdj() / 3), line -> new ArrayList<>())
                    .add(text);
        }
    }

    private static Line line(List<TextPosition> characters) {
        characters.sort(Comparator.comparing(TextPosition::getXDirAdj));
        TextPosition first = characters.get(0);
        TextPosition last = characters.get(characters.size() - 1);
        // The size as it stands on the sheet; Chromium scales what it prints.
        double size = characters.stream()
                .mapToDouble(TextPosition::getWidthDirAdj)
                .max()
                .orElseThrow();
        double base = first.getYDirAdj();
        return new Line(
                characters.stream().map(TextPosition::getUnicode).collect(Collectors.joining()),
                first.getXDirAdj() / MILLIMETRE,
                (last.getXDirAdj() + last.getWidthDirAdj()) / MILLIMETRE,
                (base - ASCENT * size) / MILLIMETRE,
                (base + (1 - ASCENT) * size) / MILLIMETRE);
    }
}
