package org.gongkai.input.entry;

import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.cache.CacheWriter;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.kind.Kinds;

/** Encodes one result of parsing. Headers contain many texts repeatedly. */
final class EntryEncoder {

    /** Type tags of values. */
    static final int TEXT = 0;

    static final int ITEMS = 1;
    static final int FIELDS = 2;
    static final int QUOTED = 3;

    private final CacheWriter out;
    private final Kinds kinds;

    EntryEncoder(CacheWriter out, Kinds kinds) {
        this.out = out;
        this.kinds = kinds;
    }

    void reading(EntryReading reading) {
        out.all(reading.problems(), out::problem);
        out.optional(reading.entry(), this::entry);
    }

    private void entry(Entry entry) {
        out.number(entry.file().size()).shared(entry.textFingerprint());
        header(entry);
    }

    /** Encodes everything about an entry that does not identify its text. */
    void header(Entry entry) {
        out.number(entry.bodyLine());
        out.all(new TreeMap<>(entry.values()).entrySet(), place -> {
            out.number(place.getKey().ordinal());
            value(place.getValue());
        });
        out.shared(entry.title());
        out.all(entry.kinds(), kind -> out.number(kinds.all().indexOf(kind)));
        out.all(entry.categories(), out::shared);
        out.all(entry.years(), year -> out.number(year));
        out.all(entry.tags(), out::shared);
        dates(entry.dates());
        publication(entry.publication());
        out.optional(entry.notice(), this::notice);
        out.all(entry.attachments(), attachment -> {
            value(attachment.path());
            out.shared(attachment.label());
            out.optional(attachment.examination(), this::value);
        });
        out.all(entry.own(), own -> own(entry, own));
        out.all(entry.extras().entrySet(), extra -> {
            out.shared(extra.getKey());
            out.shared(extra.getValue());
        });
        out.all(entry.namedDocuments(), out::shared);
    }

    private void dates(Entry.Dates dates) {
        day(dates.published().toLocalDate());
        out.number(dates.published().toLocalTime().toNanoOfDay());
        day(dates.signed());
        day(dates.expires());
        day(dates.revised());
        day(dates.withdrawn());
    }

    private void publication(Entry.Publication publication) {
        out.number(publication.status().ordinal());
        out.shared(publication.scope());
        out.shared(publication.number());
        out.shared(publication.publisher());
        out.shared(publication.validity());
        out.all(publication.aliases(), out::shared);
    }

    private void notice(Entry.Notice notice) {
        day(notice.from());
        day(notice.to());
        out.optional(notice.workingDays(), days -> out.number(days));
        value(notice.result());
    }

    /** Encodes a field as the index of the kind in the entry and the index of the field in the kind. */
    private void own(Entry entry, Entry.OwnField own) {
        int kind = 0;
        while (!entry.kinds().get(kind).fields().contains(own.spec())) {
            kind++;
        }
        out.number(kind).number(entry.kinds().get(kind).fields().indexOf(own.spec()));
        value(own.value());
    }

    private void value(Value value) {
        if (value instanceof Value.Text text) {
            out.number(text.quoted() ? QUOTED : TEXT);
            out.shared(text.text());
        } else if (value instanceof Value.Items items) {
            out.number(ITEMS).all(items.items(), this::value);
        } else if (value instanceof Value.Fields fields) {
            out.number(FIELDS).all(fields.fields(), field -> {
                value(field.key());
                value(field.value());
            });
        }
        out.number(value.line()).number(value.column());
    }

    private void day(Optional<LocalDate> day) {
        out.optional(day, this::day);
    }

    private void day(LocalDate day) {
        out.number(day.toEpochDay());
    }
}
