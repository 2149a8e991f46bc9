package org.gongkai.publish.print;

import java.util.List;
import java.util.Optional;

/** What is to be printed. */
public sealed interface PrintRequest {

    /**
     * Some pages, one after the other, each with its own sheet numbers.
     *
     * @param typed addresses of pages, and sources of entries
     * @param asPages whether entries are printed as a reader's browser prints their pages, with their address and its QR
     *     code; otherwise as papers to be signed
     */
    record Pages(List<String> typed, boolean asPages) implements PrintRequest {
        public Pages {
            typed = List.copyOf(typed);
        }
    }

    /**
     * All entries of a year as one volume with a table of contents.
     *
     * @param column the name of the column; empty for all
     */
    record Volume(int year, Optional<String> column) implements PrintRequest {}
}
