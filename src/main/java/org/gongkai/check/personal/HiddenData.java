package org.gongkai.check.personal;

import java.util.List;
import org.gongkai.check.prose.ShownLine;

/** Finds personal data that stand in a text only as readers see it: between their digits there are marks or references. */
public final class HiddenData {

    private final PersonalData data;

    public HiddenData(PersonalData data) {
        this.data = data;
    }

    /**
     * Adds what is hidden.
     *
     * @param text a text of lines
     * @param reader reads lines of such a text as they are seen
     * @param found what is known already, by its places in the text; what is new is added
     */
    public void find(String text, ShownLine.Reader reader, List<Personal> found) {
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

    private void line(String text, int start, int end, ShownLine.Reader reader, List<Personal> found) {
        for (ShownLine shown : reader.of(text.substring(start, end))) {
            for (Personal personal : data.scan(shown.text())) {
                if (isNew(personal, found, start, end)) {
                    int place = start + shown.places()[personal.start()];
                    found.add(new Personal(personal.kind(), place, personal.value()));
                }
            }
        }
    }

    /** Whether a line does not hold the same already; of days and addresses one is told in a line. */
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
