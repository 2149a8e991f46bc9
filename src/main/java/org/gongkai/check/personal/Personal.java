package org.gongkai.check.personal;

import org.gongkai.problem.Severity;

/**
 * Personal data found in a text.
 *
 * @param kind the kind of data
 * @param start the offset in the text, from 0
 * @param value the value; for numbers the digits without separators
 */
public record Personal(PersonalKind kind, int start, String value) {

    /** A kind of personal data that must not be published. */
    public enum PersonalKind {
        /** An identity number of GB 11643: eighteen digits with a valid date of birth and check digit. */
        ID_NUMBER(Severity.ERROR, "E270", "身份证号", "请删去；要和同名的人区分时最多写末四位", 0, 4),
        /** One that was mistyped, or of the form before 1999: fifteen digits without a check digit. */
        LIKELY_ID_NUMBER(
                Severity.WARNING, "W271", "疑似身份证号", "是身份证号就请删去；不是的话，把它写进 content/_data/privacy.yml 的“允许”", 0, 3),
        MOBILE(Severity.ERROR, "E272", "手机号", "请改写办公电话，或把中间四位换成星号；本就对外公布的号码，写进 content/_data/privacy.yml 的“允许”", 3, 4),
        BANK_CARD(Severity.ERROR, "E273", "银行卡号", "请删去", 0, 4),
        BIRTH_DATE(Severity.ERROR, "E274", "出生年月日", "请只写到年月", 4, 0),
        HOME_ADDRESS(Severity.WARNING, "W275", "疑似住址", "家庭住址请删去；是办公地址的话，把它写进 content/_data/privacy.yml 的“允许”", 3, 0);

        private final Severity severity;
        private final String code;
        private final String label;
        private final String hint;
        private final int first;
        private final int last;

        /**
         * @param first how many characters at the start of a value messages show
         * @param last how many at its end
         */
        PersonalKind(Severity severity, String code, String label, String hint, int first, int last) {
            this.severity = severity;
            this.code = code;
            this.label = label;
            this.hint = hint;
            this.first = first;
            this.last = last;
        }

        Severity severity() {
            return severity;
        }

        public String code() {
            return code;
        }

        /** The label in Chinese. */
        String label() {
            return label;
        }

        String hint() {
            return hint;
        }
    }

    /** Returns the value with asterisks in place of its middle; of all of it if it is too short. */
    String masked() {
        return mask(value, kind.first, kind.last);
    }

    static String mask(String value, int first, int last) {
        if (first + last >= value.length()) {
            return "*".repeat(value.length());
        }
        return value.substring(0, first)
                + "*".repeat(value.length() - first - last)
                + value.substring(value.length() - last);
    }
}
