package org.gongkai.write.desk;

import java.io.Closeable;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.gongkai.history.git.work.GitEnvironment;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.testing.RunningDesk;
import org.gongkai.testing.SiteFolder;

/** A desk on a folder, and a program that asks it as its pages do. Its today is 1 June 2024. */
public final class DeskClient implements AutoCloseable {

    /** The window of a page. */
    static final String WINDOW = "0123456789abcdef";

    private static final Clock TODAY = Clock.fixed(Instant.parse("2024-06-01T04:00:00Z"), ZoneOffset.UTC);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Closeable desk;
    private final String base;
    private final String token;

    DeskClient(Path root) {
        this(root, System.getenv("PATH"));
    }

    /** @param path where git is looked for */
    DeskClient(Path root, String path) {
        this(open(root, path, TODAY));
    }

    DeskClient(Desk desk) {
        this(desk::close, desk.address());
    }

    /** Asks a desk in a process of its own. */
    public DeskClient(RunningDesk desk) {
        this(desk::close, desk.address().toString());
    }

    private DeskClient(Closeable desk, String address) {
        this.desk = desk;
        this.base = address.replaceFirst("\\?.*", "");
        this.token = address.replaceFirst(".*=", "");
    }

    /** Opens a desk in the process of the tests, which starts at once. */
    public static Desk open(Path root, String path, Clock clock) {
        return open(BuildRequest.of(root), path, clock);
    }

    static Desk open(BuildRequest request) {
        return open(request, System.getenv("PATH"), TODAY);
    }

    private static Desk open(BuildRequest request, String path, Clock clock) {
        try {
            return Desk.open(
                    request,
                    OptionalInt.of(0),
                    "1.0",
                    environment(path),
                    clock,
                    SiteFolder.SHARED,
                    SiteFolder.manual());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without settings of the machine. */
    static GitEnvironment environment(String path) {
        return GitEnvironment.of(Map.of("PATH", path, "GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1"));
    }

    /** What came back. */
    public record Answer(int status, String text) {

        public JsonObject json() {
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
    public Answer get(String path, String... parameters) {
        return send(request(path, parameters).GET());
    }

    /** Sends an object; its fields are names and values in turn. */
    public Answer post(String path, Object... fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            body.put((String) fields[i], fields[i + 1]);
        }
        return send(request(path).POST(BodyPublishers.ofString(Json.of(body))));
    }

    /** Sends the text of an entry as a window does; further fields are names and values in turn. */
    Answer postText(String address, String path, String base, String header, String body, Object... more) {
        List<Object> fields =
                new ArrayList<>(List.of("path", path, "window", WINDOW, "base", base, "header", header, "body", body));
        fields.addAll(List.of(more));
        return post(address, fields.toArray());
    }

    /** Sends a file. */
    public Answer upload(String path, BodyPublisher file, String... parameters) {
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
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
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
