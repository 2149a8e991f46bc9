package org.gongkai.input.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.io.TextResource;

/** The type of a file, determined by its content. */
public enum ContentType {
    EMPTY,
    DOCX,
    XLSX,
    PPTX,
    OFD,
    ZIP("PK\003\004", "PK\005\006"),
    /** A document, workbook or presentation of the legacy Microsoft formats; WPS uses extensions of its own. */
    DOC,
    XLS,
    PPT,
    /** Another compound file, such as an encrypted one. */
    OLE("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"),
    PDF,
    PNG("\u0089PNG\r\n\u001A\n"),
    JPEG("\u00FF\u00D8\u00FF"),
    GIF("GIF87a", "GIF89a"),
    WEBP,
    HEIC,
    MP4,
    TEXT,
    UNKNOWN;

    private static final int HEAD = 4096;

    /** How texts begin that hold others in codes. */
    private static final Pattern CODED =
            Pattern.compile("\\{\\\\rtf|(?is)(?:[a-z][a-z0-9-]*:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*){0,40}?"
                    + "(?:mime-version|content-type|content-transfer-encoding):");

    /** What a container is that has a member of a name; some programs write it in capital or small letters. */
    private static final Map<String, String> MEMBERS = TextResource.map(ContentType.class, "members.txt");

    /** How its files begin, a character for each byte; empty if their first bytes alone do not say it. */
    private final List<String> starts;

    ContentType(String... starts) {
        this.starts = List.of(starts);
    }

    /** Whether it is a picture of a kind that cameras or browsers know. */
    public boolean isPicture() {
        return switch (this) {
            case PNG, JPEG, GIF, WEBP, HEIC -> true;
            default -> false;
        };
    }

    /** Detects the type of a file; that of a container only its content says. */
    public static ContentType of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        if (bytes.length == 0) {
            return EMPTY;
        }
        for (ContentType type : values()) {
            if (type.starts.stream().anyMatch(head::startsWith)) {
                return type;
            }
        }
        if (head.indexOf("%PDF-") >= 0 && head.indexOf("%PDF-") < 1024) {
            return PDF;
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (head.startsWith("ftyp", 4)) {
            return head.substring(8).matches("(?s)(heic|heix|hevc|mif1|msf1|heim|heis).*") ? HEIC : MP4;
        }
        return TextFile.decode(bytes).isEmpty() ? UNKNOWN : TEXT;
    }

    /** The type of a container with members of some names; another type if these do not say it. */
    static ContentType of(Set<String> names, ContentType otherwise) {
        return names.stream()
                .map(name -> MEMBERS.get(name.toLowerCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .map(ContentType::valueOf)
                .min(Comparator.naturalOrder())
                .orElse(otherwise);
    }

    /** The usual extension of pictures of this type, without the dot, if every browser shows them. */
    public Optional<String> pictureEnding() {
        return switch (this) {
            case JPEG -> Optional.of("jpg");
            case PNG, GIF, WEBP -> Optional.of(name().toLowerCase(Locale.ROOT));
            default -> Optional.empty();
        };
    }

    /** Returns whether a text may hold others in codes: rich text, mail and saved web pages. */
    static boolean isCoded(String text) {
        return CODED.matcher(text.substring(0, Math.min(text.length(), HEAD)).stripLeading())
                .lookingAt();
    }
}
