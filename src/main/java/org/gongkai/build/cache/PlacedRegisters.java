package org.gongkai.build.cache;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CacheWriter;
import org.gongkai.io.Memoized;
import org.gongkai.register.Register;
import org.gongkai.render.register.MonthPlan;
import org.gongkai.render.register.RegisterPlan;
import org.gongkai.site.Site;

/**
 * The registers of the site of an audience, which are computed when something shows or checks them, and what every page
 * needs of them.
 *
 * @param overview the address of their overview; empty if none of them has a row
 * @param nextChange the next day on which they change by themselves
 * @param all computes them
 */
public record PlacedRegisters(Optional<String> overview, Optional<LocalDate> nextChange, Supplier<List<Register>> all) {

    private static final String RECORD = "registers";

    /**
     * The registers of a site.
     *
     * @param cache what an earlier build found out about them
     * @param inputs identifies all that they are computed from; empty if that is not known
     * @param computation computes them
     */
    public static PlacedRegisters of(CacheStore cache, String inputs, Site site, Supplier<List<Register>> computation) {
        Memoized<List<Register>> all = new Memoized<>(computation);
        Optional<CacheReader> known =
                cache.find(RECORD).filter(in -> !inputs.isEmpty() && in.text().equals(inputs));
        if (known.isPresent()) {
            CacheReader in = known.get();
            return new PlacedRegisters(
                    in.optional(in::text), in.optional(() -> LocalDate.ofEpochDay(in.number())), all);
        }
        Optional<String> overview = RegisterPlan.overview(all.get());
        Optional<LocalDate> next = Stream.concat(
                        all.get().stream().flatMap(register -> register.nextChange().stream()),
                        MonthPlan.nextChange(all.get(), site).stream())
                .min(LocalDate::compareTo);
        CacheWriter out = new CacheWriter().text(inputs);
        out.optional(overview, out::text);
        out.optional(next, day -> out.number(day.toEpochDay()));
        cache.put(RECORD, out.toBytes());
        cache.save();
        return new PlacedRegisters(overview, next, all);
    }
}
