package org.gongkai.input.entry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.cache.CacheWriter;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.kind.Kinds;

/** Encodes one result of parsing. A repeated text is encoded as a reference, since headers contain many repetitions. */
final class EntryEncoder {

    /** Type tags of values. */
    static final int TEXT = 0;

    static final int ITEMS = 1;
    static final int FIELDS = 2;
    static final int QUOTED = 3;

    /** Precedes a new text; references are numbers from 1. */
    static final int NEW_TEXT = 0;

    private final CacheWriter out;
    private final Kinds kinds;
    private final Map<String, Integer> texts = new HashMap<>();

    EntryEncoder(CacheWriter out, Kinds kinds) {
        this.out = out;
        this.kinds = kinds;
    }

    void reading(EntryReading reading) {
        out.all(reading.problems(), out::problem);
        out.optional(reading.entry(), this::entry);
    }

    private void entry(Entry entry) {
        out.number(entry.file().size()).number(entry.bodyLine());
        out.all(entry.values().entrySet(), place -> {
            out.number(place.getKey().ordinal());
            value(place.getValue());
        });
        text(entry.title());
        out.all(entry.kinds(), kind -> out.number(kinds.all().indexOf(kind)));
        out.all(entry.categories(), this::text);
        out.all(entry.years(), year -> out.number(year));
        out.all(entry.tags(), this::text);
        dates(entry.dates());
        publication(entry.publication());
        out.optional(entry.notice(), this::notice);
        out.all(entry.attachments(), attachment -> {
            value(attachment.path());
            text(attachment.label());
        });
        out.all(entry.own(), own -> own(entry, own));
        out.all(entry.extras().entrySet(), extra -> {
            text(extra.getKey());
            text(extra.getValue());
        });
        text(entry.textFingerprint());
        out.all(entry.namedDocuments(), this::text);
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
        text(publication.scope());
        text(publication.number());
        text(publication.publisher());
        text(publication.validity());
        out.all(publication.aliases(), this::text);
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
            text(text.text());
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

    private void text(String text) {
        Integer before = texts.putIfAbsent(text, texts.size() + 1);
        if (before == null) {
            out.number(NEW_TEXT).text(text);
        } else {
            out.number(before);
        }
    }
}
