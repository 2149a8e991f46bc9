package org.gongkai.write.record;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.feature.register.RegistersFeature;
import org.gongkai.feature.register.count.SiteCounts;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.config.Organisation.Member;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.KindRows;
import org.gongkai.input.source.Namesake;
import org.gongkai.pipeline.read.SiteHeaders;
import org.gongkai.site.Site;
import org.gongkai.site.link.Counts;
import org.gongkai.text.DateText;
import org.gongkai.text.Period;
import org.gongkai.write.form.FormValue;
import org.gongkai.write.record.PublishedRows.Row;

/** What the records of a site say for one new entry. */
public final class DraftRecords {

    private static final String PERIOD = "期间";
    private static final String PERIOD_PLACE = "〈期间〉";
    private static final String PERSON_PLACE = "〈本人〉";
    private static final Pattern QUESTION = Pattern.compile("\\{\\{[^{}]+}}");

    /** Divides a sentence into clauses, and a clause into parts of which the others need the first. */
    private static final Pattern CLAUSES = Pattern.compile("，(?![^{}]*}})");

    private static final Pattern PARTS = Pattern.compile("、(?![^{}]*}})");

    private final SiteHeaders headers;
    private final Kind kind;
    private final DraftPeriod period;
    private final RowText text;
    private final String person;
    private final List<String> persons;

    /** When the person held the post, if not during the whole period; else empty. */
    private final String tenure;

    /** The condition that tells the person from others of the name; empty if there are none. */
    private final String mark;

    private final Site site;
    private final SiteCounts counts;

    /** The same of all posts that the person held one after the other in the period, in their order. */
    private final List<DraftRecords> posts;

    /** @param post the post of which they tell; empty for the one that the title means and those around it */
    private DraftRecords(
            SiteHeaders headers, Kind kind, String title, DraftPeriod period, Path folder, Optional<Member> post) {
        this.headers = headers;
        this.kind = kind;
        this.text = new RowText(folder);
        this.site = headers.site();
        this.counts = headers.settings().feature(RegistersFeature.class).counts(site);
        boolean isPersonal = kind.drafting().sections().stream()
                .flatMap(section -> section.sentences().stream())
                .anyMatch(sentence -> sentence.contains(PERSON_PLACE));
        Organisation branch = headers.config().data().organisation();
        Optional<Member> member = post.or(() -> isPersonal ? period.member(title, branch) : Optional.empty());
        Period whole = period.period();
        Period held = member.map(it -> period.held(it, branch)).orElse(whole);
        boolean isWhole = held.from().equals(whole.from()) && held.to().equals(whole.to());
        this.period = isWhole
                ? period
                : new DraftPeriod(held, held.from().getYear() + "年" + DateText.chineseDays(held.from(), held.to()));
        this.tenure = isWhole
                ? ""
                : "本人"
                        + (held.to().equals(whole.to()) ? DateText.chinese(held.from()) + "起" : this.period.words())
                        + "任" + member.orElseThrow().post() + "，下面只写任职期间的情况。";
        this.persons = member.stream()
                .flatMap(it -> Stream.of(it.name(), "支部" + it.post(), it.post()))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        this.mark = member.map(it -> Namesake.mark(it.typed()))
                .filter(it -> !it.isEmpty())
                .map(it -> ", 标识=" + it)
                .orElse("");
        this.person = persons.stream().filter(title::contains).findFirst().orElse("");
        this.posts = Stream.concat(
                        Stream.of(this),
                        member.filter(it -> post.isEmpty()).stream()
                                .flatMap(it -> period.others(it, held, branch))
                                .map(it -> new DraftRecords(headers, kind, title, period, folder, Optional.of(it))))
                .sorted(Comparator.comparing(it -> it.period.period().from()))
                .toList();
    }

    /**
     * Returns the records for an entry; empty if its kind asks for none, or for those of a period and its title names
     * none.
     *
     * @param day the publication day, which decides the year if the title names none
     * @param folder the folder of the entry below {@code content}
     */
    public static Optional<DraftRecords> of(SiteHeaders site, Kind kind, String title, LocalDate day, Path folder) {
        if (!kind.drafting().tellsRecords()) {
            return Optional.empty();
        }
        return DraftPeriod.in(title, day.getYear())
                .or(() -> Optional.of(DraftPeriod.ofYear(day.getYear()))
                        .filter(year -> !kind.drafting().needsPeriod()))
                .map(period -> new DraftRecords(site, kind, title, period, folder, Optional.empty()));
    }

    /** Returns the value of an own field of the entry; blank if the records say none. */
    public FormValue value(FieldSpec field, String scope) {
        if (field.type() == FieldType.RANGE && field.name().equals(PERIOD)) {
            return FormValue.Group.of(
                    "起",
                    period.period().from().toString(),
                    "止",
                    period.period().to().toString());
        }
        if (field.type() == FieldType.PERSON && kind.demands().recommended().contains(field.name())) {
            return FormValue.of(person);
        }
        return kind.drafting().sections().stream()
                .flatMap(section -> section.rows().stream())
                .filter(rows -> rows.into().equals(field.name()))
                .flatMap(rows -> rows(rows, scope).stream())
                .map(row -> FormValue.of(text.path(row.entry())))
                .findFirst()
                .orElse(FormValue.Words.BLANK);
    }

    /**
     * A row that a new entry takes over.
     *
     * @param source where it comes from, for the writer
     */
    public record Unfinished(String source, FormValue.Group row) {}

    /** Returns the rows that a table of the entry takes over. */
    public List<Unfinished> unfinished(FieldSpec table, String scope) {
        return new PublishedRows(site, scope).unfinished(kind, table, period.period());
    }

    /**
     * Returns the lines of a section: what the records say, and a comment that names what they do not.
     *
     * @param draft the entry with its header
     */
    public List<String> lines(Kind.Section section, Entry draft) {
        List<String> lines = new ArrayList<>();
        LinkedHashSet<String> missing = new LinkedHashSet<>();
        posts.forEach(post -> post.told(section, draft, missing).forEach(told -> lines.addAll(List.of("", told))));
        String scope = draft.publication().scope();
        for (KindRows wanted : section.rows()) {
            List<Row> all = posts.stream()
                    .flatMap(post -> post.rows(wanted, scope).stream())
                    .distinct()
                    .toList();
            List<Row> meant = PublishedRows.meant(wanted, all).stream()
                    .filter(row -> wanted.due().isEmpty() || wanted.due().equals("期后") == isDueLater(row))
                    .toList();
            if (all.isEmpty() && wanted.states().isEmpty()) {
                missing.add(wanted.table());
            } else if (!meant.isEmpty()) {
                lines.addAll(text.lines(wanted, meant));
            }
        }
        if (!missing.isEmpty()) {
            lines.add("");
            lines.add("<!-- " + posts.stream().map(it -> it.period.words()).collect(Collectors.joining("、"))
                    + "没有记录、或者记录的期间不一致，因此没有写的："
                    + String.join("、", missing)
                            .replace('.', '的')
                            .replace(", ", "，")
                            .replace('=', '是')
                    + "。做过的，先写好那一份再来写这一份，或者在这里补上；没有做的不用写。这一行网页上不显示，可以删去。 -->");
        }
        return lines;
    }

    private boolean isDueLater(Row row) {
        LocalDate end = posts.get(posts.size() - 1).period.period().to();
        return row.due().filter(due -> due.to().isAfter(end)).isPresent();
    }

    /** Returns the sentences about one post. */
    private List<String> told(Kind.Section section, Entry draft, LinkedHashSet<String> missing) {
        return Stream.concat(
                        section.sentences().stream().limit(1).map(any -> tenure),
                        section.sentences().stream()
                                .filter(it -> it.contains(PERSON_PLACE) != persons.isEmpty())
                                .map(it -> sentence(it.replace(PERIOD_PLACE, period.words()), draft, missing)))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private List<Row> rows(KindRows wanted, String scope) {
        return new PublishedRows(site, scope)
                .of(wanted, period.period()).stream()
                        .filter(row -> persons.isEmpty() || row.isOf(persons))
                        // What was due before or after is another holder's, unless it is still to be done.
                        .filter(row -> tenure.isEmpty()
                                || !wanted.states().isEmpty()
                                || row.isOf(persons.subList(0, persons.size() - 2))
                                || row.due().map(period.period()::overlaps).orElse(true))
                        .toList();
    }

    private String sentence(String pattern, Entry draft, LinkedHashSet<String> missing) {
        List<String> told = new ArrayList<>();
        boolean isCounted = false;
        for (String clause : CLAUSES.split(pattern.replaceFirst("。$", ""))) {
            String[] parts = PARTS.split(clause);
            Optional<String> first = part(parts[0], draft, missing);
            if (first.isPresent()) {
                told.add(Stream.concat(
                                first.stream(),
                                Stream.of(parts).skip(1).flatMap(part -> part(part, draft, missing).stream()))
                        .collect(Collectors.joining("、")));
                isCounted |= QUESTION.matcher(clause).find();
            }
        }
        return isCounted ? String.join("，", told) + "。" : "";
    }

    /** Returns a part of a clause with its question asked of the period; empty if nothing is recorded of it. */
    private Optional<String> part(String pattern, Entry draft, LinkedHashSet<String> missing) {
        Matcher question = QUESTION.matcher(pattern);
        if (!question.find()) {
            return Optional.of(pattern);
        }
        String asked = question.group().replace("}}", ", " + period.condition() + "}}");
        List<String> named = asked.contains(PERSON_PLACE)
                ? persons.stream()
                        .filter(person -> answer(asked.replace(PERSON_PLACE, person + mark), draft)
                                .isPresent())
                        .toList()
                : List.of("");
        String whole = asked.replace(PERSON_PLACE, String.join("、", named) + mark);
        if (!named.isEmpty() && answer(whole, draft).isPresent()) {
            return Optional.of(question.replaceFirst(Matcher.quoteReplacement(whole)));
        }
        missing.add(question.group().replaceAll("[{}〈〉]|计数: (?:文种=)?|合计: ", ""));
        return Optional.empty();
    }

    private Optional<String> answer(String question, Entry draft) {
        Counts.Answer answer = counts.answer(question, draft);
        return Optional.of(answer.shown()).filter(shown -> !shown.matches("(?:0(?:\\.0+)?)?"));
    }
}
