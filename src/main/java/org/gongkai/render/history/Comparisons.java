package org.gongkai.render.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CacheWriter;
import org.gongkai.history.diff.BodyDiff;
import org.gongkai.history.diff.FieldChange;
import org.gongkai.history.diff.FieldDiff;
import org.gongkai.history.diff.write.MarkedBody;
import org.gongkai.render.model.Fingerprint;

/** Compares versions, or tells what is known of a comparison from an earlier run. Safe for many threads. */
public final class Comparisons {

    private static final String NAME = "amount ";

    private final BodyDiff bodies = new BodyDiff();
    private final FieldDiff fields = new FieldDiff();
    private final CacheStore kept;

    /**
     * @param kept how much versions changed, by the addresses of their pages
     */
    public Comparisons(CacheStore kept) {
        this.kept = kept;
    }

    /**
     * What changed between two versions.
     *
     * @param fingerprint of all that went into it
     * @param amount how much, in words
     * @param marked marks it
     */
    record Compared(String fingerprint, String amount, Supplier<Marked> marked) {}

    /**
     * A version with marks of what changed.
     *
     * @param html its body
     * @param fields its header
     */
    record Marked(String html, List<FieldChange> fields) {}

    /**
     * Compares two versions.
     *
     * @param address of the page on which that is shown
     */
    Compared of(String address, OpenedVersion before, OpenedVersion now) {
        Fingerprint print = new Fingerprint().add(before.fingerprint()).add(now.fingerprint());
        before.header().forEach((name, value) -> print.add(name).add(value));
        print.add(0);
        now.header().forEach((name, value) -> print.add(name).add(value));
        String fingerprint = print.text();
        Optional<CacheReader> known =
                kept.find(NAME + address).filter(record -> record.text().equals(fingerprint));
        if (known.isPresent()) {
            return new Compared(fingerprint, known.get().text(), () -> mark(compare(before, now), before, now));
        }
        MarkedBody body = compare(before, now);
        Marked marked = mark(body, before, now);
        String amount = body.amount().description()
                + (marked.fields().isEmpty() ? "" : "，改动 " + marked.fields().size() + " 项公开信息");
        kept.keep(
                NAME + address, new CacheWriter().text(fingerprint).text(amount).toBytes());
        return new Compared(fingerprint, amount, () -> marked);
    }

    /** Goes on knowing a comparison. */
    void retain(String address) {
        kept.find(NAME + address);
    }

    private MarkedBody compare(OpenedVersion before, OpenedVersion now) {
        return bodies.compare(before.body().get(), now.body().get());
    }

    private Marked mark(MarkedBody body, OpenedVersion before, OpenedVersion now) {
        return new Marked(body.html(), fields.compare(before.header(), now.header()));
    }
}
