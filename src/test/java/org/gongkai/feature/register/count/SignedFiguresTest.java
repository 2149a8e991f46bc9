package org.gongkai.feature.register.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.feature.register.count.CountSite.held;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gongkai.feature.search.index.UnpackedIndex;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.Unzipped;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A figure of an approved text is the same wherever the text stands, for whoever reads it, whatever is taken down. */
@Tag("slow")
class SignedFiguresTest extends FolderFixture {

    private static final String ASKED = "{{计数: 文种=支委会, 年度=2024";
    private static final String SHOWN = "全年共召开支委会3次。";
    private static final String HIDDEN = "第一党支部支委会（内部）";

    private CountSite site;
    private Path root;

    /** A text in three versions: without a figure, with one, and with another; one counted entry is for members. */
    @BeforeEach
    void published() throws IOException {
        root = folder.resolve("site");
        site = new CountSite(root);
        site.folder()
                .file(
                        "content/_data/site.yml",
                        "名称: 甲\n公开对象:\n- {名称: 群众, 范围: [社会]}\n- {名称: 党员, 范围: [社会, 本单位], 目录: dang}\n");
        site.record("内部", "支委会", "2024-02-20", held("2024-02-20"), "公开范围: 本单位");
        GitFolder git = new GitFolder(root);
        for (String figure : List.of("", " = 2次", " = 3次")) {
            site.approved("全年共召开支委会" + ASKED + figure + "}}" + (figure.isEmpty() ? "次。" : "。"));
            git.commit("2024-03-0" + (5 + figure.length() % 2), "王芳", "小结" + figure);
        }
        git.git("tag", "-a", "-m", "存档", "edition/2024");
        Files.writeString(
                folder.resolve("sites.yml"),
                "门户: {名称: 门户, 发布到: www/portal}\n站点:\n- {名称: 甲, 代码: JIA, 来源: site, 发布到: www/a}\n");
        Files.createDirectories(folder.resolve("www"));
        SiteFolder.done("publish", "--sites", folder.resolve("sites.yml"));
    }

    private Path current(String audience) {
        return folder.resolve("www/a").resolve(audience).resolve("current");
    }

    private static Document page(Path file) {
        return Jsoup.parse(SiteFolder.read(file));
    }

    private void isAsSigned(Path current) {
        String entry = CountSite.ADDRESS;
        for (String edition : List.of("", "editions/2024/")) {
            Element body = page(current.resolve(edition + entry)).selectFirst(".prose");
            assertThat(body.text()).as(edition).isEqualTo(SHOWN);
            String link = body.select("a.count").attr("href");
            assertThat(link).as(edition).isEqualTo("../../registers/meetings/index.html#y2024-rows");
            assertThat(current.resolve(edition + entry)
                            .getParent()
                            .resolve(link.replaceFirst("#.*", ""))
                            .normalize())
                    .as(edition)
                    .isRegularFile();
            assertThat(SiteFolder.read(current.resolve(edition + "articles/feed.xml")))
                    .as(edition)
                    .contains(SHOWN);
            assertThat(page(current.resolve(edition + entry))
                            .select("meta[name=description]")
                            .attr("content"))
                    .as(edition)
                    .contains(SHOWN);
            String history = edition + entry.replace(".html", "/history/");
            assertThat(prose(current, history + "1.html")).contains("共召开支委会（当时的数没有写下）次。");
            assertThat(prose(current, history + "2.html")).contains("2〕次");
            assertThat(page(current.resolve(history + "3.html"))
                            .select(".prose del, .prose ins")
                            .text())
                    .as(edition)
                    .contains("2", "3");
        }
        assertThat(UnpackedIndex.legible(current)).contains(SHOWN);
    }

    private static String prose(Path current, String address) {
        return page(current.resolve(address)).select(".prose").text();
    }

    @Test
    void areTheSameOnAllPagesForEveryAudienceBeforeAndAfterATakedown() throws IOException {
        for (String audience : List.of("qun-zhong", "dang")) {
            isAsSigned(current(audience));
        }
        String hidden = new String(HIDDEN.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(SiteFolder.files(current("dang").toRealPath()).values()).anyMatch(text -> text.contains(hidden));
        assertThat(SiteFolder.files(current("qun-zhong").toRealPath()).values())
                .isNotEmpty()
                .noneMatch(text -> text.contains(hidden));

        for (String audience : List.of("qun-zhong", "dang")) {
            SiteFolder.done(
                    "takedown",
                    "meetings/2024/zhi-wei-hui-yi.html",
                    "--to",
                    current(audience).getParent(),
                    "--reason",
                    "试");
            isAsSigned(current(audience));
        }
        SiteFolder.run("publish", "--sites", folder.resolve("sites.yml"));
        for (String audience : List.of("qun-zhong", "dang")) {
            isAsSigned(current(audience));
            assertThat(SiteFolder.read(current(audience).resolve("registers/meetings/index.html")))
                    .doesNotContain("支委会（一）");
        }
    }

    @Test
    void areTheSameOnPaperInWordAndLeaveNoQuestionInAPortal() throws IOException {
        Path word = folder.resolve("a.docx");
        SiteFolder.done("export", "docx", root.resolve(CountSite.TEXT), "-s", root, "-o", word);
        assertThat(Jsoup.parse(Unzipped.of(word).text("word/document.xml"))
                        .text()
                        .replace(" ", ""))
                .contains(SHOWN);

        Path laidOut = folder.resolve("laid-out.html");
        Path browser = Files.writeString(
                folder.resolve("browser"), "#!/bin/sh\nfor last; do :; done\ncp \"${last#file://}\" " + laidOut + "\n");
        assertThat(browser.toFile().setExecutable(true)).isTrue();
        SiteFolder.run(
                Map.of("GONGKAI_CHROMIUM", browser.toString()),
                "print",
                CountSite.TEXT,
                "-s",
                root,
                "-o",
                folder.resolve("a.pdf"));
        assertThat(page(laidOut).text()).contains(SHOWN);

        for (String command : List.of("collect", "merge", "publish")) {
            SiteFolder.done(
                    "portal", command, "--sites", folder.resolve("sites.yml"), "--work", folder.resolve("work"));
        }
        Path portal = folder.resolve("www/portal/current").toRealPath();
        assertThat(SiteFolder.files(portal).values()).isNotEmpty().noneMatch(text -> text.contains("{{"));
    }
}
