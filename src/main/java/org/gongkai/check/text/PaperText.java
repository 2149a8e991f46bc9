package org.gongkai.check.text;

import java.util.List;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.entry.Entry;

/**
 * Tells the text of an official paper from notes, manuals and essays, in which X is a variable and 某某 nobody in particular.
 * Asked only where something was found, because it reads the whole text.
 */
public final class PaperText {

    /** One Latin letter among so many Han characters is more than papers have. */
    private static final int RARE_LATIN = 12;

    /** As many are in any text, however short. */
    private static final int FEW_LATIN = 10;

    /** A reader is addressed as 你 in no paper; one slip among so many characters is forgiven. */
    private static final int RARE_YOU = 1000;

    /** 你局, 你单位 and 你们 with a body behind them are how papers address one. */
    private static final String ADDRESSED = "局单委院部厅市县区乡镇村省处科站厂公校支所党";

    /** Words of which a paper of some length has one among so many characters, and their last characters. */
    private static final List<String> OFFICE = List.of("工作", "党员", "支部", "会议", "落实", "组织");

    private static final String OFFICE_ENDS = "作员部议实织";
    private static final int OFFICIAL = 200;

    private PaperText() {}

    /** Whether an entry is a paper: by its kind if that has a form, else by its words. */
    public static boolean is(CheckedText sheet) {
        Entry entry = sheet.entry();
        if (entry.kinds().stream().anyMatch(kind -> kind.open() || kind.title().isPresent())) {
            return true;
        }
        int han = 0;
        int latin = 0;
        int you = 0;
        int office = 0;
        for (TextLine line : sheet.body()) {
            String text = line.text();
            boolean inCode = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '<'
                        && CharacterClasses.isLatin(CharacterClasses.at(text, i + 1))
                        && CharacterClasses.near(text, '>', i) > 0) {
                    i = CharacterClasses.near(text, '>', i);
                } else if (CharacterClasses.isHan(c)) {
                    han++;
                    int word = OFFICE_ENDS.indexOf(c);
                    office += word >= 0 && text.startsWith(OFFICE.get(word), i - 1) ? 1 : 0;
                    you += c == '你' && ADDRESSED.indexOf(CharacterClasses.at(text, i + 1)) < 0 ? 1 : 0;
                } else if (CharacterClasses.isLatin(c)
                        && !CharacterClasses.isDigit(c)
                        && c != 'X'
                        && c != 'x'
                        && c != 'Ｘ'
                        && c != 'ｘ') {
                    latin++;
                } else if (c == Prose.BLANKED && !inCode) {
                    // Code and addresses are no words of a paper.
                    latin++;
                }
                inCode = c == Prose.BLANKED;
            }
        }
        return (latin <= FEW_LATIN || latin * RARE_LATIN <= han) && you * RARE_YOU <= han && office >= han / OFFICIAL;
    }
}
