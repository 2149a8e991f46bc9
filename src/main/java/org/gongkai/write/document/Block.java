package org.gongkai.write.document;

import java.util.List;

/** A block of an imported document. */
public sealed interface Block {

    /** How a paragraph is aligned. */
    enum Alignment {
        LEFT,
        CENTER,
        RIGHT
    }

    /**
     * A heading.
     *
     * @param level 0 for the title of the document, then 1 to 6
     * @param text its text, including its number as a reader of the original sees it
     */
    record Heading(int level, List<Run> text) implements Block {}

    /**
     * A paragraph.
     *
     * @param text its text, including its number as a reader of the original sees it; without bullets
     * @param alignment how it is aligned
     * @param bullet depth of the list whose bullet it has, from 1; 0 for any other paragraph
     */
    record Paragraph(List<Run> text, Alignment alignment, int bullet) implements Block {}

    /**
     * A table.
     *
     * @param rows its rows; a cell that spans several rows stands in the first one only
     * @param headRows number of rows that are repeated on each page, or that are otherwise known to be its head
     */
    record Table(List<List<Cell>> rows, int headRows) implements Block {
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A cell of a table.
     *
     * @param content its blocks
     * @param column its first column, from 0
     * @param columns number of columns that it spans
     * @param rows number of rows that it spans
     */
    record Cell(List<Block> content, int column, int columns, int rows) {}

    /** Text whose line breaks and blanks matter, such as the code of a program; copied as it is. */
    record Verbatim(String text) implements Block {}

    /**
     * The body of an entry of another generator, which is in Markdown already and is kept as it is.
     *
     * @param text the markup; the name of one of {@link ImportedDocument#pictures} after {@link #PICTURE} stands for
     * its address
     */
    record Markup(String text) implements Block {
        /** Begins the address of a picture. */
        public static final String PICTURE = "gongkai-picture:";
    }

    /** A page break or a line that separates parts. */
    record Break() implements Block {}
}
