package org.gongkai.write.document.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.write.document.Remark;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.select.Selector.SelectorParseException;

/** Ways in which a page keeps readers from seeing a text that stands in it. */
public final class UnseenStyle {

    private static final Pattern HIDDEN = Pattern.compile("(?:^|;)(?:display:none|visibility:(?:hidden|collapse)"
            + "|mso-hide:all|opacity:0*\\.?0*(?=;|%|!|$)"
            + "|(?:text-indent|left|right|top|bottom|margin-left|margin-top|margin):-\\d{3,}"
            + "|clip:rect\\((?:0(?:px)?|1px)[,)]|clip-path:inset\\((?:50|100)%|transform:scale[xy]?\\(0[,)])");
    private static final Pattern SMALL =
            Pattern.compile("(?:^|;)font-size:0*[01]?(?:\\.\\d+)?(?:px|pt|em|rem|%)?(?=;|!|$)");
    private static final Pattern EMPTY_BOX = Pattern.compile("(?:^|;)(?:max-)?(?:height|width):0(?:px|;|$)");
    private static final Pattern COLOR = Pattern.compile("(?:^|;)color:([^;!]*)");
    private static final Pattern BACKGROUND = Pattern.compile("(?:^|;)background(?:-color)?:([^;!]*)");
    private static final Pattern WHITE =
            Pattern.compile("white|#fff|#ffffff|rgb\\(255,255,255\\)|rgba\\(255,255,255,1\\)");
    private static final Pattern CLEAR = Pattern.compile("transparent|rgba\\(.*,0*\\.?0*\\)|#(?:...0|.{6}00)");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");

    /** The attribute in which {@link #note} writes what a style sheet says of an element. */
    private static final String SHEET = "gongkai-sheet";

    private static final String SHEET_HIDES = "样式表写着不显示的字";
    private static final int SHOWN = 30;

    /** The start of an element with a style, or with an attribute that hides or colours it. */
    private static final Pattern TAG = Pattern.compile(
            "(?i)<(?!img|input)[a-z][a-z0-9]*\\s(?:[^<>]{0,999}\\s)?(?:style|hidden|color)\\b[^<>]{0,999}>");

    private static final int QUOTED = 200;

    private UnseenStyle() {}

    /** Notes the rules of the style sheets in a page at the elements that they keep from being seen. */
    public static void note(Document page) {
        for (Element sheet : page.select("style")) {
            Matcher rule = RULE.matcher(sheet.data().replaceAll("(?s)/\\*.*?\\*/", ""));
            while (rule.find()) {
                String css = plain(rule.group(2));
                if (isHidden(css) || SMALL.matcher(css).find() || isColored(css)) {
                    try {
                        page.select(rule.group(1).strip()).attr(SHEET, css);
                    } catch (SelectorParseException | IllegalArgumentException e) {
                        // States of elements, such as under the pointer, and rules about media name no elements.
                    }
                }
            }
        }
    }

    /** Whether an element is not to be seen, whatever stands around it. */
    public static boolean isHidden(Element element) {
        String css = plain(element.attr("style"));
        return element.hasAttr("hidden")
                || isHidden(css)
                || SMALL.matcher(css).find()
                        && element.select("[style*=font-size]").size() == 1;
    }

    /** What is told of a text in an element that is imported, but may not be seen. */
    public static Optional<String> doubt(Element element) {
        // What an element within says of colours and sizes holds for its own text.
        return way(element)
                .map(way -> way.equals(SHEET_HIDES)
                                || element.select("[style*=color], [style*=font-size], font")
                                                .size()
                                        <= 1
                        ? way + shown(element.text())
                        : way + shown(element.ownText()))
                .filter(told -> !told.endsWith("“”"))
                .map(told -> told + "导入了");
    }

    /**
     * Tells what elements typed in another markup language keep from readers: as an entry, it can be seen.
     *
     * @param isCode whether an offset lies in code, which readers see as it is
     */
    public static List<Remark> typed(String body, IntPredicate isCode) {
        List<Remark> remarks = new ArrayList<>();
        Matcher tag = TAG.matcher(body);
        while (tag.find()) {
            if (!isCode.test(tag.start())) {
                String quoted = body.substring(tag.start(), Math.min(body.length(), tag.end() + QUOTED));
                Jsoup.parse(quoted, "", Parser.xmlParser().settings(ParseSettings.htmlDefault)).children().stream()
                        .findFirst()
                        .flatMap(element -> isHidden(element)
                                ? Optional.of("隐藏的文字" + shown(element.text()) + "导入了")
                                : doubt(element))
                        .ifPresent(text -> remarks.add(new Remark("", text + "，在条目里看得见，请核对能不能公开", Remark.Weight.NOTE)));
            }
        }
        return remarks;
    }

    /** The beginning of a text, quoted. */
    public static String shown(String typed) {
        return "“" + Remark.shortened(typed, SHOWN) + "”";
    }

    private static Optional<String> way(Element element) {
        String css = plain(element.attr("style") + ";" + element.attr(SHEET));
        if (isHidden(css)) {
            return Optional.of(SHEET_HIDES);
        }
        if (SMALL.matcher(css).find()) {
            return Optional.of("小得看不见的字");
        }
        boolean isWhite =
                WHITE.matcher(element.attr("color").toLowerCase(Locale.ROOT)).matches();
        return isWhite || isColored(css) ? Optional.of("和底色分不出的字") : Optional.empty();
    }

    private static boolean isHidden(String css) {
        return HIDDEN.matcher(css).find()
                || css.contains("overflow:hidden") && EMPTY_BOX.matcher(css).find();
    }

    private static boolean isColored(String css) {
        Matcher color = COLOR.matcher(css);
        if (!color.find()) {
            return false;
        }
        Matcher background = BACKGROUND.matcher(css);
        boolean hasBackground =
                background.find() && !CLEAR.matcher(background.group(1)).matches();
        return CLEAR.matcher(color.group(1)).matches()
                || (hasBackground
                        ? background.group(1).equals(color.group(1))
                        : WHITE.matcher(color.group(1)).matches());
    }

    private static String plain(String css) {
        return css.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
