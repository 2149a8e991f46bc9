package org.gongkai.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.gongkai.input.attachment.AttachmentContent.Finding;
import org.gongkai.input.attachment.AttachmentTextExtractor;
import org.gongkai.testing.Attachments;
import org.gongkai.write.PictureCleaner.ReadyPicture;
import org.gongkai.write.PictureCleaner.UnusablePicture;
import org.junit.jupiter.api.Test;

/** Pictures say neither where nor by whom they were taken, and are no larger than a screen needs. */
class PictureCleanerTest {

    private final PictureCleaner cleaner = new PictureCleaner();

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    @Test
    void removesThePlace() throws UnusablePicture {
        byte[] photo = Attachments.jpegWithPlace();
        assertThat(new AttachmentTextExtractor().inspect("jpg", photo).findings())
                .contains(Finding.GPS);

        ReadyPicture clean = cleaner.clean(photo);

        assertThat(clean.remarks()).containsExactly("已去掉照片里的拍摄地点");
        assertThat(new AttachmentTextExtractor().inspect("jpg", clean.bytes()).findings())
                .doesNotContain(Finding.GPS);
    }

    @Test
    void keepsTheBytesOfPicturesThatSayNothing() throws Exception {
        assertThat(cleaner.clean(Attachments.png()).bytes()).isEqualTo(Attachments.png());
        byte[] gif = picture("gif", 3, 3);
        assertThat(cleaner.clean(gif).bytes()).isEqualTo(gif);
        assertThat(cleaner.clean(gif).remarks()).isEmpty();
    }

    @Test
    void reducesLargePicturesAndTellsTheOriginalSize() throws Exception {
        for (String format : new String[] {"png", "jpg"}) {
            ReadyPicture clean = cleaner.clean(picture(format, 4_000, 1_000));

            BufferedImage image = ImageIO.read(new ByteArrayInputStream(clean.bytes()));
            assertThat(image.getWidth()).isEqualTo(2_000);
            assertThat(image.getHeight()).isEqualTo(500);
            assertThat(clean.remarks()).singleElement().asString().startsWith("原图 4000×1000 像素、");
        }
    }

    @Test
    void removesMetadataOfWebP() throws UnusablePicture {
        byte[] webp =
                riff("VP8X\n\0\0\0\14\0\0\0\0\0\0\0\0\0", "VP8 \2\0\0\0ab", "EXIF\3\0\0\0abc\0", "XMP \1\0\0\0x\0");

        assertThat(new String(cleaner.clean(webp).bytes(), StandardCharsets.ISO_8859_1))
                .isEqualTo(new String(
                        riff("VP8X\n\0\0\0\0\0\0\0\0\0\0\0\0\0", "VP8 \2\0\0\0ab"), StandardCharsets.ISO_8859_1));
    }

    private static byte[] riff(String... chunks) {
        String body = "WEBP" + String.join("", chunks);
        return ("RIFF" + (char) body.length() + "\0\0\0" + body).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void refusesWhatBrowsersCannotShow() {
        byte[] heic = "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> cleaner.clean(heic)).hasMessage("这是苹果手机的 HEIC 照片，浏览器打不开；请在手机上另存为 JPG 再放进来。");
        assertThatThrownBy(() -> cleaner.clean(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}))
                .hasMessage("图片已经损坏，打不开。");
        assertThatThrownBy(() -> cleaner.clean("文字".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("这不是图片，或者图片已经损坏。");
        assertThatThrownBy(() -> cleaner.strip(Attachments.zip(Map.of("word/document.xml", "<!DOCTYPE p><p/>"))))
                .hasMessage("文件里有文档类型声明（DOCTYPE），办公软件不会写，没有打开；请从原来的软件重新导出。");
    }

    @Test
    void refusesPicturesThatWouldFillTheMemory() {
        // The header of a PNG of 30,000 by 30,000 pixels.
        byte[] bomb = ("\u0089PNG\r\n\32\n\0\0\0\rIHDR\0\0\u0075\u0030\0\0\u0075\u0030\b\2\0\0\0\0\0\0\0")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> cleaner.clean(bomb)).hasMessage("图片有 30000×30000 像素，太大了；请先用看图软件缩小再放进来。");
    }
}
