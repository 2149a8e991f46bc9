package org.gongkai.cache;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Writes numbers and texts as few bytes; {@link RecordReader} reads them in the same order. */
final class RecordWriter {

    private final Map<String, Integer> texts = new HashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    /** Adds an integer in a variable-length encoding; values near zero take one byte. */
    RecordWriter number(long number) {
        long left = number << 1 ^ number >> 63;
        while ((left & ~0x7FL) != 0) {
            bytes.write((int) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        bytes.write((int) left);
        return this;
    }

    /**
     * Adds a text: the first time itself, after twice its length negated, and from then on its number from 1. Unpaired
     * surrogates, as left by YAML escapes and truncated messages, have no UTF-8; an odd length announces a text with
     * such.
     */
    RecordWriter text(String text) {
        Integer before = texts.putIfAbsent(text, texts.size() + 1);
        if (before != null) {
            return number(before);
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        if (!text.equals(new String(encoded, StandardCharsets.UTF_8))) {
            number(-2L * text.length() - 1);
            text.chars().forEach(this::number);
            return this;
        }
        return number(-2L * encoded.length).raw(encoded, 0, encoded.length);
    }

    /** Adds the bytes of a heap buffer. */
    RecordWriter slice(ByteBuffer buffer) {
        return number(buffer.remaining())
                .raw(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
    }

    private RecordWriter raw(byte[] from, int offset, int count) {
        bytes.write(from, offset, count);
        return this;
    }

    /** Everything added so far. */
    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
