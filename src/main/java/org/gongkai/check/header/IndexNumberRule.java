package org.gongkai.check.header;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;

/**
 * An index number (索引号) has the form CODE/YEAR-SERIAL with a serial of five digits, where CODE is the code of the
 * branch.
 *
 * @param code the code of the branch; empty if any is allowed
 */
record IndexNumberRule(String code) {

    private static final Pattern SHAPE = Pattern.compile("([A-Za-z0-9]+)/(\\d{4})-(\\d{5})");

    /** Checks an entry with an index number. */
    void check(Entry entry, Consumer<Problem> problems) {
        String number = entry.publication().number();
        HeaderPosition place = HeaderPosition.of(entry, CommonField.NUMBER, problems);
        Matcher parts = SHAPE.matcher(number);
        if (!parts.matches()) {
            place.error(
                    "E140",
                    "索引号“" + number + "”不合格式",
                    "请写成“机构代码/年-五位序号”，都用半角，没有空格，如 " + (code.isEmpty() ? "ABCD01" : code) + "/2024-00018");
        } else if (!code.isEmpty() && !code.equals(parts.group(1))) {
            place.warning(
                    "W140",
                    "索引号“" + number + "”的机构代码是 " + parts.group(1) + "，本站的机构代码是 " + code,
                    "如果不是转载的条目，请改成 " + code + number.substring(number.indexOf('/')));
        }
    }
}
