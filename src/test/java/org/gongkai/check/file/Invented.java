package org.gongkai.check.file;

import org.gongkai.check.personal.IdNumbers;

/** Numbers that are right by their check digits and belong to nobody, made when a test runs. */
public final class Invented {

    private Invented() {}

    /** An identity number of a region that was never given out (990099 of province 11), born on a day. */
    public static String id(String day) {
        String base = "119999" + day + "999";
        return base + IdNumbers.checkDigit(base);
    }

    /** An identity number whose check digit is X. */
    public static String idWithX() {
        for (int serial = 900; ; serial++) {
            String base = "11999919000101" + serial;
            if (IdNumbers.checkDigit(base) == 'X') {
                return base + "X";
            }
        }
    }

    /** A mobile number of nothing but zeros behind its prefix. */
    public static String mobile() {
        return "13" + "0".repeat(9);
    }

    /** A card number of nothing but zeros behind its prefix, with its check digit. */
    public static String card(int length) {
        String base = "62" + "0".repeat(length - 3);
        for (char digit = '0'; ; digit++) {
            if (IdNumbers.isBankCard(base + digit)) {
                return base + digit;
            }
        }
    }
}
