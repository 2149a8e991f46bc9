package org.gongkai.write.document;

import java.util.List;
import java.util.Map;

/**
 * A document of another program, in reading order and independent of its format.
 *
 * @param header what the document itself states in a header of its own, by name; empty for office documents. Values
 *     are texts, lists of texts or maps of texts
 * @param blocks its content in reading order, each number and bullet as a reader of the original sees it
 * @param footnotes its notes, in the order of the references to them
 * @param pictures the pictures that blocks and runs refer to by name
 * @param remarks what was left out, changed or could not be read
 */
public record ImportedDocument(
        Map<String, Object> header,
        List<Block> blocks,
        List<List<Run>> footnotes,
        List<Picture> pictures,
        List<Remark> remarks) {

    public ImportedDocument {
        blocks = List.copyOf(blocks);
        footnotes = footnotes.stream().map(List::copyOf).toList();
        pictures = List.copyOf(pictures);
        remarks = List.copyOf(remarks);
    }

    /**
     * A picture of an imported document.
     *
     * @param name a file name with ASCII letters, unique in its document, with an ending that matches its type
     * @param original the address that the writer typed; empty for a picture within the document
     * @param bytes the file, not yet cleaned of metadata
     */
    public record Picture(String name, String original, byte[] bytes) {}
}
