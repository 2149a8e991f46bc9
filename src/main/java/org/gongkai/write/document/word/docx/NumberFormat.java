package org.gongkai.write.document.word.docx;

import java.util.Locale;
import org.gongkai.text.ChineseNumeral;

/** Writes the numbers of lists in the formats that word processors offer, by their names in Office Open XML. */
final class NumberFormat {

    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    private static final int LARGEST = 1_000_000;

    private NumberFormat() {}

    /** Writes a number; in decimal digits if a format has no character for it or is not known. */
    static String write(String format, int number) {
        if (format.equals("none")) {
            return "";
        }
        if (number < 0 || number > LARGEST) {
            return Integer.toString(number);
        }
        return switch (format) {
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letters(number, 'A');
            case "lowerLetter" -> letters(number, 'a');
            case "decimalZero", "decimalZero2" -> String.format(Locale.ROOT, "%02d", number);
            case "decimalZero3" -> String.format(Locale.ROOT, "%03d", number);
            case "decimalZero4" -> String.format(Locale.ROOT, "%04d", number);
            case "decimalZero5" -> String.format(Locale.ROOT, "%05d", number);
            case "numberInDash" -> "- " + number + " -";
            case "decimalFullWidth", "decimalFullWidth2" -> fullWidth(number);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> from('①', 1, 20, number);
            case "decimalEnclosedParen" -> from('⑴', 1, 20, number);
            case "decimalEnclosedFullstop" -> from('⒈', 1, 20, number);
            case "ideographEnclosedCircle" -> from('㊀', 1, 10, number);
            case "ideographTraditional" -> in(STEMS, number);
            case "ideographZodiac" -> in(BRANCHES, number);
            case "ideographZodiacTraditional" ->
                number < 1 ? "" : in(STEMS, (number - 1) % 10 + 1) + in(BRANCHES, (number - 1) % 12 + 1);
            default -> chinese(format, number);
        };
    }

    private static String chinese(String format, int number) {
        return switch (format) {
            case "chineseCounting", "taiwaneseCounting" ->
                number < 100 ? ChineseNumeral.format(number) : ChineseNumeral.formatPlaces(number);
            case "chineseCountingThousand", "taiwaneseCountingThousand", "japaneseCounting" ->
                ChineseNumeral.format(number);
            case "chineseLegalSimplified" -> ChineseNumeral.LEGAL.format(number, false);
            case "ideographLegalTraditional", "japaneseLegal" -> ChineseNumeral.LEGAL_TRADITIONAL.format(number, false);
            case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand" ->
                ChineseNumeral.formatPlaces(number);
            default -> Integer.toString(number);
        };
    }

    private static String roman(int number) {
        StringBuilder text = new StringBuilder();
        int rest = number > 3_999 ? 0 : number;
        for (int i = 0; i < ROMAN.length; i++) {
            for (; rest >= ROMAN_VALUES[i]; rest -= ROMAN_VALUES[i]) {
                text.append(ROMAN[i]);
            }
        }
        return text.length() == 0 ? Integer.toString(number) : text.toString();
    }

    /** a to z, then aa, bb and so on. */
    private static String letters(int number, char first) {
        if (number < 1 || number > 26 * 10) {
            return Integer.toString(number);
        }
        return Character.toString(first + (number - 1) % 26).repeat((number - 1) / 26 + 1);
    }

    private static String fullWidth(int number) {
        StringBuilder text = new StringBuilder();
        Integer.toString(number).chars().forEach(digit -> text.append((char) (digit - '0' + '０')));
        return text.toString();
    }

    private static String from(char first, int least, int most, int number) {
        return number >= least && number <= most
                ? Character.toString(first + number - least)
                : Integer.toString(number);
    }

    private static String in(String characters, int number) {
        return number >= 1 && number <= characters.length()
                ? characters.substring(number - 1, number)
                : Integer.toString(number);
    }
}
