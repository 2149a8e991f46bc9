package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A small picture that would become gigabytes")
@Tag("slow")
class ImageBombTest extends SiteFixture {

    /** Megabytes of heap: enough for a site of two entries, and not for a millionth part of what the pictures declare. */
    private static final int HEAP = 64;

    private static final int SIDE = 65_000;

    private SiteFolder.Ran build(SiteFolder site) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx" + HEAP + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.gongkai.cli.Main",
                        "build",
                        "-s",
                        site.root().toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new SiteFolder.Ran(process.waitFor(), "", err);
    }

    private SiteFolder site(Map<String, byte[]> pictures) {
        StringBuilder body = new StringBuilder();
        pictures.forEach((name, bytes) -> {
            site.file("content/" + name, bytes).file("content/图/" + name, bytes);
            body.append("![")
                    .append(name)
                    .append("](")
                    .append("图/")
                    .append(name)
                    .append(")\n\n");
        });
        return site.entry(
                        "content/a.md",
                        "标题: 有附件的",
                        "发布日期: 2024-01-02",
                        "附件: [" + String.join(", ", pictures.keySet()) + "]")
                .file("content/b.md", "---\n标题: 有图的\n发布日期: 2024-01-02\n---\n\n" + body);
    }

    @Test
    @Promise("Of pictures only JPEG photographs")
    @DisplayName("by its sides is shown and attached as it is, and never unfolded")
    void sides() throws Exception {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        pictures.put("a.png", png());
        pictures.put("b.jpg", jpeg());
        pictures.put("c.gif", gif());
        SiteFolder site = site(pictures);

        SiteFolder.Ran ran = build(site);

        assertThat(ran.problems())
                .hasSize(4)
                .allMatch(line -> line.matches("content/.*[ab]\\.(png|jpg):1:1: 警告 W257 图片太大：65000×65000 像素；.*"));
        assertThat(ran.status()).isZero();
        for (String name : pictures.keySet()) {
            for (String page : List.of("a", "b")) {
                assertThat(site.output().resolve("articles/2024/" + page + "/" + name))
                        .hasBinaryContent(pictures.get(name));
            }
        }
    }

    @Test
    @Promise("of the metadata of PNG files")
    @DisplayName("by what is packed into it or said to follow is not unpacked, and told if it was not read to its end")
    void packed() throws Exception {
        byte[] zeros = deflated(1 << 28);
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        pictures.put("a.png", png(chunk("iCCP", concat("colours\0\0", zeros))));
        pictures.put("b.png", png(chunk("zTXt", concat("Raw profile type exif\0\0", zeros))));
        pictures.put("c.png", png(chunk("iTXt", concat("XML:com.adobe.xmp\0\1\0\0\0", zeros))));
        pictures.put("d.jpg", jpegThatSaysMoreFollows());
        SiteFolder site = site(pictures);

        SiteFolder.Ran ran = build(site);

        assertThat(ran.problems())
                .hasSize(6)
                .allMatch(line -> line.matches("content/.*[abc]\\.png:1:1: 错误 E255 文件太大或太复杂，没有检查完；.*"));
        assertThat(ran.status()).isEqualTo(1);
    }

    /** A picture of one pixel whose head says that it has thousands of millions. */
    private static byte[] png(byte[]... more) throws IOException {
        ByteBuffer pixel = ByteBuffer.wrap(Attachments.png());
        byte[] colours = new byte[5];
        pixel.position(24).get(colours);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(pixel.array(), 0, 8);
        out.write(chunk(
                "IHDR",
                ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE).put(colours).array()));
        for (byte[] chunk : more) {
            out.write(chunk);
        }
        out.write(pixel.array(), 33, pixel.capacity() - 33);
        return out.toByteArray();
    }

    private static byte[] chunk(String kind, byte[] data) {
        CRC32 sum = new CRC32();
        sum.update(kind.getBytes(StandardCharsets.ISO_8859_1));
        sum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(kind.getBytes(StandardCharsets.ISO_8859_1))
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] concat(String head, byte[] rest) {
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(first.length + rest.length)
                .put(first)
                .put(rest)
                .array();
    }

    private static byte[] deflated(int zeros) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            byte[] block = new byte[1 << 16];
            for (int written = 0; written < zeros; written += block.length) {
                deflater.write(block);
            }
        }
        return out.toByteArray();
    }

    private static byte[] jpeg() {
        ByteBuffer photo = ByteBuffer.wrap(Attachments.jpeg());
        int at = 2;
        while (photo.get(at + 1) != (byte) 0xC0) {
            at += 2 + Short.toUnsignedInt(photo.getShort(at + 2));
        }
        return photo.putShort(at + 5, (short) SIDE)
                .putShort(at + 7, (short) SIDE)
                .array();
    }

    /** A few bytes of XMP, which say that two thousand millions more stand elsewhere in the file. */
    private static byte[] jpegThatSaysMoreFollows() throws IOException {
        String id = "0123456789ABCDEF0123456789ABCDEF";
        byte[] photo = Attachments.jpeg();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(photo, 0, 2);
        out.write(segment(("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                        + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''"
                        + " xmlns:n='http://ns.adobe.com/xmp/note/' n:HasExtendedXMP='" + id
                        + "'/></rdf:RDF></x:xmpmeta>")
                .getBytes(StandardCharsets.ISO_8859_1)));
        byte[] length = ByteBuffer.allocate(8).putInt(Integer.MAX_VALUE - 16).array();
        out.write(segment(concat("http://ns.adobe.com/xmp/extension/\0" + id, length)));
        out.write(photo, 2, photo.length - 2);
        return out.toByteArray();
    }

    private static byte[] segment(byte[] data) {
        return ByteBuffer.allocate(4 + data.length)
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + data.length))
                .put(data)
                .array();
    }

    private static byte[] gif() {
        ByteBuffer picture = ByteBuffer.allocate(43).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        picture.put("GIF89a".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) SIDE)
                .putShort((short) SIDE)
                .put(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF})
                .put(new byte[] {',', 0, 0, 0, 0})
                .putShort((short) SIDE)
                .putShort((short) SIDE)
                .put(new byte[] {0, 2, 2, 'D', 1, 0, ';'});
        return java.util.Arrays.copyOf(picture.array(), picture.position());
    }
}
