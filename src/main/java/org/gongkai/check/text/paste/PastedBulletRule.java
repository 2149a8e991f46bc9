package org.gongkai.check.text.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongkai.check.text.CheckedText;
import org.gongkai.check.text.LineStart;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.check.text.TextRule;
import org.gongkai.text.Characters;

/**
 * Reports bullets of a word processor: characters that only its symbol fonts have, and paragraphs that begin with a
 * drawn bullet instead of being items of a list. A single such paragraph is a mark of its own.
 */
public final class PastedBulletRule implements TextRule {

    static final String CODE = "W243";

    /** What is drawn as a bullet. A line with none of these and none of the characters below has nothing to report. */
    public static final String BULLETS = "●■◆▪➢►▶◼⚫•";

    /** The first of the characters that only symbol fonts have. */
    public static final char FIRST_PRIVATE = '\uE000';

    /** The last of them. */
    public static final char LAST_PRIVATE = '\uF8FF';

    @Override
    public void check(CheckedText checked, long mark, RuleReport report) {
        List<TextLine> bullets = new ArrayList<>();
        for (TextLine line : checked.body()) {
            if ((line.marks() & mark) != 0) {
                int symbol = symbol(line.text());
                if (symbol >= 0) {
                    String shown =
                            Integer.toHexString(line.text().charAt(symbol)).toUpperCase(Locale.ROOT);
                    String message = "这里有符号字体的字符（U+" + shown + "），别的电脑上显示成方框或者空白";
                    report.add(CODE, line, symbol, message, "请换成普通的字；是列表的，每项前面写“- ”");
                } else if (BULLETS.indexOf(Characters.at(line.text(), LineStart.skipBlanks(line.text(), 0))) >= 0) {
                    bullets.add(line);
                }
            }
        }
        if (bullets.size() > 1) {
            TextLine first = bullets.get(0);
            int at = LineStart.skipBlanks(first.text(), 0);
            String bullet = "“" + first.text().charAt(at) + "”";
            String message = "有" + bullets.size() + "段用" + bullet + "开头，网页上不是列表";
            report.add(CODE, first, at, message, "请把每段开头的" + bullet + "换成“- ”（减号和一个空格）");
        }
    }

    private static int symbol(String text) {
        int at = Characters.end(text, 0, c -> c < FIRST_PRIVATE || c > LAST_PRIVATE);
        return at < text.length() ? at : -1;
    }
}
