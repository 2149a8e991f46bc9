package org.gongkai.write.document.word.binary;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.ComplexFileTable;
import org.apache.poi.hwpf.model.FileInformationBlock;
import org.apache.poi.hwpf.model.PAPBinTable;
import org.apache.poi.hwpf.model.PAPX;
import org.apache.poi.hwpf.model.PropertyModifier;
import org.apache.poi.hwpf.model.TextPiece;
import org.apache.poi.hwpf.model.TextPieceTable;
import org.apache.poi.hwpf.sprm.SprmBuffer;

/**
 * Gives paragraphs the properties that are stored for their mark, as the format demands. The library merges those of
 * all parts of a paragraph instead, and loses the style of one that begins with a page break or lies in several pieces
 * of the file.
 */
final class ParagraphRepair {

    /** Ends what the library takes for a paragraph. */
    private static final char PAGE_BREAK = 12;

    /** Tenths of the paragraphs whose properties end where they do, unless the tables of the file are damaged. */
    private static final int USUALLY_KNOWN = 8;

    /** Length of the number of a style, with which stored properties begin. */
    private static final int STYLE = 2;

    private final NavigableMap<Integer, TextPiece> pieces = new TreeMap<>();
    private final Map<Integer, PAPX> stored = new HashMap<>();

    private ParagraphRepair(HWPFDocument document) throws IOException {
        FileInformationBlock places = document.getFileInformationBlock();
        // The document itself has joined its pieces to one.
        TextPieceTable table = new ComplexFileTable(
                        document.getMainStream(), document.getTableStream(), places.getFcClx(), 0)
                .getTextPieceTable();
        table.getTextPieces().forEach(piece -> pieces.put(piece.getEnd(), piece));
        PAPBinTable properties = new PAPBinTable(
                document.getMainStream(),
                document.getTableStream(),
                document.getDataStream(),
                places.getFcPlcfbtePapx(),
                places.getLcbPlcfbtePapx(),
                table);
        // A piece that begins with a paragraph has an empty range before it.
        properties.getParagraphs().stream()
                .filter(each -> each.getStart() < each.getEnd())
                .forEach(each -> stored.merge(each.getEnd(), each, ParagraphRepair::longer));
    }

    /** Repairs the paragraphs of a document that has just been read. */
    static void of(HWPFDocument document) throws IOException {
        ParagraphRepair repair = new ParagraphRepair(document);
        List<PAPX> paragraphs = document.getParagraphTable().getParagraphs();
        List<Integer> ends = paragraphs.stream()
                .map(PAPX::getEnd)
                .filter(end -> document.getText().charAt(end - 1) != PAGE_BREAK)
                .toList();
        long known = ends.stream().filter(repair.stored::containsKey).count();
        if (known * 10 >= ends.size() * USUALLY_KNOWN) {
            paragraphs.replaceAll(repair::repaired);
        }
    }

    private PAPX repaired(PAPX paragraph) {
        PAPX found = stored.get(paragraph.getEnd());
        return found == null || found.getGrpprl().length < STYLE || isChangedElsewhere(paragraph)
                ? paragraph
                : new PAPX(paragraph.getStart(), paragraph.getEnd(), new SprmBuffer(found.getGrpprl(), STYLE));
    }

    /** Whether a fast save stored further properties with the piece that contains the mark. */
    private boolean isChangedElsewhere(PAPX paragraph) {
        Map.Entry<Integer, TextPiece> piece = pieces.ceilingEntry(paragraph.getEnd());
        PropertyModifier more =
                piece == null ? null : piece.getValue().getPieceDescriptor().getPrm();
        return more != null && more.isComplex();
    }

    private static PAPX longer(PAPX one, PAPX other) {
        return other.getGrpprl().length > one.getGrpprl().length ? other : one;
    }
}
