package org.gongkai.write.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.input.config.Organisation;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.GitServer;
import org.gongkai.testing.SmallDisk;
import org.gongkai.write.desk.DeskClient.Answer;
import org.gongkai.write.desk.SourceFolder.EntryFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is asked of a desk while something is wrong with its folder is answered in Chinese, and says what is wrong. */
@Tag("slow")
class DeskFaultsTest {

    private static final String PATH = "content/通知/开会.md";
    private static final String PHOTO = "content/通知/会场.jpg";
    private static final String HEADER = "---\n标题: 关于开会的通知\n文种: 通知\n发布日期: 2024-05-06\n状态: 草稿\n---\n";

    @TempDir
    private Path folder;

    private SmallDisk disk;
    private Path root;
    private DeskClient desk;
    private String version;
    private String commit;

    @BeforeEach
    void openADeskOnASmallDisk() throws IOException {
        disk = new SmallDisk(folder.resolve("disk"), "size=8m");
        GitServer server = new GitServer(disk.folder());
        Path first = server.cloned("甲");
        GitServer.write(first, PATH, HEADER + "\n定于3月10日开会。\n");
        server.commit(first, "开始");
        server.push(first);
        root = server.cloned("乙");
        GitServer.write(first, "content/通知/学习.md", HEADER + "\n学习。\n");
        server.commit(first, "学习");
        server.push(first);
        server.git(root, "config", "user.name", "何一鸣");
        server.git(root, "config", "user.email", "he@shili.example");
        GitServer.write(root, PATH, HEADER + "\n定于3月11日开会。\n");
        server.commit(root, "改期");
        GitServer.write(root, PATH, HEADER + "\n定于3月12日开会。\n");
        Files.write(root.resolve(PHOTO), Attachments.jpegWithPlace());
        commit = server.git(root, "rev-parse", "HEAD").strip();
        desk = new DeskClient(root);
        JsonObject opened = desk.get("api/entry", "path", PATH).json();
        version = opened.text("version");
        text("draft", "定于3月13日开会。");
    }

    @AfterEach
    void close() {
        desk.close();
        disk.close();
    }

    /** What is refused at any time. */
    private static final Map<String, String> USUAL = Map.of(
            "approve", "409 还没有保密审查，请先审查，再审批。",
            "resolve", "409 没有要合并的修改，请重新取回。");

    private Answer text(String name, String body, Object... more) {
        return desk.postText("api/" + name, PATH, version, HEADER, "\n" + body + "\n", more);
    }

    /** Everything that pages ask for, by its name. */
    private Map<String, Supplier<Answer>> requests() {
        Map<String, Supplier<Answer>> all = new LinkedHashMap<>();
        for (String name : List.of(
                "state", "changes", "entries", "due", "problems", "persons", "kinds", "conflicts", "settings")) {
            all.put(name, () -> desk.get("api/" + name));
        }
        for (String name : List.of("difference", "entry", "removal", "history")) {
            all.put(name, () -> desk.get("api/" + name, "path", PATH));
        }
        all.put("version", () -> desk.get("api/version", "path", PATH, "commit", commit));
        all.put("search", () -> desk.get("api/search", "q", "开会"));
        all.put("explain", () -> desk.get("api/explain", "code", "E123"));
        all.put("page", () -> desk.get("site/index.html"));
        all.put("message", () -> desk.post("api/message", "paths", List.of(PATH)));
        all.put("look", () -> text("look", "看。"));
        all.put("draft", () -> text("draft", "写。"));
        all.put("save", () -> text("save", "存。".repeat(3000)));
        all.put("split", () -> desk.post("api/split", "path", PATH, "text", HEADER));
        all.put("compare", () -> desk.post("api/compare", "before", "一", "after", "二"));
        for (String name : List.of("review", "examine", "approve")) {
            all.put(name, () -> text(name, "写。", "person", "宣传委员", "day", "2024-06-01"));
        }
        all.put("withdraw", () -> text("withdraw", "写。", "reason", "会议取消"));
        String version = EntryFile.version(new byte[0]);
        List<?> edits = List.of(Map.of("name", "支部", "value", "甲支部"));
        Object[] set = {"path", Organisation.PATH, "version", version, "edits", edits, "save", true};
        all.put("set", () -> desk.post("api/settings", set));
        all.put("new", () -> desk.post("api/new", "kind", "通知", "title", "关于春游的通知"));
        all.put("upload", () -> desk.upload("api/upload", BodyPublishers.ofString("x"), "path", PATH, "name", "a.txt"));
        all.put(
                "import",
                () -> desk.upload("api/import", BodyPublishers.ofString("关于植树的通知\n\n植树。\n"), "name", "a.txt"));
        all.put("strip", () -> desk.post("api/strip", "path", PHOTO));
        all.put(
                "take-back",
                () -> desk.post(
                        "api/take-back", "path", PATH, "from", PATH, "commit", commit, "window", DeskClient.WINDOW));
        all.put("commit", () -> desk.post("api/commit", "paths", List.of(PATH), "message", "改"));
        all.put("undo-commit", () -> desk.post("api/undo-commit"));
        all.put("pull", () -> desk.post("api/pull"));
        all.put("resolve", () -> desk.post("api/resolve", "files", List.of()));
        all.put("abandon", () -> desk.post("api/abandon"));
        all.put("push", () -> desk.post("api/push"));
        all.put("discard", () -> text("discard", "写。"));
        all.put("undo", () -> text("undo", "写。"));
        all.put("remove", () -> desk.post("api/remove", "path", PATH, "window", DeskClient.WINDOW));
        return all;
    }

    /** What is not done, with the reason. */
    private Map<String, String> refusals() {
        return refusals(List.copyOf(requests().keySet()));
    }

    private Map<String, String> refusals(List<String> names) {
        Map<String, String> refused = new TreeMap<>();
        Map<String, Supplier<Answer>> requests = requests();
        names.forEach(name -> {
            Answer answer = requests.get(name).get();
            assertThat(answer.text())
                    .as(name)
                    .doesNotContain(
                            "Exception", "\tat ", "fatal:", "error:", "Unable to", "unable to", "Cannot", "cannot");
            Optional<JsonObject> json = Json.object(answer.text());
            if (json.isEmpty() && !answer.text().startsWith("<")) {
                refused.put(name, answer.toString());
            } else if (answer.text().contains("\"refused\"")) {
                refused.put(name, "200 " + json.get().texts("lines").get(0));
            } else if (answer.text().contains("\"good\":false")) {
                refused.put(
                        name,
                        "200 " + json.get().text("head") + " "
                                + json.get().texts("lines").get(0));
            }
        });
        return refused;
    }

    /** Names with the same answer. */
    private static Map<String, String> all(String answer, String names) {
        return Stream.of(names.split(" ")).collect(Collectors.toMap(name -> name, name -> answer));
    }

    @SafeVarargs
    private static Map<String, String> together(Map<String, String>... groups) {
        Map<String, String> together = new TreeMap<>();
        List.of(groups).forEach(together::putAll);
        return together;
    }

    private static String notPulled(String sentence) {
        return "200 没有取回 " + sentence;
    }

    @Test
    void aLockOfGitIsNamed() throws IOException {
        for (String lock : List.of("index.lock", "HEAD.lock", "refs/heads/main.lock")) {
            Path file = Files.createFile(root.resolve(".git").resolve(lock));
            String sentence = locked(file);

            assertThat(refusals(List.of("commit", "undo-commit", "pull", "undo")))
                    .isEqualTo(together(
                            all("200 " + sentence, "commit"),
                            all(notPulled(sentence), "pull"),
                            all("409 " + sentence, "undo-commit undo")));
            Files.delete(file);
        }
    }

    private static String locked(Path file) {
        return "另一个程序正在使用这个 git 仓库，或者上次没有正常结束（有文件 " + file + "）；请等它结束后再试，确认没有程序在用时可以删除这个文件。";
    }

    @Test
    void aFileThatIsGoneIsMissedWhereItIsNeededOnly() throws IOException {
        Files.delete(root.resolve(PATH));
        Files.delete(root.resolve(PHOTO));

        assertThat(refusals()).isEqualTo(together(USUAL, all("404 没有这个文件，可能已经改名或者删去了：" + PHOTO, "strip")));
    }

    @Test
    void aFolderThatIsReadOnlyIsReadAllTheSame() {
        desk.close();
        disk.remount("ro");
        desk = new DeskClient(root);

        assertThat(refusals())
                .isEqualTo(together(
                        all(
                                "409 没有权限写这个文件夹，没有写。",
                                "commit discard draft examine import new remove "
                                        + "review save set strip take-back undo undo-commit upload withdraw"),
                        USUAL,
                        all(notPulled("git 仓库只能读，不能写。"), "pull")));
    }

    @Test
    void aFullDiskIsToldAndNothingHalfIsLeft() {
        disk.fill();

        assertThat(refusals())
                .isEqualTo(together(
                        all(
                                "507 磁盘已满，写不下了；请腾出地方再试。",
                                "commit draft examine import new review "
                                        + "save set strip take-back undo undo-commit upload withdraw"),
                        USUAL,
                        all(notPulled("磁盘已满，git 写不下了；请腾出地方再试。"), "pull")));
        assertThat(root.resolve("content"))
                .isDirectoryNotContaining(file -> file.toString().matches(".*(春游|植树|a\\.txt).*|.*\\.tmp"));
        assertThat(root.resolve("content/通知/a.txt")).doesNotExist();
    }

    @Test
    void theFormerPathOfADifferenceIsThatOfContent() {
        for (String former :
                List.of("content/../.git/config", ".git/config", "-c", "HEAD:content/a.md", "/etc/passwd", "")) {
            assertThat(desk.get("api/difference", "path", PATH, "former", former))
                    .hasToString("400 只能打开 content 文件夹里的文件。");
        }
    }
}
