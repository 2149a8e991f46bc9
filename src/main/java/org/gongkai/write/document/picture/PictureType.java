package org.gongkai.write.document.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The types of pictures that every browser shows, by their first bytes. */
public enum PictureType {
    JPEG("jpg", "\u00ff\u00d8\u00ff"),
    PNG("png", "\u0089PNG\r\n"),
    GIF("gif", "GIF8"),
    WEBP("webp", "RIFF"),
    SVG("svg", "<svg");

    /** Drawing programs may write a document type and a comment before the image. */
    private static final int BEGINNING = 4096;

    private final String ending;
    private final String begin;

    PictureType(String ending, String begin) {
        this.ending = ending;
        this.begin = begin;
    }

    /** The usual extension of its files, without the dot. */
    public String ending() {
        return ending;
    }

    /** Returns the type of a picture; empty if browsers do not show it. */
    public static Optional<PictureType> of(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(BEGINNING, bytes.length), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(type -> type == SVG
                        ? start.replaceFirst("^\u00ef\u00bb\u00bf", "")
                                        .stripLeading()
                                        .startsWith("<")
                                && start.contains(type.begin)
                        : start.startsWith(type.begin))
                .filter(type -> type != WEBP || start.startsWith("WEBP", 8))
                .findFirst();
    }
}
