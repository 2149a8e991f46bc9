package org.gongkai.check.kind;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.SiteFolder;

/** Makes the files that examples describe: a name, and in brackets what is to be known of the file. */
final class ExampleFile {

    private static final Pattern LARGE = Pattern.compile("(\\S+\\.mp4)（(\\d+) MB）");
    private static final Charset GBK = Charset.forName("GB18030");

    private final SiteFolder site;
    private final String folder;

    ExampleFile(SiteFolder site, String folder) {
        this.site = site;
        this.folder = folder;
    }

    /** Makes what an example says; false if it describes no file. */
    boolean with(String example) throws IOException {
        Matcher large = LARGE.matcher(example);
        if (large.matches()) {
            attached(large.group(1), new byte[0]);
            try (RandomAccessFile file =
                    new RandomAccessFile(path(large.group(1)).toFile(), "rw")) {
                file.setLength(Long.parseLong(large.group(2)) << 20);
            }
            return true;
        }
        return attachment(example) || text(example) || special(example);
    }

    private boolean attachment(String example) {
        byte[] bytes =
                switch (example) {
                    case "合影.png（宽 4500 像素）" -> png(4500);
                    case "合影.png（宽 1600 像素）" -> png(1600);
                    case "安排.docx（由 安排.pdf 改名而来）" -> Attachments.pdf("plan");
                    case "名册.docx（写着 苏某（=〈标识〉））" -> Attachments.docx("苏某（=管网）");
                    case "名册.docx（写着苏某）" -> Attachments.docx("苏某");
                    case "安排.docx（在办公软件里另存）", "安排.docx（写着安排）", "安排.docx（完整的）" -> Attachments.docx("安排");
                    case "安排.docx（0 字节）" -> new byte[0];
                    case "安排.docx（没有复制完，只有一半）" -> Arrays.copyOf(Attachments.docx("安排"), 150);
                    case "安排.pdf（要密码才能打开）" -> Attachments.lockedPdf("secret", "plan");
                    case "安排.pdf（不要密码）" -> Attachments.pdf("plan");
                    case "统计表.xlsx（有隐藏的工作表）" -> sheets(" state=\"hidden\"");
                    case "统计表.xlsx（没有隐藏的工作表）" -> sheets("");
                    case "统计表.docx（属性里的作者是一个人的姓名）" -> by("张建国");
                    case "统计表.docx（属性里的作者是办公室）" -> by("办公室");
                    case "走访.jpg（手机拍的，带经纬度）" -> Attachments.jpegWithPlace();
                    case "走访.jpg（去掉了拍摄信息）", "走访.jpg（没有损坏）" -> photo(false);
                    case "走访.jpg（数据有损坏）" -> photo(true);
                    case "走访.webp（没有复制完，只有一半）" ->
                        "RIFF\40\0\0\0WEBPVP8 \2\0\0\0abEXIF\177\0\0\0cut off here"
                                .getBytes(StandardCharsets.ISO_8859_1);
                    case "走访.webp（完整的）" -> "RIFF\16\0\0\0WEBPVP8 \2\0\0\0ab".getBytes(StandardCharsets.ISO_8859_1);
                    default -> null;
                };
        if (bytes != null) {
            attached(example.replaceFirst("（.*", ""), bytes);
        }
        return bytes != null;
    }

    private boolean text(String example) {
        String sentence = "定于三月十日召开支部党员大会，请全体党员参加。";
        byte[] bytes =
                switch (example) {
                    case "编码：UTF-8" -> ExampleSite.entry(StandardCharsets.UTF_8, sentence);
                    case "编码：ANSI" -> ExampleSite.entry(GBK, sentence);
                    case "编码：Unicode" -> ExampleSite.entry(StandardCharsets.UTF_16, sentence);
                    case "编码：UTF-8，有一处字节残缺" -> damaged(ExampleSite.entry(StandardCharsets.UTF_8, sentence));
                    case "编码：ANSI，有一处字节不成字" -> damaged(ExampleSite.entry(GBK, sentence.repeat(9)));
                    case "安排.md（由 安排.png 改名而来）" -> Attachments.png();
                    case "安排.md（文字）", "全年的记录.md（1 页）" -> ExampleSite.entry(StandardCharsets.UTF_8, sentence);
                    case "全年的记录.md（9 MB）" -> new byte[9 << 20];
                    default -> null;
                };
        if (bytes != null) {
            site.file(folder + "a.md", bytes);
        }
        return bytes != null;
    }

    private boolean special(String example) throws IOException {
        switch (example) {
            case "签到表.txt（没有条目写它）" -> site.file(folder + "签到表.txt", "表");
            case "附件: [{文件: 签到表.txt, 人工核查: 已核查}]", "附件: [{文件: 签到表.txt, 人工核查: 支部书记 2024-03-01}]" ->
                site.file(folder + "签到表.txt", "表").entry(folder + "b.md", "标题: 甲", "发布日期: 2024-01-02", example);
            case "附件: 签到表.txt" -> attached("签到表.txt", ExampleSite.utf8("表"));
            case "签到表.txt（是符号链接）" -> {
                site.file(folder + "别处.txt", "表");
                Files.createSymbolicLink(path("签到表.txt"), path("别处.txt"));
            }
            case "签到表.txt（文件本身）", "名单.txt（文件本身）" -> site.file(folder + "签到表.txt", "表");
            case "名单.txt（是 名单.md 的硬链接）" -> {
                article("名单.md");
                Files.createLink(path("名单.txt"), path("名单.md"));
            }
            case "content 里只有 说明.txt" -> site.file("content/说明.txt", "说明");
            case "content 里有 通知/开会.md" -> site.entry("content/通知/开会.md", "标题: 开会", "发布日期: 2024-01-02");
            case "café.md 和 café.md（一个来自苹果电脑）" -> articles("caf\u00e9.md", "cafe\u0301.md");
            case "café.md 和 cafe.md" -> articles("caf\u00e9.md", "cafe.md");
            case "会议\\安排.md", "会议-安排.md", "值班安排.md.txt", "值班安排.md" -> article(example);
            case "a.md 和 A.md" -> articles("a.md", "A.md");
            case "a.md 和 b.md" -> articles("a.md", "b.md");
            case "content/_data/site.yaml", "content/_data/site.yml" -> site.file(example, "名称: 甲支部\n");
            default -> {
                return false;
            }
        }
        return true;
    }

    private void articles(String one, String other) {
        article(one);
        article(other);
    }

    private void article(String name) {
        site.file(folder + name, ExampleSite.entry(StandardCharsets.UTF_8, "正文。"));
    }

    private void attached(String name, byte[] bytes) {
        site.file(folder + name, bytes).entry(folder + "b.md", "标题: 甲", "发布日期: 2024-01-02", "附件: " + name);
    }

    private Path path(String name) {
        return site.root().resolve(folder + name);
    }

    private static byte[] damaged(byte[] text) {
        text[text.length - 8] = (byte) 0xFF;
        return text;
    }

    private static byte[] png(int width) {
        return image("png", width, 1);
    }

    private static byte[] photo(boolean isDamaged) {
        byte[] photo = image("jpg", 1700, 900);
        for (int i = 0; isDamaged && i + 5 < photo.length; i++) {
            // The tables for decoding name more codes than there can be.
            if (photo[i] == (byte) 0xFF && photo[i + 1] == (byte) 0xC4) {
                photo[i + 5] = (byte) 0xFF;
            }
        }
        return photo;
    }

    private static byte[] image(String format, int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] sheets(String state) {
        String cell = "<sheetData><row><c t=\"inlineStr\"><is><t>数</t></is></c></row></sheetData>";
        return Attachments.xlsx(
                "<sheet name=\"表\" r:id=\"r1\"/><sheet name=\"底\"" + state + " r:id=\"r2\"/>",
                Map.of("sheet1.xml", cell, "sheet2.xml", cell));
    }

    private static byte[] by(String author) {
        return Attachments.docx(Map.of(
                "word/document.xml",
                "<w:p><w:r><w:t>安排</w:t></w:r></w:p>",
                "docProps/core.xml",
                "<creator>" + author + "</creator>"));
    }
}
