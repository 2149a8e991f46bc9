package org.gongkai.input.config;

import java.util.List;
import org.gongkai.input.data.DataFile;
import org.gongkai.input.data.FieldReader;
import org.gongkai.input.data.GroupReader;

/**
 * Reads the setting 默认: fields that entries need not repeat. A default scope must not be wider than that of an entry
 * which states none anyway, since nobody would notice what it discloses.
 */
final class EntryDefaultsReader {

    private static final List<String> WIDE = List.of("社会", "全党");
    private static final String EXAMPLE = "例如：默认: {公开范围: 本单位, 发布机构: 第一党支部}";

    private final DataFile file;

    EntryDefaultsReader(DataFile file) {
        this.file = file;
    }

    EntryDefaults read(FieldReader settings) {
        return file.group("“默认”", settings.value("默认", "defaults"), "E110", EXAMPLE, this::defaults)
                .orElse(EntryDefaults.NONE);
    }

    private EntryDefaults defaults(GroupReader fields) {
        return new EntryDefaults(
                scope(fields),
                fields.string("发布机构 publisher"),
                fields.string("责任人 owner"),
                fields.string("保密审查人 reviewer"));
    }

    private String scope(GroupReader fields) {
        String scope = fields.string("公开范围 scope");
        if (scope.isEmpty() || List.of("本单位", "特定对象").contains(scope)) {
            return scope;
        }
        String hint = "默认的公开范围写 本单位 或 特定对象";
        if (WIDE.contains(scope)) {
            hint = "请写 本单位；给“" + scope + "”看的，在那一条里写明 公开范围: " + scope;
            file.error(fields.at("公开范围 scope"), "E183", "默认的公开范围不能是“" + scope + "”，它宽于本单位", hint);
        } else {
            file.error(fields.at("公开范围 scope"), "E109", "没有“" + scope + "”这个公开范围", hint);
        }
        return "";
    }
}
