package org.gongkai.check.header;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;

/** The forms of index numbers and document numbers. */
final class NumberRules {

    private static final Pattern SHAPE = Pattern.compile("([A-Za-z0-9]+)/(\\d{4})-(\\d{5})");

    /** Contains a Chinese character; the lookahead keeps matching linear. */
    private static final String BODY = "(?=[A-Za-z（）]*+\\p{IsHan})[\\p{IsHan}A-Za-z（）]*";

    private static final Pattern RIGHT = Pattern.compile(BODY + "〔\\d{4}〕[1-9]\\d*号");

    /** The parts of a number in which some brackets or digits are wrong. */
    private static final Pattern PARTS =
            Pattern.compile("(" + BODY + ")?[\\[【(（〔〈<［{](\\d{2}|\\d{4})年?[\\]】)）〕〉>］}]第?0*([1-9]\\d*)号?");

    private NumberRules() {}

    /**
     * An index number (索引号) has the form CODE/YEAR-SERIAL with a serial of five digits, where CODE is the code of the
     * branch.
     *
     * @param code the code of the branch; empty if any is allowed
     */
    static void index(Entry entry, String code, Consumer<Problem> problems) {
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

    /** A document number (发文字号) has the form 示水党〔2020〕1号 (GB/T 9704-2012). */
    static void document(Entry entry, Consumer<Problem> problems) {
        String number = entry.text(CommonField.DOC_NUMBER);
        if (RIGHT.matcher(number).matches()) {
            return;
        }
        HeaderPosition place = HeaderPosition.of(entry, CommonField.DOC_NUMBER, problems);
        Matcher parts = PARTS.matcher(number.replaceAll("[\\s\u3000]", ""));
        if (!parts.matches()) {
            place.error("E143", "发文字号“" + number + "”不合格式", "请写成“机关代字〔年份〕序号号”，如 示水党〔2020〕1号");
            return;
        }
        String year = parts.group(2).length() == 4 ? parts.group(2) : "20" + parts.group(2);
        String body = parts.group(1) == null ? "机关代字" : parts.group(1);
        place.error("E143", "发文字号“" + number + "”不合格式", "请写成 " + body + "〔" + year + "〕" + parts.group(3) + "号");
    }
}
