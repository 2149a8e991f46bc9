package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.gongkai.testing.Attachments;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Pictures of entries")
class PicturesTest extends SiteFixture {

    private static final String FOLDER = "articles/2024/a/";

    private SiteFolder entry(String body) {
        return site.file("content/a.md", "---\n标题: 义务植树\n发布日期: 2024-03-12\n---\n\n" + body);
    }

    /** A photograph whose upper half is red and whose lower half is blue. */
    private static byte[] photo(int width, int height) throws Exception {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width, height / 2);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, height / 2, width, height - height / 2);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    /** The same photograph with what a camera writes: the model, how it was held, a comment, and text after the end. */
    private static byte[] fromCamera(byte[] photo, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(60);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 2);
        exif.putShort((short) 0x0110).putShort((short) 2).putInt(8).putInt(38);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        exif.putShort((short) 0).putInt(0).put("Cam-007\0".getBytes(StandardCharsets.ISO_8859_1));
        byte[] comment = "taken by someone".getBytes(StandardCharsets.ISO_8859_1);
        byte[] trailer = "more of the camera".getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer all = ByteBuffer.allocate(photo.length + exif.position() + comment.length + trailer.length + 8);
        all.put(photo, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.position() + 2));
        all.put(exif.array(), 0, exif.position());
        all.putShort((short) 0xFFFE).putShort((short) (comment.length + 2)).put(comment);
        all.put(photo, 2, photo.length - 2).put(trailer);
        return all.array();
    }

    private byte[] published(String name) throws Exception {
        return Files.readAllBytes(site.output().resolve(FOLDER + name));
    }

    private static BufferedImage image(byte[] bytes) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private Element picture() {
        return site.html("articles/2024/a.html").selectFirst(".prose img");
    }

    @Test
    void photographsComeInSizesForPhonesAndForPaper() throws Exception {
        site.file("content/植树.jpg", photo(2600, 1300));
        entry("![植树](植树.jpg)\n").built();

        assertThat(picture().attr("src")).isEqualTo("a/zhi-shu.jpg");
        assertThat(picture().attr("srcset"))
                .isEqualTo("a/zhi-shu-640w.jpg 640w, a/zhi-shu-1280w.jpg 1280w, a/zhi-shu.jpg 2600w");
        assertThat(picture().attr("width") + "x" + picture().attr("height")).isEqualTo("2600x1300");
        BufferedImage small = image(published("zhi-shu-640w.jpg"));
        assertThat(small.getWidth() + "x" + small.getHeight()).isEqualTo("640x320");
        assertThat(new Color(small.getRGB(320, 20)).getRed()).isGreaterThan(200);
        assertThat(new Color(small.getRGB(320, 300)).getBlue()).isGreaterThan(200);
        assertThat(image(published("zhi-shu-1280w.jpg")).getHeight()).isEqualTo(640);
    }

    @Test
    void smallPicturesAndDrawingsStayAlone() throws Exception {
        site.file("content/小.jpg", photo(700, 300)).file("content/图.png", Attachments.png());
        entry("![小](小.jpg) 和 ![图](图.png)\n").built();

        assertThat(site.html("articles/2024/a.html").select(".prose img").eachAttr("width"))
                .containsExactly("700", "1");
        assertThat(site.html("articles/2024/a.html").select(".prose img[srcset]"))
                .isEmpty();
        assertThat(site.files().keySet().stream().filter(path -> path.matches(FOLDER + ".+")))
                .containsExactly(FOLDER + "tu.png", FOLDER + "xiao.jpg");
    }

    @Test
    @Promise("What a picture says beside its image")
    void whatACameraWritesIsRemovedAndTheImageStaysBitByBit() throws Exception {
        byte[] photo = photo(600, 400);
        site.file("content/植树.jpg", fromCamera(photo, 1));
        entry("![植树](植树.jpg)\n").built();

        assertThat(published("zhi-shu.jpg")).isEqualTo(photo);
    }

    @Test
    void photographsThatWereHeldUprightStayUpright() throws Exception {
        site.file("content/植树.jpg", fromCamera(photo(1800, 900), 6));
        entry("![植树](植树.jpg)\n").built();

        Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(published("zhi-shu.jpg")));
        assertThat(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class).getInt(ExifIFD0Directory.TAG_ORIENTATION))
                .isEqualTo(6);
        List<String> values = StreamSupport.stream(metadata.getDirectories().spliterator(), false)
                .map(Directory::getTags)
                .flatMap(tags -> tags.stream().map(tag -> tag.getDescription()))
                .toList();
        assertThat(values)
                .noneMatch(value -> value != null && (value.contains("Cam-007") || value.contains("someone")));
        assertThat(picture().attr("width") + "x" + picture().attr("height")).isEqualTo("900x1800");
        BufferedImage small = image(published("zhi-shu-640w.jpg"));
        assertThat(small.getWidth() + "x" + small.getHeight()).isEqualTo("640x1280");
        assertThat(new Color(small.getRGB(600, 640)).getRed()).isGreaterThan(200);
        assertThat(new Color(small.getRGB(40, 640)).getBlue()).isGreaterThan(200);
    }

    @Test
    void picturesThatShareAParagraphAreAGallery() throws Exception {
        site.file("content/甲.jpg", photo(1700, 900)).file("content/乙.jpg", photo(500, 300));
        entry("活动照片：\n\n![挖树坑](甲.jpg)\n![浇水](乙.jpg)\n\n![合影](乙.jpg)\n").built();

        Element gallery = site.html("articles/2024/a.html").selectFirst(".prose .gallery");
        assertThat(site.html("articles/2024/a.html").select("figcaption").eachText())
                .containsExactly("挖树坑", "浇水", "合影");
        assertThat(gallery.select("a").eachAttr("href")).containsExactly("a/jia.jpg", "a/yi.jpg");
        assertThat(gallery.selectFirst("img").attr("srcset")).contains("a/jia-640w.jpg 640w");
        assertThat(site.html("articles/2024/a.html").select(".prose img").eachAttr("alt"))
                .containsExactly("挖树坑", "浇水", "合影");
        assertThat(site.html("articles/2024/a.html").select(".gallery")).hasSize(1);
    }

    @Test
    void picturesOfAsciiDocHaveTheirTextOrTheirTitleBelow() throws Exception {
        String pictures = "\n\nimage::a.jpg[植树现场]\n\n.植树之后\nimage::a.jpg[新栽的树]\n\nimage::a.jpg[]\n";
        site.file("content/a.jpg", photo(500, 300)).file("content/a.adoc", "= 植树\n:date: 2024-03-12" + pictures);
        site.built();

        assertThat(site.html("articles/2024/a.html")
                        .select(".imageblock .title")
                        .eachText())
                .containsExactly("植树现场", "图1　植树之后");
    }

    @Test
    void sizesThatAWriterChoseAreLeftAlone() throws Exception {
        site.file("content/植树.jpg", photo(1700, 900));
        entry("<img src=\"植树.jpg\" alt=\"植树\" width=\"300\">\n").built();

        assertThat(picture().attr("width")).isEqualTo("300");
        assertThat(picture().hasAttr("srcset")).isFalse();
    }

    @Test
    void largePhotographsAreReducedIfTheSiteSaysSo() throws Exception {
        site.file("content/植树.jpg", photo(4400, 2200));
        entry("![植树](植树.jpg)\n");
        assertThat(site.build().problems()).singleElement().asString().contains("W257 图片太大：4400×2200 像素");

        site.file("content/_data/site.yml", "图片: 缩小\n");
        assertThat(site.build().problems()).isEmpty();
        assertThat(image(published("zhi-shu.jpg")).getWidth()).isEqualTo(2000);
        assertThat(picture().attr("width") + "x" + picture().attr("height")).isEqualTo("2000x1000");
        assertThat(picture().attr("srcset")).endsWith("a/zhi-shu-1280w.jpg 1280w, a/zhi-shu.jpg 2000w");
    }

    @Test
    void damagedPhotographsAreOfferedInNoSize() throws Exception {
        byte[] damaged = new byte[3000];
        System.arraycopy(photo(1700, 900), 0, damaged, 0, 300);
        site.file("content/植树.jpg", damaged);
        SiteFolder.Ran ran = entry("![植树](植树.jpg)\n").build();

        assertThat(ran.status()).isLessThan(2);
        assertThat(ran.err()).doesNotContain("Exception");
    }

    @Test
    @Promise("one that cannot be decoded is published")
    void photographsOfWhichNoSmallCopiesCanBeMadeAreToldAndPublishedClean() throws Exception {
        byte[] photo = photo(1700, 900);
        // The tables for decoding name more codes than there can be.
        for (int i = 0; i + 5 < photo.length; i++) {
            if (photo[i] == (byte) 0xFF && photo[i + 1] == (byte) 0xC4) {
                photo[i + 5] = (byte) 0xFF;
            }
        }
        site.file("content/植树.jpg", fromCamera(photo, 1));
        entry("![植树](植树.jpg)\n");

        String problem = "content/植树.jpg:1:1: 警告 W268 照片的数据有损坏，做不出手机用的小图，读者要下载整幅；请用看图软件打开，另存为 JPG 再换上";
        assertThat(SiteFolder.run("check", "-s", site.root().toString()).out()).contains(problem + "\n");
        assertThat(site.build().problems()).containsExactly(problem);
        assertThat(published("zhi-shu.jpg")).isEqualTo(photo);
        assertThat(picture().hasAttr("srcset")).isFalse();
        assertThat(site.build().problems()).as("from the cache").containsExactly(problem);
    }

    @Test
    void copiesOfUnchangedPhotographsAreNotMadeAgain() throws Exception {
        site.file("content/植树.jpg", photo(2600, 1300));
        entry("![植树](植树.jpg)\n");
        new GitFolder(site.root()).commit("植树");
        site.built();
        entry("![植树](植树.jpg)\n\n又一段。\n").built();

        assertThat(image(published("zhi-shu-640w.jpg")).getWidth()).isEqualTo(640);
        site.file("content/植树.jpg", photo(2600, 650));
        site.built();
        assertThat(image(published("zhi-shu-640w.jpg")).getHeight()).isEqualTo(160);
        assertThat(picture().attr("height")).isEqualTo("650");
    }
}
