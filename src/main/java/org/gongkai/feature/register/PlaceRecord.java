package org.gongkai.feature.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheWriter;
import org.gongkai.site.text.SearchPlace;

/** What the search page shows of registers, in the cache. */
final class PlaceRecord {

    private PlaceRecord() {}

    static void write(List<SearchPlace> places, CacheWriter out) {
        out.all(places, place -> {
            out.text(place.name()).text(place.group()).text(place.address()).all(place.words(), out::text);
            out.optional(place.answer(), answer -> {
                out.text(answer.text());
                out.optional(answer.from(), day -> out.number(day.toEpochDay()));
                out.optional(answer.to(), day -> out.number(day.toEpochDay()));
                out.all(answer.sources(), out::text);
            });
        });
    }

    static List<SearchPlace> read(CacheReader in) {
        return in.all(() -> new SearchPlace(
                in.text(),
                in.text(),
                in.text(),
                in.all(in::text),
                in.optional(() -> new SearchPlace.Answer(in.text(), day(in), day(in), in.all(in::text)))));
    }

    private static Optional<LocalDate> day(CacheReader in) {
        return in.optional(() -> LocalDate.ofEpochDay(in.number()));
    }
}
