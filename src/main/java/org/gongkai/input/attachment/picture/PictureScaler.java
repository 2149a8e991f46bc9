package org.gongkai.input.attachment.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Makes smaller copies of JPEG photographs, upright and without metadata. The bytes depend on the encoder of the Java
 * runtime, the size does not.
 */
public final class PictureScaler {

    private static final double QUALITY = 0.82;

    /** Number of pixels that are decoded at most; the rest is skipped while decoding. */
    private static final double MAX_DECODED = 16_000_000;

    /** Number of pixels that are decoded of the shorter side to find out whether a photograph can be decoded. */
    private static final int PROBE = 64;

    private PictureScaler() {}

    /** Decodes a photograph as coarsely as possible, only to find out whether that succeeds. */
    public static boolean isDecodable(byte[] bytes, PictureReader.Stated stated) {
        try {
            int shorter = Math.min(stated.facts().width(), stated.facts().height());
            decode(bytes, Math.max(1, shorter / PROBE));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Returns a copy of a photograph.
     *
     * @param stated what its file states; the photograph must be scalable
     * @param width the width of the copy, less than that of the photograph
     * @return the copy; empty if the photograph cannot be decoded
     */
    public static Optional<byte[]> scale(byte[] bytes, PictureReader.Stated stated, int width) {
        PictureFacts facts = stated.facts();
        int height = Math.max(1, Math.round((float) facts.height() * width / facts.width()));
        try {
            // Decoding every n-th pixel only saves memory; twice the width remains for smooth scaling.
            double tooMany = Math.sqrt((double) facts.width() * facts.height() / MAX_DECODED);
            int every = Math.max(facts.width() / (2 * width), (int) Math.ceil(tooMany));
            BufferedImage image = decode(bytes, Math.max(1, every));
            ImageFilter upright = ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(stated.orientation()));
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
            Thumbnails.of(upright.apply(image))
                    .forceSize(width, height)
                    .outputFormat("jpg")
                    .outputQuality(QUALITY)
                    .toOutputStream(out);
            return Optional.of(out.toByteArray());
        } catch (IOException | RuntimeException e) {
            // Libraries throw all kinds of exceptions for what they cannot decode.
            return Optional.empty();
        }
    }

    private static BufferedImage decode(byte[] bytes, int every) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        if (!readers.hasNext()) {
            throw new IOException("no decoder");
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, param);
        } catch (RuntimeException e) {
            throw new IOException(e);
        } finally {
            reader.dispose();
        }
    }
}
