package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A paragraph, a sentence or a row of a table, and what it says of the matter that it is about.
 *
 * @param month the only month that it names, from 1; 0 if there is none, or a day, which is a claim
 * @param words what tells which matter it is about
 * @param claims what it says of it
 */
record Passage(int month, String words, List<Claim> claims) {

    /**
     * A number, a place, a person or a day.
     *
     * @param key what two claims about one matter have in common if they are about the same
     * @param noun what is counted, as far as the text says it
     * @param value the value; a number in digits, or words
     * @param shown how it is shown to users
     * @param sentence where it stands
     */
    record Claim(String key, String noun, String value, String shown, String sentence, int line, int column) {

        boolean isNumber() {
            return !key.startsWith(PassageReader.WORDS);
        }

        BigDecimal number() {
            return new BigDecimal(value);
        }

        /** The claim of a plan, which a result need not fit. */
        Claim planned() {
            return isNumber() && key.endsWith("|")
                    ? new Claim(key + "计划", noun, value, shown, sentence, line, column)
                    : this;
        }

        /** Whether the nouns of two claims with one key may mean the same. */
        boolean isOfSame(Claim other) {
            return noun.isEmpty()
                    || other.noun.isEmpty()
                    || noun.equals(other.noun)
                    || noun.chars().anyMatch(it -> other.noun.indexOf(it) >= 0)
                            && (noun.length() == 1 || other.noun.length() == 1 || key.matches("[^:]+:[|].*"));
        }

        /** Whether a number beside one of two claims makes up for their difference. */
        boolean explains(Claim other) {
            String difference =
                    number().subtract(other.number()).abs().stripTrailingZeros().toPlainString();
            return Pattern.compile("(?<![0-9.])" + Pattern.quote(difference) + "(?![0-9.]|[年月日])")
                    .matcher(sentence + "\n" + other.sentence)
                    .find();
        }
    }
}
