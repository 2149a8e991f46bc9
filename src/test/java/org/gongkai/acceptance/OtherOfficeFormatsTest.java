package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.io.InstalledProgram;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.Required;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@DisplayName("Documents that LibreOffice converts for an import")
class OtherOfficeFormatsTest extends FolderFixture {

    private static final Path DOCUMENTS = Path.of("src/test/resources/documents/office");
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text";

    private SiteFolder site;
    private Path documents;

    @BeforeAll
    static void office() {
        boolean isThere = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> InstalledProgram.at(place + "/soffice").isPresent());
        if (!isThere) {
            Required.missing("no LibreOffice (soffice) on this machine");
        }
    }

    @BeforeEach
    void site() throws IOException {
        site = new SiteFolder(folder.resolve("支部 一")).file("content/_data/site.yml", "机构代码: SLSW01\n");
        documents = Files.createDirectories(folder.resolve("旧 文稿"));
    }

    private Ran imports(Path file, Object... more) {
        return SiteFolder.run("import", file, "-s", site.root(), more);
    }

    /** The text of the draft that an import says it made, without its header. */
    private String text(Ran ran) {
        assertThat(ran.status()).as(ran.err()).isZero();
        String draft = ran.out().lines().findFirst().orElseThrow().replaceFirst(".* → ", "");
        return SiteFolder.read(site.root().resolve(draft)).replaceFirst("(?s)---.*?\n---\n+", "");
    }

    @Test
    @DisplayName(
            "two at once, have the numbers, headings, tables and notes of the originals, and say what was left out")
    void text() throws IOException {
        Path plan = Files.copy(DOCUMENTS.resolve("plan.doc"), documents.resolve("计划 稿.wps"));
        CompletableFuture<Ran> other = CompletableFuture.supplyAsync(() -> imports(DOCUMENTS.resolve("remarks.doc")));
        Ran ran = imports(plan);
        Ran remarks = other.join();

        assertThat(ran.out()).contains("文种 学习计划", "  说明：这是旧格式的 Word 文件，由本机的 LibreOffice 转换以后导入，请对照原文核对\n");
        assertThat(text(ran)).contains("## 一、学习内容", "### （一）必学篇目", "| ");
        String whole = ran.out() + text(ran).replaceAll("[#|*\\s\\\\]", "");
        assertThat(Files.readAllLines(DOCUMENTS.resolve("plan.txt")))
                .allSatisfy(line -> assertThat(whole).contains(line.replaceAll("\\s", "")));
        assertThat(text(remarks)).contains("引文[^1]，又引[^2]。[^3]", "[^1]: 第一个注。", "[^3]: 尾注。");
        assertThat(remarks.out())
                .contains(
                        "  没有导入：第1段，修订中删除的文字没有导入：“旧字”\n",
                        "  说明：第1段、第4段，修订中插入的文字2处，按已接受修订导入\n",
                        "  没有导入：第6段，隐藏文字3字没有导入：“看不见”\n",
                        "隐藏文字 再导入一次",
                        "文本框没有导入，里面的文字是：“框里的字”");
    }

    @Test
    @DisplayName("take in no file of this machine that a field of rich text names, and follow its links")
    void richText() throws IOException {
        Path picture = Files.write(folder.resolve("secret.png"), Attachments.png());
        String letters = "INCLUDEPICTURE"
                .chars()
                .mapToObj(letter -> "\\u" + letter + "?")
                .reduce("", String::concat);
        String field = "{\\field{\\*\\fldinst %s}{\\fldrslt q}}";
        Path file = Files.writeString(
                documents.resolve("信.doc"),
                "{\\rtf1\\ansi a\\par b "
                        + field.formatted("{\\insrsid1 HYPERLINK \"http://www.example.org/\"}")
                        + field.formatted("INCLUDEPICTURE \"" + picture + "\"")
                        + field.formatted("{INCLUDE}{PICTURE} \"" + picture + "\"")
                        + field.formatted(letters + " \\u34?" + picture + "\\u34? HYPERLINK ") + "c}");

        Ran ran = imports(file);

        assertThat(ran.out()).contains("这是 RTF 文件，由本机的 LibreOffice 转换以后导入");
        assertThat(text(ran)).startsWith("b [q](http://www.example.org/)qqqc");
    }

    @Test
    @DisplayName("call no server of a picture or an object, and read no other file")
    void openDocument() throws IOException {
        Path picture = Files.write(folder.resolve("secret.png"), Attachments.png());
        try (Trap trap = new Trap()) {
            StringBuilder frames = new StringBuilder();
            for (String kind : List.of("image", "object", "object-ole", "plugin", "floating-frame")) {
                for (String address :
                        List.of(trap.address() + "/" + kind, picture.toUri().toString())) {
                    frames.append(
                            "<text:p>甲<draw:frame svg:width=\"2cm\" svg:height=\"2cm\" text:anchor-type=\"as-char\"><draw:"
                                    + kind + " xlink:href=\"" + address
                                    + "\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/></draw:frame></text:p>");
                }
            }
            Path file = Files.write(documents.resolve("a.odt"), openDocument(frames.toString()));

            String told = imports(file).out();

            assertThat(told).contains("  没有导入：第1段，图片只是链接到别处，文件里没有，没有导入（在“甲”一段）\n", "这是 OpenDocument 文件，由本机的");
            assertThat(trap.calls()).isEmpty();
        }
        try (Stream<Path> files = Files.walk(site.root())) {
            assertThat(files.filter(Files::isRegularFile).map(Path::toFile))
                    .noneMatch(any -> any.length() == picture.toFile().length());
        }
    }

    private static byte[] openDocument(String body) throws IOException {
        String namespaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
                + " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                + " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\"";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry type = new ZipEntry("mimetype");
            CRC32 sum = new CRC32();
            sum.update(OPEN_DOCUMENT.getBytes(StandardCharsets.US_ASCII));
            type.setMethod(ZipEntry.STORED);
            type.setSize(OPEN_DOCUMENT.length());
            type.setCrc(sum.getValue());
            part(zip, type, OPEN_DOCUMENT);
            part(
                    zip,
                    new ZipEntry("content.xml"),
                    "<office:document-content " + namespaces + " office:version=\"1.2\"><office:body><office:text>"
                            + body + "</office:text></office:body></office:document-content>");
            part(
                    zip,
                    new ZipEntry("META-INF/manifest.xml"),
                    "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry"
                            + " m:full-path=\"/\" m:media-type=\"" + OPEN_DOCUMENT + "\"/><m:file-entry"
                            + " m:full-path=\"content.xml\" m:media-type=\"text/xml\"/></m:manifest>");
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, ZipEntry entry, String content) throws IOException {
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
