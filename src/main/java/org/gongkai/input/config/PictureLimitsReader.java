package org.gongkai.input.config;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.GroupReader;
import org.gongkai.input.data.Value;
import org.gongkai.text.FullWidth;

/** Reads the setting 图片: how large pictures may be. */
final class PictureLimitsReader {

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,4}(?:\\.[0-9]{1,2})?)\\s*([KkMm])[Bb]?");
    private static final Pattern SIDE = Pattern.compile("([1-9][0-9]{1,5})\\s*(?:像素|px)?");

    private static final Set<String> REDUCED = Set.of("缩小", "reduce");
    private static final String EXAMPLE = "例如：图片: 缩小，或者 图片: {最大: 2MB, 边长: 4000, 缩小: 是}";

    private final DataFile file;

    PictureLimitsReader(DataFile file) {
        this.file = file;
    }

    PictureLimits read(FieldReader settings) {
        Optional<Value> value = settings.value("图片", "pictures");
        if (settings.text("图片", "pictures")
                .map(FullWidth::narrow)
                .filter(REDUCED::contains)
                .isPresent()) {
            return new PictureLimits(PictureLimits.DEFAULT.bytes(), PictureLimits.DEFAULT.side(), true);
        }
        return file.group("“图片”", value, "E110", EXAMPLE, PictureLimitsReader::limits)
                .orElse(PictureLimits.DEFAULT);
    }

    private static PictureLimits limits(GroupReader fields) {
        return new PictureLimits(
                fields.parsed("最大 max-size", "请写成 2MB 或 800KB", PictureLimitsReader::bytes)
                        .orElse(PictureLimits.DEFAULT.bytes()),
                fields.parsed("边长 max-side", "请写长边最多多少像素，如 4000", PictureLimitsReader::side)
                        .orElse(PictureLimits.DEFAULT.side()),
                fields.flag("缩小 reduce", false));
    }

    private static Long bytes(String typed) {
        Matcher size = SIZE.matcher(FullWidth.narrow(typed));
        if (!size.matches() || Double.parseDouble(size.group(1)) == 0) {
            return null;
        }
        int unit = size.group(2).equalsIgnoreCase("k") ? 1 << 10 : 1 << 20;
        return Math.round(Double.parseDouble(size.group(1)) * unit);
    }

    private static Integer side(String typed) {
        Matcher side = SIDE.matcher(FullWidth.narrow(typed));
        return side.matches() ? Integer.valueOf(side.group(1)) : null;
    }
}
