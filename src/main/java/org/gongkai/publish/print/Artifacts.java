package org.gongkai.publish.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Marks what belongs to no element of a page, such as lines, backgrounds and numbers of sheets, as artifacts, so that screen
 * readers pass over it. PDF/UA (ISO 14289-1, 7.1) wants it; browsers tag the rest.
 */
final class Artifacts {

    private static final Set<String> PATH = Set.of(
            OperatorName.MOVE_TO,
            OperatorName.LINE_TO,
            OperatorName.CURVE_TO,
            OperatorName.CURVE_TO_REPLICATE_INITIAL_POINT,
            OperatorName.CURVE_TO_REPLICATE_FINAL_POINT,
            OperatorName.APPEND_RECT,
            OperatorName.CLOSE_PATH,
            OperatorName.CLIP_NON_ZERO,
            OperatorName.CLIP_EVEN_ODD);

    private static final Set<String> SHOWING = Set.of(
            OperatorName.SHOW_TEXT,
            OperatorName.SHOW_TEXT_ADJUSTED,
            OperatorName.SHOW_TEXT_LINE,
            OperatorName.SHOW_TEXT_LINE_AND_SPACE,
            OperatorName.DRAW_OBJECT,
            OperatorName.SHADING_FILL,
            OperatorName.BEGIN_INLINE_IMAGE);

    private final List<Object> marked = new ArrayList<>();
    private int depth;
    private boolean inPath;

    private Artifacts() {}

    static void mark(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            Artifacts artifacts = new Artifacts();
            artifacts.mark(new PDFStreamParser(page).parse());
            PDStream content = new PDStream(document);
            try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                new ContentStreamWriter(out).writeTokens(artifacts.marked);
            }
            page.setContents(content);
        }
    }

    private void mark(List<Object> tokens) {
        List<Object> operation = new ArrayList<>();
        for (Object token : tokens) {
            operation.add(token);
            if (token instanceof Operator operator) {
                add(operation, operator.getName());
                operation.clear();
            }
        }
    }

    private void add(List<Object> operation, String name) {
        boolean isPath = PATH.contains(name);
        if (depth == 0 && !inPath && (isPath || SHOWING.contains(name))) {
            marked.add(COSName.ARTIFACT);
            marked.add(Operator.getOperator(OperatorName.BEGIN_MARKED_CONTENT));
        }
        marked.addAll(operation);
        if (depth == 0 && !isPath && (inPath || SHOWING.contains(name))) {
            marked.add(Operator.getOperator(OperatorName.END_MARKED_CONTENT));
        }
        inPath = isPath;
        switch (name) {
            case OperatorName.BEGIN_MARKED_CONTENT, OperatorName.BEGIN_MARKED_CONTENT_SEQ -> depth++;
            case OperatorName.END_MARKED_CONTENT -> depth--;
            default -> {}
        }
    }
}
