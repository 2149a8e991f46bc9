package org.gongkai.write;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.PublicationReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.pipeline.BuildContext;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.SiteQuery;
import org.gongkai.pipeline.read.SiteContent;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;

/**
 * The entries of a site with their states, those of all audiences.
 *
 * @param entries those whose header could be read, the latest first
 * @param problems all problems in settings, headers and texts, sorted
 */
public record EntryListing(List<ListedEntry> entries, List<Problem> problems) {

    /** The number of days before its end at which an entry is listed as expiring. */
    public static final int SOON = 7;

    /** How the hints begin that stand in the body of a new entry until somebody writes there. */
    private static final String HINT = "（在这里写";

    private static final String SAMPLE_TITLE = "（请改标题）";

    /**
     * Lists the entries of a site.
     *
     * @param from the source of a site that is no JBake project; the caller closes it
     * @throws IOException if a file cannot be read
     */
    public static EntryListing of(SiteQuery query, BuildRequest request, SiteSource from) throws IOException {
        return query.ask(request, from, EntryListing::of);
    }

    private static EntryListing of(BuildContext context, SiteContent content) {
        List<Problem> problems = context.problems().reported();
        Set<String> wrong =
                problems.stream().filter(Problem::isError).map(Problem::path).collect(Collectors.toSet());
        LocalDate today = content.settings().asOf();
        return new EntryListing(
                content.entries().stream()
                        .sorted(Comparator.comparing(
                                        (Entry entry) -> entry.dates().published())
                                .reversed()
                                .thenComparing(Entry::path))
                        .map(entry -> {
                            List<String> missing = entry.publication().status() == Entry.Status.DRAFT
                                    ? missing(entry, body(entry, context), wrong.contains(entry.path()))
                                    : List.of();
                            Optional<LocalDate> ends = ends(entry).filter(day -> !day.isBefore(today));
                            return new ListedEntry(
                                    entry.path(),
                                    entry.title(),
                                    entry.kinds().get(0).name(),
                                    entry.dates().day(),
                                    state(entry, missing, ends, today),
                                    missing,
                                    ends);
                        })
                        .toList(),
                problems);
    }

    private static String body(Entry entry, BuildContext context) {
        return HeaderParser.markup(
                context.texts().reread(entry.source().file()),
                entry.source().file().ending(),
                entry.source().bodyLine());
    }

    private static EntryState state(Entry entry, List<String> missing, Optional<LocalDate> ends, LocalDate today) {
        return switch (entry.publication().status()) {
            case DRAFT -> missing.isEmpty() ? EntryState.WAITING : EntryState.DRAFT;
            case WITHDRAWN -> EntryState.WITHDRAWN;
            case PUBLISHED ->
                ends.filter(day -> !day.isAfter(today.plusDays(SOON))).isPresent()
                        ? EntryState.EXPIRING
                        : EntryState.PUBLISHED;
        };
    }

    /** The earlier of the end of the 公示 and the day of expiry. */
    private static Optional<LocalDate> ends(Entry entry) {
        return Stream.concat(entry.notice().map(Entry.Notice::to).stream(), entry.dates().expires().stream())
                .min(LocalDate::compareTo);
    }

    /** What a draft lacks before somebody can review it. */
    private static List<String> missing(Entry entry, String body, boolean wrong) {
        Set<String> asked = new LinkedHashSet<>();
        for (Kind kind : entry.kinds()) {
            if (kind.isOpen()) {
                PublicationReader.REQUIRED.forEach(field -> asked.add(field.label()));
            }
            asked.addAll(kind.demands().required());
        }
        asked.remove(CommonField.SECRECY_REVIEW.label());
        asked.remove(CommonField.APPROVAL.label());
        List<String> missing = new ArrayList<>();
        if (entry.title().contains(SAMPLE_TITLE)) {
            missing.add(CommonField.TITLE.label());
        }
        asked.stream().filter(name -> isBlank(entry, name)).forEach(missing::add);
        if (body.isBlank() && !entry.hasOtherContent() || body.contains(HINT)) {
            missing.add("正文");
        }
        if (wrong) {
            missing.add("改正错误");
        }
        return missing;
    }

    private static boolean isBlank(Entry entry, String name) {
        Optional<Value> value = entry.own(name).map(Entry.OwnField::value).or(() -> CommonField.named(name)
                .map(field -> entry.values().get(field)));
        return value.isEmpty() || value.get() instanceof Value.Text text && text.isBlank();
    }

    /**
     * An entry in a list.
     *
     * @param path its path relative to the site's root
     * @param title its title
     * @param kind its first kind
     * @param day the day of its publication, in the future perhaps
     * @param state its state; {@link EntryState#EXPIRING} comes before {@link EntryState#PUBLISHED}
     * @param missing what a draft lacks, as names of fields, 正文 or 改正错误; empty for a complete one
     * @param ends the last day of its 公示 or the day on which it expires, if that is today or later
     */
    public record ListedEntry(
            String path,
            String title,
            String kind,
            LocalDate day,
            EntryState state,
            List<String> missing,
            Optional<LocalDate> ends) {

        /** Returns true if it belongs to the list of a state. */
        public boolean isIn(EntryState list) {
            return state == list || state == EntryState.EXPIRING && list == EntryState.PUBLISHED;
        }
    }

    /** What is still to be done with an entry. */
    public enum EntryState {
        /** A draft in which something is missing or wrong. */
        DRAFT(PublicationReader.DRAFT.get(0)),
        /** A complete draft that waits for its review or approval. */
        WAITING("待审"),
        PUBLISHED(PublicationReader.PUBLISHED.get(0)),
        /** A published entry whose 公示 or validity ends soon; it is in the list of published ones as well. */
        EXPIRING("将到期"),
        WITHDRAWN(PublicationReader.WITHDRAWN.get(0));

        private final String label;

        EntryState(String label) {
            this.label = label;
        }

        /** The Chinese word. */
        public String label() {
            return label;
        }
    }
}
