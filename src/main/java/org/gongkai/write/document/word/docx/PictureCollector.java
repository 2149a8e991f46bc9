package org.gongkai.write.document.word.docx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.input.attachment.ContentType;
import org.gongkai.write.document.ImportedDocument.Picture;
import org.gongkai.write.document.Run;

/** Names the pictures of a document by their order and by the type that their bytes have. */
final class PictureCollector {

    /** What office programs put in by themselves: a path, the name of a file or a number. */
    private static final Pattern AUTOMATIC = Pattern.compile(
            "(?i).*[\\\\/].*|.*\\.(jpe?g|png|gif|bmp|tiff?|webp|emf|wmf)"
                    + "|(图片|图像|图形|picture|image|graphic|IMG[_-]?) *[0-9_]*",
            Pattern.DOTALL);

    private final List<Picture> pictures = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();

    /**
     * Adds a picture and returns the run that shows it; empty, and reported, if browsers do not show its type.
     *
     * @param key what the format calls it; a picture that is shown twice is stored once
     * @param description its alternative text as the document states it
     */
    Optional<Run> add(String key, byte[] bytes, String description, RemarkCollector remarks) {
        Optional<String> ending = ending(bytes);
        if (ending.isEmpty()) {
            remarks.leftOut(otherType(bytes) + "浏览器显示不了，没有导入，请另存为 PNG 再插入");
            return Optional.empty();
        }
        String name = names.computeIfAbsent(key, any -> {
            String made = "image" + (pictures.size() + 1) + "." + ending.get();
            pictures.add(new Picture(made, "", bytes));
            return made;
        });
        return Optional.of(new Run.Image(name, alternative(description)));
    }

    /** The text that somebody wrote; empty if the program did. */
    private static String alternative(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return AUTOMATIC.matcher(line).matches() ? "" : line;
    }

    /** What a picture of another type is, in Chinese. */
    private static String otherType(byte[] bytes) {
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
        return ContentType.of(bytes).pictureEnding();
    }

    private static String head(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
    }

    List<Picture> pictures() {
        return List.copyOf(pictures);
    }
}
