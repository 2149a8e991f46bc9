package org.gongkai.preview.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Deque;
import java.util.Optional;

/**
 * A request.
 *
 * @param path the decoded path, beginning with {@code /}, without {@code .}, {@code ..} or empty segments
 * @param body what comes after the head; empty if the route takes none
 */
public record Request(HttpServerExchange exchange, String path, InputStream body) {

    public String method() {
        return exchange.getRequestMethod().toString();
    }

    /** The first value of a parameter of the address. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(exchange.getQueryParameters().get(name)).map(Deque::peekFirst);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    Optional<String> cookie(String name) {
        return Optional.ofNullable(exchange.getRequestCookie(name)).map(Cookie::getValue);
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
}
