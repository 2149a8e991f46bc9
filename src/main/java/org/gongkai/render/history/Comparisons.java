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

/** Compares versions, or returns cached results of an earlier build. Safe for many threads. */
public final class Comparisons {

    private static final String NAME = "amount ";

    private final BodyDiff bodies = new BodyDiff();
    private final FieldDiff fields = new FieldDiff();
    private final CacheStore cache;

    /**
     * @param cache fingerprints and sizes of changes, by the addresses of pages
     */
    public Comparisons(CacheStore cache) {
        this.cache = cache;
    }

    /**
     * The changes between two versions.
     *
     * @param fingerprint fingerprint of both versions
     * @param amount size of the changes, in words
     * @param marked marks the changes
     */
    record Compared(String fingerprint, String amount, Supplier<Marked> marked) {}

    /**
     * A version with its changes marked.
     *
     * @param html its body
     * @param fields its header
     */
    record Marked(String html, List<FieldChange> fields) {}

    /**
     * Compares two versions.
     *
     * @param address address of the page that shows the comparison
     */
    Compared of(String address, OpenedVersion before, OpenedVersion now) {
        Fingerprint combined = new Fingerprint().add(before.fingerprint()).add(now.fingerprint());
        before.header().forEach((name, value) -> combined.add(name).add(value));
        combined.add(0);
        now.header().forEach((name, value) -> combined.add(name).add(value));
        String fingerprint = combined.text();
        Optional<CacheReader> cached =
                cache.find(NAME + address).filter(record -> record.text().equals(fingerprint));
        if (cached.isPresent()) {
            return new Compared(fingerprint, cached.get().text(), () -> mark(compare(before, now), before, now));
        }
        MarkedBody body = compare(before, now);
        Marked marked = mark(body, before, now);
        String amount = body.amount().description()
                + (marked.fields().isEmpty() ? "" : "，改动 " + marked.fields().size() + " 项公开信息");
        cache.put(
                NAME + address, new CacheWriter().text(fingerprint).text(amount).toBytes());
        return new Compared(fingerprint, amount, () -> marked);
    }

    /** Retains the cached results of a comparison. */
    void retain(String address) {
        cache.find(NAME + address);
    }

    private MarkedBody compare(OpenedVersion before, OpenedVersion now) {
        return bodies.compare(before.body().get(), now.body().get());
    }

    private Marked mark(MarkedBody body, OpenedVersion before, OpenedVersion now) {
        return new Marked(body.html(), fields.compare(before.header(), now.header()));
    }
}
