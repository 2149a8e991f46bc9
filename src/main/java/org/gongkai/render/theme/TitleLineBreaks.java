package org.gongkai.render.theme;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.text.ChineseNumeral;

/**
 * Divides a title where a line of it may end, so that no word is cut in two: around words that titles of papers are
 * made of, and after dates and numbers. What no rule knows remains in one part.
 */
final class TitleLineBreaks {

    /** A shorter title fits a line. */
    private static final int SHORT = 10;

    private static final String OPENING = "（“《〈「『【(";
    private static final String CLOSING = "）”》〉」』】、，。：；！？)";

    /** Words of titles; a longer one stands before one that it begins with. */
    private static final String WORDS = "关于|新一届"
            + "|支部党员大会|支部委员会|党员大会|委员会|支委会|党小组会|组织生活会|会议纪要|纪要|会议"
            + "|工作计划|工作总结|工作要点|工作规则|工作细则|主题党日|活动|开展|民主评议|换届选举|谈心谈话|轮值安排"
            + "|党风廉政建设|责任清单|责任书|优秀共产党员|优秀党务工作者|中共预备党员|预备党员|正式党员|发展对象|入党积极分子"
            + "|党务公开|党费|收缴|积分|推荐对象|推荐|候选人|预备人选|委员|党员|党支部"
            + "|意见建议|整改清单|学习计划|集中学习|学习教育|志愿服务|警示教育|述职报告|公开承诺|实施方案|研究课题"
            + "|使用|管理|办法|制度|情况|结果|办理|签订|统计|同志|拟接收|拟转为|拟确定"
            + "|征求意见|公示|公告|通告|通知|通报|决议|决定|报告|方案";

    private static final Pattern WORD = Pattern.compile("[的年月日](?=\\D)|(?:[0-9]{4}年)?[0-9]{1,2}月(?:份|[0-9]{1,2}日)?"
            + "|[0-9]{4}年度?|第[" + ChineseNumeral.TO_TEN + "0-9]{1,3}(?:季度|[次期届批])|[上下]半年|" + WORDS);

    /** The characters with which a word may begin; most characters of a title are none of them. */
    private static final BitSet FIRST = new BitSet();

    static {
        "的年月日第上下0123456789".chars().forEach(FIRST::set);
        Arrays.stream(WORDS.split("\\|")).forEach(word -> FIRST.set(word.charAt(0)));
    }

    private TitleLineBreaks() {}

    /** Returns the parts of a title in order, at least one; together they are the title. */
    static List<String> of(String title) {
        if (title.length() <= SHORT) {
            return List.of(title);
        }
        List<String> parts = new ArrayList<>();
        int begun = 0;
        Matcher word = WORD.matcher(title);
        for (int at = 0; at < title.length(); at++) {
            if (!FIRST.get(title.charAt(at)) || !word.region(at, title.length()).lookingAt()) {
                continue;
            }
            boolean suffix = word.group().length() == 1 || word.group().equals("同志");
            if (!suffix && mayEnd(title, word.start(), begun)) {
                parts.add(title.substring(begun, word.start()));
                begun = word.start();
            }
            if (mayEnd(title, word.end(), begun)) {
                parts.add(title.substring(begun, word.end()));
                begun = word.end();
            }
            at = word.end() - 1;
        }
        parts.add(title.substring(begun));
        return List.copyOf(parts);
    }

    /** A part has two characters at least on either side, and marks stay with what they belong to. */
    private static boolean mayEnd(String title, int at, int begun) {
        return at - begun >= 2
                && title.length() - at >= 2
                && OPENING.indexOf(title.charAt(at - 1)) < 0
                && CLOSING.indexOf(title.charAt(at)) < 0;
    }

    /** {@code breakable(title)} in templates: a title as markup that tells a browser where its lines may end. */
    static final class TitleMethod implements TemplateMethodModelEx {

        /** The name of the method in templates. */
        static final String NAME = "breakable";

        /** Of a title stand several lists and pages. */
        private final Map<String, String> known = new ConcurrentHashMap<>();

        @Override
        @SuppressWarnings("rawtypes")
        public Object exec(List arguments) throws TemplateModelException {
            if (arguments.size() != 1 || !(arguments.get(0) instanceof TemplateScalarModel title)) {
                throw new TemplateModelException(NAME + "(title)");
            }
            return HTMLOutputFormat.INSTANCE.fromMarkup(
                    known.computeIfAbsent(title.getAsString(), typed -> TitleLineBreaks.of(typed).stream()
                            .map(HTMLOutputFormat.INSTANCE::escapePlainText)
                            .collect(Collectors.joining("<wbr>"))));
        }
    }
}
