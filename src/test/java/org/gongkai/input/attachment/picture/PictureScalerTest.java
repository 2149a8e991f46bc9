package org.gongkai.input.attachment.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.gongkai.testing.Promise;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of a photograph is decoded shows in one whose columns are white and black in turn: of every second column all are white. */
class PictureScalerTest {

    private static final int WHITE = 255;

    @ParameterizedTest
    @CsvSource({"4000, 512, 128", "4001, 512, 255", "4001, 4096, 255", "2000, 128, 128", "2050, 128, 255"})
    @Promise("Of pictures only JPEG photographs")
    void decodesAtMost16MillionPixelsAtATimeAndFewerInASmallHeap(int side, int heap, int brightness)
            throws IOException {
        byte[] photograph = stripes(side);

        byte[] copy = PictureScaler.scale(
                        photograph, PictureReader.read(photograph).orElseThrow(), 1280, ((long) heap << 20) / 4)
                .orElseThrow();

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(copy));
        assertThat(image.getWidth()).isEqualTo(1280);
        assertThat(average(image)).isCloseTo(brightness, Offset.offset(8.0));
    }

    private static byte[] stripes(int side) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x += 2) {
                image.getRaster().setSample(x, y, 0, WHITE);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    private static double average(BufferedImage image) {
        long sum = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            sum += image.getRGB(x, image.getHeight() / 2) & WHITE;
        }
        return (double) sum / image.getWidth();
    }
}
