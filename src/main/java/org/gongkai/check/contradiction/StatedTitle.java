package org.gongkai.check.contradiction;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.contradiction.sentence.WrittenFigures;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.TitleYears;
import org.gongkai.problem.Position;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.FullWidth;
import org.gongkai.text.Period;
import org.gongkai.text.PrefilteredPattern;
import org.gongkai.text.SessionNumber;

/** Reads what a title, or the name of a meeting, states: its year, month, period and number, a person, a topic. */
final class StatedTitle {

    static final PrefilteredPattern PLAN = new PrefilteredPattern("计划(?!.*(?:情况|总结|报告|小结))");
    private static final Pattern MEETING = Pattern.compile("\\s*(?:#|=+ ).*(大会|小组会|座谈会|生活会|党课|主题党日)");
    private static final Pattern TITLE_PERIOD =
            Pattern.compile("(\\d{4})年(?:度?(第[一二三四1-4]季度)|度?([上下]半年)|((?:1[0-2]|0?[1-9])月))");

    /** A month of which a title tells, but no day of it and no span. */
    private static final PrefilteredPattern TITLE_MONTH =
            new PrefilteredPattern("(?<![0-9至到、—-])(1[0-2]|0?[1-9])月(?!\\s*[0-9至到、—-]|[上中下]旬|[底末初前])");

    private static final Pattern QUOTED = Pattern.compile("[“《][^”》]*[”》]");
    private static final PrefilteredPattern TOPIC = new PrefilteredPattern("[“《]([^”》]{4,40})[”》]");
    private static final Pattern SUBJECT =
            Pattern.compile("关于(?:拟|同意|确定|表扬|表彰)?(.{2,40}?)(?:表决)?(?:情况|结果|工作)?的(?:公示|通报|通知|公告|报告|决定|决议)(?:[（(].*)?$");
    private static final PrefilteredPattern PART_OF_YEAR = new PrefilteredPattern("第[一二三四]季度|[上下]半年");

    private static final PrefilteredPattern TERM = new PrefilteredPattern("第([0-9一二三四五六七八九十]+)届(?:党?支部)?委员会");

    private static final PrefilteredPattern DECIDED = new PrefilteredPattern(
            "(?:(?:同意|确定|接收|批准|吸收|讨论|审查|对)将?|^(?=\\p{IsHan}{2,3}同志))(?!其)(\\p{IsHan}{2,3}?)(?:同志)?(?:的|按期|转为|转正|列?为|延长|进行|入党|(?<=同志)(?:公示|确定))");

    private StatedTitle() {}

    static void read(String name, String written, Position at, Map<String, StatedFact> facts) {
        String title = WrittenFigures.counts(written).text();
        List<TitleYears.Span> years = TitleYears.of(title);
        if (years.size() == 1 && years.get(0).first() == years.get(0).last()) {
            HeaderFactReader.put(name + ".年份", BigDecimal.valueOf(years.get(0).last()), at, facts);
        }
        List<String> months = TITLE_MONTH
                .results(FullWidth.narrow(QUOTED.matcher(title).replaceAll("")))
                .stream()
                .map(it -> it.group(1))
                .toList();
        if (months.size() == 1) {
            HeaderFactReader.put(name + ".哪月", new BigDecimal(months.get(0)), at, facts);
        }
        part(title).ifPresent(part -> HeaderFactReader.put(name + ".季", part, at, facts));
        TERM.results(title)
                .forEach(it -> HeaderFactReader.put(
                        name + ".届", BigDecimal.valueOf(ChineseNumeral.parse(it.group(1))), at, facts));
        List<MatchResult> quoted = TOPIC.results(written);
        if (quoted.size() == 1) {
            HeaderFactReader.put(name + ".引", quoted.get(0).group(1), at, facts);
        }
        Matcher subject = SUBJECT.matcher(written);
        if (subject.find()) {
            HeaderFactReader.put(name + ".题", subject.group(1).replaceAll("同志|中共", ""), at, facts);
        }
        EntryFacts.personIn(title).ifPresent(it -> HeaderFactReader.put(name + ".同志", it, at, facts));
        SessionNumber.in(title).ifPresent(it -> HeaderFactReader.put(name + ".次数", BigDecimal.valueOf(it), at, facts));
        Matcher period = TITLE_PERIOD.matcher(title);
        if (period.find()) {
            String text = period.group().replace("年度", "年");
            String end = title.substring(period.end());
            Period.parse(text, 0)
                    .filter(it -> !period.find() && !end.matches("[\\d日号至到—-].*"))
                    .ifPresent(it -> {
                        HeaderFactReader.put(name + ".期间.起", it.from(), at, facts);
                        HeaderFactReader.put(name + ".期间.止", it.to(), at, facts);
                        if (it.months() == 1) {
                            HeaderFactReader.put(
                                    name + ".月份", BigDecimal.valueOf(it.from().getMonthValue()), at, facts);
                        }
                    });
        }
    }

    /** The quarter or the half of a year that a title names alone. */
    static Optional<String> part(String title) {
        List<MatchResult> parts = PART_OF_YEAR.results(title);
        return parts.size() == 1 ? Optional.of(parts.get(0).group()) : Optional.empty();
    }

    /** The year of an entry; of several, that which its title states. */
    static int year(Entry entry) {
        return TitleYears.of(entry.title()).stream()
                .map(TitleYears.Span::last)
                .filter(entry.listing().years()::contains)
                .findFirst()
                .orElse(entry.year());
    }

    /** Whether a line is no heading about a meeting of which the title of an entry does not tell. */
    static boolean mayBeOver(String line, Entry entry) {
        Matcher heading = MEETING.matcher(line);
        return !heading.lookingAt() || entry.title().contains(heading.group(1));
    }

    /** The only person whose admission an entry is about, by its title or what was decided. */
    static Optional<String> person(Entry entry) {
        return EntryFacts.personIn(entry.title()).or(() -> {
            List<String> persons = entry.own().stream()
                    .filter(own -> own.value() instanceof Value.Items)
                    .flatMap(own -> ProseFactReader.texts(Optional.of(own.spec()), own.value()))
                    .flatMap(text -> DECIDED.results(text.text()).stream())
                    .map(decided -> decided.group(1))
                    .distinct()
                    .toList();
            return persons.size() == 1 ? Optional.of(persons.get(0)) : Optional.empty();
        });
    }
}
