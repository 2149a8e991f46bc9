package org.gongkai.site;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;

/**
 * Which entries readers may see on a day, as their headers say.
 *
 * @param scopes the 公开范围 that readers may see
 * @param asOf the day
 * @param drafts whether drafts and entries that are not due are shown too
 */
public record Visibility(List<String> scopes, LocalDate asOf, boolean drafts) {

    /** What shall be done behind the end. With one of the words of {@link #DONE} it says what was done. */
    private static final Pattern PROMISE = Pattern.compile("(?:公示)?(?:期满|结束|到期)(?:以?后|之后).*");

    private static final Pattern DONE = Pattern.compile("[已未无]|没有|收到|通过");

    /** Returns why the header of an entry keeps it from readers; empty if it is public. */
    public Optional<Site.HiddenReason> hiddenReason(Entry entry) {
        Entry.Publication publication = entry.publication();
        if (!scopes.contains(publication.scope())) {
            return Optional.of(Site.HiddenReason.OTHER_AUDIENCE);
        }
        if (publication.status() == Entry.Status.WITHDRAWN) {
            return Optional.of(Site.HiddenReason.WITHDRAWN);
        }
        if (entry.dates().expires().filter(day -> !asOf.isBefore(day)).isPresent()) {
            return Optional.of(Site.HiddenReason.EXPIRED);
        }
        if (!drafts && publication.status() == Entry.Status.DRAFT) {
            return Optional.of(Site.HiddenReason.DRAFT);
        }
        if (!drafts && entry.dates().day().isAfter(asOf)) {
            return Optional.of(Site.HiddenReason.NOT_DUE);
        }
        return Optional.empty();
    }

    /**
     * Returns an entry as it was known on the day: without how things stood when it was revised later, and without the
     * result of a 公示 that had not ended. A result that is another entry is known as soon as that is public.
     */
    Entry known(Entry entry) {
        boolean isRevised = isRevisedAfter(entry, asOf);
        Optional<Entry.Notice> notice =
                entry.notice().map(it -> isRevised || !asOf.isAfter(it.to()) ? withoutResult(it) : it);
        if (drafts || !isRevised && notice.equals(entry.notice())) {
            return entry;
        }
        List<Entry.OwnField> own = entry.own().stream()
                .filter(field -> !isRevised || !field.spec().isState())
                .map(field -> isRevised ? withoutStates(field) : field)
                .toList();
        Entry.Fields it = entry.header();
        return new Entry(
                entry.source(),
                entry.title(),
                entry.kinds(),
                entry.listing(),
                entry.dates(),
                entry.publication(),
                notice,
                new Entry.Fields(it.values(), own, it.extras(), it.attachments()));
    }

    private static Entry.OwnField withoutStates(Entry.OwnField own) {
        Predicate<String> isState =
                name -> own.spec().column(name).filter(FieldSpec::isState).isPresent();
        return new Entry.OwnField(own.spec(), own.value().without(isState), own.isFromText());
    }

    /** Whether an entry says how things stood on a day behind another. */
    public static boolean isRevisedAfter(Entry entry, LocalDate day) {
        return entry.dates().revised().filter(day::isBefore).isPresent();
    }

    /**
     * Returns the result of a 公示 as its header words it; "" if it is another entry, and empty if nothing is said or
     * only what shall be done.
     */
    public static Optional<String> result(Entry.Notice notice) {
        String typed = notice.result().text().strip();
        return Optional.of(typed)
                .filter(text -> !text.isEmpty()
                        && !(PROMISE.matcher(text).matches()
                                && !DONE.matcher(text).find()))
                .map(text -> EntryFormat.ofEnding(SourceFile.ending(text)).isPresent() ? "" : text);
    }

    private static Entry.Notice withoutResult(Entry.Notice it) {
        Value.Text typed = it.result();
        return result(it).filter(words -> !words.isEmpty()).isEmpty()
                ? it
                : new Entry.Notice(
                        it.from(), it.to(), it.workingDays(), new Value.Text("", typed.line(), typed.column()));
    }

    /** Returns the first later day on which an entry appears, expires, or begins or ends its 公示 period. */
    Optional<LocalDate> nextChange(List<Entry> entries) {
        return entries.stream()
                .filter(e -> e.publication().status() == Entry.Status.PUBLISHED)
                .filter(e -> scopes.contains(e.publication().scope()))
                .flatMap(Visibility::changes)
                .filter(day -> day.isAfter(asOf))
                .min(Comparator.naturalOrder());
    }

    /** Returns the days on which an entry appears, expires, or begins or ends its 公示 period while it is public. */
    private static Stream<LocalDate> changes(Entry entry) {
        LocalDate comes = entry.dates().day();
        LocalDate goes = entry.dates().expires().orElse(LocalDate.MAX);
        if (!comes.isBefore(goes)) {
            return Stream.empty();
        }
        return Stream.concat(
                        Stream.concat(Stream.of(comes), entry.dates().expires().stream()),
                        entry.notice().stream().flatMap(n -> Stream.of(n.from(), n.to().plusDays(1))))
                .filter(day -> !day.isBefore(comes) && !day.isAfter(goes));
    }
}
