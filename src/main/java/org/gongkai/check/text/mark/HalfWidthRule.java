package org.gongkai.check.text.mark;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gongkai.check.prose.Prose;
import org.gongkai.check.text.LineRule;
import org.gongkai.check.text.LineStart;
import org.gongkai.check.text.RuleReport;
import org.gongkai.check.text.TextLine;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.text.Characters;

/** Reports half-width punctuation in Chinese text: {@code 作用,坚持}. */
public final class HalfWidthRule implements LineRule {

    /** See {@link org.gongkai.check.text.TextCheck.Candidate}. */
    public static final String TRIGGERS = ",;:?!(.\"";

    static final String CODE = "W226";

    private static final Set<String> SENTENCES = Set.of(CommonField.TITLE.label(), CommonField.SUMMARY.label());

    private static final String FULL = "，；：？！";

    /**
     * A mark behind which Chinese goes on or the line ends, though a double colon is a description list in AsciiDoc;
     * parentheses that contain Chinese and do not follow a Latin word, code or the text of a link; a quotation mark
     * within Chinese; a period that ends no title or name, since between names one may separate a file extension.
     */
    private static final Pattern WRONG =
            Pattern.compile(("[,;?!](?<=E.)(?=S*+(?:B|$))|:(?<=E.)(?:(?=S*+B)|(?<=..:)(?=S*+$))"
                            + "|\\((?<!L[*_ ]{0,99}.)(?<!\\].)(?=[^H)]{0,298}+H)(?=[^)]{0,298}+\\))|\"(?<=H.)(?=H)|\\.(?<=.{9}H.)$")
                    .replace("E", "[H”’）》】〉〕，。、；：？！]")
                    .replace("B", "[H“‘（《【〈〔]")
                    .replace("S", "[" + LineStart.BLANKS + "]")
                    .replace("L", "[a-zA-Z0-9ａ-ｚＡ-Ｚ０-９" + Prose.BLANKED + "]")
                    .replace("[H", "[" + Characters.HAN)
                    .replace("[^H", "[^" + Characters.HAN)
                    .replace("H", "[" + Characters.HAN + "]"));

    @Override
    public void check(TextLine line, RuleReport report) {
        if (line.isHeader() && !SENTENCES.contains(line.field())) {
            // Half-width commas are correct in lists of tags or names.
            return;
        }
        String text = line.text();
        List<MatchResult> wrong = WRONG.matcher(text).results().toList();
        if (wrong.isEmpty()) {
            return;
        }
        int first = wrong.get(0).start();
        String right =
                switch (text.charAt(first)) {
                    case '(' -> "“（”和“）”";
                    case '"' -> "引号";
                    case '.' -> "“。”";
                    default -> "“" + FULL.charAt(TRIGGERS.indexOf(text.charAt(first))) + "”";
                };
        String more = wrong.size() > 1 ? "（这一段共" + wrong.size() + "处）" : "";
        String shown = "“" + Characters.around(text, first, 2) + "”里的“" + text.charAt(first) + "”是半角标点" + more;
        report.add(CODE, line, first, shown, "汉字之间请用全角的" + right);
    }
}
