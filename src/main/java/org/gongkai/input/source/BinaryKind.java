package org.gongkai.input.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Types of binary files, recognized by their first bytes. */
enum BinaryKind {
    ZIP("Word、WPS、Excel 文件或压缩包", "PK\u0003\u0004"),
    OLE("旧格式的 Word、WPS 或 Excel 文件", "\u00D0\u00CF\u0011\u00E0"),
    PDF("PDF 文件", "%PDF-"),
    PNG("图片", "\u0089PNG"),
    JPEG("图片", "\u00FF\u00D8\u00FF"),
    GIF("图片", "GIF8"),
    RAR("压缩包", "Rar!\u001A"),
    SEVEN_ZIP("压缩包", "7z\u00BC\u00AF");

    private final String label;
    private final byte[] begin;

    BinaryKind(String label, String begin) {
        this.label = label;
        this.begin = begin.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The label in Chinese. */
    String label() {
        return label;
    }

    static Optional<BinaryKind> of(byte[] bytes) {
        return Arrays.stream(values())
                .filter(kind -> bytes.length >= kind.begin.length
                        && Arrays.equals(kind.begin, 0, kind.begin.length, bytes, 0, kind.begin.length))
                .findFirst();
    }
}
