package org.gongkai.input.entry.header;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The header fields that every entry may have, with their names. */
public enum CommonField {
    TITLE("标题", "title"),
    KIND("文种", "kind", "kinds"),
    CATEGORY("栏目", "category", "categories"),
    YEAR("年度", "year", "years"),
    DATE("发布日期", "date"),
    SIGNED("成文日期", "signed"),
    NUMBER("索引号", "number"),
    DOC_NUMBER("发文字号", "doc-number"),
    SCOPE("公开范围", "scope"),
    TERM("公开时限", "term"),
    CATALOGUE("目录项", "catalogue"),
    VALIDITY("有效性", "validity"),
    OWNER("责任人", "owner"),
    PUBLISHER("发布机构", "publisher"),
    TAGS("标签", "tags"),
    /** What several papers deal with step by step, by a name that all of them write. */
    MATTER("事项", "matter", "matters"),
    ATTACHMENTS("附件", "attachments"),
    STATUS("状态", "status"),
    NOTICE("公示", "notice"),
    /** Who wrote the text, if it is not 责任人. */
    DRAFTER("拟稿人", "drafter"),
    SECRECY_REVIEW("保密审查", "secrecy-review"),
    /** The step between the two, which not every branch has. */
    EXAMINATION("审核", "examination"),
    APPROVAL("审批", "approval"),
    /** Typing errors that were corrected after the approval. */
    ERRATA("勘误", "errata"),
    ALIASES("旧址", "aliases"),
    EXPIRES("失效日期", "expires"),
    REVISED("修订日期", "revised"),
    /** How earlier versions are disclosed; the default depends on the kind. */
    HISTORY("历史", "history"),
    WITHDRAWN_ON("撤回日期", "withdrawn-on"),
    WITHDRAWN_WHY("撤回原因", "withdrawn-why"),
    MEETING("会议", "meeting"),
    SUMMARY("摘要", "summary", "description"),
    /** Rules that do not apply to the entry, each with a reason. */
    EXCEPTIONS("例外", "exceptions"),
    /** The content type of JBake, which selects a template there; not used here. */
    TYPE("类型", "type");

    private static final Map<String, CommonField> BY_NAME = byName();

    private final List<String> names;

    CommonField(String... names) {
        this.names = List.of(names);
    }

    /** The Chinese name, which messages use. */
    public String label() {
        return names.get(0);
    }

    public List<String> names() {
        return names;
    }

    /** Returns the field with a name, ignoring case. */
    public static Optional<CommonField> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Returns all names of all fields. */
    public static List<String> allNames() {
        return Arrays.stream(values()).flatMap(f -> f.names.stream()).toList();
    }

    private static Map<String, CommonField> byName() {
        Map<String, CommonField> map = new HashMap<>();
        for (CommonField field : values()) {
            field.names.forEach(name -> map.put(name, field));
        }
        return Map.copyOf(map);
    }
}
