package org.gongkai.input.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gongkai.input.attachment.legacy.OleDirectory;

/** The type of a file, determined by its content. */
public enum ContentType {
    EMPTY,
    DOCX,
    XLSX,
    PPTX,
    OFD,
    ZIP,
    /** A document, workbook or presentation of the legacy Microsoft formats; WPS uses extensions of its own. */
    DOC,
    XLS,
    PPT,
    /** Another compound file, such as an encrypted one. */
    OLE,
    PDF,
    PNG,
    JPEG,
    GIF,
    WEBP,
    HEIC,
    SVG,
    MP4,
    TEXT,
    UNKNOWN;

    private static final int HEAD = 4096;

    /** How texts begin that hold others in codes. */
    private static final Pattern CODED =
            Pattern.compile("\\{\\\\rtf|(?is)(?:[a-z][a-z0-9-]*:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*){0,40}?"
                    + "(?:mime-version|content-type|content-transfer-encoding):");

    /** Detects the type of a file; that of a container only its content says. */
    static ContentType of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        if (bytes.length == 0) {
            return EMPTY;
        }
        if (head.startsWith("PK\003\004") || head.startsWith("PK\005\006")) {
            return ZIP;
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return OLE;
        }
        if (head.indexOf("%PDF-") >= 0 && head.indexOf("%PDF-") < 1024) {
            return PDF;
        }
        if (head.startsWith("\u0089PNG\r\n\u001A\n")) {
            return PNG;
        }
        if (head.startsWith("\u00FF\u00D8\u00FF")) {
            return JPEG;
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return GIF;
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (head.startsWith("ftyp", 4)) {
            return head.substring(8).matches("(?s)(heic|heix|hevc|mif1|msf1|heim|heis).*") ? HEIC : MP4;
        }
        return text(bytes, head);
    }

    /** Returns true if its first bytes say what it is. */
    boolean isFile() {
        return this != EMPTY && this != TEXT && this != UNKNOWN;
    }

    /** The type of the documents of a program. */
    static ContentType of(OleDirectory.Program program) {
        return switch (program) {
            case WORD -> DOC;
            case EXCEL -> XLS;
            case POWERPOINT -> PPT;
            case OTHER -> OLE;
        };
    }

    /** Returns whether a text may hold others in codes: rich text, mail and saved web pages. */
    static boolean isCoded(String text) {
        return CODED.matcher(text.substring(0, Math.min(text.length(), HEAD)).stripLeading())
                .lookingAt();
    }

    private static ContentType text(byte[] bytes, String head) {
        if (TextFile.decode(bytes).isEmpty()) {
            return UNKNOWN;
        }
        String start = head.toLowerCase(Locale.ROOT);
        return start.contains("<svg")
                        && start.stripLeading().matches("(?s)(\u00EF\u00BB\u00BF)?<(\\?xml|svg|!--|!doctype svg).*")
                ? SVG
                : TEXT;
    }
}
