package org.gongkai.check.header;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.check.approval.Erratum;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.problem.Problem;

/**
 * The rules about headers, each a method. Those that need much have classes of their own, which are entered only for
 * entries that they are about.
 */
public record HeaderRules(HeaderRuleContext facts) {

    /** The fields whose order in time is checked. */
    private static final Set<CommonField> APPROVAL =
            Set.of(CommonField.SECRECY_REVIEW, CommonField.EXAMINATION, CommonField.APPROVAL, CommonField.SIGNED);

    /** What a command gives an entry as the title of a sample. */
    private static final String SAMPLE = "请改标题";

    /**
     * How many years the year of an entry may lie from that of its signature or publication, and how many it cannot.
     */
    private static final int NEAR = 1;

    private static final int FAR = 5;

    /** So many years without an entry before and after are a mistake rather than a pause. */
    private static final int LONE = 5;

    /** So many other entries a site has at least, of which one is the exception. */
    private static final int OTHERS = 10;

    /** Returns all rules about headers. */
    public static RuleSet all(HeaderRuleContext facts) {
        HeaderRules rules = new HeaderRules(facts);
        return new RuleSet(
                List.of(
                        rules::numbers,
                        HeaderRules::approval,
                        HeaderRules::years,
                        new TitleRule(),
                        HeaderRules::sampleTitle,
                        rules::scope,
                        HeaderRules::expiry,
                        rules::notice),
                List.of(rules::result),
                List.of(),
                List.of(HeaderRules::numbersOnce, HeaderRules::loneYears, HeaderRules::elections));
    }

    private void numbers(Entry entry, Consumer<Problem> problems) {
        if (!entry.publication().number().isEmpty()) {
            NumberRules.index(entry, facts.code(), problems);
        }
        if (!entry.text(CommonField.DOC_NUMBER).isEmpty()) {
            NumberRules.document(entry, problems);
        }
    }

    private static void approval(Entry entry, Consumer<Problem> problems) {
        if (entry.publication().status() != Entry.Status.DRAFT
                && entry.values().keySet().stream().anyMatch(APPROVAL::contains)) {
            new ApprovalRule().check(entry, problems);
        }
        if (entry.values().containsKey(CommonField.ERRATA)) {
            errata(entry, problems);
        }
    }

    /** What is stated as a typing error names both words and is nothing more. */
    private static void errata(Entry entry, Consumer<Problem> problems) {
        Value stated = entry.values().get(CommonField.ERRATA);
        for (Value item : stated instanceof Value.Items items ? items.items() : List.of(stated)) {
            HeaderPosition place =
                    HeaderPosition.of(entry, CommonField.ERRATA, problems).at(item);
            List<Erratum> errata = Erratum.all(item);
            if (errata.isEmpty() && !(item instanceof Value.Text text && text.isBlank())) {
                place.error("E387", "勘误没有写明改了哪几个字", "请写成 勘误: “布署”改为“部署”；几处的，各写一项");
            }
            for (Erratum erratum : errata) {
                erratum.refusal()
                        .ifPresent(why -> place.error(
                                "E388",
                                "“" + erratum.wrong() + "”改为“" + erratum.right() + "”不算错别字：" + why,
                                "数字、日期、金额、姓名和意思变了的是更正：在正文末尾写明更正的日期和原因，重新审批"));
            }
        }
    }

    private void notice(Entry entry, Consumer<Problem> problems) {
        if (entry.notice().isPresent()
                || entry.kinds().stream()
                        .anyMatch(kind -> kind.demands().notice().isPresent())) {
            new NoticeRules(facts).check(entry, problems);
        }
    }

    private void result(Entry entry, LocalDate day, Consumer<Problem> problems) {
        if (entry.publication().status() == Entry.Status.PUBLISHED) {
            OverdueRows.check(entry, day, problems);
        }
        if (entry.notice().isPresent()) {
            new NoticeRules(facts).result(entry, day, problems);
        }
    }

    private static void elections(WholeSite site, Consumer<Problem> problems) {
        if (site.entries().stream()
                .flatMap(entry -> entry.kinds().stream())
                .anyMatch(kind -> kind.has(Trait.ELECTION))) {
            new ElectionStagesRule().check(site, problems);
        }
    }

    /** The years of an entry (年度) are near the year in which it was signed or published. */
    private static void years(Entry entry, Consumer<Problem> problems) {
        int published = entry.dates().published().getYear();
        Optional<Integer> signed = entry.dates().signed().map(LocalDate::getYear);
        HeaderPosition place = HeaderPosition.of(entry, CommonField.YEAR, problems);
        for (int year : entry.listing().years()) {
            int distance = Stream.concat(Stream.of(published), signed.stream())
                    .mapToInt(base -> Math.abs(year - base))
                    .min()
                    .getAsInt();
            String other = signed.filter(s -> s != published)
                    .map(s -> "、成文日期（" + s + "年）")
                    .orElse("");
            String message = "年度" + year + "与发布日期（" + published + "年）" + other + "相差" + distance + "年";
            if (distance > FAR) {
                place.error("E147", message, "请核对年度；补发的旧文请写上成文日期");
            } else if (distance > NEAR) {
                place.warning("W147", message, "请核对年度；补发的旧文请写上成文日期");
            }
        }
    }

    /** A published entry does not have the title that a command gave it as a sample. */
    private static void sampleTitle(Entry entry, Consumer<Problem> problems) {
        if (entry.publication().status() == Entry.Status.PUBLISHED
                && entry.title().contains(SAMPLE)) {
            HeaderPosition.of(entry, CommonField.TITLE, problems)
                    .error("E181", "标题“" + entry.title() + "”还是样例", "请改成本条的标题；还没有写好的，在文件头里写 状态: 草稿");
        }
    }

    /** The scope of an entry is not wider than the catalogue (党务公开目录) provides for its item. */
    private void scope(Entry entry, Consumer<Problem> problems) {
        String row = entry.text(CommonField.CATALOGUE);
        String widest = row.isEmpty() ? "" : facts.scopes().apply(row).orElse("");
        String scope = entry.publication().scope();
        if (SiteConfig.SCOPES.contains(scope) && SiteConfig.SCOPES.indexOf(scope) < SiteConfig.SCOPES.indexOf(widest)) {
            HeaderPosition.of(entry, CommonField.SCOPE, problems)
                    .error(
                            "E154",
                            "公开范围“" + scope + "”宽于目录项“" + row + "”规定的“" + widest + "”",
                            "请改成 公开范围: " + widest + "；确需扩大范围的，先调整目录");
        }
    }

    /** The expiry date (失效日期) of an entry is after its publication date; otherwise it would never be shown. */
    private static void expiry(Entry entry, Consumer<Problem> problems) {
        LocalDate published = entry.dates().day();
        entry.dates().expires().filter(day -> !day.isAfter(published)).ifPresent(day -> HeaderPosition.of(
                        entry, CommonField.EXPIRES, problems)
                .error("E155", "失效日期" + day + "不晚于发布日期" + published + "，这一条永远不会显示", "请核对两个日期"));
    }

    /** An index number is never reused, not even after its entry was deleted. */
    private static void numbersOnce(WholeSite site, Consumer<Problem> problems) {
        Map<String, String> past = site.formerNumbers();
        Map<String, Entry> first = new HashMap<>();
        for (Entry entry : site.entries()) {
            String number = entry.publication().number();
            Entry other = number.isEmpty() ? null : first.putIfAbsent(number, entry);
            if (other != null) {
                sameNumber(entry, other, problems);
                sameNumber(other, entry, problems);
            } else if (!number.isEmpty()
                    && !past.getOrDefault(number, entry.path()).equals(entry.path())) {
                HeaderPosition.of(entry, CommonField.NUMBER, problems)
                        .error(
                                "E142",
                                "索引号“" + number + "”以前是 " + past.get(number) + " 的索引号",
                                "索引号一经使用不再分配给别的条目，请另编一个");
            }
        }
    }

    private static void sameNumber(Entry entry, Entry other, Consumer<Problem> problems) {
        HeaderPosition.of(entry, CommonField.NUMBER, problems)
                .error(
                        "E141",
                        "索引号“" + entry.publication().number() + "”与 " + other.path() + " 的相同",
                        "一个索引号只用于一条，请给其中较晚的一条另编一个");
    }

    /**
     * The only entry of its time was hardly published then. What a branch owes is counted from its first entry on, so
     * one mistyped year makes years of it overdue.
     */
    private static void loneYears(WholeSite site, Consumer<Problem> problems) {
        TreeMap<Integer, Long> years = site.entries().stream()
                .collect(Collectors.groupingBy(HeaderRules::year, TreeMap::new, Collectors.counting()));
        if (site.entries().size() <= OTHERS || years.size() < 2) {
            return;
        }
        site.entries().stream()
                .filter(entry -> years.get(year(entry)) == 1)
                .filter(entry -> IntStream.range(1, LONE)
                        .noneMatch(i -> years.containsKey(year(entry) - i) || years.containsKey(year(entry) + i)))
                .forEach(entry -> HeaderPosition.of(entry, CommonField.DATE, problems)
                        .warning(
                                "W159",
                                "发布日期是" + year(entry) + "年，前后" + (LONE - 1) + "年都没有别的条目",
                                "请核对年份是不是写错了；台账从最早的一条起算应有的事项，年份写错会多出许多“已逾期”"));
    }

    private static int year(Entry entry) {
        return entry.dates().published().getYear();
    }
}
