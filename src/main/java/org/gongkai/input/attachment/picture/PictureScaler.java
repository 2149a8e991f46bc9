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
import net.coobird.thumbnailator.ThumbnailParameter;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.gongkai.input.attachment.picture.PictureReader.PictureFacts;

/**
 * Makes smaller copies of pictures, upright and without metadata. The bytes depend on the encoder of the Java runtime
 * and on a heap of less than 512 MB, the size does not.
 */
public final class PictureScaler {

    private static final double QUALITY = 0.82;

    /** Number of pixels that are decoded at most, if there is room for them; the rest is skipped while decoding. */
    private static final long MAX_DECODED = 16_000_000;

    /** What a decoded pixel takes of the memory at most, and the same once more while it is scaled, in bytes. */
    private static final int HEAP_PER_PIXEL = 8;

    /** What scaling a picture takes of the memory at most, in bytes. */
    public static final long HEAP = MAX_DECODED * HEAP_PER_PIXEL;

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
     * @param heap how many bytes of the memory may be used
     * @return the copy; empty if the photograph cannot be decoded
     */
    public static Optional<byte[]> scale(byte[] bytes, PictureReader.Stated stated, int width, long heap) {
        PictureFacts facts = stated.facts();
        // Decoding every n-th pixel only saves memory; twice the width remains for smooth scaling.
        int every = Math.max(facts.width() / (2 * width), every(facts, heap));
        return scale(bytes, stated, (double) width / facts.width(), every, "jpg", QUALITY);
    }

    /**
     * Returns a copy of a picture whose longest side has a length, or less if so much cannot be decoded.
     *
     * @param stated what its file states
     * @param side less than the longest side of the picture, in pixels
     * @param heap how many bytes of the memory may be used
     * @param format {@code jpg} or {@code png}
     * @param quality of a JPEG
     * @return the copy; empty if the picture cannot be decoded
     */
    public static Optional<byte[]> reduce(
            byte[] bytes, PictureReader.Stated stated, int side, long heap, String format, double quality) {
        PictureFacts facts = stated.facts();
        int every = every(facts, heap);
        int longest = Math.max(facts.width(), facts.height());
        return scale(bytes, stated, (double) Math.min(side, longest / every) / longest, every, format, quality);
    }

    /** Of how many pixels in a row or column one is decoded. */
    private static int every(PictureFacts facts, long heap) {
        long most = Math.min(MAX_DECODED, heap / HEAP_PER_PIXEL);
        return (int) Math.max(1, Math.ceil(Math.sqrt((double) facts.width() * facts.height() / most)));
    }

    private static Optional<byte[]> scale(
            byte[] bytes, PictureReader.Stated stated, double factor, int every, String format, double quality) {
        int width = (int) Math.max(1, Math.round(stated.facts().width() * factor));
        int height = (int) Math.max(1, Math.round(stated.facts().height() * factor));
        try {
            ImageFilter upright = ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(stated.orientation()));
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
            Thumbnails.of(upright.apply(decode(bytes, every)))
                    .forceSize(width, height)
                    // As the encoder wants it, which would make a copy of any other.
                    .imageType(
                            format.equals("jpg") ? BufferedImage.TYPE_INT_RGB : ThumbnailParameter.ORIGINAL_IMAGE_TYPE)
                    .outputFormat(format)
                    .outputQuality(format.equals("jpg") ? quality : 1)
                    .toOutputStream(out);
            return Optional.of(out.toByteArray());
        } catch (IOException | RuntimeException e) {
            // Libraries throw all kinds of exceptions for what they cannot decode.
            return Optional.empty();
        }
    }

    /** @param every of how many pixels in a row or column one is decoded */
    static BufferedImage decode(byte[] bytes, int every) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no decoder");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                ImageReadParam param = reader.getDefaultReadParam();
                param.setSourceSubsampling(every, every, 0, 0);
                return reader.read(0, param);
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }
}
