package org.gongkai.input.attachment;

import javax.xml.stream.XMLStreamReader;
import org.gongkai.input.attachment.TextPiece.Nature;

/** Reads the comments on the cells of a worksheet, both legacy comments and threaded ones. */
final class CellComments implements SafeXml.Handler {

    private final TextPieces pieces;
    private final String where;
    private final StringBuilder text = new StringBuilder();
    private String cell = "";
    private boolean reading;

    CellComments(TextPieces pieces, String where) {
        this.pieces = pieces;
        this.where = where;
    }

    @Override
    public void start(String name, XMLStreamReader at) {
        if (name.equals("comment") || name.equals("threadedComment")) {
            cell = SafeXml.attribute(at, "ref");
            text.setLength(0);
        }
        // Threaded comments contain text directly, legacy ones in a child element t.
        reading = name.equals("t") || name.equals("text");
    }

    @Override
    public void end(String name) {
        reading = false;
        if (name.equals("comment") || name.equals("threadedComment")) {
            pieces.add(
                    Nature.COMMENT,
                    where + "的批注",
                    SheetCells.row(cell),
                    SheetCells.column(cell, 1),
                    0,
                    text.toString());
        }
    }

    @Override
    public void text(String more) {
        if (reading) {
            text.append(more);
        }
    }
}
