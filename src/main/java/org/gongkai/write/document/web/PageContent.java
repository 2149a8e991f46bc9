package org.gongkai.write.document.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.DateText;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the article in a page, and what the page states about it. */
record PageContent(Document page) {

    private static final String FACTS =
            "(发布时间|发布日期|发表时间|时间|日期|来源|信息来源|文章来源|作者|编辑|责任编辑|责编|审核|审核人|校对|浏览|浏览次数|浏览量|点击|点击数|点击量|点击次数|阅读|阅读"
                    + "量|阅读次数|访问量|访问次数|字体|字号|打印|分享|发布单位|发布人|发布者)";

    private static final List<Pattern> LINES = List.of(
            Pattern.compile("[【\\[（(]?\\s*(我要)?(打印(本页|此页|文章|正文)?|关闭(窗口|本页|页面)?|收藏(本页|此页)?|返回(顶部|首页|列表|上页)?|TOP|推荐"
                    + "|纠错|放大|缩小|大|中|小|默认|超大)\\s*[】\\]）)]?"),
            Pattern.compile("([【\\[（(]\\s*[^】\\]）)]{1,12}\\s*[】\\]）)]\\s*){2,}"),
            Pattern.compile("[【\\[（(]?\\s*(字体|字号|文字大小)\\s*[：:].{0,20}"),
            Pattern.compile("(责任编辑|责编|编辑|校对|审核|终审|初审|复审|美编|供稿|图文|排版|监制|撰稿|摄影|通讯员)\\s*[：:丨｜|/]\\s*\\S{1,30}( .{0,30})?"),
            Pattern.compile("(上一[篇条页]|下一[篇条页]|相关(文章|链接|阅读|新闻)|推荐阅读|延伸阅读|热门文章|往期(推荐|回顾)).{0,80}"),
            Pattern.compile(
                    "(版权所有|Copyright|©|主办单位|承办单位|技术支持|网站标识码|[^。]{0,6}ICP备|[^。]{0,6}公网安备).{0,120}",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "(分享到|分享至|扫一扫|扫码|微信扫|长按|点击(上方|下方|蓝字|阅读原文)|关注我们|阅读原文|喜欢此内容|轻触阅读|预览时标签|微信号|收录于合集|在看|赞赏|喜欢作者).{0,60}"),
            Pattern.compile("(当前位置|您?现?在的?位置|您所在的位置|首页\\s*[>»]).{0,100}"),
            Pattern.compile("(浏览|点击|阅读|访问)(次数|量|数)?\\s*[：:]?\\s*\\d*\\s*次?"),
            Pattern.compile("(?:[【\\[（(]?\\s*" + FACTS + "\\s*[：:][^。]*?){2}[^。]*"),
            Pattern.compile("(发布时间|发布日期|发表时间|来源|信息来源|文章来源)\\s*[：:].{0,60}"));

    private static final List<String> ARTICLES =
            List.of(("#js_content .rich_media_content #UCAP-CONTENT .TRS_Editor .trs_editor_view .TRS_UEDITOR"
                            + " #vsb_content .v_news_content .wp_articlecontent #zoom #Zoom #zoomcon .pages_content"
                            + " .article-content .article_content .articleContent .news_content .news-content"
                            + " .newscontent .con_text .entry-content .post-content .article-entry .markdown-body"
                            + " .theme-default-content article main #content #Content")
                    .split(" "));

    private static final List<String> TITLES =
            List.of(("#activity-name .rich_media_title meta[name=ArticleTitle] meta[property=og:title]"
                            + " ucaptitle h1 .article-title .arti_title .news_title")
                    .split(" "));

    private static final List<String> DATES = List.of(
            "#publish_time",
            "meta[name=PubDate]",
            "meta[property=article:published_time]",
            "meta[name=publishdate]",
            "time[datetime]");

    private static final Pattern DATED = Pattern.compile("(?:发布|发表)(?:时间|日期)\\s*[：:]\\s*(" + DateText.DAY + ")");
    private static final Pattern SITE_NAME = Pattern.compile("\\s*[_|｜–—-]\\s*[^_|｜–—-]*$");
    private static final int ENOUGH = 20;
    private static final int SHOWN = 30;
    private static final int NAMED = 12;

    /** What the page states about its article, by names that other generators use. */
    Map<String, Object> header() {
        Map<String, Object> header = new LinkedHashMap<>();
        first(TITLES).ifPresent(title -> header.put("title", title));
        Matcher dated = DATED.matcher(page.text());
        first(DATES)
                .or(() -> dated.find() ? Optional.of(dated.group(1)) : Optional.empty())
                .ifPresent(date -> header.put("date", date.strip()));
        return header;
    }

    /** The title in the head of the page, without the name of the site; may be empty. */
    String pageTitle() {
        return SITE_NAME.matcher(page.title()).replaceFirst("").strip();
    }

    private Optional<String> first(List<String> selectors) {
        for (String selector : selectors) {
            Element found = page.selectFirst(selector);
            if (found != null) {
                String text = found.normalName().equals("meta")
                        ? found.attr("content")
                        : found.hasAttr("datetime") ? found.attr("datetime") : found.text();
                if (!text.isBlank()) {
                    return Optional.of(text.strip());
                }
            }
        }
        return Optional.empty();
    }

    /** The element that holds the article. */
    Element article() {
        for (String selector : ARTICLES) {
            Element found = page.selectFirst(selector);
            if (found != null && (found.text().length() >= ENOUGH || found.selectFirst("img") != null)) {
                return found;
            }
        }
        Element element = page.body();
        while (true) {
            Element inner = null;
            for (Element child : element.children()) {
                inner = inner == null || weight(child) > weight(inner) ? child : inner;
            }
            if (inner == null
                    || !inner.normalName().matches("div|section|td|tr|tbody|table|form|center|font|body")
                    || weight(inner) * 10 < weight(element) * 8) {
                return element;
            }
            element = inner;
        }
    }

    /** Length of the text outside links. */
    private static int weight(Element element) {
        int links = element.select("a").stream()
                .mapToInt(link -> link.text().length())
                .sum();
        return element.text().length() - links;
    }

    /** Names what stands outside the article. */
    List<Remark> surroundings(Element article, String title) {
        List<String> texts = new ArrayList<>();
        collect(page.body(), article, Set.copyOf(article.parents()), title, texts);
        List<Remark> remarks = new ArrayList<>();
        texts.stream()
                .limit(NAMED)
                .forEach(text -> remarks.add(
                        new Remark("正文以外", "“" + Remark.shortened(text, SHOWN) + "”没有导入", Weight.LEFT_OUT)));
        if (texts.size() > NAMED) {
            remarks.add(new Remark("正文以外", "还有 " + (texts.size() - NAMED) + " 处导航、页脚之类没有导入", Weight.LEFT_OUT));
        }
        return remarks;
    }

    private static void collect(
            Element element, Element article, Set<Element> around, String title, List<String> texts) {
        if (element == article || element.normalName().matches("script|style|noscript|template")) {
            return;
        }
        String text = element.text().strip();
        if (!around.contains(element)) {
            if (!text.isEmpty() && !text.equals(title)) {
                texts.add(text);
            }
            return;
        }
        String own = element.ownText().strip();
        if (!own.isEmpty()) {
            texts.add(own);
        }
        element.children().forEach(child -> collect(child, article, around, title, texts));
    }

    /** Whether the text of a whole block is one of them. */
    static boolean isBoilerplate(String line) {
        String text = line.replaceAll("[\\s\u3000\u00a0]+", " ").strip();
        return !text.isEmpty()
                && text.length() < 160
                && LINES.stream().anyMatch(pattern -> pattern.matcher(text).matches());
    }
}
