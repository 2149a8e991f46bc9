package org.gongkai.input.config;

import java.util.List;
import java.util.Optional;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;

/** Reads the setting 修改记录: what readers see of commits. */
final class CommitDisplayReader {

    private static final String EXAMPLE = "例如：修改记录: {提交说明: 不公开, 修改人: 不公开}";

    private final DataFile file;

    CommitDisplayReader(DataFile file) {
        this.file = file;
    }

    CommitDisplay read(FieldReader settings) {
        Optional<Value> value = settings.value("修改记录", "history");
        if (value.isEmpty() || value.get() instanceof Value.Text text && text.isBlank()) {
            return CommitDisplay.DEFAULT;
        }
        if (!(value.get() instanceof Value.Fields group)) {
            file.error(value.get(), "E110", "“修改记录”应写明提交说明和修改人公开不公开", EXAMPLE);
            return CommitDisplay.DEFAULT;
        }
        file.known(group, List.of("提交说明", "messages", "修改人", "authors"));
        FieldReader fields = new FieldReader(group);
        return new CommitDisplay(isShown(fields, "提交说明", "messages"), isShown(fields, "修改人", "authors"));
    }

    private boolean isShown(FieldReader fields, String name, String key) {
        String typed = fields.text(name, key).orElse("");
        switch (typed) {
            case "", "公开", "是", "yes", "true" -> {
                return true;
            }
            case "不公开", "否", "no", "false" -> {
                return false;
            }
            default -> {
                file.error(
                        fields.value(name, key).orElseThrow(),
                        "E110",
                        "“" + name + "”“" + typed + "”看不懂",
                        "请写“公开”或“不公开”");
                return true;
            }
        }
    }
}
