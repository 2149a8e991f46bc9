package org.gongkai.preview.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.Promise;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets an answer from the server of the preview, and what it carries. */
@Tag("slow")
class LoopbackServerTest extends FolderFixture {

    private static final OptionalInt ANY = OptionalInt.of(0);
    private static final String TOKEN = "d1c8f0a4b7";
    private static final int PAUSE_MILLIS = 50;

    private final EventChannel events = new EventChannel();
    private final CountDownLatch begun = new CountDownLatch(1);

    @AutoClose
    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        server = LoopbackServer.start(LoopbackServer.bind(ANY), routes(), events());
    }

    private List<Route> routes() {
        return List.of(
                Route.get("/", request -> Response.html("<p>" + request.path() + "</p>")),
                Route.get("/broken", request -> {
                    throw new IOException("/secret/path");
                }),
                Route.get("/defect", request -> {
                    throw new IllegalStateException("secret");
                }),
                Route.get("/slow", request -> {
                    begun.countDown();
                    for (long end = System.nanoTime() + 200_000_000; System.nanoTime() < end; Thread.onSpinWait()) {}
                    return Response.html("" + Files.createFile(folder.resolve("late")));
                }),
                Route.post("/text", 16, request -> Response.text(200, "得到" + request.text())),
                Route.post("/file", 1024 * 1024, request -> {
                    Path saved = request.save(folder);
                    return Response.text(200, Files.size(saved) + " bytes");
                }));
    }

    private Map<String, EventChannel> events() {
        return Map.of("/events", events);
    }

    private RawRequest get(String target) {
        return RawRequest.to(server.port(), "GET " + target);
    }

    private RawRequest post(String target) {
        return RawRequest.to(server.port(), "POST " + target);
    }

    private String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    @Test
    void answersWithTheLongestRoute() throws IOException {
        assertThat(get("/%E9%80%9A%E7%9F%A5/1.html").answer()).isEqualTo("200 <p>/通知/1.html</p>");
        assertThat(get("/a?x=1").answer()).isEqualTo("200 <p>/a</p>");
        assertThat(RawRequest.to(server.port(), "HEAD /a").answer()).isEqualTo("200 ");
        assertThat(get("/text").answer()).isEqualTo("200 <p>/text</p>");
        assertThat(RawRequest.to(server.port(), "DELETE /text")
                        .with("Origin", origin())
                        .answer())
                .isEqualTo("405 这个地址不接受这种请求。");
    }

    @Test
    void saysWhatFailedWithoutDetails() throws IOException {
        assertThat(get("/broken").answer()).isEqualTo("500 读写文件时出错，请再试一次。");
        assertThat(get("/defect").answer()).isEqualTo("500 程序出错了，请把正在做的事告诉维护人员。");
    }

    @Test
    @Promise("it lets other sites embed or read nothing")
    @Promise("it forbids inline scripts")
    void forbidsInlineScriptsAndEmbeddingInEveryAnswer() throws IOException {
        for (RawRequest request : List.of(get("/"), get("/%2e%2e/"), get("/broken"))) {
            assertThat(request.send())
                    .contains("\r\nContent-security-policy: default-src 'none'; script-src 'self';")
                    .contains("\r\nX-content-type-options: nosniff\r\n")
                    .contains("\r\nCross-origin-resource-policy: same-origin\r\n");
        }
    }

    @ParameterizedTest
    @Promise("it gives out only what the previewed site")
    @ValueSource(
            strings = {
                "/../etc/passwd",
                "/a/../../b",
                "/%2e%2e/b",
                "/a/.%2E/b",
                "/a/%2e/b",
                "/a%2fb",
                "/a%5c..%5cb",
                "/a\\b",
                "/a//b",
                "//example.org/",
                "/a%00b",
                "/a%0d%0aSet-Cookie:x",
                "/%ff%fe",
                "/%c0%ae%c0%ae/",
                "/%zz",
                "/%2"
            })
    void refusesPathsThatAreNotPlain(String path) throws IOException {
        assertThat(get(path).answer()).startsWith("400");
    }

    @Test
    @Promise("it answers no other name")
    void refusesOtherHosts() throws IOException {
        int port = server.port();
        String refused = "421 只能用 http://127.0.0.1:" + port + "/ 这个地址打开。";

        for (String host : List.of("attacker.example:" + port, "127.0.0.1", "127.0.0.1:1", "localhost.:" + port)) {
            assertThat(RawRequest.bare(port, "GET /").with("Host", host).answer())
                    .isEqualTo(refused);
        }
        assertThat(RawRequest.bare(port, "GET http://attacker.example/")
                        .with("Host", "127.0.0.1:" + port)
                        .answer())
                .doesNotStartWith("200");
        assertThat(RawRequest.bare(port, "GET /")
                        .with("Host", "LocalHost:" + port)
                        .answer())
                .startsWith("200");
    }

    @Test
    @Promise("it lets other sites embed or read nothing")
    void otherSitesMayLinkHereButNotEmbedAnything() throws IOException {
        assertThat(get("/").with("Sec-Fetch-Site", "cross-site")
                        .with("Sec-Fetch-Mode", "no-cors")
                        .with("Sec-Fetch-Dest", "script")
                        .answer())
                .isEqualTo("403 其他网站的页面不能使用这里的内容。");
        assertThat(get("/").with("Sec-Fetch-Site", "same-site")
                        .with("Sec-Fetch-Mode", "navigate")
                        .with("Sec-Fetch-Dest", "iframe")
                        .answer())
                .startsWith("403");
        assertThat(get("/").with("Sec-Fetch-Site", "cross-site")
                        .with("Sec-Fetch-Mode", "navigate")
                        .with("Sec-Fetch-Dest", "document")
                        .answer())
                .startsWith("200");
    }

    @Test
    void onlyOwnPagesMayChangeAnything() throws IOException {
        assertThat(post("/text").with("Origin", origin()).body("开会").answer()).isEqualTo("200 得到开会");
        for (String other : List.of("http://attacker.example", "null", "http://127.0.0.1:1", "https://127.0.0.1")) {
            assertThat(post("/text").with("Origin", other).body("开会").answer()).isEqualTo("403 其他网站的页面不能在这里改动内容。");
        }
        assertThat(post("/text").body("开会").answer()).startsWith("403");
        assertThat(post("/text")
                        .with("Origin", origin())
                        .with("Sec-Fetch-Site", "cross-site")
                        .body("开会")
                        .answer())
                .startsWith("403");
    }

    @Test
    void limitsBodies() throws IOException {
        assertThat(post("/text").with("Origin", origin()).body("a".repeat(17)).answer())
                .isEqualTo("413 发送的内容太大，最多 16 字节。");
        assertThat(post("/file")
                        .with("Origin", origin())
                        .body("a".repeat(5_000))
                        .answer())
                .isEqualTo("200 5000 bytes");
        assertThat(post("/file")
                        .with("Origin", origin())
                        .body("a".repeat(20_000_000))
                        .answer())
                .isEqualTo("413 发送的内容太大，最多 1 MB。");
    }

    @Test
    void limitsBodiesOfUnknownLengthAndKeepsNothingOfThem() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        byte[] part = new byte[100_000];
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "file"))
                .header("Origin", origin())
                .POST(HttpRequest.BodyPublishers.ofByteArrays(Collections.nCopies(50, part)))
                .build();

        assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("发送的内容太大，最多 1 MB。\n");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    @Promise("The preview listens on 127.0.0.1 only")
    void isNotReachableFromOtherMachines() throws IOException {
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, server.port()).close())
                            .isInstanceOf(IOException.class);
                }
            }
        }
        new Socket(InetAddress.getByName("127.0.0.1"), server.port()).close();
    }

    private LoopbackServer guarded() throws IOException {
        return LoopbackServer.start(LoopbackServer.bind(ANY), RequestGuard.withToken(TOKEN), routes(), events());
    }

    @Test
    void severalRunAtATime() throws IOException {
        try (LoopbackServer one = LoopbackServer.start(LoopbackServer.bind(OptionalInt.empty()), routes(), events());
                LoopbackServer two =
                        LoopbackServer.start(LoopbackServer.bind(OptionalInt.empty()), routes(), events())) {
            assertThat(one.port()).isGreaterThanOrEqualTo(LoopbackServer.FIRST_PORT);
            assertThat(two.port()).isGreaterThan(one.port());
            assertThatThrownBy(() -> LoopbackServer.bind(OptionalInt.of(one.port())))
                    .isInstanceOf(BindException.class)
                    .hasMessage("端口 " + one.port() + " 已被占用");
        }
    }

    @Test
    void closingFreesThePortAndEndsWhatWasBegun() throws Exception {
        Thread asking = new Thread(() -> catchThrowable(() -> get("/slow").send()));
        asking.start();
        begun.await();

        server.close();

        assertThat(folder.resolve("late")).exists();
        assertThatThrownBy(() -> get("/").send()).isInstanceOf(ConnectException.class);
    }

    @Test
    void sendsEventsToOpenPages() throws Exception {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.port())) {
            socket.getOutputStream()
                    .write(("GET /events HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(lines.readLine()).isEqualTo("HTTP/1.1 200 OK");
            while (!lines.readLine().isEmpty()) {
                continue;
            }
            while (events.listeners() == 0) {
                Thread.onSpinWait();
            }

            events.send("changed", "通知/1.html");

            List<String> received = lines.lines()
                    .filter(line -> line.startsWith("event:") || line.startsWith("data:"))
                    .limit(2)
                    .toList();
            assertThat(received).containsExactlyInAnyOrder("event:changed", "data:通知/1.html");
        }
    }

    @Test
    @Promise("The desk is behind the same guard")
    @Promise("pages get it in the fragment of their address")
    void withATokenNobodyElseGetsAnAnswer() throws IOException {
        try (LoopbackServer desk = guarded()) {
            int port = desk.port();
            String refused = "403 请用启动时显示的完整地址打开，地址里有本次使用的口令。";

            assertThat(RawRequest.to(port, "GET /").answer()).isEqualTo(refused);
            assertThat(RawRequest.to(port, "GET /?token=d1c8f0a4b8").answer()).isEqualTo(refused);
            assertThat(RawRequest.to(port, "GET /events").answer()).isEqualTo(refused);
            RawRequest bookmark = RawRequest.to(port, "GET /").with("Sec-Fetch-Mode", "navigate");
            assertThat(bookmark.with("Sec-Fetch-Dest", "document").answer())
                    .startsWith("403 <!DOCTYPE html>")
                    .contains("这个网址过期了", "请开工作台的人把新的网址发给您");
            assertThat(RawRequest.to(port, "POST /text?token=" + TOKEN)
                            .with("Origin", "http://127.0.0.1:" + port)
                            .body("开会")
                            .answer())
                    .isEqualTo(refused);
            assertThat(RawRequest.to(port, "GET /a?token=" + TOKEN).send())
                    .startsWith("HTTP/1.1 303 ")
                    .contains("\r\nLocation: /a#token=" + TOKEN + "\r\n")
                    .containsPattern(
                            "\r\nSet-cookie: gongkai-" + port + "=[0-9a-f]{64}; Path=/; HttpOnly; SameSite=Strict\r\n");
            answersAPost(port);
        }
    }

    private static void answersAPost(int port) throws IOException {
        RawRequest post = RawRequest.to(port, "POST /text").with("X-Gongkai-Token", TOKEN);
        assertThat(post.body("开会").answer()).isEqualTo("200 得到开会");
    }

    @Test
    void aTokenDoesNotSendTheBrowserElsewhere() throws IOException {
        try (LoopbackServer desk = guarded()) {
            assertThat(RawRequest.to(desk.port(), "GET //example.org/?token=" + TOKEN)
                            .answer())
                    .startsWith("400");
        }
    }

    /** Requests of which the rest never comes: in the head, and in a body that nobody asked for. */
    private static List<String> halves(int port) {
        String head = " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n";
        return List.of(
                "GET / HTTP/1.1\r\nHost: 127",
                "POST /text" + head + "Content-Length: 9\r\n\r\nx",
                "POST /file" + head + "Transfer-Encoding: chunked\r\n\r\n9\r\nx",
                "GET /" + head + "Content-Length: 9\r\n\r\nx",
                "GET /" + head + "Transfer-Encoding: chunked\r\n\r\n9\r\nx");
    }

    @Test
    @Promise("Nothing reads a body before the guard")
    void whoSendsHalfARequestHoldsNobodyUp() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try (LoopbackServer desk = guarded()) {
            for (int port : List.of(server.port(), desk.port())) {
                for (String half : halves(port)) {
                    for (int i = 0; i < 40; i++) {
                        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
                        sockets.add(socket);
                        socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
                    }
                }
            }

            assertThat(get("/a").answer()).isEqualTo("200 <p>/a</p>");
            answersAPost(desk.port());
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    /** Requests of which the rest never comes, or a byte at a time, whether the guard accepts them or not. */
    @Test
    @Promise("A request must come within twenty seconds")
    @Promise("there are at most a thousand connections")
    void requestsThatDoNotComeHoldNobodyUpAndAreEnded() throws Exception {
        try (LoopbackServer desk = guarded()) {
            String head = " HTTP/1.1\r\nHost: 127.0.0.1:" + desk.port() + "\r\nX-Gongkai-Token: " + TOKEN + "\r\n";
            List<Socket> sockets = new ArrayList<>();
            try {
                for (String half : halves(desk.port())) {
                    sockets.add(sent(desk, half));
                }
                for (int i = 0; i < 20; i++) {
                    sockets.add(sent(desk, "POST /text" + head + "Content-Length: 9\r\n\r\nx"));
                    sockets.add(sent(desk, "POST /file" + head + "Transfer-Encoding: chunked\r\n\r\n9\r\nx"));
                }
                Socket slow = sent(desk, "POST /file" + head + "Content-Length: 100000\r\n\r\nx");
                sockets.add(slow);
                Thread dripping = new Thread(() -> drip(slow));
                dripping.setDaemon(true);
                dripping.start();

                answersAPost(desk.port());
                for (Socket socket : sockets) {
                    assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                            .matches("(?s)|HTTP/1.1 403 .*");
                }
            } finally {
                for (Socket socket : sockets) {
                    socket.close();
                }
            }
            // An answer goes out before what was uploaded is deleted.
            for (int tried = 0; tried < RawRequest.PATIENCE_MILLIS / PAUSE_MILLIS && !left().isEmpty(); tried++) {
                Thread.sleep(PAUSE_MILLIS);
            }
            assertThat(left()).isEmpty();
        }
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            return left.toList();
        }
    }

    private static Socket sent(LoopbackServer server, String text) throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.port());
        socket.setSoTimeout(RawRequest.PATIENCE_MILLIS);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void drip(Socket socket) {
        try {
            while (!socket.isClosed()) {
                socket.getOutputStream().write('x');
                Thread.sleep(200);
            }
        } catch (IOException | InterruptedException e) {
            return; // It was ended.
        }
    }

    /** A browser sends cookies to every port of a host, so whoever serves another one gets to know them. */
    @Test
    @Promise("A cookie made from it, but not the token")
    void whoOnlyHasTheCookieChangesNothing() throws IOException {
        try (LoopbackServer desk = guarded()) {
            int port = desk.port();
            String sent = RawRequest.to(port, "GET /?token=" + TOKEN).send();
            String cookie = sent.replaceFirst("(?s).*Set-cookie: ([^;]*);.*", "$1");
            String value = cookie.substring(cookie.indexOf('=') + 1);
            String refused = "403 请用启动时显示的完整地址打开，地址里有本次使用的口令。";

            assertThat(RawRequest.to(port, "GET /a").with("Cookie", cookie).answer())
                    .isEqualTo("200 <p>/a</p>");
            assertThat(RawRequest.to(port, "POST /text")
                            .with("Cookie", cookie)
                            .with("Origin", "http://127.0.0.1:" + port)
                            .body("开会")
                            .answer())
                    .isEqualTo(refused);
            assertThat(RawRequest.to(port, "POST /text")
                            .with("X-Gongkai-Token", value)
                            .body("开会")
                            .answer())
                    .isEqualTo("403 其他网站的页面不能在这里改动内容。");
            assertThat(RawRequest.to(port, "GET /a?token=" + value).answer()).isEqualTo(refused);
            assertThat(RawRequest.to(port, "GET /api/a").with("Cookie", cookie).answer())
                    .isEqualTo(refused);
            assertThat(sent).contains("\r\nLocation: /#token=" + TOKEN + "\r\n");
        }
    }
}
