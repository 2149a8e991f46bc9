package org.gongkai.write.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder;
import org.gongkai.write.desk.DeskClient.Answer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other sites, other users of the machine and hostile names get one sentence and nothing else. */
@Tag("slow")
@Promise("DeskAttacksTest tries all of it")
class DeskAttacksTest {

    private static final String PATH = "content/通知/开会.md";

    @TempDir
    private Path folder;

    private Path root;

    @AutoClose
    private DeskClient desk;

    @BeforeEach
    void openADesk() {
        root = folder.resolve("site");
        new SiteFolder(root).entry(PATH, "标题: 关于开会的通知", "发布日期: 2024-05-06");
        desk = new DeskClient(root);
    }

    /** Sends a request line and headers as they are; gives the status and the last line of the answer. */
    private String raw(String line, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), desk.port())) {
            String request = line + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String[] lines = answer.strip().split("\r\n|\n");
            return lines[0].split(" ")[1] + " " + lines[lines.length - 1];
        }
    }

    /** The head of an answer. */
    private String head(String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), desk.port())) {
            String request =
                    "HEAD " + path + " HTTP/1.1\r\n" + host() + "\r\n" + token() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String host() {
        return "Host: 127.0.0.1:" + desk.port();
    }

    private String token() {
        return "X-Gongkai-Token: " + desk.token();
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    @Promise("The desk is behind the same guard")
    void withoutTheTokenNothingIsAnswered() throws IOException {
        String sentence = "403 请用启动时显示的完整地址打开，地址里有本次使用的口令。";

        assertThat(raw("GET /", host())).isEqualTo(sentence);
        assertThat(raw("GET /api/entries", host())).isEqualTo(sentence);
        assertThat(raw("GET /desk/app.js", host())).isEqualTo(sentence);
        assertThat(raw("GET /api/entries?token=0", host(), "Cookie: gongkai-" + desk.port() + "=0"))
                .isEqualTo(sentence);
        assertThat(raw("GET /api/state", host(), token())).startsWith("200 {");
    }

    @Test
    void namesThatLeadToThisMachineAreNoHosts() throws IOException {
        assertThat(raw("GET /api/entries", "Host: attacker.example:" + desk.port(), token()))
                .startsWith("421 只能用 http://127.0.0.1:");
    }

    @Test
    @Promise("All that changes something, and all that pages ask for")
    void pagesOfOtherSitesChangeNothing() throws IOException {
        assertThat(raw("POST /api/push", host(), token(), "Origin: http://attacker.example", "Content-Length: 0"))
                .isEqualTo("403 其他网站的页面不能在这里改动内容。");
        assertThat(raw("POST /api/push", host(), "Content-Length: 0")).isEqualTo("403 其他网站的页面不能在这里改动内容。");
        assertThat(raw("GET /api/entries", host(), token(), "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors"))
                .isEqualTo("403 其他网站的页面不能使用这里的内容。");
    }

    @ParameterizedTest
    @Promise("Paths of requests lead to files below content/ only")
    @ValueSource(
            strings = {
                "content/../../secret.md",
                "../secret.md",
                "/etc/passwd",
                "content/./a.md",
                "content//a.md",
                "content/.git/a.md",
                "content/.hidden.md",
                "content/a\\b.md",
                "content/a\u0000.md",
                "content/GIT~1/a.md",
                "templates/a.html",
                ".git/hooks/post-commit",
                ""
            })
    void pathsOutsideTheContentAreRefused(String path) throws IOException {
        Files.writeString(folder.resolve("secret.md"), "---\n标题: 秘密\n---\n");
        long before = files();

        for (Answer answer : Arrays.asList(
                desk.get("api/entry", "path", path),
                desk.postText("api/save", path, "", "", "x"),
                desk.postText("api/draft", path, "", "", "x"),
                desk.upload("api/upload", BodyPublishers.ofString("x"), "path", path, "name", "a.txt"))) {
            assertThat(answer).hasToString("400 只能打开 content 文件夹里的文件。");
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    @Promise("Paths of requests lead to files below content/ only")
    void symbolicLinksAreNotFollowed() throws IOException {
        Files.createDirectories(folder.resolve("outside"));
        Files.writeString(folder.resolve("outside/a.md"), "---\n标题: 秘密\n---\n");
        Files.createSymbolicLink(root.resolve("content/外"), folder.resolve("outside"));
        Files.createSymbolicLink(root.resolve("content/通知/链.md"), folder.resolve("outside/a.md"));

        assertThat(desk.get("api/entry", "path", "content/外/a.md")).hasToString("403 “外”是符号链接，不能打开。");
        assertThat(desk.get("api/entry", "path", "content/通知/链.md")).hasToString("403 “链.md”是符号链接，不能打开。");
        assertThat(desk.postText("api/save", "content/外/b.md", "", "", "x")).hasToString("403 “外”是符号链接，不能打开。");
        assertThat(folder.resolve("outside/b.md")).doesNotExist();
    }

    @Test
    @Promise("uploads are limited")
    void anAttachmentThatIsTooLargeIsRefusedWithOneSentence() throws IOException {
        Path large = folder.resolve("large.bin");
        try (FileChannel file = FileChannel.open(large, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[1]), (200L << 20) - 1);
        }

        assertThat(desk.upload("api/upload", BodyPublishers.ofFile(large), "path", PATH, "name", "large.pdf"))
                .hasToString("413 发送的内容太大，最多 50 MB。");
        assertThat(root.resolve("content/通知/large.pdf")).doesNotExist();
    }

    @ParameterizedTest
    @Promise("uploads are limited")
    @ValueSource(
            strings = {"../../../x.pdf", "C:\\..\\x.pdf", ".git/x.pdf", "x\u202Efdp.pdf", "con.pdf", "\u0000x.pdf"})
    void namesOfAttachmentsBecomePortable(String name) {
        Answer answer = desk.upload("api/upload", BodyPublishers.ofString("x"), "path", PATH, "name", name);

        assertThat(answer.json().text("link")).matches("(x|x-fdp|con-1|-?x)\\.pdf");
    }

    @Test
    @Promise("uploads are limited")
    void entriesProgramsAndNamesWithoutEndingAreNoAttachments() {
        assertThat(desk.upload("api/upload", BodyPublishers.ofString("x"), "path", PATH, "name", "x.md"))
                .hasToString("415 “x.md”是文稿或网页文件，不能作附件；要转成文稿，请到“写新的”里放进来。");
        assertThat(desk.upload("api/upload", BodyPublishers.ofString("x"), "path", PATH, "name", "config"))
                .hasToString("415 “config”没有扩展名，看不出是什么文件，不能作附件。");
        assertThat(desk.upload("api/upload", BodyPublishers.ofString("x"), "path", PATH, "name", "值班表.EXE"))
                .hasToString("415 “值班表.EXE”是程序，不能作附件：读者点开会在自己的电脑上运行。");
    }

    @Test
    @Promise("The preview of an entry is in a frame")
    void pagesOfTheSiteRunNoScripts() throws IOException {
        Answer page = desk.get("site/index.html");

        assertThat(page.status()).isEqualTo(200);
        assertThat(raw("HEAD /site/index.html", host(), token())).startsWith("200 ");
        assertThat(head("/site/index.html"))
                .contains("Content-security-policy: default-src 'none';", "sandbox allow-same-origin allow-modals;");
        assertThat(desk.get("site/..%2f..%2fsecret").status()).isEqualTo(400);
    }

    @Test
    @Promise("Scripts come from the program alone")
    void scriptsComeFromTheProgramAlone() throws IOException {
        new SiteFolder(root)
                .file("desk/app.js", "pwned=1")
                .file("assets/desk/app.js", "pwned=1")
                .file("content/desk/app.js", "pwned=1");
        String page = desk.get("").text();

        assertThat(Jsoup.parse(page).select("script").eachAttr("src"))
                .isNotEmpty()
                .allMatch(address -> address.matches("/(editor|desk)/[\\w/-]+\\.js"));
        assertThat(page).doesNotContainIgnoringCase(" onclick=", "javascript:");
        assertThat(desk.get("desk/app.js").text()).doesNotContain("pwned").contains("import ");
        assertThat(head("/")).contains("script-src 'self';");
    }

    @Test
    @Promise("Drafts are in the folder of git")
    void draftsAreInTheFolderOfGitForTheirOwnerOnly() throws IOException {
        desk.close();
        new GitFolder(root).commit("first");
        desk = new DeskClient(root);

        desk.postText("api/draft", PATH, "", "", "unfinished");

        TreeMap<String, String> files = SiteFolder.files(root);
        files.values().removeIf(bytes -> !bytes.contains("unfinished"));
        assertThat(files.keySet()).singleElement().asString().matches("\\.git/gongkai/.*\\.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(files.firstKey()))))
                .isEqualTo("rw-------");
    }

    @Test
    void windowsAndCommitsAreChecked() {
        assertThat(desk.post("api/draft", "path", PATH, "window", "../../x", "base", "", "header", "", "body", "x"))
                .hasToString("400 发来的内容不完整，请重新打开这一页。");
        assertThat(desk.post("api/draft", "path", PATH)).hasToString("400 发来的内容不完整，请重新打开这一页。");
        assertThat(desk.upload("api/draft", BodyPublishers.ofString("{")).status())
                .isEqualTo(400);
    }
}
