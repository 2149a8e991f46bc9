package org.gongkai.check.personal;

import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.io.TextResource;

/** Distinguishes names of persons from those of organizations and programs in document properties. */
public final class PersonNames {

    private static final Pattern SHORT = Pattern.compile("\\p{IsHan}{2,4}");

    /** Suffixes of organizations and posts; two-character names can end in any character. */
    private static final Pattern OFFICE =
            Pattern.compile(".+[室部处局办站院所组科厅委司厂队团区县市省镇乡村校]|..+[会员]|.*(?:党委|支部|总支|中心|公司|单位|集团|书记|主任|科长|局长)");

    /** Values that programs and computer vendors enter. */
    private static final List<String> NOBODY = TextResource.list(PersonNames.class, "nobody.txt");

    private PersonNames() {}

    /** Returns true if a text may be the Chinese name of a person. */
    public static boolean isName(String text) {
        return SHORT.matcher(text).matches()
                && !NOBODY.contains(text)
                && (text.length() == 2 || !OFFICE.matcher(text).matches());
    }
}
