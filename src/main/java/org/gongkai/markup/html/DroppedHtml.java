package org.gongkai.markup.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.markup.BodyPositions;
import org.gongkai.markup.Markup;
import org.gongkai.problem.ControlCharacters;
import org.gongkai.problem.Problem;

/** Collects the HTML in a body that is not shown as such, and reports it as problems. */
public final class DroppedHtml {
    private static final String HINT = "正文只用文字、表格、图片和链接；要显示这段代码本身，请放进代码块";

    /** A reference by a number. */
    private static final Pattern NUMERIC = Pattern.compile("&#(?:[xX]([0-9a-fA-F]++)|([0-9]++));?");
    /** Longer numbers are beyond all characters. */
    private static final int DIGITS = 7;

    /** What happened to it. */
    public enum Fate {
        REMOVED("不允许使用，已去掉"),
        REMOVED_WITH_CONTENT("不允许使用，已连同其中的内容去掉"),
        SHOWN("不允许使用，已按文字显示"),
        ENDLESS("没有写完，已按文字显示");

        private final String words;

        Fate(String words) {
            this.words = words;
        }
    }

    private final Markup markup;
    private final BodyPositions positions;
    private final boolean reportsGenerated;
    private final Set<String> reported = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param reportsGenerated whether what a converter generated is reported, too, such as videos */
    public DroppedHtml(Markup markup, boolean reportsGenerated) {
        this.markup = markup;
        this.positions = markup.positions();
        this.reportsGenerated = reportsGenerated;
    }

    /** Records something at a known offset; only the first of each name is reported. */
    public void dropped(Fate fate, String what, BodyPositions at, int offset) {
        String shown = what.startsWith("<") ? what : "<" + what + ">";
        if (reported.add(fate + what)) {
            report(at, offset, "网页代码 " + shown + " " + fate.words, HINT);
        }
    }

    /** Records what was removed from generated HTML, at the first tag that was typed so. */
    void generated(Fate fate, String name) {
        Pattern typed = name.startsWith("<")
                ? Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE)
                : HtmlElements.tags("</?+" + Pattern.quote(name));
        Matcher found = typed.matcher(markup.text());
        boolean isTyped = found.find();
        if (isTyped || reportsGenerated) {
            dropped(fate, name, positions, isTyped ? found.start() : 0);
        }
    }

    /** Records an attribute that the allow-list removed, at the first tag that was typed with it. */
    void attribute(String name) {
        Pattern typed =
                Pattern.compile("<[a-z][^<>]*?\\s(" + Pattern.quote(name) + ")\\s*+=", Pattern.CASE_INSENSITIVE);
        Matcher found = typed.matcher(markup.text());
        if (reported.add("=" + name) && found.find()) {
            report(positions, found.start(1), "网页属性 " + name + " 不允许使用，已去掉", HINT);
        }
    }

    /** Records an address that is not allowed, as often as it stands there. */
    void address(String typed) {
        String hint = "地址只能以 http、https、mailto 或 tel 开头，或写站内的路径";
        report(positions, Math.max(0, markup.text().indexOf(typed)), "地址“" + typed + "”不允许使用，已去掉，只留下文字", hint);
    }

    /** Records a mark at a known offset that is shown as it is typed. */
    public void mark(BodyPositions at, int offset, String message, String hint) {
        problems.add(Problem.warning("W168", markup.path(), at.line(offset), at.column(offset), message, hint));
    }

    private void report(BodyPositions at, int offset, String message, String hint) {
        problems.add(Problem.warning("W164", markup.path(), at.line(offset), at.column(offset), message, hint));
    }

    /**
     * Returns HTML without references to characters that are not allowed in a page, such as {@code &#1;}, and without
     * those characters: reading a file has removed typed ones. The references in the text are recorded.
     */
    public String withoutControl(String html) {
        String clean = html.contains("&#")
                ? NUMERIC.matcher(html)
                        .replaceAll(found -> isControl(found) ? "" : Matcher.quoteReplacement(found.group()))
                : html;
        clean = ControlCharacters.without(clean);
        if (clean.length() < html.length()) {
            NUMERIC.matcher(markup.text())
                    .results()
                    .filter(found -> isControl(found) && reported.add(found.group()))
                    .forEach(found -> problems.add(ControlCharacters.problem(
                            markup.path(),
                            positions.line(found.start()),
                            positions.column(found.start()),
                            found.group(),
                            1)));
        }
        return clean;
    }

    private static boolean isControl(MatchResult reference) {
        boolean isHex = reference.group(1) != null;
        String digits = reference.group(isHex ? 1 : 2).replaceFirst("^0+(?=.)", "");
        return digits.length() > DIGITS || ControlCharacters.is(Integer.parseInt(digits, isHex ? 16 : 10));
    }

    /** One warning for each name. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
