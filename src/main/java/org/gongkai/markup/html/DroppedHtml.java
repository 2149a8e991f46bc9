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
public final class DroppedHtml implements HtmlFilter.Listener {
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

    /** What the HTML is to the text of the body; it decides which of the HTML is reported, and where. */
    public enum Origin {
        /** The text itself. */
        TYPED,
        /** What the text was converted to; what was not typed there is not reported. */
        CONVERTED,
        /** The same, and what a converter generated is reported, too, such as videos. */
        MADE
    }

    private final Markup markup;
    private final BodyPositions positions;
    private final Origin origin;
    private final Set<String> reported = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    public DroppedHtml(Markup markup, Origin origin) {
        this.markup = markup;
        this.positions = markup.positions();
        this.origin = origin;
    }

    @Override
    public void dropped(Fate fate, String what, int offset) {
        boolean isWhole = fate == Fate.REMOVED_WITH_CONTENT;
        if (origin == Origin.TYPED
                && isWhole
                && (what.equalsIgnoreCase("<!doctype") || what.equalsIgnoreCase("<?xml"))) {
            // The beginning of a complete page; nothing visible is lost.
            return;
        }
        int at = origin == Origin.TYPED ? offset : search(what);
        if (at >= 0) {
            dropped(fate, what, positions.line(at), positions.column(at));
        }
    }

    /** Records something at a known position; only the first of each name is reported. */
    public void dropped(Fate fate, String what, int line, int column) {
        if (reported.add(fate + what)) {
            String shown = what.startsWith("<") ? what : "<" + what + ">";
            problems.add(problem(line, column, "网页代码 " + shown + " " + fate.words, HINT));
        }
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

    /** Records an element that only the allow-list removed. */
    void element(String name) {
        dropped(Fate.REMOVED, name, search(name));
    }

    /** Records an attribute that the allow-list removed, at the first tag that was typed with it. */
    void attribute(String name) {
        Pattern typed =
                Pattern.compile("<[a-z][^<>]*?\\s(" + Pattern.quote(name) + ")\\s*+=", Pattern.CASE_INSENSITIVE);
        Matcher found = typed.matcher(markup.text());
        if (reported.add("=" + name) && found.find()) {
            int at = found.start(1);
            problems.add(problem(positions.line(at), positions.column(at), "网页属性 " + name + " 不允许使用，已去掉", HINT));
        }
    }

    /** Records an address that is not allowed, as often as it stands there. */
    void address(String typed) {
        int at = Math.max(0, markup.text().indexOf(typed));
        String hint = "地址只能以 http、https、mailto 或 tel 开头，或写站内的路径";
        problems.add(problem(positions.line(at), positions.column(at), "地址“" + typed + "”不允许使用，已去掉，只留下文字", hint));
    }

    /** One warning for each name. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private Problem problem(int line, int column, String message, String hint) {
        return Problem.warning("W164", markup.path(), line, column, message, hint);
    }

    /**
     * Returns the offset of the first tag that begins so; if none was typed, 0 if generated ones are reported,
     * else -1.
     */
    private int search(String what) {
        String text = markup.text();
        Pattern typed = what.startsWith("<")
                ? Pattern.compile(Pattern.quote(what), Pattern.CASE_INSENSITIVE)
                : HtmlElements.tags("</?+" + Pattern.quote(what));
        Matcher found = typed.matcher(text);
        return found.find() ? found.start() : origin == Origin.MADE ? 0 : -1;
    }
}
