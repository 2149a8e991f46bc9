package org.gongkai.check.text;

import java.util.List;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.entry.Entry;
import org.gongkai.text.Characters;

/**
 * Distinguishes official documents from notes, manuals and essays, in which X is a variable and 某某 an unspecified
 * person. Evaluated only after a match, because it reads the whole text.
 */
public final class OfficialText {

    /** Maximum ratio of Latin letters to Han characters in official documents, as a reciprocal. */
    private static final int RARE_LATIN = 12;

    /** Minimum number of Latin letters for this criterion. */
    private static final int FEW_LATIN = 10;

    /**
     * Official documents do not address the reader as 你; maximum ratio of exceptions to characters, as a reciprocal.
     */
    private static final int RARE_YOU = 1000;

    /** Characters that follow 你 in official forms of address, such as 你局 and 你单位. */
    private static final String ADDRESSED = "局单委院部厅市县区乡镇村省处科站厂公校支所党";

    /** Words that are frequent in official documents, and their last characters. */
    private static final List<String> OFFICE = List.of("工作", "党员", "支部", "会议", "落实", "组织");

    private static final String OFFICE_ENDS = "作员部议实织";
    private static final int OFFICIAL = 200;

    private OfficialText() {}

    /**
     * Returns true if an entry is an official document, judging by its kind if that has a title pattern, otherwise by
     * its words.
     */
    public static boolean is(CheckedText checked) {
        Entry entry = checked.entry();
        if (entry.kinds().stream()
                .anyMatch(kind -> kind.isOpen() || kind.demands().title().isPresent())) {
            return true;
        }
        int han = 0;
        int latin = 0;
        int you = 0;
        int office = 0;
        for (TextLine line : checked.body()) {
            String text = line.text();
            boolean inCode = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '<' && Characters.isLatin(Characters.at(text, i + 1)) && Characters.near(text, '>', i) > 0) {
                    i = Characters.near(text, '>', i);
                } else if (Characters.isHan(c)) {
                    han++;
                    int word = OFFICE_ENDS.indexOf(c);
                    office += word >= 0 && text.startsWith(OFFICE.get(word), i - 1) ? 1 : 0;
                    you += c == '你' && ADDRESSED.indexOf(Characters.at(text, i + 1)) < 0 ? 1 : 0;
                } else if (Characters.isLatin(c)
                        && !Characters.isDigit(c)
                        && c != 'X'
                        && c != 'x'
                        && c != 'Ｘ'
                        && c != 'ｘ') {
                    latin++;
                } else if (c == Prose.BLANKED && !inCode) {
                    // Code and addresses are not counted.
                    latin++;
                }
                inCode = c == Prose.BLANKED;
            }
        }
        return (latin <= FEW_LATIN || latin * RARE_LATIN <= han) && you * RARE_YOU <= han && office >= han / OFFICIAL;
    }
}
