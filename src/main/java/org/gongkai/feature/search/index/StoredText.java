package org.gongkai.feature.search.index;

/**
 * Where the texts of a document are stored, the packed one followed by the folded one.
 *
 * @param file name of the file
 * @param offset index of the first byte
 * @param packedLength length of the packed text, in units
 * @param foldedLength length of the folded text, in units
 * @param titleEnd see {@link FoldedDocument}
 * @param headings see {@link FoldedDocument}
 * @param checksum CRC-32C of the bytes
 */
public record StoredText(
        String file, long offset, int packedLength, int foldedLength, int titleEnd, int[] headings, long checksum) {

    int bytes() {
        return (packedLength + foldedLength) * Character.BYTES;
    }
}
