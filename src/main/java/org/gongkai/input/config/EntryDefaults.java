package org.gongkai.input.config;

/**
 * What the entries of a site say if their headers do not.
 *
 * @param scope the 公开范围, never wider than 本单位; may be empty
 * @param publisher the 发布机构; may be empty
 * @param owner the 责任人; may be empty
 * @param reviewer who reviews new entries for secrets, where no entry says so yet; may be empty
 */
public record EntryDefaults(String scope, String publisher, String owner, String reviewer) {

    /** The defaults of a site that sets none. */
    public static final EntryDefaults NONE = new EntryDefaults("", "", "", "");
}
