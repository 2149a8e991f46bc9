package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@BrowserTest
@DisplayName("A reader of the site on a real nginx")
class ServerTest extends SiteFixture {

    @BeforeAll
    static void needsNginx() {
        Nginx.required();
    }

    private Nginx start(Path to, int port) throws Exception {
        return start(to, port, "");
    }

    private Nginx start(Path to, int port, String before) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Cli.Result printed = Cli.run("server", "nginx", "--to", to.toString(), "--port", String.valueOf(port));
        assertThat(printed.err()).isEmpty();
        assertThat(printed.status()).isZero();
        return new Nginx(Files.createDirectories(folder.resolve("nginx")), before + printed.out(), port);
    }

    @Test
    @DisplayName("sees the site under any name, though the web server had another one before")
    void otherSite(Browser browser) throws Exception {
        Path to = folder.resolve("to");
        site.entry("content/a.md", "标题: 第一条内容", "发布日期: 2024-01-02");
        SiteFolder.done("publish", "-s", site.root(), "--to", to);
        int port = Nginx.freePorts(1);
        String other = "server { listen " + port + "; server_name _; return 200 Welcome; }\n";
        try (Nginx nginx = start(to, port, other)) {
            assertThat(new Visitor(port, "nginx").get("articles/2024/a.html").body())
                    .asString(StandardCharsets.UTF_8)
                    .contains("第一条内容");
        }
    }

    @Test
    @DisplayName("gets every file with its type and the headers that protect him, and walks every page and redirect")
    void everything(Browser browser) throws Exception {
        Path to = folder.resolve("网站");
        Cli.Result published =
                Cli.run("publish", "-s", DemoSite.source().toString(), "--to", to.toString(), "--as-of", DemoSite.DAY);
        assertThat(published.status()).as(published.err()).isZero();
        BuiltSite site = BuiltSite.at(to.resolve("current").toRealPath());
        int port = Nginx.freePorts(1);
        try (Nginx nginx = start(to, port)) {
            Visitor visitor = new Visitor(port, "nginx");
            visitor.getsEverything(site);
            visitor.isLedToTheFolder("years/2024");
            visitor.isRefusedWhatIsNotThere(site);
            visitor.compressesAndRemembers();
            assertThat(visitor.get("404.html").statusCode()).isEqualTo(404);
            walks(browser, port, site);
        }
    }

    /**
     * Opens every redirect, and of the other pages as many as it takes to open each element with each of its attributes, of
     * each style and address, at least once: what a policy refuses depends on nothing else.
     */
    private static void walks(Browser browser, int port, BuiltSite site) throws Exception {
        List<String> said = new ArrayList<>();
        Set<String> opened = new HashSet<>();
        for (String page : site.pages()) {
            var refresh = site.html(page).selectFirst("meta[http-equiv=refresh]");
            if (!opened.addAll(shapes(site.html(page))) && refresh == null) {
                continue;
            }
            URI address = URI.create("http://127.0.0.1:" + port + "/").resolve(Visitor.uri(page));
            browser.open(address);
            if (refresh != null) {
                URI target = address.resolve(refresh.attr("content").replaceFirst("^\\d+; url=", ""));
                for (int tries = 0; !browser.hasOpened(target); tries++) {
                    assertThat(tries)
                            .as(page + " leads to " + browser.address())
                            .isLessThan(100);
                    Thread.sleep(50);
                }
            }
            browser.console().stream()
                    .filter(line -> !page.equals("404.html") || !line.contains("404 (Not Found)"))
                    .forEach(line -> said.add(page + ": " + line));
            assertThat(browser.style("body", "background-color")).as(page).isEqualTo("rgba(246, 243, 237, 1)");
        }
        assertThat(said).isEmpty();
    }

    /** What a page is made of: elements with their attributes, and the parts of their values that a policy looks at. */
    private static Set<String> shapes(Document page) {
        Set<String> shapes = new HashSet<>();
        for (Element element : page.getAllElements()) {
            element.attributes()
                    .forEach(attribute -> shapes.add(element.normalName() + " " + attribute.getKey()
                            + switch (attribute.getKey()) {
                                case "style", "rel", "http-equiv", "type" -> "=" + attribute.getValue();
                                case "src", "href", "data", "action" ->
                                    "=" + attribute.getValue().replaceFirst("^(\\w+:)?.*?(\\.\\w+)?([?#].*)?$", "$1$2");
                                default -> "";
                            }));
            shapes.add(element.normalName());
        }
        page.select("script:not([src]), style").forEach(element -> shapes.add(element.data()));
        page.body().classNames().forEach(name -> shapes.add("body." + name));
        return shapes;
    }

    @Test
    @DisplayName("of another audience has an address of his own, and no way to the pages of others")
    void audiences(Browser browser) throws Exception {
        site.file(
                        "content/_data/site.yml",
                        "名称: 示例支部\n受众:\n- {名称: 社会, 范围: [社会]}\n- {名称: 单位, 范围: [社会, 本单位], 目录: neibu}\n")
                .entry("content/a.md", "标题: 给大家的", "发布日期: 2024-01-02", "公开范围: 社会")
                .entry("content/b.md", "标题: 给单位的", "发布日期: 2024-01-02", "公开范围: 本单位");
        Path to = folder.resolve("to");
        SiteFolder.done("publish", "-s", site.root(), "--to", to);
        int port = Nginx.freePorts(2);
        try (Nginx nginx = start(to, port)) {
            List<Integer> open = new ArrayList<>();
            for (int one = port; one < port + 2; one++) {
                Visitor visitor = new Visitor(one, "nginx");
                assertThat(visitor.get("articles/2024/a.html").statusCode()).isEqualTo(200);
                if (visitor.get("articles/2024/b.html").statusCode() == 200) {
                    open.add(one);
                }
                assertThat(visitor.get("neibu/current/articles/2024/b.html").statusCode())
                        .isEqualTo(404);
            }
            assertThat(open).hasSize(1);
            assertThat(folder.resolve("nginx/said")).content().doesNotContain("[warn]");
        }
        String hosts = "she-hui=a.example,neibu=b.example";
        Cli.Result printed =
                Cli.run("server", "nginx", "--to", to.toString(), "--port", String.valueOf(port), "--host", hosts);
        try (Nginx nginx = new Nginx(Files.createDirectories(folder.resolve("hosts")), printed.out(), port)) {
            assertThat(statusAt("a.example", port)).isEqualTo("HTTP/1.1 404 Not Found");
            assertThat(statusAt("b.example", port)).isEqualTo("HTTP/1.1 200 OK");
            assertThat(statusAt("other.example", port)).isEqualTo("HTTP/1.1 404 Not Found");
        }
    }

    /** How the page of the unit is answered to whoever asks for it by a name of the server. */
    private static String statusAt(String host, int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET /articles/2024/b.html HTTP/1.0\r\nHost: " + host + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    @DisplayName(
            "of one of two sites of the same name on one server sees that site, with the configurations side by side")
    void twoSites(Browser browser) throws Exception {
        int port = Nginx.freePorts(2);
        StringBuilder first = new StringBuilder();
        for (String unit : List.of("甲", "乙")) {
            Path to = folder.resolve(unit).resolve("网站");
            Files.createDirectories(to);
            SiteFolder site = new SiteFolder(folder.resolve("site" + unit))
                    .entry("content/a.md", "标题: " + unit + "支部的", "发布日期: 2024-01-02");
            SiteFolder.done("publish", "-s", site.root(), "--to", to);
            if (unit.equals("甲")) {
                first.append(Cli.run("server", "nginx", "--to", to.toString(), "--port", String.valueOf(port + 1))
                        .out());
            }
        }
        try (Nginx nginx = start(folder.resolve("乙/网站"), port, first.toString())) {
            assertThat(new Visitor(port, "nginx").get("articles/2024/a.html").body())
                    .asString(StandardCharsets.UTF_8)
                    .contains("乙支部的");
            assertThat(new Visitor(port + 1, "nginx")
                            .get("articles/2024/a.html")
                            .body())
                    .asString(StandardCharsets.UTF_8)
                    .contains("甲支部的");
        }
    }

    @Test
    @DisplayName("sees what a secretary began with new, committed and pushed")
    void push(Browser browser) throws Exception {
        GitServer server = new GitServer(folder).installed();
        Path clone = server.cloned("甲");
        GitServer.write(clone, "content/_data/site.yml", "名称: 示例支部\n机构代码: SLSW01\n");
        GitServer.entry(clone, "content/a.md", "第一条内容");
        server.commit(clone, "first");
        assertThat(server.push(clone).status()).isZero();
        int port = Nginx.freePorts(1);
        try (Nginx nginx = start(server.to(), port)) {
            SiteFolder.done("new", "文章", "关于泵房检修的说明", "-s", clone);
            Path begun;
            try (var files = Files.walk(clone.resolve("content"))) {
                begun = files.filter(file -> file.endsWith("关于泵房检修的说明.md"))
                        .findFirst()
                        .orElseThrow();
            }
            Files.writeString(
                    begun, Files.readString(begun).replace("状态: 草稿", "状态: 已发布").replace("（在这里写正文。）", "泵房5月8日检修。"));
            server.commit(clone, "new");

            GitServer.Pushed pushed = server.push(clone);

            assertThat(pushed.status()).as(pushed.said()).isZero();
            String address = pushed.said()
                    .lines()
                    .filter(line -> line.strip().endsWith(".html"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(pushed.said()))
                    .strip();
            browser.open(URI.create("http://127.0.0.1:" + port + "/" + address));
            assertThat(browser.find("h1").getText()).isEqualTo("关于泵房检修的说明");
            assertThat(browser.console()).isEmpty();
        }
    }
}
