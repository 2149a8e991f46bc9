package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Asks a web server of this machine for what it was told to serve. */
final class Visitor {

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final int port;
    private final String server;

    /**
     * @param server what the server calls itself; no version
     */
    Visitor(int port, String server) {
        this.port = port;
        this.server = server;
    }

    HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** The path of a file as it stands in an address. */
    static String uri(String path) throws URISyntaxException {
        return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
    }

    /** Every file has its bytes, its type and the headers that protect. */
    void getsEverything(BuiltSite site) throws Exception {
        List<String> files = List.copyOf(site.files());
        for (String file : files) {
            HttpResponse<byte[]> answer = get(uri(file));
            if (!file.equals("404.html")) {
                assertThat(answer.statusCode()).as(file).isEqualTo(200);
            }
            assertThat(answer.body()).as(file).isEqualTo(site.bytes(file));
            assertThat(answer.headers().firstValue("content-encoding")).as(file).isEmpty();
            assertProtected(answer, file);
            String type = answer.headers().firstValue("content-type").orElse("");
            assertThat(type).as(file).isNotEmpty().isNotEqualTo("application/octet-stream");
            if (file.matches(".*\\.(html|css|js|xml|json)")) {
                assertThat(type).as(file).endsWith("; charset=utf-8");
            }
            assertThat(answer.headers().allValues("cache-control"))
                    .as(file)
                    .containsExactly(
                            file.startsWith("assets/")
                                    ? "public, max-age=86400"
                                    : file.matches(".*\\.(png|jpg|svg)") ? "public, max-age=600" : "no-cache");
        }
        assertThat(get("feed.xml").headers().firstValue("content-type"))
                .hasValue("application/atom+xml; charset=utf-8");
    }

    /** Links of a page that is asked for without its last stroke would lead elsewhere. */
    void isLedToTheFolder(String folder) throws Exception {
        HttpResponse<byte[]> answer = get(folder);
        assertThat(answer.statusCode()).isEqualTo(301);
        URI asked = URI.create("http://127.0.0.1:" + port + "/" + folder);
        assertThat(asked.resolve(answer.headers().firstValue("location").orElseThrow()))
                .isEqualTo(URI.create(asked + "/"));
        assertProtected(answer, folder);
        assertThat(get(folder + "/").statusCode()).isEqualTo(200);
    }

    void isRefusedWhatIsNotThere(BuiltSite site) throws Exception {
        for (String path :
                List.of("no/such.html", "..%2f..%2frecords.jsonl", ".lock", "%2e%2e/records.jsonl", "a%00b")) {
            HttpResponse<byte[]> answer = get(path);
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            assertProtected(answer, path);
        }
        assertThat(get("no/such.html").body()).isEqualTo(site.bytes("404.html"));
        HttpResponse<byte[]> packed = get("no/such.html", "Accept-Encoding", "gzip");
        assertThat(packed.statusCode()).isEqualTo(404);
        assertProtected(packed, "no/such.html");
        HttpRequest post = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/index.html"))
                .POST(BodyPublishers.ofString("x"))
                .build();
        assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    void compressesAndRemembers() throws Exception {
        HttpResponse<byte[]> home = get("", "Accept-Encoding", "gzip");
        assertThat(home.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(get("", "Accept-Encoding", "gzip;q=0").headers().firstValue("content-encoding"))
                .isEmpty();
        for (String encoding : List.of("identity", "gzip")) {
            String tag = get("index.html", "Accept-Encoding", encoding)
                    .headers()
                    .firstValue("etag")
                    .orElseThrow();
            assertThat(get("index.html", "Accept-Encoding", encoding, "If-None-Match", tag)
                            .statusCode())
                    .as(encoding)
                    .isEqualTo(304);
        }
    }

    private void assertProtected(HttpResponse<?> answer, String path) {
        assertThat(answer.headers().firstValue("server")).as(path).hasValue(server);
        if (answer.statusCode() == 400) {
            return; // The server itself answers what is no address.
        }
        assertThat(answer.headers().allValues("content-security-policy"))
                .as(path)
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .startsWith("default-src 'none'; ")
                        .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                        .doesNotContain("unsafe", "*", "data:", "http"));
        assertThat(answer.headers().allValues("x-content-type-options"))
                .as(path)
                .containsExactly("nosniff");
        assertThat(answer.headers().allValues("x-frame-options")).as(path).containsExactly("DENY");
        assertThat(answer.headers().allValues("referrer-policy")).as(path).containsExactly("same-origin");
    }
}
