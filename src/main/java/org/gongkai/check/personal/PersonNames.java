package org.gongkai.check.personal;

import java.util.Set;
import java.util.regex.Pattern;

/** Distinguishes names of persons from those of organizations and programs in document properties. */
public final class PersonNames {

    private static final Pattern SHORT = Pattern.compile("\\p{IsHan}{2,4}");

    /** Suffixes of organizations and posts; two-character names can end in any character. */
    private static final Pattern OFFICE =
            Pattern.compile(".+[室部处局办站院所组科厅委司厂队团区县市省镇乡村校]|..+[会员]|.*(?:党委|支部|总支|中心|公司|单位|集团|书记|主任|科长|局长)");

    /** Values that programs and computer vendors enter. */
    private static final Set<String> NOBODY = Set.of(
            "用户", "作者", "微软", "系统", "管理", "电脑", "匿名", "未知", "默认", "本机", "文档", "个人", "微软用户", "微软中国", "雨林木风", "番茄花园",
            "深度技术", "电脑公司", "办公电脑", "金山办公", "个人用户", "匿名用户", "未知用户", "普通用户", "新建用户", "系统用户", "测试用户");

    private PersonNames() {}

    /** Returns true if a text may be the Chinese name of a person. */
    public static boolean isName(String text) {
        return SHORT.matcher(text).matches()
                && !NOBODY.contains(text)
                && (text.length() == 2 || !OFFICE.matcher(text).matches());
    }
}
