package org.gongkai.input.config;

import org.gongkai.input.data.Key;

/**
 * What readers see of the commits that changed an entry, besides the day and the changes.
 *
 * @param messages whether messages are shown
 * @param authors whether the names of authors are shown
 */
@Key.Group("例如：修改记录: {提交说明: 不公开, 修改人: 不公开}")
public record CommitDisplay(
        @Key(value = "提交说明 messages", words = SHOWN, allowed = "公开、不公开", or = "公开") boolean messages,
        @Key(value = "修改人 authors", words = SHOWN, allowed = "公开、不公开", or = "公开") boolean authors) {

    /** Both are shown. */
    public static final CommitDisplay DEFAULT = new CommitDisplay(true, true);

    /** The words for what is shown, and is not. */
    static final String SHOWN = "公开 不公开 shown hidden 是 否 yes no true false";
}
