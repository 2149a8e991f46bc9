package org.gongkai.check.header;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;

/** A document number (发文字号) has the form 示水党〔2020〕1号 (GB/T 9704-2012). */
final class DocumentNumberRule {

    /** Contains a Chinese character; the lookahead keeps matching linear. */
    private static final String BODY = "(?=[A-Za-z（）]*+\\p{IsHan})[\\p{IsHan}A-Za-z（）]*";

    private static final Pattern RIGHT = Pattern.compile(BODY + "〔\\d{4}〕[1-9]\\d*号");

    /** The parts of a number in which some brackets or digits are wrong. */
    private static final Pattern PARTS = Pattern.compile(
            "(" + BODY + ")?([\\[【(（〔〈<［{])(\\d{2}|\\d{4})" + "(年?)([\\]】)）〕〉>］}])(第?)(0*)([1-9]\\d*)(号?)");

    /** Checks an entry with a document number. */
    void check(Entry entry, Consumer<Problem> problems) {
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
        String year = parts.group(3).length() == 4 ? parts.group(3) : "20" + parts.group(3);
        String body = parts.group(1) == null ? "机关代字" : parts.group(1);
        place.error(
                "E143",
                "发文字号“" + number + "”不合格式：" + String.join("；", faults(number, parts)),
                "请写成 " + body + "〔" + year + "〕" + parts.group(8) + "号");
    }

    private static List<String> faults(String number, Matcher parts) {
        List<String> faults = new ArrayList<>();
        if (number.matches("(?s).*[\\s\u3000].*")) {
            faults.add("中间不留空格");
        }
        if (parts.group(1) == null) {
            faults.add("缺少机关代字");
        }
        if (!parts.group(2).equals("〔") || !parts.group(5).equals("〕")) {
            faults.add("年份用六角括号〔〕，不用" + parts.group(2) + parts.group(5));
        }
        if (parts.group(3).length() == 2) {
            faults.add("年份写四位");
        }
        if (!parts.group(4).isEmpty()) {
            faults.add("括号里不写“年”");
        }
        if (!parts.group(6).isEmpty()) {
            faults.add("序号前不写“第”");
        }
        if (!parts.group(7).isEmpty()) {
            faults.add("序号前不补0");
        }
        if (parts.group(9).isEmpty()) {
            faults.add("末尾缺少“号”");
        }
        return faults;
    }
}
