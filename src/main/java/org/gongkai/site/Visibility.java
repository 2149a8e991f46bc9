package org.gongkai.site;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.input.entry.Entry;

/**
 * Which entries readers may see on a day, as their headers say.
 *
 * @param scopes the 公开范围 that readers may see
 * @param asOf the day
 * @param drafts whether drafts and entries that are not due are shown too
 */
public record Visibility(List<String> scopes, LocalDate asOf, boolean drafts) {

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
        if (!drafts && entry.dates().published().toLocalDate().isAfter(asOf)) {
            return Optional.of(Site.HiddenReason.NOT_DUE);
        }
        return Optional.empty();
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
        LocalDate comes = entry.dates().published().toLocalDate();
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
