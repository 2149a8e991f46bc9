package org.gongkai.preview.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes the path of a request. Only paths that can be read in one way are accepted. */
final class RequestPath {

    private RequestPath() {}

    /**
     * The decoded path, beginning with {@code /}; empty if it is not a plain absolute path: segments {@code .} and
     * {@code ..}, empty segments, backslashes, encoded slashes, control characters and bytes that are not UTF-8 are
     * refused.
     *
     * @param raw the path as sent, without a query
     */
    static Optional<String> decode(String raw) {
        if (!raw.startsWith("/")) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            int value = c;
            if (c == '%') {
                if (i + 2 >= raw.length()) {
                    return Optional.empty();
                }
                int high = Character.digit(raw.charAt(i + 1), 16);
                int low = Character.digit(raw.charAt(i + 2), 16);
                value = high < 0 || low < 0 ? -1 : high * 16 + low;
                i += 2;
                if (value == '/') {
                    return Optional.empty();
                }
            }
            boolean plain = value >= 0x20 && value != 0x7F && value != '\\' && c < 0x7F;
            if (!plain) {
                return Optional.empty();
            }
            bytes.write(value);
        }
        return utf8(bytes.toByteArray()).filter(RequestPath::hasPlainSegments);
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean hasPlainSegments(String path) {
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].isEmpty() && !last || segments[i].equals(".") || segments[i].equals("..")) {
                return false;
            }
        }
        return true;
    }
}
