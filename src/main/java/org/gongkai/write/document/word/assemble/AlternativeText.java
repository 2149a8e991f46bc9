package org.gongkai.write.document.word.assemble;

import java.util.regex.Pattern;

/** Alternative texts of pictures. */
public final class AlternativeText {

    /** What office programs put in by themselves: a path, the name of a file or a number. */
    private static final Pattern AUTOMATIC = Pattern.compile(
            "(?i).*[\\\\/].*|.*\\.(jpe?g|png|gif|bmp|tiff?|webp|emf|wmf)"
                    + "|(图片|图像|图形|picture|image|graphic|IMG[_-]?) *[0-9_]*",
            Pattern.DOTALL);

    private AlternativeText() {}

    /** The text that somebody wrote; empty if the program did. */
    public static String of(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return AUTOMATIC.matcher(line).matches() ? "" : line;
    }
}
