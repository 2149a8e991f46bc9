package org.gongkai.input.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * The result of decoding bytes up to the first malformed one.
 *
 * @param text the text before the first malformed byte
 * @param whole whether all bytes are valid
 */
record StrictDecoder(String text, boolean whole) {

    static StrictDecoder of(byte[] bytes, int start, Charset charset) {
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length - start);
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        return new StrictDecoder(out.flip().toString(), !result.isError());
    }

    /** The line, from 1, of the first malformed byte. */
    int line() {
        return 1 + (int) text.chars().filter(c -> c == '\n').count();
    }

    /** The column, from 1, of the first malformed byte. */
    int column() {
        return text.length() - text.lastIndexOf('\n');
    }
}
