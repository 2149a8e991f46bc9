package org.gongkai.input.config;

import java.util.Map;
import org.gongkai.input.data.BoundGroup;
import org.gongkai.input.data.Key;

/**
 * What the entries of a site say if their headers do not.
 *
 * @param scope the 公开范围, never wider than 本单位; may be empty
 * @param publisher the 发布机构; may be empty
 * @param owner the 责任人; may be empty
 * @param reviewer who reviews new entries for secrets, where no entry says so yet; may be empty
 */
@Key.Group("例如：默认: {公开范围: 本单位, 发布机构: 第一党支部}")
public record EntryDefaults(
        @Key(value = "公开范围 scope", words = "本单位 特定对象 社会 全党", allowed = "本单位、特定对象", code = "E109") String scope,
        @Key("发布机构 publisher") String publisher,
        @Key("责任人 owner") String owner,
        @Key("保密审查人 reviewer") String reviewer) {

    /** The defaults of a site that sets none. */
    public static final EntryDefaults NONE = new EntryDefaults("", "", "", "");

    /** What an entry is read with where its header lacks a field or leaves it blank, by the name of the field. */
    public Map<String, String> fields() {
        return Map.of("公开范围", scope, "发布机构", publisher, "责任人", owner);
    }

    /**
     * Rejects a scope that is wider than that of an entry which states none anyway, since nobody would notice what it
     * discloses.
     */
    static EntryDefaults checked(EntryDefaults typed, BoundGroup group) {
        if (!SiteConfig.SCOPES
                .subList(0, SiteConfig.SCOPES.indexOf(SiteConfig.UNIT))
                .contains(typed.scope)) {
            return typed;
        }
        String hint = "请写 " + SiteConfig.UNIT + "；给“" + typed.scope + "”看的，在那一条里写明 公开范围: " + typed.scope;
        group.error(group.at("公开范围"), "E183", "默认的公开范围不能是“" + typed.scope + "”，它宽于" + SiteConfig.UNIT, hint);
        return new EntryDefaults("", typed.publisher, typed.owner, typed.reviewer);
    }
}
