package org.gongkai.write.document.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.write.document.Remark;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/** Ways in which HTML in an entry keeps readers from seeing a text that stands in it. */
final class UnseenStyle {

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

    private static final int SHOWN = 30;

    /** The start of an element with a style, or with an attribute that hides or colours it. */
    private static final Pattern TAG = Pattern.compile(
            "(?i)<(?!img|input)[a-z][a-z0-9]*\\s(?:[^<>]{0,999}\\s)?(?:style|hidden|color)\\b[^<>]{0,999}>");

    private static final int QUOTED = 200;

    private UnseenStyle() {}

    /** Whether an element is not to be seen, whatever stands around it. */
    private static boolean isHidden(Element element) {
        String css = plain(element.attr("style"));
        return element.hasAttr("hidden")
                || isHidden(css)
                || SMALL.matcher(css).find()
                        && element.select("[style*=font-size]").size() == 1;
    }

    /**
     * Tells what elements typed in another markup language keep from readers: as an entry, it can be seen.
     *
     * @param isCode whether an offset lies in code, which readers see as it is
     */
    static List<Remark> typed(String body, IntPredicate isCode) {
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
    private static String shown(String typed) {
        return "“" + Remark.shortened(typed, SHOWN) + "”";
    }

    /** What is told of a text in an element that can be seen, but hardly. */
    private static Optional<String> doubt(Element element) {
        String css = plain(element.attr("style"));
        boolean isSmall = SMALL.matcher(css).find();
        boolean isWhite =
                WHITE.matcher(element.attr("color").toLowerCase(Locale.ROOT)).matches();
        return isSmall || isWhite || isColored(css)
                ? Optional.of((isSmall ? "小得看不见的字" : "和底色分不出的字") + shown(element.ownText()) + "导入了")
                        .filter(told -> !told.contains("“”"))
                : Optional.empty();
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
