package org.gongkai.check.header;

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
    private static final Pattern PARTS =
            Pattern.compile("(" + BODY + ")?[\\[【(（〔〈<［{](\\d{2}|\\d{4})年?[\\]】)）〕〉>］}]第?0*([1-9]\\d*)号?");

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
        String year = parts.group(2).length() == 4 ? parts.group(2) : "20" + parts.group(2);
        String body = parts.group(1) == null ? "机关代字" : parts.group(1);
        place.error("E143", "发文字号“" + number + "”不合格式", "请写成 " + body + "〔" + year + "〕" + parts.group(3) + "号");
    }
}
