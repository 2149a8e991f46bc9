package org.gongkai.write.document.web;

import java.util.List;
import java.util.regex.Pattern;

/** Lines that template sites put into their articles. */
final class PageBoilerplate {

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

    private PageBoilerplate() {}

    /** Whether the text of a whole block is one of them. */
    static boolean is(String line) {
        String text = line.replaceAll("[\\s\u3000\u00a0]+", " ").strip();
        return !text.isEmpty()
                && text.length() < 160
                && LINES.stream().anyMatch(pattern -> pattern.matcher(text).matches());
    }
}
