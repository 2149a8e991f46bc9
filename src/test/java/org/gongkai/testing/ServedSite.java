package org.gongkai.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.preview.Preview;

/** A server of the program, in a process of its own or in that of the tests. */
public final class ServedSite implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final AutoCloseable server;
    private final String line;
    private final BufferedReader out;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private ServedSite(AutoCloseable server, String line, BufferedReader out) {
        this.server = server;
        this.out = out;
        this.line = line;
    }

    /** Serves a site in the process of the tests, which has all classes loaded already. */
    public static ServedSite of(BuildRequest request) {
        try {
            Preview preview = Preview.start(
                    request, OptionalInt.empty(), "1.0", Clock.systemUTC(), SiteFolder.SHARED, state -> {});
            return new ServedSite(preview, preview.address().toString(), new BufferedReader(Reader.nullReader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a command and waits until it says its address.
     *
     * @param temporary folder for the temporary files of the program
     */
    public static ServedSite start(Path temporary, String... args) {
        List<String> command = new ArrayList<>(Program.command());
        command.addAll(List.of(args));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).directory(temporary.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
            Process process = builder.start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.contains("http://")) {
                    return new ServedSite(() -> end(process), line, out);
                }
            }
            throw new AssertionError("the server ended with status " + process.waitFor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What it printed. */
    public String line() {
        return line;
    }

    /** Reads what it prints up to a line with a text; returns that line. */
    public String printed(String text) throws IOException {
        String printed = out.readLine();
        while (printed != null && !printed.contains(text)) {
            printed = out.readLine();
        }
        return printed;
    }

    /** An address of it. */
    public URI at(String path) {
        return URI.create(line.replaceFirst(".*(http://[^ ]*/).*", "$1") + path);
    }

    /** The body of an address. */
    public String get(String path) {
        return send(path).body();
    }

    /** The status of an address. */
    public int status(String path) {
        return send(path).statusCode();
    }

    /** Asks again and again until the body of an address is as expected. */
    public String await(String path, Predicate<String> expected) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        String body = get(path);
        while (!expected.test(body)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(path + " is still\n" + body);
            }
            body = get(path);
        }
        return body;
    }

    private HttpResponse<String> send(String path) {
        try {
            return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Ends a process as the keyboard does, and waits for its end. */
    private static void end(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
