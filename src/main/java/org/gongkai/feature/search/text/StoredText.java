package org.gongkai.feature.search.text;

import java.util.Arrays;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheWriter;

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

    public static StoredText read(CacheReader in) {
        return new StoredText(
                in.text(),
                in.number(),
                in.integer(),
                in.integer(),
                in.integer(),
                in.all(in::integer).stream().mapToInt(Integer::intValue).toArray(),
                in.number());
    }

    public void write(CacheWriter out) {
        out.text(file).number(offset).number(packedLength).number(foldedLength).number(titleEnd);
        out.all(Arrays.stream(headings).boxed().toList(), border -> out.number(border))
                .number(checksum);
    }

    int bytes() {
        return (packedLength + foldedLength) * Character.BYTES;
    }
}
