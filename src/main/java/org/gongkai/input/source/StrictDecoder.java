package org.gongkai.input.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Bytes read by one table without forgiving anything.
 *
 * @param text what could be read before the first bad byte
 * @param whole whether that is everything
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

    /** Line, from 1, of the first bad byte. */
    int line() {
        return 1 + (int) text.chars().filter(c -> c == '\n').count();
    }

    /** Its column, from 1. */
    int column() {
        return text.length() - text.lastIndexOf('\n');
    }
}
