package org.gongkai.preview.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request.
 *
 * @param path the decoded path, beginning with {@code /}, without {@code .}, {@code ..} or empty segments
 * @param body what comes after the head; empty if the route takes none
 */
public record Request(HttpExchange exchange, String path, InputStream body) {

    public String method() {
        return exchange.getRequestMethod();
    }

    /** The first value of a parameter of the address. */
    public Optional<String> parameter(String name) {
        return named(exchange.getRequestURI().getRawQuery(), "&", name)
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    Optional<String> cookie(String name) {
        return named(header("Cookie").orElse(null), ";\\s*", name);
    }

    /** The first value of a name in a list of names and values; empty if there is no list. */
    private static Optional<String> named(String list, String separator, String name) {
        return Stream.ofNullable(list)
                .flatMap(all -> Arrays.stream(all.split(separator)))
                .filter(one -> (one + "=").startsWith(name + "="))
                .map(one -> one.substring(Math.min(one.length(), name.length() + 1)))
                .findFirst();
    }

    boolean hasBody() {
        return length() > 0 || header("Transfer-Encoding").isPresent();
    }

    /** The length of the body as the head states it; 0 if it does not. */
    long length() {
        return header("Content-Length").map(Long::valueOf).orElse(0L);
    }

    /**
     * Reads the body as text in UTF-8.
     *
     * @throws HttpFailure if it is larger than the route allows
     * @throws IOException if the connection fails
     */
    public String text() throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    /**
     * Writes the body into a new file, without holding it in memory. If that fails, the file is deleted.
     *
     * @param folder an existing folder of the caller
     * @return the file, which the caller deletes
     * @throws HttpFailure if the body is larger than the route allows
     * @throws IOException if the connection or the disk fails
     */
    public Path save(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "upload-", "");
        boolean complete = false;
        try {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            complete = true;
        } finally {
            if (!complete) {
                Files.deleteIfExists(file);
            }
        }
        return file;
    }

    /**
     * The decoded path of a request, beginning with {@code /}; empty if it is not a plain absolute path: segments
     * {@code .} and {@code ..}, empty segments, backslashes, encoded slashes, control characters and bytes that are not
     * UTF-8 are refused.
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
        return utf8(bytes.toByteArray()).filter(Request::hasPlainSegments);
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
