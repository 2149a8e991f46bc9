package org.gongkai.write.document.fact;

import java.util.regex.Pattern;

/** Names of units that sign documents. */
final class UnitName {

    private static final int LONGEST = 40;

    private static final Pattern UNIT = Pattern.compile("[\\p{IsHan}A-Za-z0-9（）()“”·、 　]{2,}"
            + "(支部|党支部|总支|总支部|党委|党组|委员会|小组|工委|纪委|办公室|组织部|宣传部|局|处|科|部|站|厂|公司|集团|中心|学校|大学|学院|医院|研究院|研究所|所|院"
            + "|会|队|办|县|市|乡|镇|街道|社区|村)"
            + "([（(][^）)]*[）)])?");

    private UnitName() {}

    /** Whether a whole line is the name of a unit. */
    static boolean isUnit(String line) {
        return line.length() <= LONGEST && UNIT.matcher(line).matches() && !line.matches(".*(的|关于|召开|开展).*");
    }
}
