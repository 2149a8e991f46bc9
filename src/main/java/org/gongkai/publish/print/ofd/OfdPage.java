package org.gongkai.publish.print.ofd;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.gongkai.publish.print.Xml;

/**
 * Draws a sheet anew: its glyphs as lines of text, its paths and its pictures (GB/T 33190-2016, chapters 9 to 11).
 * Lengths are in millimetres from the upper left corner.
 */
final class OfdPage extends PDFGraphicsStreamEngine {

    private static final double MILLIMETRE = 72 / 25.4;
    /** What of its size a glyph rises above its line at most, and how high a line is. */
    private static final double ASCENT = 1;

    private static final double HEIGHT = 1.4;
    /** Glyphs that stand nearer to where the last one ended than this part of their size go on with its text. */
    private static final double GAP = 1.2;

    private final OfdDocument document;
    private final PDRectangle sheet;
    private final AffineTransform toMillimetres;
    private final List<Glyph> line = new ArrayList<>();
    private final GeneralPath path = new GeneralPath();
    private Xml xml;

    /** A glyph: the place of its origin, its size and its style. */
    private record Glyph(String text, double x, double y, double size, Style style) {}

    private record Style(int face, String weight, String colour) {}

    OfdPage(PDPage page, OfdDocument document) {
        super(page);
        this.document = document;
        this.sheet = page.getCropBox();
        this.toMillimetres = new AffineTransform(
                1 / MILLIMETRE,
                0,
                0,
                -1 / MILLIMETRE,
                -sheet.getLowerLeftX() / MILLIMETRE,
                sheet.getUpperRightY() / MILLIMETRE);
    }

    /** The sheet as a box: left, top, width and height. */
    String box() {
        return numbers(0, 0, sheet.getWidth() / MILLIMETRE, sheet.getHeight() / MILLIMETRE);
    }

    /** Writes all objects of the sheet, the lowest first. */
    void draw(Xml to) throws IOException {
        xml = to;
        processPage(getPage());
        endLine();
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        String text = font.toUnicode(code);
        if (text == null) {
            // A glyph that means no character: one that is drawn by paths is drawn so here, too.
            super.showGlyph(matrix, font, code, displacement);
            return;
        }
        boolean isVisible = getGraphicsState().getTextState().getRenderingMode() != RenderingMode.NEITHER;
        if (!isVisible || text.isBlank() && line.isEmpty()) {
            return;
        }
        if (matrix.getShearX() != 0 || matrix.getShearY() != 0) {
            throw new IOException("转了方向的文字“" + text + "”写不进 OFD");
        }
        Point2D origin =
                toMillimetres.transform(new Point2D.Double(matrix.getTranslateX(), matrix.getTranslateY()), null);
        String face = face(font);
        Glyph glyph = new Glyph(
                text,
                origin.getX(),
                origin.getY(),
                matrix.getScalingFactorY() / MILLIMETRE,
                new Style(
                        document.face(face.replaceFirst("[-,](?:Bold|Regular|Light|Medium|Black)$", "")),
                        face.contains("Bold") ? "700" : "400",
                        colour(getGraphicsState().getNonStrokingColor())));
        if (!line.isEmpty() && !continues(line.get(line.size() - 1), glyph)) {
            endLine();
        }
        line.add(glyph);
    }

    /** The name of a face without the mark of a subset. That of a face embedded as drawings stands elsewhere. */
    private static String face(PDFont font) {
        COSDictionary about = font.getCOSObject().getCOSDictionary(COSName.FONT_DESC);
        String name = about == null ? font.getName() : about.getNameAsString(COSName.FONT_NAME);
        return name == null ? "" : name.replaceFirst("^[A-Z]{6}\\+", "");
    }

    private static boolean continues(Glyph last, Glyph glyph) {
        double distance = glyph.x() - last.x();
        return glyph.style().equals(last.style())
                && Math.abs(glyph.size() - last.size()) < 0.01
                && Math.abs(glyph.y() - last.y()) < 0.05
                && distance > 0
                && distance < last.size() * (last.text().length() + GAP);
    }

    /** Writes the text that has been collected. */
    private void endLine() {
        if (line.isEmpty()) {
            return;
        }
        Glyph first = line.get(0);
        double size = first.size();
        double width = line.get(line.size() - 1).x() - first.x() + size * 2;
        String box = numbers(first.x(), first.y() - size * ASCENT, width, size * HEIGHT);
        begin(
                "ofd:TextObject",
                box,
                "Font",
                first.style().face(),
                "Size",
                numbers(size),
                "Weight",
                first.style().weight());
        xml.empty("ofd:FillColor", "Value", first.style().colour());
        List<Double> steps = new ArrayList<>();
        for (int i = 1; i < line.size(); i++) {
            steps.add(line.get(i).x() - line.get(i - 1).x());
            // A glyph of several characters, such as a ligature, takes the step of its first one.
            line.get(i - 1).text().chars().skip(1).forEach(more -> steps.add(0.0));
        }
        String deltas = numbers(steps.stream().mapToDouble(Double::doubleValue).toArray());
        String text = line.stream().map(Glyph::text).collect(Collectors.joining());
        if (deltas.isEmpty()) {
            xml.begin("ofd:TextCode", "X", 0, "Y", numbers(size * ASCENT));
        } else {
            xml.begin("ofd:TextCode", "X", 0, "Y", numbers(size * ASCENT), "DeltaX", deltas);
        }
        xml.text(text).end().end();
        line.clear();
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        path.moveTo(p0.getX(), p0.getY());
        path.lineTo(p1.getX(), p1.getY());
        path.lineTo(p2.getX(), p2.getY());
        path.lineTo(p3.getX(), p3.getY());
        path.closePath();
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        path.closePath();
    }

    @Override
    public void endPath() {
        path.reset();
    }

    /** Sheets of papers show all that they hold, so that nothing has to be cut off. */
    @Override
    public void clip(int rule) {}

    @Override
    public void strokePath() throws IOException {
        path(true, false, 0);
    }

    @Override
    public void fillPath(int rule) throws IOException {
        path(false, true, rule);
    }

    @Override
    public void fillAndStrokePath(int rule) throws IOException {
        path(true, true, rule);
    }

    private void path(boolean stroke, boolean fill, int rule) throws IOException {
        endLine();
        double scale = getGraphicsState().getCurrentTransformationMatrix().getScalingFactorX() / MILLIMETRE;
        String width = numbers(getGraphicsState().getLineWidth() * scale);
        String winding = rule == PathIterator.WIND_EVEN_ODD ? "Even-Odd" : "NonZero";
        begin("ofd:PathObject", box(), "LineWidth", width, "Stroke", stroke, "Fill", fill, "Rule", winding);
        if (stroke) {
            xml.empty("ofd:StrokeColor", "Value", colour(getGraphicsState().getStrokingColor()));
        }
        if (fill) {
            xml.empty("ofd:FillColor", "Value", colour(getGraphicsState().getNonStrokingColor()));
        }
        xml.begin("ofd:AbbreviatedData").text(data()).end().end();
        path.reset();
    }

    private String data() {
        StringBuilder data = new StringBuilder();
        double[] points = new double[6];
        for (PathIterator at = path.getPathIterator(toMillimetres); !at.isDone(); at.next()) {
            switch (at.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> data.append("M ").append(numbers(points[0], points[1]));
                case PathIterator.SEG_LINETO -> data.append("L ").append(numbers(points[0], points[1]));
                case PathIterator.SEG_CUBICTO -> data.append("B ").append(numbers(points));
                default -> data.append('C');
            }
            data.append(' ');
        }
        return data.toString().strip();
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        endLine();
        AffineTransform place =
                getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
        place.preConcatenate(toMillimetres);
        // A picture is drawn into the unit square, upwards in a PDF and downwards in OFD.
        place.translate(0, 1);
        place.scale(1, -1);
        double[] matrix = new double[6];
        place.getMatrix(matrix);
        int picture = document.picture(image.getImage());
        begin("ofd:ImageObject", box(), "CTM", numbers(matrix), "ResourceID", picture)
                .end();
    }

    private Xml begin(String name, String box, Object... attributes) {
        List<Object> all = new ArrayList<>(List.of("ID", document.nextId(), "Boundary", box));
        all.addAll(List.of(attributes));
        return xml.begin(name, all.toArray());
    }

    @Override
    public void shadingFill(COSName name) throws IOException {
        throw new IOException("渐变色写不进 OFD");
    }

    private static String colour(PDColor colour) throws IOException {
        if (colour.isPattern()) {
            throw new IOException("图案和渐变色写不进 OFD");
        }
        int rgb = colour.toRGB();
        return (rgb >> 16 & 255) + " " + (rgb >> 8 & 255) + " " + (rgb & 255);
    }

    /** Numbers to a thousandth, separated by blanks. */
    private static String numbers(double... all) {
        return DoubleStream.of(all)
                .mapToObj(number -> BigDecimal.valueOf(number)
                        .setScale(3, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString())
                .collect(Collectors.joining(" "));
    }
}
