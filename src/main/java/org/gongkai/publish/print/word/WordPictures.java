package org.gongkai.publish.print.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.gongkai.publish.print.Xml;

/** The pictures of a paper, each as wide as it is up to the width of the text. */
final class WordPictures {

    /** What every version of Word shows. */
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif");

    /** A point of a screen in the units of drawings. */
    private static final long POINT = 9525;

    private static final long MILLIMETRE = 36000;
    private static final long WIDEST = 156 * MILLIMETRE;
    private static final long HIGHEST = 200 * MILLIMETRE;

    /** A picture: its identifier in the file, its path below {@code word/}, and its size in the units of drawings. */
    record Shown(String id, String part, byte[] bytes, long width, long height) {}

    private final Function<String, Optional<byte[]>> files;
    private final List<Shown> shown = new ArrayList<>();
    private int missing;

    WordPictures(Function<String, Optional<byte[]>> files) {
        this.files = files;
    }

    List<Shown> all() {
        return List.copyOf(shown);
    }

    /** Takes a picture into the file; empty if there is none, or Word cannot show it. */
    Optional<Shown> add(String address) {
        Optional<Shown> picture = files.apply(address).flatMap(this::read);
        picture.ifPresentOrElse(shown::add, () -> missing++);
        return picture;
    }

    /** How many pictures only their words stand for. */
    int missing() {
        return missing;
    }

    private Optional<Shown> read(byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                String format = reader.getFormatName().toLowerCase(Locale.ROOT);
                return FORMATS.contains(format)
                        ? Optional.of(sized(bytes, format, reader.getWidth(0), reader.getHeight(0)))
                        : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            // A picture that cannot be read is a problem of the build, which refuses it by its name.
            return Optional.empty();
        }
    }

    private Shown sized(byte[] bytes, String format, int width, int height) {
        double scale = Math.min(1, Math.min((double) WIDEST / (width * POINT), (double) HIGHEST / (height * POINT)));
        String id = "picture" + (shown.size() + 1);
        return new Shown(
                id,
                "media/" + id + "." + format,
                bytes,
                Math.round(width * POINT * scale),
                Math.round(height * POINT * scale));
    }

    /** Writes the drawing of a picture. */
    static void draw(Xml xml, Shown picture, String words) {
        Object[] size = {"cx", picture.width(), "cy", picture.height()};
        String number = picture.id().replaceAll("\\D", "");
        xml.begin("w:drawing").begin("wp:inline").empty("wp:extent", size);
        xml.empty("wp:docPr", "id", number, "name", picture.id(), "descr", words);
        xml.begin("a:graphic").begin("a:graphicData", "uri", WordBody.PICTURES).begin("pic:pic");
        xml.begin("pic:nvPicPr").empty("pic:cNvPr", "id", number, "name", picture.id());
        xml.raw("<pic:cNvPicPr/>").end().begin("pic:blipFill").empty("a:blip", "r:embed", picture.id());
        xml.raw("<a:stretch><a:fillRect/></a:stretch>").end().begin("pic:spPr").begin("a:xfrm");
        xml.empty("a:off", "x", "0", "y", "0").empty("a:ext", size).end();
        xml.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>").end();
        xml.end().end().end().end().end();
    }
}
