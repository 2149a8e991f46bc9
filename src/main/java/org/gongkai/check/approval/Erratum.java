package org.gongkai.check.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.personal.PersonNames;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.text.Characters;
import org.gongkai.text.FullWidth;

/**
 * A typing error that was corrected after the approval, as the field 勘误 states it: {@code “布署”改为“部署”}.
 *
 * @param wrong the words of the approved text
 * @param right the words that replace them; may be empty
 */
public record Erratum(String wrong, String right) {

    /** How many characters may differ on either side. */
    private static final int MOST = 2;

    private static final String OPEN = "[“‘「『\"']";
    private static final String CLOSE = "[”’」』\"']";
    private static final Pattern STATED = Pattern.compile(OPEN + "([^“”‘’「」『』\"']{1,40})" + CLOSE
            + "\\s{0,4}(?:应为|应当是|应是|改为|改成|更正为|→|->)\\s{0,4}" + OPEN + "([^“”‘’「」『』\"']{0,40})" + CLOSE);

    /** Characters that make another fact or the opposite of one. */
    private static final String MEANING = "不没未无非否勿莫免年月日号时点分元角千万亿两半壹贰叁肆伍陆柒捌玖拾佰仟";

    /** Family names with which words of two or three characters seldom begin that are no names. */
    private static final String FAMILY_NAMES = "王李张刘陈杨赵黄周吴徐孙朱胡郭何林罗郑梁谢宋唐许邓冯韩曹彭萧蔡潘田董袁叶杜苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾韦薛邹熊孟秦阎侯";

    /** Reads a field; what states no two words is left out. */
    public static List<Erratum> all(Value field) {
        List<Erratum> all = new ArrayList<>();
        for (Value item : field instanceof Value.Items items ? items.items() : List.of(field)) {
            Matcher stated = STATED.matcher(item instanceof Value.Text text ? text.text() : "");
            while (stated.find()) {
                all.add(new Erratum(stated.group(1).strip(), stated.group(2).strip()));
            }
        }
        return all;
    }

    /** The typing errors that an entry states and that may be such. */
    public static List<Erratum> accepted(Entry entry) {
        Value field = entry.values().get(CommonField.ERRATA);
        return field == null
                ? List.of()
                : all(field).stream().filter(one -> one.refusal().isEmpty()).toList();
    }

    /** Why it is no mere typing error; empty if it may be one. */
    public Optional<String> refusal() {
        String old = FullWidth.narrow(wrong);
        String fresh = FullWidth.narrow(right);
        int same = 0;
        while (same < Math.min(old.length(), fresh.length()) && old.charAt(same) == fresh.charAt(same)) {
            same++;
        }
        int end = 0;
        while (end < Math.min(old.length(), fresh.length()) - same
                && old.charAt(old.length() - 1 - end) == fresh.charAt(fresh.length() - 1 - end)) {
            end++;
        }
        String differs = old.substring(same, old.length() - end) + fresh.substring(same, fresh.length() - end);
        if ((old + fresh).chars().anyMatch(c -> Characters.isDigit((char) c))
                || differs.chars().anyMatch(c -> Characters.isNumeral((char) c))) {
            return Optional.of("改的是数字或者日期");
        }
        if (Math.max(old.length(), fresh.length()) - same - end > MOST) {
            return Optional.of("改了不止" + MOST + "个字");
        }
        if (differs.chars().anyMatch(c -> MEANING.indexOf(c) >= 0)) {
            return Optional.of("改了意思、日期或者金额");
        }
        return isName(wrong) || isName(right) ? Optional.of("可能是姓名") : Optional.empty();
    }

    private static boolean isName(String word) {
        return word.length() <= 3 && PersonNames.isName(word) && FAMILY_NAMES.indexOf(word.charAt(0)) >= 0;
    }
}
