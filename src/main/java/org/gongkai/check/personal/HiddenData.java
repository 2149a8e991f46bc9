package org.gongkai.check.personal;

import java.util.List;
import org.gongkai.check.personal.Personal.PersonalKind;
import org.gongkai.check.prose.DisplayedLine;

/**
 * Finds personal data that are recognizable only in the displayed text, because the source has markup or character
 * references between the digits.
 */
public record HiddenData(PersonalData data) {

    /**
     * Adds hidden personal data.
     *
     * @param text a text of several lines
     * @param reader converts lines of the text to what is displayed
     * @param found the data found so far, by their offsets in the text; new ones are added
     */
    public void find(String text, DisplayedLine.Reader reader, List<Personal> found) {
        char[] chars = text.toCharArray();
        int start = 0;
        for (int end = 0; end <= chars.length; end++) {
            if (end == chars.length || chars[end] == '\n') {
                if (reader.mayDiffer(chars, start, end)) {
                    line(text, start, end, reader, found);
                }
                start = end + 1;
            }
        }
    }

    private void line(String text, int start, int end, DisplayedLine.Reader reader, List<Personal> found) {
        for (DisplayedLine shown : reader.of(text.substring(start, end))) {
            for (Personal personal : data.scan(shown.text())) {
                if (isNew(personal, found, start, end)) {
                    int place = start + shown.places()[personal.start()];
                    found.add(new Personal(personal.kind(), place, personal.value()));
                }
            }
        }
    }

    /**
     * Returns true if the line does not contain the same data already; dates and addresses are reported once per line.
     */
    private static boolean isNew(Personal personal, List<Personal> found, int start, int end) {
        return found.stream()
                .noneMatch(known -> known.kind() == personal.kind()
                        && known.start() >= start
                        && known.start() <= end
                        && (known.value().equals(personal.value())
                                || known.kind() == PersonalKind.BIRTH_DATE
                                || known.kind() == PersonalKind.HOME_ADDRESS));
    }
}
