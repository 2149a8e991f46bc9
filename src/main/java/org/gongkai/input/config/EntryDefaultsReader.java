package org.gongkai.input.config;

import java.util.List;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.Value;

/**
 * Reads the setting 默认: fields that entries need not repeat. A default scope must not be wider than that of an entry
 * which states none anyway, since nobody would notice what it discloses.
 */
final class EntryDefaultsReader {

    private static final List<String> NARROW = List.of("本单位", "特定对象");
    private static final List<String> WIDE = List.of("社会", "全党");
    private static final String EXAMPLE = "例如：默认: {公开范围: 本单位, 发布机构: 第一党支部}";

    private final DataFile file;

    EntryDefaultsReader(DataFile file) {
        this.file = file;
    }

    EntryDefaults read(FieldReader settings) {
        Value value = settings.value("默认", "defaults").orElse(null);
        if (value == null || value instanceof Value.Text text && text.isBlank()) {
            return EntryDefaults.NONE;
        }
        if (!(value instanceof Value.Fields group)) {
            file.error(value, "E110", "“默认”应写明哪些字段", EXAMPLE);
            return EntryDefaults.NONE;
        }
        file.known(group, List.of("公开范围", "scope", "发布机构", "publisher", "责任人", "owner", "保密审查人", "reviewer"));
        group.fields().stream()
                .filter(field -> !(field.value() instanceof Value.Text))
                .forEach(field ->
                        file.error(field.value(), "E110", "“" + field.key().text() + "”应是一段文字", "不要写成列表或分组"));
        FieldReader fields = new FieldReader(group);
        return new EntryDefaults(
                scope(fields),
                fields.text("发布机构", "publisher").orElse(""),
                fields.text("责任人", "owner").orElse(""),
                fields.text("保密审查人", "reviewer").orElse(""));
    }

    private String scope(FieldReader fields) {
        String scope = fields.text("公开范围", "scope").orElse("");
        if (scope.isEmpty() || NARROW.contains(scope)) {
            return scope;
        }
        Value at = fields.value("公开范围", "scope").orElseThrow();
        if (WIDE.contains(scope)) {
            file.error(
                    at, "E183", "默认的公开范围不能是“" + scope + "”，它宽于本单位", "请写 本单位；给“" + scope + "”看的，在那一条里写明 公开范围: " + scope);
        } else {
            file.error(at, "E109", "没有“" + scope + "”这个公开范围", "默认的公开范围写 本单位 或 特定对象");
        }
        return "";
    }
}
