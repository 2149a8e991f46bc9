package org.gongkai.write.document.word.assemble;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.write.document.Picture;
import org.gongkai.write.document.picture.PictureType;

/** Names the pictures of a document by their order and by the type that their bytes have. */
public final class PictureCollector {

    private final List<Picture> pictures = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();

    /**
     * Adds a picture and returns its name; empty if it is of a type that browsers do not show.
     *
     * @param key what the format calls it; a picture that is shown twice is stored once
     */
    public Optional<String> add(String key, byte[] bytes) {
        Optional<String> ending = ending(bytes);
        ending.ifPresent(known -> names.computeIfAbsent(key, any -> {
            String name = "image" + (pictures.size() + 1) + "." + known;
            pictures.add(new Picture(name, "", bytes));
            return name;
        }));
        return ending.map(any -> names.get(key));
    }

    /** What a picture of another type is, in Chinese. */
    public static String otherType(byte[] bytes) {
        String head = head(bytes);
        if (head.startsWith("\u0001\0\0\0") && head.startsWith(" EMF", 40)) {
            return "EMF 图";
        }
        if (head.startsWith("\u00D7\u00CD\u00C6\u009A") || head.startsWith("\u0001\0\t\0")) {
            return "WMF 图";
        }
        if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return "TIFF 图";
        }
        return head.startsWith("BM") ? "BMP 图" : "格式不明的图";
    }

    private static Optional<String> ending(byte[] bytes) {
        return PictureType.of(bytes).filter(type -> type != PictureType.SVG).map(PictureType::ending);
    }

    private static String head(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
    }

    public List<Picture> pictures() {
        return List.copyOf(pictures);
    }
}
