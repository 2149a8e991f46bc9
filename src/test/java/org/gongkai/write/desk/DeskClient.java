package org.gongkai.write.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.gongkai.history.git.work.engine.GitEnvironment;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.write.document.text.PlainTextReader;
import org.gongkai.write.document.word.WordReader;

/** A desk on a folder, and a program that asks it as its pages do. Its today is 1 June 2024. */
final class DeskClient implements AutoCloseable {

    /** The window of a page. */
    static final String WINDOW = "0123456789abcdef";

    private static final Clock TODAY = Clock.fixed(Instant.parse("2024-06-01T04:00:00Z"), ZoneOffset.UTC);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Desk desk;
    private final String base;
    private final String token;

    DeskClient(Path root) {
        try {
            this.desk = Desk.open(
                    root,
                    OptionalInt.of(0),
                    "1.0",
                    List.of(new WordReader(), new PlainTextReader()),
                    GitEnvironment.of(Map.of(
                            "PATH",
                            System.getenv("PATH"),
                            "GIT_CONFIG_GLOBAL",
                            "/dev/null",
                            "GIT_CONFIG_NOSYSTEM",
                            "1")),
                    TODAY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.base = desk.address().replaceFirst("\\?.*", "");
        this.token = desk.address().replaceFirst(".*=", "");
    }

    /** What came back. */
    record Answer(int status, String text) {

        JsonObject json() {
            return Json.object(text).orElseThrow(() -> new AssertionError(status + " " + text));
        }

        @Override
        public String toString() {
            return status + " " + text.strip();
        }
    }

    int port() {
        return URI.create(base).getPort();
    }

    String token() {
        return token;
    }

    /** Asks with the token; parameters are names and values in turn. */
    Answer get(String path, String... parameters) {
        return send(request(path, parameters).GET());
    }

    /** Sends an object; its fields are names and values in turn. */
    Answer post(String path, Object... fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            body.put((String) fields[i], fields[i + 1]);
        }
        return send(request(path).POST(BodyPublishers.ofString(Json.of(body))));
    }

    /** Sends a file. */
    Answer upload(String path, BodyPublisher file, String... parameters) {
        return send(request(path, parameters).POST(file));
    }

    private HttpRequest.Builder request(String path, String... parameters) {
        StringBuilder address = new StringBuilder(base + path);
        for (int i = 0; i < parameters.length; i += 2) {
            address.append(i == 0 ? '?' : '&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return HttpRequest.newBuilder(URI.create(address.toString())).header("X-Gongkai-Token", token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            desk.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
