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
        ID_NUMBER(Severity.ERROR, "E270", "身份证号", "请删去；要和同名的人区分时最多写末四位"),
        /** An identity number of the form before 1999: fifteen digits without a check digit. */
        OLD_ID_NUMBER(Severity.WARNING, "W271", "疑似 15 位身份证号", "是身份证号就请删去；不是的话，把它写进 content/_data/privacy.yml 的“允许”"),
        MOBILE(
                Severity.ERROR,
                "E272",
                "手机号",
                "请改写办公电话，或写成 138****1234 的样子；本就对外公布的号码，写进 content/_data/privacy.yml 的“允许”"),
        BANK_CARD(Severity.ERROR, "E273", "银行卡号", "请删去"),
        BIRTH_DATE(Severity.ERROR, "E274", "出生年月日", "请只写到年月"),
        HOME_ADDRESS(Severity.WARNING, "W275", "疑似住址", "家庭住址请删去；是办公地址的话，把它写进 content/_data/privacy.yml 的“允许”");

        private final Severity severity;
        private final String code;
        private final String label;
        private final String hint;

        PersonalKind(Severity severity, String code, String label, String hint) {
            this.severity = severity;
            this.code = code;
            this.label = label;
            this.hint = hint;
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
}
