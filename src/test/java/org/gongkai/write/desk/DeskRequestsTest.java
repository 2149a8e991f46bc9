package org.gongkai.write.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongkai.io.Json;
import org.gongkai.io.JsonObject;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SmallDisk;
import org.gongkai.write.desk.DeskClient.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages of the desk ask for, and what they get. */
@Tag("slow")
class DeskRequestsTest {

    private static final String PATH = "content/通知/开会.md";
    private static final String HEADER = "---\n标题: 关于开会的通知\n文种: 通知\n发布日期: 2024-05-06\n状态: 草稿\n---\n";
    private static final String BODY = "\n定于6月3日开会。\n";

    @TempDir
    private Path root;

    @AutoClose
    private DeskClient desk;

    @BeforeEach
    void openADesk() {
        new SiteFolder(root).file(PATH, HEADER + BODY);
        desk = new DeskClient(root);
    }

    private String file() throws IOException {
        return Files.readString(root.resolve(PATH));
    }

    private Answer draft(String base, String body, Map<String, Object> fields) {
        return desk.postText("api/draft", PATH, base, HEADER, body, "fields", fields);
    }

    private String version() {
        return desk.get("api/entry", "path", PATH).json().text("version");
    }

    @Test
    void listsEntriesByState() {
        JsonObject entry = desk.get("api/entries").json().objects("entries").get(0);

        assertThat(entry.text("title")).isEqualTo("关于开会的通知");
        assertThat(entry.texts("states")).containsExactly("草稿");
        assertThat(entry.texts("missing")).containsExactly("公开范围", "发布机构");

        // Another program may write a file at any time.
        new SiteFolder(root).file(PATH, HEADER.replace("草稿", "已撤回") + BODY);
        entry = desk.get("api/entries").json().objects("entries").get(0);
        assertThat(entry.texts("states")).containsExactly("已撤回");
    }

    @Test
    void saysWhoseTurnItIs() {
        new SiteFolder(root).file("content/通知/学习.md", HEADER.replace("状态", "保密审查: 宣传委员 2024-05-06\n状态") + BODY);
        desk.close();
        desk = new DeskClient(root);

        assertThat(desk.get("api/entries").json().objects("entries"))
                .extracting(entry -> entry.text("turn"))
                .containsExactly("审批", "宣传委员保密审查");
    }

    @Test
    void asksBeforeItTakesAPictureOfASeal() {
        byte[] seal = Attachments.drawn(in -> in.drawOval(8, 8, 184, 184));
        Supplier<BodyPublisher> file = () -> BodyPublishers.ofByteArray(seal);

        assertThat(desk.upload("api/upload", file.get(), "path", PATH, "name", "章.png")
                        .status())
                .isEqualTo(409);
        assertThat(desk.upload("api/upload", file.get(), "path", PATH, "name", "章.png", "seal", "yes")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void putsAFileInThePlaceOfAnAttachmentOfTheSameType() throws IOException {
        Path former = Files.writeString(root.resolve("content/通知/表.csv"), "甲");

        for (String[] file : new String[][] {{"新表.csv", "表.csv"}, {"新表.txt", "新表.txt"}}) {
            Answer taken = desk.upload(
                    "api/upload", BodyPublishers.ofString("乙"), "path", PATH, "name", file[0], "instead", "表.csv");
            assertThat(taken.json().text("link")).isEqualTo(file[1]);
        }
        assertThat(former).hasContent("乙");
        assertThat(former.resolveSibling("新表.csv")).doesNotExist();
    }

    @Test
    void opensAnEntryWithItsForm() {
        JsonObject opened = desk.get("api/entry", "path", PATH).json();

        assertThat(opened.text("header")).isEqualTo(HEADER);
        assertThat(opened.text("body")).isEqualTo(BODY);
        assertThat(opened.optionalObject("form").orElseThrow().objects("fields"))
                .extracting(field -> field.text("name"))
                .startsWith("标题", "文种", "栏目", "发布日期");
    }

    @Test
    void showsProblemsBesideTheirFieldAndThePageWhileOneTypes() {
        JsonObject seen = draft(version(), BODY, Map.of("发布日期", "2024-13-01")).json();

        assertThat(seen.text("header")).contains("发布日期: 2024-13-01\n");
        assertThat(seen.objects("problems"))
                .filteredOn(problem -> problem.text("code").equals("E123"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text("field")).isEqualTo("发布日期"));
        JsonObject mended = draft(version(), "\n改成6月4日。\n", Map.of()).json();
        assertThat(mended.optionalObject("preview").orElseThrow().text("html")).contains("改成6月4日。");
    }

    @Test
    void aTextThatWasTypedIsOfferedUntilItIsSaved() throws IOException {
        String version = version();
        draft(version, "\n还没有保存。\n", Map.of());
        desk.close();
        desk = new DeskClient(root);

        JsonObject opened = desk.get("api/entry", "path", PATH).json();
        assertThat(opened.objects("drafts")).singleElement().satisfies(draft -> assertThat(draft.text("body"))
                .isEqualTo("\n还没有保存。\n"));
        assertThat(file()).isEqualTo(HEADER + BODY);

        desk.postText("api/save", PATH, version, HEADER, "\n还没有保存。\n");
        assertThat(file()).isEqualTo(HEADER + "\n还没有保存。\n");
        assertThat(desk.get("api/entry", "path", PATH).json().objects("drafts")).isEmpty();
    }

    private static final String APPROVED =
            "---\n标题: 关于开会的通知\n文种: 通知\n发布日期: 2024-05-06\n公开范围: 本单位\n发布机构: 示例党支部\n保密审查: 宣传委员 2024-05-03\n审批: 支部书记 2024-05-04\n---\n";

    @Test
    void aChangeOfAnApprovedTextIsSavedOnlyWhenItsKindIsSaid() throws IOException {
        String before = "\n到会12人，在会仪室开会。\n";
        new SiteFolder(root).file(PATH, APPROVED + before);
        String version = version();
        String now = "\n到会13人，在会仪室开会。\n";

        JsonObject asked =
                desk.postText("api/save", PATH, version, APPROVED, now).json();
        assertThat(asked.text("approved")).isEqualTo("“到会12人，在会仪室开会。”改成“到会13人，在会仪室开会。”");
        assertThat(file()).isEqualTo(APPROVED + before);

        assertThat(desk.postText("api/errata", PATH, version, APPROVED, now).text())
                .contains("“到会12人”改为“到会13人”不算错别字：改的是数字或者日期；请作为更正，重新审批。");
        assertThat(desk.postText("api/correct", PATH, version, APPROVED, now, "reason", " ")
                        .text())
                .contains("请写明更正了什么、为什么，读者看得到。");
        JsonObject corrected = desk.postText("api/correct", PATH, version, APPROVED, now, "reason", "人数原来写的是12人。")
                .json();
        assertThat(corrected.text("header")).doesNotContain("审批", "保密审查").contains("修订日期: 2024-06-01\n", "状态: 草稿\n");
        assertThat(corrected.text("body")).isEqualTo(now + "\n更正：2024年6月1日，人数原来写的是12人。\n");
        desk.postText("api/save", PATH, version, corrected.text("header"), corrected.text("body"));
        assertThat(file()).isEqualTo(corrected.text("header") + corrected.text("body"));

        JsonObject reviewed = step("review", corrected.text("header"), corrected.text("body"), "宣传委员")
                .json();
        JsonObject approved = step("approve", reviewed.text("header"), reviewed.text("body"), "支部书记")
                .json();
        assertThat(approved.text("header"))
                .contains("发布日期: 2024-05-06\n", "修订日期: 2024-06-01\n", "审批: 支部书记 2024-06-01 12:00\n", "状态: 已发布\n");
    }

    @Test
    void aTypingErrorInAnApprovedTextIsStated() throws IOException {
        new SiteFolder(root).file(PATH, APPROVED + "\n到会12人，在会仪室开会，会后布置任务。\n\n请相互转告告。\n");
        String now = "\n到会12人，在会议室开会，会后布置任务。\n\n请相互转告。\n";

        JsonObject stated = desk.postText("api/errata", PATH, version(), APPROVED, now, "words", List.of("会议"))
                .json();
        assertThat(stated.text("header")).contains("“会仪”改为“会议”").contains("转告告");
        JsonObject saved = desk.postText("api/save", PATH, version(), stated.text("header"), now)
                .json();
        assertThat(saved.optionalText("approved")).isEmpty();
        assertThat(file()).isEqualTo(stated.text("header") + now);
    }

    @Test
    void labelsOfAnApprovedEntryAreSavedAsEver() {
        new SiteFolder(root).file(PATH, APPROVED + BODY);
        JsonObject saved = desk.postText(
                        "api/save",
                        PATH,
                        version(),
                        APPROVED.replace("文种:", "标签: 会议\n文种:"),
                        BODY.replace("开会。", "开会。\n"))
                .json();
        assertThat(saved.optionalText("approved")).isEmpty();
    }

    private Answer step(String step, String header, String body, String person) {
        return desk.postText("api/" + step, PATH, version(), header, body, "person", person, "day", "2024-06-01");
    }

    /** As a page does when the first answer did not arrive. */
    @Test
    void theSameTextIsSavedTwiceAndOverwrittenByNoOther() throws IOException {
        String version = version();
        Answer first = desk.postText("api/save", PATH, version, HEADER, "\n我写的。\n");

        assertThat(first.json().bool("conflict")).isFalse();
        assertThat(desk.postText("api/save", PATH, version, HEADER, "\n我写的。\n")).isEqualTo(first);
        Answer late = desk.postText("api/save", PATH, version, HEADER, "\n别人写的。\n");
        assertThat(late.json().bool("conflict")).isTrue();
        assertThat(file()).isEqualTo(HEADER + "\n我写的。\n");
    }

    @Test
    void linesEndAsTheyDidInTheFile() throws IOException {
        Files.writeString(root.resolve(PATH), "\uFEFF" + (HEADER + BODY).replace("\n", "\r\n"));

        desk.postText("api/save", PATH, version(), HEADER, "\n改。\n");

        assertThat(file()).isEqualTo("\uFEFF" + (HEADER + "\n改。\n").replace("\n", "\r\n"));
    }

    @Test
    void aChangeOfTheSettingsIsToldBeforeItIsMade() throws IOException {
        String path = "content/_data/organisation.yml";
        String before = "# 组织\r\n委员会:\r\n  - {职务: 书记, 姓名: 李某} # 当选\r\n自己的: 不认识\r\n";
        new SiteFolder(root).file(path, before);
        JsonObject shown = desk.get("api/settings").json().objects("files").get(0);
        BiFunction<Boolean, String, JsonObject> change = (save, day) -> {
            Object terms = List.of(Json.fields("职务", "书记", "姓名", "李某", "起", "2024-01-01", "止", day));
            List<?> edits = List.of(Map.of("name", "委员会", "value", terms));
            return desk.post(
                            "api/settings",
                            "path",
                            path,
                            "version",
                            shown.text("version"),
                            "edits",
                            edits,
                            "save",
                            save)
                    .json();
        };

        assertThat(shown.objects("problems"))
                .extracting(it -> it.text("message"))
                .containsExactly("不认识的字段“自己的”");
        assertThat(change.apply(false, "2024-02-29").objects("problems")).isEmpty();
        assertThat(change.apply(true, "2023-02-28").objects("problems"))
                .extracting(it -> it.text("message"))
                .containsExactly("止的日期2023-02-28早于起的日期2024-01-01");
        assertThat(root.resolve(path)).hasContent(before);
        assertThat(change.apply(true, "2024-02-29").bool("saved")).isTrue();
        assertThat(Files.readString(root.resolve(path)))
                .isEqualTo(before.replace("姓名: 李某}", "姓名: 李某, 起: 2024-01-01, 止: 2024-02-29}"));
        assertThat(change.apply(true, "2024-03-31").bool("conflict")).isTrue();
        assertThat(Files.readString(root.resolve(path))).contains("2024-02-29");
    }

    @Test
    void settingsThatAreMissingOrCannotBeReadAreNoHindrance() throws IOException {
        String path = "content/_data/site.yml";
        Supplier<JsonObject> shown =
                () -> desk.get("api/settings").json().objects("files").get(1);
        Function<String, Answer> rename = file -> desk.post(
                "api/settings",
                "path",
                file,
                "version",
                shown.get().text("version"),
                "edits",
                List.of(Map.of("name", "名称", "value", "甲支部")),
                "save",
                true);

        assertThat(rename.apply(path).json().bool("saved")).isTrue();
        assertThat(root.resolve(path)).hasContent("名称: 甲支部\n");
        assertThat(desk.get("api/state").json().text("name")).isEqualTo("甲支部");
        Path below = root.resolve("below");
        new SiteFolder(below).file(PATH, HEADER);
        new SiteFolder(root.resolve("all")).file("_data/site.yml", "名称: 几个支部\n联系: 甲\n");
        try (DeskClient other =
                new DeskClient(DeskClient.open(BuildRequest.of(below).shared(Optional.of(root.resolve("all")))))) {
            assertThat(other.get("api/settings").json().objects("files").get(1).bool("shared"))
                    .isTrue();
            assertThat(other.post("api/settings", "path", path)).hasToString("409 这些设置是几个支部共用的，请管理员改。");
        }
        assertThat(rename.apply(PATH)).hasToString("400 这里只能改支部和网站的设置。");
        assertThat(rename.apply("content/_data/../" + PATH).status()).isEqualTo(400);
        Files.writeString(root.resolve(path), "名称: 甲\n联系: [\n");
        assertThat(shown.get().optionalObject("values")).isEmpty();
        assertThat(shown.get().objects("problems").get(0).number("line")).isEqualTo(3);
        assertThat(rename.apply(path)).hasToString("409 “名称”的写法特别，这里改不了，请管理员改。设置没有变。");
        assertThat(root.resolve(path)).hasContent("名称: 甲\n联系: [\n");
    }

    @Test
    void saysWhatIsDueAlthoughAnEntryIsWrong() throws IOException {
        Files.writeString(root.resolve("content/通知/坏.md"), "---\n标题: [\n---\n");
        Files.createDirectories(root.resolve("content/_data"));
        Files.writeString(
                root.resolve("content/_data/organisation.yml"), "名称: 示例党支部\n任期: {起: 2021-05-01, 止: 2024-05-01}\n");

        assertThat(desk.get("api/due").json().objects("items"))
                .anySatisfy(item -> assertThat(item.text("what")).isEqualTo("支部委员会任期届满，应当换届"));
        assertThat(desk.get("api/entries").json().objects("unread"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text("path")).isEqualTo("content/通知/坏.md"));
    }

    @Test
    void aSearchPassesOverAnEntryThatIsGone() throws IOException {
        desk.close();
        new SiteFolder(root).file("content/通知/学习.md", HEADER + BODY);
        desk = new DeskClient(root);
        assertThat(desk.get("api/entries").json().objects("entries")).hasSize(2);

        Files.delete(root.resolve(PATH));
        assertThat(desk.get("api/search", "q", "6月3日").json().texts("paths")).containsExactly("content/通知/学习.md");
    }

    @Test
    void opensTheManualAndNothingBesideIt() {
        assertThat(desk.get("manual/index.html").text()).contains("写文稿", "管网站");
        assertThat(desk.get("manual/assets/search.js").status()).isEqualTo(200);
        assertThat(desk.get("manual/none.html")).hasToString("404 手册里没有这一页。");
        assertThat(desk.get("manual/..%2F..%2Findex.html").status()).isIn(400, 404);
    }

    @Test
    void beginsAnEntryOfAKind() throws IOException {
        new SiteFolder(root).published("content/党日.md", "标题: 3月主题党日", "文种: 主题党日", "发布日期: 2024-03-06");
        String path = desk.post("api/new", "kind", "工作总结", "title", "2024年上半年工作总结")
                .json()
                .text("path");

        assertThat(path).isEqualTo("content/工作总结/2024/2024年上半年工作总结.md");
        assertThat(root.resolve(path))
                .content()
                .contains("文种: 工作总结\n", "状态: 草稿\n", "2024年上半年，开展主题党日{{计数: 文种=主题党日, 期间=2024年上半年}}次。\n");
    }

    @Test
    void convertsADocument() throws IOException {
        String text = "关于开展春季植树活动的通知\n\n各党小组：\n\n定于3月12日植树，请准时参加。\n\n示例党支部\n2024年3月1日\n";

        JsonObject report = desk.upload("api/import", BodyPublishers.ofString(text), "name", "C:\\植树.txt")
                .json();

        assertThat(report.optionalObject("recognised").orElseThrow().text("标题")).isEqualTo("关于开展春季植树活动的通知");
        assertThat(root.resolve(report.text("path"))).content().contains("定于3月12日植树，请准时参加。");
    }

    @Test
    void convertsTextBoxesAndOtherThingsIfAsked() throws IOException {
        Path document = Path.of("src/test/resources/documents/office/textbox.docx");
        assertThat(desk.get("api/kinds").json().texts("optional")).containsExactly("文本框", "隐藏文字", "印章和签名");

        JsonObject plain = desk.upload("api/import", BodyPublishers.ofFile(document), "name", "a.docx")
                .json();
        assertThat(plain.texts("optional")).containsExactly("文本框");
        Files.delete(root.resolve(plain.text("path")));
        JsonObject whole = desk.upload(
                        "api/import", BodyPublishers.ofFile(document), "name", "a.docx", "with", "文本框,隐藏文字")
                .json();

        assertThat(whole.text("path")).isEqualTo(plain.text("path"));
        assertThat(whole.texts("optional")).isEmpty();
        assertThat(root.resolve(whole.text("path"))).content().contains("框里的字");
    }

    @Test
    void takesAPictureWithoutThePlaceWhereItWasTaken() throws IOException {
        JsonObject taken = desk.upload(
                        "api/upload",
                        BodyPublishers.ofByteArray(Attachments.jpegWithPlace()),
                        "path",
                        PATH,
                        "name",
                        "会场 照片(1).JPG")
                .json();

        assertThat(taken.bool("picture")).isTrue();
        assertThat(taken.texts("remarks")).containsExactly("已去掉照片里的拍摄地点");
        assertThat(taken.text("link")).isEqualTo("会场-照片(1).jpg");
        assertThat(root.resolve("content/通知/会场-照片(1).jpg")).exists();
    }

    @Test
    void removesThePlaceFromAPictureThatIsThereAlready() throws IOException {
        Path photo = Files.write(root.resolve("content/通知/会场.jpg"), Attachments.jpegWithPlace());

        assertThat(desk.post("api/strip", "path", "content/通知/会场.jpg").json().texts("remarks"))
                .containsExactly("已去掉照片里的拍摄地点");

        assertThat(photo).hasBinaryContent(Attachments.jpeg());
        assertThat(desk.post("api/strip", "path", PATH)).hasToString("415 图片已经损坏，打不开。");
        assertThat(desk.post("api/strip", "path", "content/../a.jpg")).hasToString("400 只能打开 content 文件夹里的文件。");
    }

    @Test
    void whatIsWrongInADraftIsSaidBeforeAnybodyApprovesIt() {
        String body = "\n定于2024年6月4日（星期五）开会，应到19人，实到21人。\n";
        List<JsonObject> problems = desk.post("api/look", "path", PATH, "header", HEADER, "body", body)
                .json()
                .objects("problems");

        assertThat(problems).extracting(problem -> problem.text("message")).anyMatch(said -> said.contains("星期二"));
        assertThat(problems).extracting(problem -> problem.text("message")).anyMatch(said -> said.contains("实到21人"));
    }

    @Test
    void twoPersonsReviewAndApprove() {
        String header = HEADER.replace("状态", "公开范围: 本单位\n发布机构: 示例党支部\n状态");
        String reviewed = step("review", header, BODY, "宣传委员").json().text("header");
        assertThat(reviewed).contains("保密审查: 宣传委员 2024-06-01\n");

        String examined = step("examine", reviewed, BODY, "组织委员").json().text("header");
        assertThat(examined).contains("保密审查: 宣传委员 2024-06-01\n审核: 组织委员 2024-06-01\n");

        assertThat(step("approve", examined, BODY, "宣传委员")).hasToString("409 保密审查和审批要由两个人分别做，审查人已经是宣传委员。");
        JsonObject approved = step("approve", examined, BODY, "支部书记").json();
        assertThat(approved.text("header")).contains("审批: 支部书记 2024-06-01\n", "状态: 已发布\n", "发布日期: 2024-06-01\n");
        assertThat(approved.text("message")).isEqualTo("审批记好了。发布日期由2024-05-06改为审批的这一天2024-06-01。");
    }

    /** The approval writes the figures that the page will show, and saving keeps them; what was signed before stays. */
    @Test
    void anApprovalWritesTheFiguresIntoTheText() throws IOException {
        new SiteFolder(root)
                .published(
                        "content/党课/一.md",
                        "标题: 支部书记讲党课",
                        "文种: 党课",
                        "发布日期: 2024-03-10",
                        "主讲人: 支部书记",
                        "会议: {时间: 2024-03-09 15:00, 地点: 一楼}");
        String header = HEADER.replace("状态", "公开范围: 本单位\n发布机构: 示例党支部\n状态");
        String body = "\n一季度讲党课{{计数: 文种=党课, 期间=2024年第一季度}}次。\n";
        String corrected = body + "\n一月{{计数: 文种=党课, 期间=2024年1月 = 2次}}。\n";
        String revised = header.replace("状态", "修订日期: 2024-06-01\n保密审查: 宣传委员 2024-06-01\n状态");
        assertThat(desk.postText("api/look", PATH, version(), revised, corrected)
                        .text())
                .contains("签发时写的是2次，按现在的记录是0次", "写成“{{计数: 文种=党课, 期间=2024年1月 = 0次}}”", ">2次");
        assertThat(step("approve", revised, corrected, "支部书记").json().text("body"))
                .isEqualTo(corrected.replace("季度}}", "季度 = 1}}"));
        JsonObject reviewed = step("review", header, body, "宣传委员").json();
        JsonObject approved = step("approve", reviewed.text("header"), reviewed.text("body"), "支部书记")
                .json();
        assertThat(approved.text("body")).isEqualTo("\n一季度讲党课{{计数: 文种=党课, 期间=2024年第一季度 = 1}}次。\n");

        desk.postText("api/save", PATH, version(), approved.text("header"), approved.text("body"));
        assertThat(file()).contains("审批: 支部书记 2024-06-01", "期间=2024年第一季度 = 1}}次");
    }

    @Test
    void aFullDiskIsToldAndLosesNothingThatWasSaved() throws IOException {
        try (SmallDisk disk = new SmallDisk(root.resolve("small"), "size=4m")) {
            new SiteFolder(disk.folder()).file(PATH, HEADER + BODY);
            try (DeskClient small = new DeskClient(disk.folder())) {
                String version = small.get("api/entry", "path", PATH).json().text("version");
                Path filler = disk.fill();
                Function<String, Answer> send = name -> small.postText(name, PATH, version, HEADER, "\n新。\n");

                assertThat(send.apply("api/draft")).hasToString("507 磁盘已满，写不下了；请腾出地方再试。");
                assertThat(send.apply("api/save")).hasToString("507 磁盘已满，写不下了；请腾出地方再试。");
                assertThat(disk.folder().resolve(PATH)).hasContent(HEADER + BODY);

                Files.delete(filler);
                assertThat(send.apply("api/save").json().bool("conflict")).isFalse();
                assertThat(disk.folder().resolve(PATH)).hasContent(HEADER + "\n新。\n");
            }
        }
    }

    @Test
    void outsideGitOnlyCommitsAreMissing() {
        assertThat(desk.get("api/state").json().bool("git")).isFalse();
        assertThat(desk.get("api/history", "path", PATH)).hasToString("409 这个文件夹没有连到网站的服务器，没有历史，也不能发布。");
        assertThat(desk.get("api/changes").json().objects("changes")).isEqualTo(List.of());
    }
}
