package org.gongkai.input.config;

import java.util.Optional;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;

/** Reads the base URL of a site. */
public final class BaseUrlReader {

    /** The names of the field. */
    static final String[] NAMES = {"网址", "base-url"};

    private final DataFile file;

    public BaseUrlReader(DataFile file) {
        this.file = file;
    }

    /** Returns the base URL with a trailing {@code /}; empty if absent or invalid, where the latter is reported. */
    public String read(FieldReader fields) {
        fields.value(NAMES)
                .filter(value -> !(value instanceof Value.Text))
                .ifPresent(value -> file.error(value, "E110", "“网址”应是一段文字", "不要写成列表或分组"));
        String url = fields.text(NAMES).orElse("");
        if (url.isEmpty()) {
            return "";
        }
        if (!url.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?")) {
            Value value = fields.value(NAMES).orElseThrow();
            file.error(value, "E111", "网址“" + url + "”不是完整的网址", "请写成 http://主机名/ 这样的形式");
            return "";
        }
        return url.endsWith("/") ? url : url + "/";
    }

    /** Returns the base URL with a trailing {@code /}; empty as {@link #read} is. */
    public Optional<String> optional(FieldReader fields) {
        return Optional.of(read(fields)).filter(url -> !url.isEmpty());
    }
}
