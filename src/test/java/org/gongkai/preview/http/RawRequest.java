package org.gongkai.preview.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request whose lines are sent as they are: the HTTP client of the JDK refuses to send what an attacker would. */
final class RawRequest {

    /** After which a test that gets no answer fails instead of waiting for ever. */
    static final int PATIENCE_MILLIS = 120_000;

    private final int port;
    private final List<String> lines = new ArrayList<>();
    private String body = "";

    private RawRequest(int port, String line) {
        this.port = port;
        lines.add(line + " HTTP/1.1");
    }

    /** A request with nothing but a first line. */
    static RawRequest bare(int port, String line) {
        return new RawRequest(port, line);
    }

    /** A request to the address that the server announced. */
    static RawRequest to(int port, String line) {
        return bare(port, line).with("Host", "127.0.0.1:" + port);
    }

    RawRequest with(String header, String value) {
        lines.add(header + ": " + value);
        return this;
    }

    RawRequest body(String text) {
        body = text;
        return with("Content-Length", String.valueOf(text.getBytes(StandardCharsets.UTF_8).length));
    }

    /** The whole answer. */
    String send() throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String head = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The status and the body of the answer, such as {@code 200 text}. */
    String answer() throws IOException {
        String whole = send();
        return whole.split(" ", 3)[1] + " "
                + whole.substring(whole.indexOf("\r\n\r\n") + 4).strip();
    }
}
