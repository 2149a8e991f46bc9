package org.gongkai.check.contradiction.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.gongkai.check.contradiction.sentence.SentenceAmounts.Amount;
import org.gongkai.text.PrefilteredPattern;

/** What a sentence says is left of a total or missing, how numbers differ, and totals that parts miss by little. */
public record SentenceRests(String sentence, SentenceAmounts all, List<Amount> amounts) {

    /** Before what is left of a total. */
    private static final Pattern LEFT =
            Pattern.compile("[^0-9]{0,14}(?:其余|余下|剩余|剩下|还剩|留下|留了|保留|结余|节约|节省|省下|余额|节余|结存)[^0-9,、]{0,8}|[,](?:还|尚)有");

    /** Before a part, and the other one: 其中41位领药，另外22位没有. */
    private static final Pattern OTHER_PART = Pattern.compile("[^#]*其中[^#,、]{0,8}#[^0-9]{0,14},另外");

    /** A rate between amounts. */
    private static final Pattern RATE = Pattern.compile("[,、][^,、0-9]{0,8}[0-9.]+%(?=[,、])");

    /** Before what is missing of those who should be there. */
    private static final Pattern ABSENT = Pattern.compile("[^0-9]{0,3}(?:请假|缺席|缺勤)[^0-9,、]{0,3}");

    /** Before a difference. */
    private static final Pattern BY =
            Pattern.compile("(?:^|[^0-9])(?<![至不最很许或大约每])(?:多|少|增加|减少|降低|提高|还差|缩短|上升|下降|[升降快慢高低增减])了?$");

    /** What something is compared with that may have no number here: 比头批多2枚. */
    private static final Pattern OTHER = Pattern.compile("[比较](\\p{IsHan}{2,6}?)的?(?:多|少|增|减|降|提|上|下|高|低|快|慢)");

    /** Of a sentence that compares numbers. */
    private static final PrefilteredPattern COMPARED = new PrefilteredPattern("[比由从到降并提减增升]|[去上全]年|目标|任务|[0-9]年");

    private static final PrefilteredPattern MAY_BE_PARTED = new PrefilteredPattern(";|共[^。;0-9]{0,3}[0-9]");

    private static final PrefilteredPattern PARTED = new PrefilteredPattern(
            "(?<=^|。)[^。;]*(?:;[^。]*(?:。[^。,0-9]{0,2}(?:[0-9]+[名人个])?[^。,0-9]{0,4}(?:合计|共计|一共|总共|拢共|加起来)[^。]*)?|共[^。;0-9]{0,3}[0-9]+[^。;0-9]{1,6}。[^。]*)");

    private static final PrefilteredPattern INCOME = new PrefilteredPattern("收入|收到|收回|结转|拨|到账|捐|追加|补助|增|利息");

    /**
     * Reads what goes beyond a semicolon, and a total that ends the sentence before its parts.
     *
     * @param found as that of {@link SentenceSums#read}
     */
    public static void parted(String paragraph, BiConsumer<Integer, Map<String, Comparable<?>>> found) {
        if (!MAY_BE_PARTED.isIn(paragraph)) {
            return;
        }
        PARTED.results(paragraph).forEach(it -> {
            WrittenFigures figures = WrittenFigures.all(it.group());
            SentenceAmounts all = new SentenceAmounts(
                    figures.text(), (at, facts) -> found.accept(it.start() + figures.places()[at], facts));
            new SentenceRests(figures.text(), all, all.all()).nearly();
        });
    }

    /** What is left of a total, or missing: 收入500元，支出300元，结余200元; 应到12人，实到10人，请假2人. */
    void read() {
        nearly();
        boolean isAttendance = sentence.lastIndexOf("实到") > sentence.indexOf("应到") && sentence.contains("应到");
        for (int i = 2; i < amounts.size(); i++) {
            Amount left = amounts.get(i);
            boolean isListed = i + 1 < amounts.size() && SentenceSums.isListed(left, amounts.get(i + 1));
            List<Amount> same = amounts.stream()
                    .filter(it -> it != left && it.unit().equals(left.unit()))
                    .toList();
            List<Amount> before = new ArrayList<>(same);
            before.removeIf(it -> it.start() > left.start());
            int parts = sentence.indexOf("其中");
            if (parts >= 0 && before.size() > 1 && before.get(1).start() < parts) {
                before.removeIf(it -> it.start() > parts);
            }
            if (BY.matcher(left.before()).find()) {
                difference(left, same);
            }
            boolean asked =
                    LEFT.matcher(RATE.matcher(left.before()).replaceAll("")).matches()
                            || isAttendance && ABSENT.matcher(left.before()).matches()
                            || OTHER_PART
                                    .matcher(amounts.get(i - 1).before() + "#" + left.before())
                                    .matches();
            if (asked
                    && !left.before().matches(".*[上去]年[^0-9]*")
                    && !isListed
                    && before.size() > 1
                    && !(left.before().contains("其余")
                            && left.value().compareTo(before.get(0).value()) > 0)
                    && !all.isTold(before.get(0))
                    && !before.get(0).before().regionMatches(0, before.get(1).before(), 1, 1)
                    && same.size() <= SentenceAmounts.MOST
                    && left.isExact()
                    && same.stream().allMatch(it -> it.isExact() || it.before().matches(".*(?:计划|目标)"))
                    && !SentenceSums.OVERLAPPING
                            .matcher(sentence.replaceAll("[上去]年", ""))
                            .find()
                    && !SentenceAmounts.isCombined(left.value(), same)) {
                BigDecimal expected = before.get(0).value();
                for (Amount it : before.subList(1, before.size())) {
                    expected = INCOME.isIn(it.before()) ? expected.add(it.value()) : expected.subtract(it.value());
                }
                if (expected.signum() > 0
                        || before.size() == 2 && before.get(1).before().contains("预算")) {
                    all.tell(left, expected.abs(), "前面的数相加减");
                }
            }
        }
    }

    /** By how much one of two is more than the other: 由38道并成31道，减少7道; 跑了138公里，比187公里少49公里. */
    private void difference(Amount by, List<Amount> alike) {
        List<Amount> before =
                alike.stream().filter(it -> it.start() < by.start()).toList();
        if (before.size() > 1
                && COMPARED.isIn(sentence.substring(before.get(0).start(), by.start()))
                && OTHER.matcher(by.before())
                        .results()
                        .allMatch(it -> sentence.indexOf(it.group(1))
                                < by.start() - by.before().length())
                && alike.size() < SentenceAmounts.MOST
                && !SentenceAmounts.isCombined(by.value(), alike)) {
            before.stream()
                    .flatMap(one -> before.stream().map(other -> one.value().subtract(other.value())))
                    .filter(it -> it.signum() > 0
                            && (FigureSlips.isNear(by.value(), it)
                                    || alike.size() == 2
                                            && it.subtract(by.value()).abs().compareTo(BigDecimal.valueOf(3)) < 0))
                    .min(Comparator.comparing(it -> it.subtract(by.value()).abs()))
                    .ifPresent(it -> all.tell(by, it, "两个数相减"));
        }
    }

    /** A total that all other amounts in its unit miss by one digit or by little, wherever they stand. */
    private void nearly() {
        for (Amount total : amounts) {
            List<Amount> alike = all.alike(total);
            int at = alike.indexOf(total);
            boolean isLast = at == alike.size() - 1;
            List<Amount> parts = isLast ? alike.subList(0, at) : alike.subList(at + 1, alike.size());
            // With the rest, parts are all: 27条：甲9条，乙8条，其余10条.
            boolean isWhole = !isLast
                    && parts.get(0).before().matches("[^)]*:[^)]*")
                    && SentenceSums.REST
                            .matcher(alike.get(alike.size() - 1).before())
                            .find();
            boolean isTotal = SentenceProducts.TOTAL
                            .matcher(total.before().substring(total.before().lastIndexOf('。') + 1))
                            .matches()
                    || total.before().equals(",") && parts.size() > 2;
            if ((isTotal || isWhole)
                    && total.isExact()
                    && !SentenceSums.OF_OTHERS.isIn(total.before())
                    && !SentenceSums.WIDER.isIn(total.before())
                    && (isLast ? parts.size() > 1 : at == 0 && parts.size() > 2)
                    && parts.stream()
                            .allMatch(it -> it.isExact()
                                    && !SentenceProducts.TOTAL
                                            .matcher(it.before())
                                            .matches())
                    && !SentenceSums.OVERLAPPING.matcher(sentence).find()
                    && FigureSlips.isNear(total.value(), SentenceAmounts.sum(parts))
                    && (isWhole
                            || parts.size() >= SentenceAmounts.MOST
                            || !all.isMade(total, amounts.indexOf(total), List.of()))) {
                all.tell(total, SentenceAmounts.sum(parts), isLast ? "前面各项相加" : "后面各项相加");
            }
        }
    }
}
