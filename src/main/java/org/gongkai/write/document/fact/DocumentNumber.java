package org.gongkai.write.document.fact;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds 发文字号 and writes them as GB/T 9704-2012 requires: {@code 示水党〔2024〕3号}. */
final class DocumentNumber {

    private static final Pattern NUMBER = Pattern.compile(
            "([\\p{IsHan}A-Za-z]{1,20})\\s*[\\[【(（〔〈［{]\\s*((?:19|20)\\d{2})\\s*年?\\s*[\\]】)）〕〉］}]\\s*第?"
                    + "\\s*0*([1-9]\\d{0,4})\\s*号");

    private static final Pattern SIGNATORY = Pattern.compile("(.*?)\\s*签发人[：:]\\s*(\\S.*)?");

    private static final int LONGEST = 100;

    private DocumentNumber() {}

    /** Returns the number that a line is, in the standard notation. */
    static Optional<String> of(String line) {
        Matcher found = NUMBER.matcher(line.length() > LONGEST ? "" : withoutSignatory(line));
        return found.matches()
                ? Optional.of(found.group(1) + "〔" + found.group(2) + "〕" + found.group(3) + "号")
                : Optional.empty();
    }

    static boolean isNumber(String line) {
        return of(line).isPresent();
    }

    /** Returns the 签发人 that stands in the same line. */
    static Optional<String> signatory(String line) {
        Matcher found = SIGNATORY.matcher(line);
        return found.matches() && found.group(2) != null
                ? Optional.of(found.group(2).replaceAll("[\\s\u3000]+", " ").strip())
                : Optional.empty();
    }

    private static String withoutSignatory(String line) {
        Matcher found = SIGNATORY.matcher(line);
        return (found.matches() ? found.group(1) : line).strip();
    }
}
