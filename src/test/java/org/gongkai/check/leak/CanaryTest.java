package org.gongkai.check.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gongkai.feature.search.index.UnpackedIndex;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Entries that are hidden for every reason, with a word of its own in every part, and visible ones that refer to them in every
 * way: such a reference is refused, or no such word stands in any byte of what is written.
 */
@Tag("slow")
@Promise("CanaryTest tries some fifty ways")
class CanaryTest extends SiteFixture {

    /** Why an entry is hidden: lines of its header. The first audience sees none of them, the second one the first. */
    private static final Map<String, List<String>> REASONS = new TreeMap<>(Map.of(
            "a", List.of("公开范围: 本单位"),
            "b", List.of("公开范围: 社会", "状态: 草稿"),
            "c", List.of("公开范围: 社会", "发布日期: 2024-09-01"),
            "d", List.of("公开范围: 社会", "状态: 已撤回"),
            "e", List.of("公开范围: 社会", "失效日期: 2024-05-20"),
            "f", List.of("公开范围: 特定对象", "状态: 草稿")));

    /** A way to refer to the hidden entry {@code content/密/mX.md} or {@code mX.adoc} from an entry in {@code content/明}. */
    private enum Way {
        LINK("md", "[看](../密/m@.md)"),
        LINK_WITHOUT_WORDS("md", "见[](../密/m@.md)。"),
        LINK_WITHOUT_ENDING("md", "[看](../密/m@)"),
        LINK_TO_PAGE("md", "[看](../密/m@.html)"),
        LINK_TO_ADDRESS("md", "[看](/mi/2024/m@.html)"),
        LINK_TO_FOLDER("md", "[看](../密/)"),
        LINK_IN_OTHER_CASE("md", "[看](../密/M@.MD)"),
        LINK_ENCODED("md", "[看](../%E5%AF%86/m@.md)"),
        LINK_ROUNDABOUT("md", "[看](./x/../../密/./m@.md)"),
        LINK_WITH_BACKSLASHES("md", "[看](..\\\\密\\\\m@.md)"),
        LINK_IN_FULL_WIDTH("md", "[看](../密/ｍ@．ｍｄ)"),
        LINK_TO_A_PLACE("md", "[看](../密/m@.md#节)"),
        LINK_BY_REFERENCE("md", "[看][r]\n\n[r]: ../密/m@.md"),
        PICTURE("md", "![看](../密/m@.md)"),
        PICTURE_IN_OTHER_CASE("md", "![看](../密/M@.MD)"),
        TYPED_HTML("md", "<a href=\"../密/m@.md\">看</a><img src=\"../密/m@.md\"><video src=\"../密/m@.md\"></video>"),
        TYPED_FRAMES("md", "<iframe src=\"../密/m@.md\"></iframe><object data=\"../密/m@.md\"></object>"),
        HTML_ENTRY("html", "<p><a href=\"../密/m@.md\">看</a> <img src=\"../密/m@.md\" alt=\"\"></p>"),
        ATTACHMENT("md", "附件: ../密/m@.md", ""),
        ATTACHMENT_WITH_A_NAME("md", "附件: [{文件: ../密/m@.md, 名称: 名单}]", ""),
        ATTACHMENT_ROUNDABOUT("md", "附件: ./x/../../密//m@.md", ""),
        ATTACHMENT_FROM_THE_ROOT("md", "附件: /密/m@.md", ""),
        ATTACHMENT_IN_OTHER_CASE("md", "附件: ../密/M@.Md", ""),
        ATTACHMENT_ENCODED("md", "附件: ../%E5%AF%86/m@.md", ""),
        ATTACHMENT_WITH_BACKSLASHES("md", "附件: ..\\密\\m@.md", ""),
        ATTACHMENT_IN_FULL_WIDTH("md", "附件: ../密/ｍ@．ｍｄ", ""),
        ATTACHED_FOLDER("md", "附件: ../密", ""),
        ATTACHED_WITHOUT_ENDING("md", "附件: ../密/m@", ""),
        RESULT("md", "公示: {起: 2024-05-02, 止: 2024-05-10, 结果: ../密/m@.md}", ""),
        ALIAS("md", "旧址: mi/2024/m@.html", ""),
        COPY("md", "附件: 表@.txt", "", "表@.txt"),
        COPY_OF_CSV("md", "附件: 表@.csv", "", "表@.csv"),
        COPY_THAT_IS_LINKED("md", "[看](表@.txt)", "表@.txt"),
        COPY_BELOW_A_LOW_LINE("md", "附件: _表@.md", "", "_表@.md"),
        BACKUP("md", "附件: m@.md.bak", "", "m@.md.bak"),
        BACKUP_OF_AN_EDITOR("md", "附件: m@.md~", "", "m@.md~"),
        OTHER_ENDING("md", "附件: m@.mkd", "", "m@.mkd"),
        INCLUDE("adoc", "include::../密/m@.md[]"),
        INCLUDE_A_LINE("adoc", "include::../密/m@.md[lines=9..20]"),
        INCLUDE_IN_A_TABLE("adoc", "[format=csv]\n|===\ninclude::../密/m@.md[]\n|==="),
        INCLUDE_IN_CODE("adoc", "----\ninclude::../密/./m@.md[]\n----"),
        INCLUDE_ITS_ATTACHMENT("adoc", "include::../密/m@.txt[]"),
        INCLUDE_ITS_ATTACHMENT_ROUNDABOUT("adoc", "include::_段@.adoc[]", "_段@.adoc", "include::../密/m@.txt[]\n"),
        INCLUDE_A_COPY("adoc", "include::_表@.md[]", "_表@.md"),
        LINK_IN_ASCIIDOC("adoc", "link:../密/m@.md[看] xref:../密/m@.md[]"),
        PICTURE_IN_ASCIIDOC("adoc", "image::../密/m@.md[]\n\nvideo::../密/m@.md[]"),
        ASSET("md", "看。", "/assets/x@.txt"),
        ASSET_OF_ANOTHER_NAME("md", "看。", "/assets/x@.md~"),
        ASSET_IN_NO_FORM("md", "看。", "/assets/x@.bin"),
        SYMBOLIC_LINK("md", "附件: 链@.txt", "", "->链@.txt"),
        HARD_LINK("md", "附件: 链@.txt", "", "=>链@.txt"),
        LINKED_ASSET("md", "看。", "->/assets/x@.txt");

        private final String ending;
        private final String header;
        private final String body;
        private final String file;
        private final String content;

        Way(String ending, String body) {
            this(ending, "", body, "", "");
        }

        Way(String ending, String first, String second) {
            this(
                    ending,
                    isField(first) ? first : "",
                    isField(first) ? second : first,
                    isField(first) ? "" : second,
                    "");
        }

        Way(String ending, String first, String second, String third) {
            this(
                    ending,
                    isField(first) ? first : "",
                    isField(first) ? second : first,
                    isField(first) ? third : second,
                    isField(first) ? "" : third);
        }

        /**
         * @param header a line of the visible entry's header
         * @param file a file beside it, or from the root; a link with an arrow in front
         * @param content what the file holds; a copy of the hidden entry's source if empty
         */
        Way(String ending, String header, String body, String file, String content) {
            this.ending = ending;
            this.header = header;
            this.body = body;
            this.file = file;
            this.content = content;
        }

        private static boolean isField(String text) {
            return text.matches("(附件|公示|旧址): .*");
        }
    }

    /** All in one site: whatever is refused is taken away, until what is left can be built. */
    @Test
    void referencesAreRefusedOrGiveNothingAway() throws IOException {
        hiddenEntries();
        for (Way way : Way.values()) {
            if (way.file.isEmpty()) {
                for (String reason : REASONS.keySet()) {
                    visible(way, reason, "v" + way.ordinal() + reason);
                }
            }
        }
        Ran ran = site.build();
        for (int left = 4; ran.status() != 0 && left > 0; left--) {
            assertThat(ran.status()).as(ran.err()).isEqualTo(1);
            for (String path : errors(ran)) {
                assertThat(path).as(ran.err()).startsWith("content/明/v");
                site.delete(path);
            }
            ran = site.build();
        }
        assertThat(ran.status()).as(ran.err()).isZero();
        assertNothingCameOut();
    }

    @ParameterizedTest
    @MethodSource("waysByFiles")
    void aReferenceByAnotherFileIsRefusedOrGivesNothingAway(Way way) throws IOException {
        hiddenEntries();
        for (String reason : REASONS.keySet()) {
            refer(way, reason);
        }
        Ran ran = site.build();
        for (int left = REASONS.size(); ran.status() != 0 && left > 0; left--) {
            assertThat(ran.status()).as(ran.err()).isEqualTo(1);
            assertThat(takeAwayRefused(ran)).as(ran.err()).isTrue();
            ran = site.build();
        }
        assertThat(ran.status()).as(ran.err()).isZero();
        assertNothingCameOut();
    }

    static Stream<Way> waysByFiles() {
        return Arrays.stream(Way.values()).filter(way -> !way.file.isEmpty());
    }

    private void assertNothingCameOut() {
        assertHoldsNothing(site.output(), REASONS.keySet());
        assertHoldsNothing(site.root().resolve("target/site-dy"), List.of("b", "c", "d", "e", "f"));
    }

    @ParameterizedTest
    @Promise("but a file that a visible entry names")
    @EnumSource
    void aCopyInAnotherFormIsFoundOut(Form form) throws IOException {
        hiddenEntries();
        for (String reason : REASONS.keySet()) {
            byte[] copy = form.of(Files.readString(site.root().resolve("content/密/m" + reason + ".md")));
            site.file("content/明/表" + reason + ".txt", copy)
                    .entry(
                            "content/明/v" + reason + ".md",
                            "标题: 明" + reason,
                            "发布日期: 2024-05-02",
                            "公开范围: 社会",
                            "附件: 表" + reason + ".txt");
        }
        Ran ran = site.build();

        for (String reason : REASONS.keySet()) {
            assertThat(ran.problems())
                    .contains("content/明/v" + reason + ".md:1:1: 错误 E305 “表" + reason + ".txt”里有 content/密/m" + reason
                            + ".md 的全文，而公开对象“群众”看不到那一条；网站未更新；请从这一条里去掉这个文件，或改那一条的公开范围");
        }
        assertThat(site.output()).doesNotExist();
    }

    /** How a copy may have been saved. */
    private enum Form {
        AS_IT_IS,
        WINDOWS,
        GBK,
        UTF16,
        WITH_A_MARK,
        WITHIN_ANOTHER_TEXT;

        byte[] of(String text) {
            return switch (this) {
                case AS_IT_IS -> text.getBytes(StandardCharsets.UTF_8);
                case WINDOWS -> text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
                case GBK -> text.getBytes(Charset.forName("GB18030"));
                case UTF16 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
                case WITH_A_MARK -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
                case WITHIN_ANOTHER_TEXT ->
                    ("以下供参考：\n\n> " + text.replace("\n", "\n> ") + "\n完。\n").getBytes(StandardCharsets.UTF_8);
            };
        }
    }

    @Test
    void nothingStandsInPublishedReleases() {
        hiddenEntries();
        for (Way way : List.of(Way.LINK_WITHOUT_WORDS, Way.LINK, Way.LINK_IN_ASCIIDOC)) {
            for (String reason : REASONS.keySet()) {
                visible(way, reason, "v" + way.ordinal() + reason);
            }
        }
        GitFolder git = new GitFolder(site.root());
        git.commit("2024-05-03", "某委员", "密件" + word("a", "title") + word("b", "title"));
        site.entry("content/密/mb.md", "标题: 改" + word("b", "title"), "发布日期: 2024-05-02", "公开范围: 社会", "状态: 草稿");
        git.commit("2024-05-04", "某委员", "再改" + word("b", "sentence"));
        Path store = folder.resolve("store");

        SiteFolder.done("publish", "-s", site.root(), "--to", store, "--rev", "HEAD");
        List<String> hidden = List.of("b", "c", "d", "e", "f");
        try (var audiences = Files.list(store)) {
            for (Path audience : audiences.filter(Files::isDirectory).toList()) {
                Path release = audience.resolve("current").toRealPath();
                boolean members = audience.getFileName().toString().equals("dy");
                assertHoldsNothing(release, members ? hidden : REASONS.keySet());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hiddenEntries() {
        site.file(
                "content/_data/site.yml", "受众:\n- {名称: 群众, 范围: [社会], 目录: qz}\n- {名称: 党员, 范围: [社会, 全党, 本单位], 目录: dy}\n");
        site.entry("content/明/首.md", "标题: 明", "发布日期: 2024-05-02", "公开范围: 社会");
        REASONS.forEach((reason, lines) -> {
            List<String> header = new ArrayList<>(List.of(
                    "标题: 关于" + word(reason, "title") + "的安排",
                    "发布日期: 2024-05-01",
                    "索引号: " + word(reason, "number") + "/2024-00001",
                    "标签: [标签" + word(reason, "tag") + "]",
                    "摘要: 摘要" + word(reason, "summary"),
                    "附件: [{文件: m" + reason + ".txt, 名称: 名称" + word(reason, "label") + "}]"));
            lines.forEach(line -> header.removeIf(other -> other.startsWith(line.substring(0, line.indexOf(':') + 1))));
            header.addAll(lines);
            site.file(
                    "content/密/m" + reason + ".md",
                    "---\n" + String.join("\n", header) + "\n---\n\n## 节" + word(reason, "heading")
                            + "\n\n拟由三名同志分别走访各家企业听取意见" + word(reason, "sentence") + "。\n");
            site.file("content/密/m" + reason + ".txt", "名单：" + word(reason, "attached") + "\n");
        });
    }

    private void refer(Way way, String reason) throws IOException {
        visible(way, reason, "v" + reason);
        String name = way.file.replace("@", reason).replaceFirst("^[-=]>", "");
        if (name.isEmpty()) {
            return;
        }
        Path hidden = site.root().resolve("content/密/m" + reason + ".md");
        String path = name.startsWith("/") ? name.substring(1) : "content/明/" + name;
        Path file = site.root().resolve(path);
        Files.createDirectories(file.getParent());
        if (way.file.startsWith("->")) {
            Files.createSymbolicLink(file, file.getParent().relativize(hidden));
        } else if (way.file.startsWith("=>")) {
            Files.createLink(file, hidden);
        } else {
            site.file(path, way.content.isEmpty() ? Files.readString(hidden) : way.content.replace("@", reason));
        }
    }

    private void visible(Way way, String reason, String name) {
        String header = way.header.replace("@", reason);
        String body = way.body.replace("@", reason);
        String path = "content/明/" + name + "." + way.ending;
        if (way.ending.equals("adoc")) {
            site.file(path, "= 明" + name + "\n:发布日期: 2024-05-02\n:公开范围: 社会\n\n" + body + "\n");
        } else {
            site.file(
                    path,
                    "---\n标题: 明" + name + "\n发布日期: 2024-05-02\n公开范围: 社会\n" + header + (header.isEmpty() ? "" : "\n")
                            + "---\n\n" + body + "\n\n正文。\n");
        }
    }

    /** Deletes the visible entries of which an error was told, and what was laid beside them or into the assets for them. */
    private boolean takeAwayRefused(Ran ran) throws IOException {
        TreeSet<String> refused = new TreeSet<>();
        for (String path : errors(ran)) {
            String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("[.].*", "");
            refused.add(name.substring(name.length() - 1));
        }
        boolean any = false;
        for (String reason : refused) {
            for (String place : List.of("content/明", "assets")) {
                any |= deleteOf(site.root().resolve(place), reason);
            }
        }
        return any;
    }

    /** The paths of which errors were told. */
    private static TreeSet<String> errors(Ran ran) {
        TreeSet<String> paths = new TreeSet<>();
        for (String problem : ran.problems()) {
            if (problem.contains(" 错误 ")) {
                paths.add(problem.substring(0, problem.indexOf(':')));
            }
        }
        return paths;
    }

    private static boolean deleteOf(Path place, String reason) throws IOException {
        if (!Files.isDirectory(place)) {
            return false;
        }
        boolean any = false;
        try (var files = Files.list(place)) {
            for (Path file : files.toList()) {
                if (REASONS.containsKey(reason)
                        && file.getFileName()
                                .toString()
                                .replaceFirst("[.].*", "")
                                .endsWith(reason)) {
                    Files.delete(file);
                    any = true;
                }
            }
        }
        return any;
    }

    private static void assertHoldsNothing(Path output, Iterable<String> reasons) {
        Map<String, String> files = SiteFolder.files(output);
        assertThat(files).as(output.toString()).isNotEmpty();
        assertHoldsNothing("search", UnpackedIndex.legible(output), reasons);
        files.forEach((address, bytes) -> assertHoldsNothing(address, bytes, reasons));
    }

    private static void assertHoldsNothing(String address, String bytes, Iterable<String> reasons) {
        for (String reason : reasons) {
            // The page that stands in the place of what is gone shows its number.
            boolean gone = reason.equals("d") || reason.equals("e");
            for (String part : Arrays.asList(
                    "title", "tag", "summary", "label", "heading", "sentence", "attached", gone ? "title" : "number")) {
                assertThat(bytes.contains(word(reason, part)))
                        .as(address + " holds " + part + " of " + reason)
                        .isFalse();
                assertThat(address).doesNotContain(word(reason, part));
            }
        }
    }

    /** A word that stands nowhere else, of letters and digits that are the same in every encoding and address. */
    private static String word(String reason, String part) {
        return "zq" + reason + Integer.toString(part.hashCode() & 0xFFFFFFF, 36) + "qz";
    }
}
