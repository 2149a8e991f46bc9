package org.gongkai.check.contradiction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.TitleYears;
import org.gongkai.problem.Problem;
import org.gongkai.site.fact.EntryFacts;
import org.gongkai.text.DateText;
import org.gongkai.text.FullWidth;

/** Finds the meetings of which texts name the day, and the entries to which they link. */
final class Mentions {

    private static final Pattern LINK =
            Pattern.compile("\\[([^\\[\\]]{2,60})\\]\\(([^()\\s]+)\\)|(?:link|xref):([^\\[\\s]+)\\[([^\\]]{2,60})\\]");
    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})年(度?)(?!\\d{1,2}月)");
    private static final Pattern PART = Pattern.compile("第[一二三四1-4]季度|[上下]半年");

    /** Words about meetings that were not held on the day that is named. */
    private static final Pattern NOT_HELD = Pattern.compile("改期|改在|改到|推迟|延期|提前|原定|取消|没有召开|未召开|因故|更正|勘误");

    private final Pattern meeting;

    /**
     * A meeting that a text names by its day.
     *
     * @param word the kind of meeting, as it is written
     */
    record Meeting(LocalDate day, String word, Value.Text at) {}

    /** A link: its words and the path that it names. */
    record Link(String words, String target, Value.Text at) {}

    /** @param words for meetings */
    Mentions(Set<String> words) {
        this.meeting = Pattern.compile("((?:\\d{4}年)?\\d{1,2}月\\d{1,2}日)(?:召开的|的|经|由)?(?:本|党)?(?:支部)?("
                + words.stream()
                        .sorted((one, other) -> other.length() - one.length())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"))
                + ")");
    }

    /** Returns the meetings before an entry of which it tells, in order. */
    List<Meeting> meetings(Statement it) {
        List<Meeting> found = new ArrayList<>();
        int year = EntryFacts.day(it.entry()).getYear();
        LocalDate published = it.entry().dates().published().toLocalDate();
        for (Prose prose : it.text().get().prose()) {
            if (prose.text().contains("日") && !NOT_HELD.matcher(prose.text()).find()) {
                meeting.matcher(FullWidth.narrow(prose.text())).results().forEach(named -> DateText.day(
                                (named.group(1).contains("年") ? "" : year + "年") + named.group(1))
                        .filter(day -> !day.isAfter(published))
                        .ifPresent(day ->
                                found.add(new Meeting(day, named.group(2), at(prose.line(), prose.text(), named)))));
            }
        }
        return found;
    }

    /** Returns the links of an entry to files beside it, in order. */
    static List<Link> links(Statement it) {
        List<Link> links = new ArrayList<>();
        for (Prose prose : it.text().get().prose()) {
            // The prose has no addresses; the columns are those of the file.
            if (prose.text().indexOf('[') >= 0) {
                String line = it.text()
                        .get()
                        .text()
                        .lines()
                        .skip(prose.line() - 1L)
                        .findFirst()
                        .orElse("");
                LINK.matcher(line)
                        .results()
                        .filter(link -> link.start() < prose.text().length()
                                && prose.text().charAt(link.start()) != Prose.BLANKED)
                        .forEach(link -> links.add(
                                link.group(1) == null
                                        ? new Link(link.group(4), link.group(3), at(prose.line(), line, link))
                                        : new Link(link.group(1), link.group(2), at(prose.line(), line, link))));
            }
        }
        return links;
    }

    private static Value.Text at(int number, String line, MatchResult found) {
        return new Value.Text("", number, 1 + line.codePointCount(0, found.start()));
    }

    /** The words of a link name the year, the half or the quarter of what it leads to. */
    static Stream<Problem> check(Statement it, Link link, Statement target) {
        String words = FullWidth.narrow(link.words());
        String title = FullWidth.narrow(target.entry().title());
        List<MatchResult> years = YEAR.matcher(words).results().toList();
        boolean differs = false;
        if (years.size() == 1 && !TitleYears.of(title).isEmpty()) {
            int year = Integer.parseInt(years.get(0).group(1));
            differs = TitleYears.of(title).stream().noneMatch(span -> span.contains(year))
                    && !target.entry().years().contains(year)
                    && (!years.get(0).group(2).isEmpty()
                            || target.entry().dates().published().getYear() != year);
        }
        List<String> parts =
                PART.matcher(words).results().map(MatchResult::group).toList();
        List<String> own = PART.matcher(title).results().map(MatchResult::group).toList();
        if (differs || parts.size() == 1 && own.size() == 1 && !parts.equals(own)) {
            return Stream.of(Problem.warning(
                    "W348",
                    it.entry().path(),
                    link.at(),
                    "链接的文字是“" + link.words() + "”，连到的是《" + target.entry().title() + "》（"
                            + target.entry().path() + "）",
                    "请核对文字和链接，改正写错的那一个"));
        }
        return Stream.empty();
    }
}
