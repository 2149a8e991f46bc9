package org.gongkai.preview.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request.
 *
 * @param path the decoded path, beginning with {@code /}, without {@code .}, {@code ..} or empty segments
 * @param body what comes after the head; empty if the route takes none
 */
public record Request(HttpExchange exchange, String path, InputStream body) {

    /** Stands in decoded addresses for bytes that are no characters. */
    private static final char NOT_UTF_8 = '\uFFFD';

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
     * The decoded path of an address, beginning with {@code /}; empty if it is not a plain absolute path: segments
     * {@code .} and {@code ..}, empty segments, backslashes, encoded slashes, control characters and bytes that are not
     * UTF-8 are refused.
     */
    static Optional<String> path(URI address) {
        String raw = Objects.toString(address.getRawPath(), "");
        boolean isElsewhere = address.isAbsolute() || address.getRawAuthority() != null || !raw.startsWith("/");
        if (isElsewhere
                || raw.toUpperCase(Locale.ROOT).contains("%2F")
                || raw.chars().anyMatch(c -> c >= 0x7F)) {
            return Optional.empty();
        }
        String path = address.getPath();
        String closed = path + "/";
        boolean isPlain = !path.contains("//")
                && !closed.contains("/./")
                && !closed.contains("/../")
                && path.chars().noneMatch(c -> c < 0x20 || c == 0x7F || c == '\\' || c == NOT_UTF_8);
        return isPlain ? Optional.of(path) : Optional.empty();
    }
}
