package org.gongkai.input.attachment.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.gongkai.input.attachment.picture.PictureReader.PictureFacts;

/**
 * The ink in a picture, by which seals and signatures are told: both belong on paper, where nobody can copy them.
 *
 * @param red which of the pixels that were looked at, row by row, are red
 * @param share the part of all pixels that is not blank
 * @param redShare the part of these that is red
 */
public record PictureInk(boolean[][] red, double share, double redShare) {

    /** Number of pixels that are looked at on the longer side. */
    private static final int SIDE = 160;

    private static final int BLANK = 200;
    private static final int REDDER = 50;
    private static final int RAYS = 72;

    /** Looks at a picture; what is none or cannot be decoded has no ink. */
    public static PictureInk of(byte[] bytes) {
        try {
            Optional<PictureFacts> facts = PictureReader.read(bytes).map(PictureReader.Stated::facts);
            if (facts.isPresent()) {
                int longer = Math.max(facts.get().width(), facts.get().height());
                return of(PictureScaler.decode(bytes, Math.max(1, longer / SIDE)));
            }
        } catch (IOException e) {
            // It is shown as it is, or refused for that.
        }
        return new PictureInk(new boolean[0][], 0, 0);
    }

    private static PictureInk of(BufferedImage image) {
        boolean[][] red = new boolean[image.getHeight()][image.getWidth()];
        int inked = 0;
        int reds = 0;
        for (int y = 0; y < red.length; y++) {
            for (int x = 0; x < red[y].length; x++) {
                int pixel = image.getRGB(x, y);
                boolean isInk = pixel >>> 24 > BLANK / 2 && Math.min(pixel >> 8 & 0xFF, pixel & 0xFF) < BLANK;
                red[y][x] = isInk && (pixel >> 16 & 0xFF) - Math.max(pixel >> 8 & 0xFF, pixel & 0xFF) > REDDER;
                inked += isInk ? 1 : 0;
                reds += red[y][x] ? 1 : 0;
            }
        }
        return new PictureInk(
                red, (double) inked / (red.length * red[0].length), inked == 0 ? 0 : (double) reds / inked);
    }

    /** Red ink alone on a blank, with a rim that is a circle or a square. */
    public boolean isSeal() {
        return redShare > 0.85
                && share < 0.7
                && (hasRim(angle -> 1)
                        || hasRim(angle -> 1 / Math.max(Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle)))));
    }

    /** A few strokes on a blank, which a photograph, a chart or a scan is not. */
    public boolean isSignature() {
        return share > 0.005 && share < 0.2;
    }

    /** @param radius how far the rim is from the centre in a direction, as a part of half the width of the ink */
    private boolean hasRim(DoubleUnaryOperator radius) {
        int[] rows = IntStream.range(0, red.length)
                .filter(y -> IntStream.range(0, red[y].length).anyMatch(x -> red[y][x]))
                .toArray();
        int[] columns = IntStream.range(0, red[0].length)
                .filter(x -> IntStream.of(rows).anyMatch(y -> red[y][x]))
                .toArray();
        double high = (rows[rows.length - 1] - rows[0] + 1) / 2.0;
        double wide = (columns[columns.length - 1] - columns[0] + 1) / 2.0;
        long hit = IntStream.range(0, RAYS)
                .mapToDouble(ray -> 2 * Math.PI * ray / RAYS)
                .filter(angle -> IntStream.rangeClosed(82, 100).anyMatch(percent -> {
                    double far = radius.applyAsDouble(angle) * percent / 100 - 0.01;
                    int y = (int) (rows[0] + high + Math.sin(angle) * high * far);
                    int x = (int) (columns[0] + wide + Math.cos(angle) * wide * far);
                    return red[y][x];
                }))
                .count();
        return Math.abs(Math.log(wide / high)) < 0.3 && hit > RAYS * 0.85;
    }
}
