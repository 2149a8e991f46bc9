package org.gongkai.feature.search.index;

import java.util.List;
import org.gongkai.feature.search.pack.BitReader;
import org.gongkai.io.JsonObject;

/**
 * Unpacks what {@link TextPacker} packed with the vocabulary of an index, which may be that of another version of the
 * program.
 */
public record TextUnpacker(List<String> pieces, List<Integer> counts, int escape, int copy) {

    /** @param vocabulary what the file of the vocabulary hands on */
    public TextUnpacker(JsonObject vocabulary) {
        this(
                List.of(vocabulary.text("pieces").split(Vocabulary.SEPARATOR, -1)),
                vocabulary.numbers("counts"),
                (int) vocabulary.number("escape"),
                (int) vocabulary.number("copy"));
    }

    public String unpack(String packed) {
        BitReader in = new BitReader(packed);
        int length = in.gamma();
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int piece = piece(in);
            if (piece == escape) {
                text.append((char) in.bits(Character.SIZE));
            } else if (piece == copy) {
                int from = text.length() - 1 - in.golomb(TextPacker.DISTANCE_BITS);
                int count = TextPacker.MIN_COPY + in.golomb(TextPacker.LENGTH_BITS);
                for (int i = 0; i < count; i++) {
                    text.append(text.charAt(from + i));
                }
            } else {
                text.append(pieces.get(piece));
            }
        }
        return text.toString();
    }

    /**
     * Reads a canonical code: codes of a length are consecutive numbers, which begin after those of the shorter ones.
     */
    private int piece(BitReader in) {
        int code = 0;
        int first = 0;
        int index = 0;
        for (int count : counts) {
            code = code << 1 | in.bits(1);
            first <<= 1;
            if (code - first < count) {
                return index + code - first;
            }
            index += count;
            first += count;
        }
        throw new IllegalArgumentException("not packed with this vocabulary");
    }
}
