package org.gongkai.check.personal;

import java.text.Normalizer;
import java.util.Map;
import java.util.Set;

/**
 * The settings of a site about personal data.
 *
 * @param kept how much of a value messages may show
 * @param keptOfNames how much of a person's name messages may show
 * @param allowed the values that may be published, in the form of {@link #plain}
 */
public record Privacy(Map<PersonalKind, Kept> kept, Kept keptOfNames, Set<String> allowed) {

    /** The default settings. */
    public static final Privacy DEFAULT = new Privacy(
            Map.of(
                    PersonalKind.ID_NUMBER, new Kept(0, 4),
                    PersonalKind.OLD_ID_NUMBER, new Kept(0, 3),
                    PersonalKind.MOBILE, new Kept(3, 4),
                    PersonalKind.BANK_CARD, new Kept(0, 4),
                    PersonalKind.BIRTH_DATE, new Kept(4, 0),
                    PersonalKind.HOME_ADDRESS, new Kept(3, 0)),
            new Kept(1, 0),
            Set.of());

    public Privacy {
        kept = Map.copyOf(kept);
        allowed = Set.copyOf(allowed);
    }

    /**
     * The parts of a value that are not masked.
     *
     * @param first the number of characters at its start
     * @param last the number of characters at its end
     */
    public record Kept(int first, int last) {

        /** Replaces the middle of a value by asterisks; all of it if it is too short. */
        String mask(String value) {
            if (first + last >= value.length()) {
                return "*".repeat(value.length());
            }
            return value.substring(0, first)
                    + "*".repeat(value.length() - first - last)
                    + value.substring(value.length() - last);
        }
    }

    /** Returns the masked value. */
    String mask(Personal personal) {
        return kept.get(personal.kind()).mask(personal.value());
    }

    public String maskName(String name) {
        return keptOfNames.mask(name);
    }

    public boolean allows(Personal personal) {
        return !allowed.isEmpty() && allowed.contains(plain(personal.value()));
    }

    /** Removes separators from a value; of numbers and dates only the digits remain. */
    static String plain(String value) {
        String normal = Normalizer.normalize(value, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
        return normal.replaceAll("(\\d{4})[年./](\\d)(?=[月./])", "$1年0$2")
                .replaceAll("([月./])(\\d)(?=日|$)", "$10$2")
                .replaceAll("^(\\d{4})[年./](\\d\\d)[月./](\\d\\d)日?$", "$1$2$3")
                .replaceAll("^(?:\\+|00)?86(?=1\\d{10}$)", "");
    }
}
