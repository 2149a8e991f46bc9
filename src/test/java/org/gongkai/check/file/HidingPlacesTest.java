package org.gongkai.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.poi.poifs.filesystem.Ole10Native;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.FolderFixture;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("In a file that is published, a telephone number")
@Tag("slow")
class HidingPlacesTest extends FolderFixture {

    private static final String MOBILE = Invented.mobile();
    private static final String CURE = "；改不了的，请人逐页看过有没有个人信息和密级标志，在条目的附件后面写上谁在哪天看的：{文件: %s, 人工核查: 支部书记 2024-03-01}";

    private List<String> problems(String name, byte[] bytes) {
        return SiteFolder.problemsOfAttachment(folder.resolve(name), name, bytes);
    }

    private static String vouch(String name) {
        return CURE.formatted(name);
    }

    /** A part with the number as programs write such parts. */
    private static String part(String name) {
        String text = name.contains("/charts/")
                ? "<c:chart><c:numCache><c:pt idx=\"0\"><c:v>1.3000000000E10</c:v></c:pt></c:numCache></c:chart>"
                : name.contains("/diagrams/")
                        ? "<a:p><a:r><a:t>" + MOBILE.substring(0, 4) + "</a:t></a:r><a:r><a:t>" + MOBILE.substring(4)
                                + "</a:t></a:r></a:p>"
                        : name.contains("_rels/")
                                ? "<Relationship Id=\"r9\" TargetMode=\"External\" Target=\"tel:" + MOBILE + "\"/>"
                                : "<vt:lpwstr>" + MOBILE + "</vt:lpwstr>";
        return "<x:root xmlns:x=\"x\" xmlns:c=\"c\" xmlns:a=\"a\" xmlns:vt=\"vt\">" + text + "</x:root>";
    }

    private static byte[] office(String kind, Map<String, byte[]> more) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        switch (kind) {
            case "docx" -> parts.put("word/document.xml", bytes("<w:p xmlns:w=\"w\"><w:t>甲</w:t></w:p>"));
            case "xlsx" -> {
                parts.put(
                        "xl/workbook.xml",
                        bytes("<workbook><sheets><sheet name=\"甲\" id=\"r1\"/></sheets></workbook>"));
                parts.put(
                        "xl/_rels/workbook.xml.rels",
                        bytes("<r><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></r>"));
                parts.put(
                        "xl/worksheets/sheet1.xml",
                        bytes("<w><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>甲</v></c></row></sheetData></w>"));
            }
            case "pptx" -> {
                parts.put("ppt/presentation.xml", bytes("<p/>"));
                parts.put("ppt/slides/slide1.xml", bytes("<a:p xmlns:a=\"a\"><a:t>甲</a:t></a:p>"));
            }
            default -> {
                parts.put("OFD.xml", bytes("<OFD/>"));
                parts.put("Doc_0/Pages/Page_0/Content.xml", bytes("<p><TextCode>甲</TextCode></p>"));
            }
        }
        parts.putAll(more);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @Promise("Office files are read part by part")
    @DisplayName("is found in every part that holds text beside the document")
    @ValueSource(
            strings = {
                "docx:word/charts/chart1.xml",
                "docx:word/diagrams/data1.xml",
                "docx:word/_rels/document.xml.rels",
                "docx:word/glossary/document.xml",
                "docx:word/settings.xml",
                "docx:docProps/custom.xml",
                "docx:docProps/app.xml",
                "docx:docProps/core.xml",
                "docx:customXml/item1.xml",
                "docx:word/comments2.xml",
                "docx:word/people.xml",
                "docx:word/document2.xml",
                "docx:未知/部件.xml",
                "xlsx:xl/charts/chart1.xml",
                "xlsx:xl/diagrams/data1.xml",
                "xlsx:xl/sharedStrings.xml",
                "xlsx:xl/worksheets/sheet9.xml",
                "xlsx:xl/worksheets/_rels/sheet1.xml.rels",
                "xlsx:xl/externalLinks/externalLink1.xml",
                "xlsx:xl/queryTables/queryTable1.xml",
                "xlsx:xl/connections.xml",
                "xlsx:customXml/item1.xml",
                "xlsx:docProps/custom.xml",
                "pptx:ppt/charts/chart1.xml",
                "pptx:ppt/diagrams/data1.xml",
                "pptx:ppt/slideMasters/slideMaster1.xml",
                "pptx:ppt/slideLayouts/slideLayout1.xml",
                "pptx:ppt/comments/comment1.xml",
                "pptx:ppt/commentAuthors.xml",
                "pptx:ppt/tags/tag1.xml",
                "ofd:Doc_0/Annots/Page_0/Annotation.xml",
                "ofd:Doc_0/Tpls/Tpl_0/Content.xml",
                "ofd:Doc_0/Attachs/Attachments.xml"
            })
    void parts(String place) {
        String ending = place.substring(0, place.indexOf(':'));
        String name = place.substring(place.indexOf(':') + 1);

        assertThat(problems("b." + ending, office(ending, Map.of(name, bytes(part(name))))))
                .anySatisfy(problem -> assertThat(problem).contains("错误 E272 里面看不见的“" + name + "”有手机号：130****0000；"));
    }

    @Test
    @Promise("Office files are read part by part")
    @DisplayName("is found beside the cells of a row and in the list of worksheets")
    void besideCells() {
        String list = "<workbook><sheet name=\"甲\" id=\"r1\">%s</sheet></workbook>";
        String sheet = "<w><sheetData><row r=\"1\">%s<c r=\"A1\" t=\"str\"><v>甲</v></c></row></sheetData></w>";
        Map<String, String> places = Map.of("xl/workbook.xml", list, "xl/worksheets/sheet1.xml", sheet);

        places.forEach((name, xml) -> assertThat(problems(
                        "b.xlsx", office("xlsx", Map.of(name, bytes(xml.formatted("<note>" + MOBILE + "</note>"))))))
                .anySatisfy(problem -> assertThat(problem).contains("错误 E272 里面看不见的“" + name + "”有手机号")));
    }

    @Test
    @Promise("Office files are read part by part")
    @DisplayName("is found behind the directory of a file, which does not list it")
    void unlisted() {
        byte[] document = office("docx", Map.of());
        byte[] more = Attachments.zip(Map.of("word/more.xml", part("word/more.xml")));
        byte[] both = Arrays.copyOf(document, document.length + more.length);
        System.arraycopy(more, 0, both, document.length, more.length);

        assertThat(problems("b.docx", both))
                .anySatisfy(problem -> assertThat(problem).contains("错误 E272 里面看不见的“word/more.xml”有手机号"));
    }

    @ParameterizedTest
    @DisplayName("is found in attributes and other places of the document itself")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <w:p><w:docPr descr="N"/></w:p>
                    <w:p><w:instrText>HYPERLINK "tel:N"</w:instrText></w:p>
                    <w:p><w:delInstrText>N</w:delInstrText></w:p>
                    <w:p><mc:Fallback><w:t>N</w:t></mc:Fallback></w:p>
                    <w:sdt><w:alias val="N"/></w:sdt>
                    <!-- N -->
                    <?note N?>
                    <w:t>N</w:t>
                    <w:x>N</w:x>
                    """)
    void document(String inside) {
        String xml = "<w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:p><w:t>甲</w:t></w:p>" + inside.replace("N", MOBILE)
                + "</w:document>";

        assertThat(problems("b.docx", office("docx", Map.of("word/document.xml", bytes(xml)))))
                .anySatisfy(
                        problem -> assertThat(problem).contains("错误 E272 里面看不见的“word/document.xml”有手机号：130****0000；"));
    }

    private static byte[] embedded(String kind) throws IOException {
        return switch (kind) {
            case "xlsx" -> Attachments.xlsx(MOBILE);
            case "docx" -> Attachments.docx(MOBILE);
            case "pptx" -> office("pptx", Map.of("ppt/slides/slide2.xml", bytes("<p><t>" + MOBILE + "</t></p>")));
            case "pdf" -> Attachments.pdf(MOBILE);
            case "txt" -> MOBILE.getBytes(Charset.forName("GB18030"));
            case "zip" -> Attachments.zip(Map.of("名单.txt", MOBILE));
            case "ole" -> ole("CONTENTS", Attachments.pdf(MOBILE));
            case "stream" -> ole("Other", Attachments.docx(MOBILE));
            case "package" -> ole("Package", Attachments.docx(MOBILE));
            default -> ole(Ole10Native.OLE10_NATIVE, Attachments.xlsx(MOBILE));
        };
    }

    /** An object as programs embed it: a container with a file in it. */
    private static byte[] ole(String stream, byte[] file) throws IOException {
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            byte[] content = file;
            if (stream.equals(Ole10Native.OLE10_NATIVE)) {
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                new Ole10Native("list.xlsx", "list.xlsx", "list.xlsx", file).writeOut(packed);
                content = packed.toByteArray();
            }
            system.createDocument(new ByteArrayInputStream(content), stream);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            system.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    @ParameterizedTest
    @Promise("The files within a file")
    @DisplayName("is found in files within a file")
    @CsvSource({
        "docx, xlsx, word/embeddings/a.xlsx, 工作表“表”单元格 A1",
        "docx, docx, word/embeddings/a.docx, 正文第 1 段",
        "docx, pptx, word/embeddings/a.pptx, 幻灯片 2第 1 段",
        "docx, pdf, word/embeddings/a.bin, 第 1 页",
        "docx, txt, word/afchunk.txt, ''",
        "xlsx, txt, xl/drawings/vmlDrawing1.vml, ''",
        "docx, zip, word/embeddings/a.zip/名单.txt, ''",
        "docx, ole, word/embeddings/oleObject1.bin/CONTENTS, 第 1 页",
        "docx, package, word/embeddings/oleObject1.bin/Package, 正文第 1 段",
        "docx, stream, word/embeddings/oleObject1.bin/Other, 正文第 1 段",
        "docx, docx, word/media/image1.png, 正文第 1 段",
        "xlsx, xlsx, xl/embeddings/a.xlsx, 工作表“表”单元格 A1",
        "pptx, xlsx, ppt/embeddings/a.xlsx, 工作表“表”单元格 A1",
        "ofd, pdf, Doc_0/Attachs/a.pdf, 第 1 页"
    })
    void files(String outer, String kind, String within, String where) throws IOException {
        String part = within.replaceFirst("(?<=\\.(zip|bin))/.*", "");

        assertThat(problems("b." + outer, office(outer, Map.of(part, embedded(kind)))))
                .anySatisfy(problem ->
                        assertThat(problem).contains("错误 E272 里面嵌入的文件“" + within + "”" + where, "有手机号：130****0000；"));
    }

    @Test
    @Promise("The files within a file")
    @DisplayName("is found three files deep; what is deeper is refused")
    void depth() {
        byte[] third = Attachments.zip(Map.of("c.txt", MOBILE));
        byte[] second = office("docx", Map.of("word/b.zip", third));
        byte[] first = office("docx", Map.of("word/a.docx", second));

        assertThat(problems("b.docx", first))
                .anySatisfy(problem -> assertThat(problem).contains("“word/a.docx/word/b.zip/c.txt”有手机号"));
        assertThat(problems("c.docx", office("docx", Map.of("word/0.docx", first))))
                .containsExactly(
                        "错误 E255 里面的“word/0.docx/word/a.docx/word/b.zip/c.txt”套在 3 层文件里面；请把它另作附件" + vouch("c.docx"));
    }

    @ParameterizedTest
    @Promise("What cannot be read of a file that an entry names")
    @DisplayName("may be in parts that cannot be read, which are refused by name")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    docProps/thumbnail.jpeg    | picture | 是首页的缩略图，上面的字检查不到；请在“文件—信息—属性—高级属性”里取消“保存预览图片”再保存
                    word/embeddings/a.bin      | unknown | 认不出是什么内容；请删去它；要给读者的，请另作附件
                    word/embeddings/a.docx     | broken  | 打不开，或者没有检查完；请删去它；要给读者的，请另作附件
                    word/embeddings/a.pdf      | locked  | 打不开，或者没有检查完；请删去它；要给读者的，请另作附件
                    word/embeddings/o.bin/Other | packed | 认不出是什么内容；请删去它；要给读者的，请另作附件
                    word/embeddings/o.bin/Ole10Native | native | 认不出是什么内容；请删去它；要给读者的，请另作附件
                    word/embeddings/b.pdf      | short   | 打不开，或者没有检查完；请删去它；要给读者的，请另作附件
                    word/afchunk.mht           | mail    | 里面的文字可能写成代码，检查不全；请用办公软件另存为 .docx 或 PDF
                    word/afchunk.rtf           | rich    | 里面的文字可能写成代码，检查不全；请用办公软件另存为 .docx 或 PDF
                    customXml/item1.xml        | cut     | 不合 XML 的规则，没有检查完；请用办公软件打开，另存一份
                    """)
    void unread(String name, String kind, String problem) throws IOException {
        byte[] content =
                switch (kind) {
                    case "picture" -> Attachments.jpeg();
                    case "unknown" -> new byte[] {0, 1, 2, 3};
                    case "broken" -> Arrays.copyOf(Attachments.docx("甲"), 60);
                    case "packed" -> ole("Other", new byte[] {'R', 'a', 'r', '!', 0, 1});
                    case "short" -> Arrays.copyOf(Attachments.pdf("text"), 400);
                    case "mail" -> bytes("From: a\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nMTMw\n");
                    case "rich" -> bytes("{\\rtf1 \\'bb\\'fa}");
                    case "native" -> embedded("native");
                    case "locked" -> Attachments.lockedPdf("1234", "1");
                    default -> bytes("<a><b>");
                };

        assertThat(problems("b.docx", office("docx", Map.of(name.replaceFirst("(?<=\\.bin)/.*", ""), content))))
                .containsExactly("错误 E255 里面的“" + name + "”" + problem + vouch("b.docx"));
    }

    @Test
    @DisplayName("is not suspected in parts that every program writes")
    void ordinaryParts() {
        assertThat(
                        problems(
                                "b.xlsx",
                                office(
                                        "xlsx",
                                        Map.of(
                                                "xl/printerSettings/printerSettings1.bin",
                                                new byte[] {0, 1, 2, 3},
                                                "xl/media/image1.emf",
                                                new byte[] {1, 0, 0, 0},
                                                "docProps/app.xml",
                                                bytes("<p><Application>Microsoft Excel</Application></p>"),
                                                "xl/theme/theme1.xml",
                                                bytes(
                                                        "<a:theme xmlns:a=\"a\"><a:ext uri=\"{05A4C25C-085E-4340-85A3-A5531E510DB2}\"/></a:theme>")))))
                .isEmpty();
    }

    private interface Writing {
        void into(PDDocument document, PDPage page) throws IOException;
    }

    private static byte[] pdf(Writing writing) throws IOException {
        try (PDDocument document = Loader.loadPDF(Attachments.pdf("text"))) {
            writing.into(document, document.getPage(0));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    @Promise("What cannot be read of a file that an entry names")
    @DisplayName("may be nested so deep in a PDF that the library passes over it, which is refused")
    void nested() throws IOException {
        for (int depth : List.of(100, 600)) {
            COSDictionary own = new COSDictionary();
            COSBase value = new COSString(MOBILE);
            for (int i = 0; i < depth; i++) {
                COSArray outer = new COSArray();
                outer.add(value);
                value = outer;
            }
            own.setItem("Value", value);

            assertThat(problems("b.pdf", pdf((document, page) -> document.getDocumentCatalog()
                            .getCOSObject()
                            .setItem("Own", own))))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem).startsWith(depth == 100 ? "错误 E272" : "错误 E253"));
        }
    }

    private static PDComplexFileSpecification file(PDDocument document, byte[] content) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile("list.xlsx");
        file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(content)));
        return file;
    }

    @ParameterizedTest
    @Promise("Of a PDF the attachments")
    @DisplayName("is found beside the pages of a PDF")
    @CsvSource({
        "attached, 里面嵌入的文件“list.xlsx”工作表“表”单元格 A1",
        "annotation, 里面嵌入的文件“list.xlsx”工作表“表”单元格 A1",
        "stamp, 第 1 页",
        "pressed, 第 1 页",
        "outline, 看不见的地方",
        "title, 看不见的地方",
        "metadata, 里面嵌入的文件“Metadata”"
    })
    void pdf(String place, String where) throws IOException {
        byte[] pdf = pdf((document, page) -> {
            switch (place) {
                case "attached" -> {
                    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
                    tree.setNames(Map.of("a", file(document, Attachments.xlsx(MOBILE))));
                    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
                    names.setEmbeddedFiles(tree);
                    document.getDocumentCatalog().setNames(names);
                }
                case "annotation" -> {
                    PDAnnotationFileAttachment note = new PDAnnotationFileAttachment();
                    note.setFile(file(document, Attachments.xlsx(MOBILE)));
                    page.getAnnotations().add(note);
                }
                case "stamp", "pressed" -> {
                    PDAppearanceStream look = new PDAppearanceStream(document);
                    look.setResources(new PDResources());
                    look.setBBox(new PDRectangle(200, 20));
                    try (PDPageContentStream content = new PDPageContentStream(document, look)) {
                        content.beginText();
                        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                        content.showText(MOBILE);
                        content.endText();
                    }
                    PDAppearanceDictionary looks = new PDAppearanceDictionary();
                    looks.setNormalAppearance(place.equals("stamp") ? look : new PDAppearanceStream(document));
                    looks.setDownAppearance(look);
                    PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
                    stamp.setRectangle(new PDRectangle(100, 100, 200, 20));
                    stamp.setAppearance(looks);
                    page.getAnnotations().add(stamp);
                }
                case "outline" -> {
                    PDOutlineItem item = new PDOutlineItem();
                    item.setTitle(MOBILE);
                    PDDocumentOutline outline = new PDDocumentOutline();
                    outline.addLast(item);
                    document.getDocumentCatalog().setDocumentOutline(outline);
                }
                case "title" -> document.getDocumentInformation().setTitle(MOBILE);
                default ->
                    document.getDocumentCatalog()
                            .setMetadata(new PDMetadata(
                                    document,
                                    new ByteArrayInputStream(bytes("<x:xmpmeta>" + MOBILE + "</x:xmpmeta>"))));
            }
        });

        assertThat(problems("b.pdf", pdf))
                .anySatisfy(problem -> assertThat(problem).contains("错误 E272 " + where, "有手机号：130****0000；"));
    }

    @Test
    @Promise("Of a PDF the attachments")
    @DisplayName("may be on a scanned page, which is refused by its number")
    void scannedPage() throws IOException {
        byte[] pdf = pdf((document, page) -> {
            PDPage scan = new PDPage();
            document.addPage(scan);
            try (PDPageContentStream content = new PDPageContentStream(document, scan)) {
                content.drawImage(
                        LosslessFactory.createFromImage(document, new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB)),
                        0,
                        0);
            }
        });

        assertThat(problems("b.pdf", pdf))
                .containsExactly("错误 E255 里面的“第 2 页”是扫描件或图片，上面的字检查不到，也搜不到；请换成可复制文字的文件" + vouch("b.pdf"));
    }
}
