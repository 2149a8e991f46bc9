package org.gongkai.input.config;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;
import org.gongkai.text.FullWidth;

/** Reads the setting 图片: how large pictures may be. */
final class PictureLimitsReader {

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,4}(?:\\.[0-9]{1,2})?)\\s*([KkMm])[Bb]?");
    private static final Pattern SIDE = Pattern.compile("([1-9][0-9]{1,5})\\s*(?:像素|px)?");

    private static final Set<String> REDUCED = Set.of("缩小", "reduce");
    private static final Set<String> YES = Set.of("是", "yes", "true");
    private static final Set<String> NO = Set.of("否", "no", "false");

    private final DataFile file;

    PictureLimitsReader(DataFile file) {
        this.file = file;
    }

    PictureLimits read(FieldReader settings) {
        Value value = settings.value("图片", "pictures").orElse(null);
        if (value == null || value instanceof Value.Text text && text.isBlank()) {
            return PictureLimits.DEFAULT;
        }
        if (value instanceof Value.Text text && REDUCED.contains(FullWidth.narrow(text.text()))) {
            return new PictureLimits(PictureLimits.DEFAULT.bytes(), PictureLimits.DEFAULT.side(), true);
        }
        if (!(value instanceof Value.Fields group)) {
            file.error(value, "E110", "“图片”应写“缩小”，或者写明最大多少", "例如：图片: 缩小，或者 图片: {最大: 2MB, 边长: 4000, 缩小: 是}");
            return PictureLimits.DEFAULT;
        }
        file.known(group, List.of("最大", "max-size", "边长", "max-side", "缩小", "reduce"));
        FieldReader fields = new FieldReader(group);
        return new PictureLimits(bytes(fields), side(fields), reduced(fields));
    }

    private boolean reduced(FieldReader fields) {
        String typed = text(fields, "缩小", "reduce");
        if (!typed.isEmpty() && !YES.contains(typed) && !NO.contains(typed)) {
            file.error(fields.value("缩小", "reduce").orElseThrow(), "E110", "图片的“缩小”“" + typed + "”看不懂", "请写“是”或“否”");
        }
        return YES.contains(typed);
    }

    private static String text(FieldReader fields, String... names) {
        return fields.text(names).map(FullWidth::narrow).orElse("");
    }

    private long bytes(FieldReader fields) {
        String typed = text(fields, "最大", "max-size");
        Matcher size = SIZE.matcher(typed);
        if (size.matches() && Double.parseDouble(size.group(1)) > 0) {
            int unit = size.group(2).equalsIgnoreCase("k") ? 1 << 10 : 1 << 20;
            return Math.round(Double.parseDouble(size.group(1)) * unit);
        }
        if (fields.value("最大", "max-size").isPresent()) {
            file.error(
                    fields.value("最大", "max-size").orElseThrow(),
                    "E110",
                    "图片的“最大”" + (typed.isEmpty() ? "" : "“" + typed + "”") + "不是文件大小",
                    "请写成 2MB 或 800KB");
        }
        return PictureLimits.DEFAULT.bytes();
    }

    private int side(FieldReader fields) {
        String typed = text(fields, "边长", "max-side");
        Matcher side = SIDE.matcher(typed);
        if (side.matches()) {
            return Integer.parseInt(side.group(1));
        }
        if (fields.value("边长", "max-side").isPresent()) {
            file.error(
                    fields.value("边长", "max-side").orElseThrow(),
                    "E110",
                    "图片的“边长”" + (typed.isEmpty() ? "" : "“" + typed + "”") + "不是像素数",
                    "请写长边最多多少像素，如 4000");
        }
        return PictureLimits.DEFAULT.side();
    }
}
