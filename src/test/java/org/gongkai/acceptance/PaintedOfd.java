package org.gongkai.acceptance;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.dom4j.Element;
import org.ofdrw.core.graph.pathObj.AbbreviatedData;
import org.ofdrw.core.graph.pathObj.OptVal;
import org.ofdrw.reader.OFDReader;

/**
 * Sheets of OFD as pictures: what ofdrw reads, painted with the machine's faces (GB/T 33190-2016, chapters 8 to 11).
 * The converter of ofdrw draws no faces of CFF, such as the Chinese ones of Noto, and needs an older PDFBox.
 */
record PaintedOfd(OFDReader reader) {

    private static final int DOTS_PER_MILLIMETRE = 8;
    private static final int CELL = 2 * DOTS_PER_MILLIMETRE;
    /** Of black: edges of glyphs are smoothed in two ways. */
    private static final double TOLERANCE = .08;

    /** How many cells of 2 mm are darker or lighter than on the same sheet of a PDF. */
    static int cellsUnlike(Path ofd, Path pdf) throws IOException {
        int cells = 0;
        try (OFDReader reader = new OFDReader(ofd);
                PDDocument paper = Loader.loadPDF(pdf.toFile())) {
            PDFRenderer printed = new PDFRenderer(paper);
            for (int sheet = 0; sheet < paper.getNumberOfPages(); sheet++) {
                BufferedImage theirs = printed.renderImageWithDPI(sheet, DOTS_PER_MILLIMETRE * 25.4f, ImageType.GRAY);
                BufferedImage ours = new BufferedImage(theirs.getWidth(), theirs.getHeight(), theirs.getType());
                new PaintedOfd(reader).paint(sheet + 1, ours);
                for (int y = 0; y <= theirs.getHeight() - CELL; y += CELL) {
                    for (int x = 0; x <= theirs.getWidth() - CELL; x += CELL) {
                        cells += Math.abs(light(ours, x, y) - light(theirs, x, y)) > TOLERANCE ? 1 : 0;
                    }
                }
            }
        }
        return cells;
    }

    private static double light(BufferedImage picture, int x, int y) {
        int[] dots = picture.getRaster().getSamples(x, y, CELL, CELL, 0, (int[]) null);
        return IntStream.of(dots).average().orElseThrow() / 255;
    }

    private void paint(int sheet, BufferedImage picture) throws IOException {
        Graphics2D all = picture.createGraphics();
        all.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        all.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        all.scale(DOTS_PER_MILLIMETRE, DOTS_PER_MILLIMETRE);
        for (Element layer : reader.getPageInfo(sheet).getAllLayer()) {
            for (Element unit : layer.elements()) {
                Graphics2D to = (Graphics2D) all.create();
                double[] box = numbers(unit, "Boundary");
                to.clip(new Rectangle2D.Double(box[0], box[1], box[2], box[3]));
                to.translate(box[0], box[1]);
                switch (unit.getName()) {
                    case "TextObject" -> text(unit, to);
                    case "PathObject" -> path(unit, to);
                    default -> {
                        to.transform(new AffineTransform(numbers(unit, "CTM")));
                        to.drawImage(reader.getResMgt().getImage(unit.attributeValue("ResourceID")), 0, 0, 1, 1, null);
                    }
                }
            }
        }
    }

    private void text(Element unit, Graphics2D to) {
        Element code = unit.element("TextCode");
        String weight = unit.attributeValue("Weight").equals("700") ? "-Bold" : "-Regular";
        String face = reader.getResMgt().getFont(unit.attributeValue("Font")).getFontName() + weight;
        Font font = Stream.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .filter(any -> any.getPSName().equals(face))
                .findFirst()
                .orElseThrow()
                .deriveFont((float) numbers(unit, "Size")[0]);
        double[] steps = numbers(code, "DeltaX");
        double x = numbers(code, "X")[0];
        to.setColor(color(unit));
        for (int i = 0; i < code.getText().length(); i++) {
            String glyph = code.getText().substring(i, i + 1);
            to.fill(font.createGlyphVector(to.getFontRenderContext(), glyph)
                    .getOutline((float) x, (float) numbers(code, "Y")[0]));
            x += i < steps.length ? steps[i] : 0;
        }
    }

    /** Areas only; a line that is drawn otherwise would be seen to be missing. */
    private static void path(Element unit, Graphics2D to) {
        Path2D area = new Path2D.Double();
        for (OptVal step : AbbreviatedData.parse(unit.elementText("AbbreviatedData"))) {
            double[] at = step.expectValues();
            switch (step.getOpt()) {
                case "M" -> area.moveTo(at[0], at[1]);
                case "L" -> area.lineTo(at[0], at[1]);
                case "B" -> area.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> area.closePath();
            }
        }
        to.setColor(color(unit));
        to.fill(area);
    }

    private static Color color(Element unit) {
        double[] rgb = numbers(unit.element("FillColor"), "Value");
        return new Color((int) rgb[0], (int) rgb[1], (int) rgb[2]);
    }

    private static double[] numbers(Element unit, String name) {
        return Stream.of(unit.attributeValue(name, "0").split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
