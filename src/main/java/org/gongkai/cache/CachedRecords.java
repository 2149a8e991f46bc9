package org.gongkai.cache;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The records of one type in a store. Safe for use by multiple threads.
 *
 * <pre>{@code
 * CachedRecords<Sizes> sizes = cache.records("size ", Sizes.class);
 * Sizes size = sizes.of(file.path(), source.version(file), () -> measure(file));
 * }</pre>
 *
 * @param store the store
 * @param prefix distinguishes them from those of other types in it
 * @param codec encodes them; made when the first record is read or added
 * @param <T> the type
 */
public record CachedRecords<T extends Record>(CacheStore store, String prefix, Supplier<RecordCodec<T>> codec) {

    /** Whether records are kept. */
    public boolean isEnabled() {
        return store.isEnabled();
    }

    /** Finds a record of this run or an earlier one that was added without inputs. */
    public Optional<T> find(String name) {
        return find(name, "");
    }

    /** Adds a record, which replaces any record of the same name. */
    public void put(String name, T value) {
        put(name, "", value);
    }

    /** Retains a record that this run does not need; returns whether there is one. */
    public boolean retain(String name) {
        return store.find(prefix + name).isPresent();
    }

    /**
     * Returns the record that was made from the same inputs, or makes it.
     *
     * @param inputs identifies all that it is made from; empty if that is not known, in which case nothing is kept
     */
    public T of(String name, String inputs, Supplier<T> anew) {
        if (inputs.isEmpty() || !store.isEnabled()) {
            return anew.get();
        }
        return find(name, inputs).orElseGet(() -> {
            T made = anew.get();
            put(name, inputs, made);
            return made;
        });
    }

    /** Finds the record that was made from the same inputs. */
    public Optional<T> find(String name, String inputs) {
        return madeOf(name, inputs).map(in -> codec.get().read(in));
    }

    /** Adds a record with the inputs that it was made from, which replaces any record of the same name. */
    public void put(String name, String inputs, T value) {
        if (store.isEnabled()) {
            store.put(prefix + name, encode(inputs, value));
        }
    }

    private byte[] encode(String inputs, T value) {
        RecordWriter out = new RecordWriter().text(inputs);
        codec.get().write(value, out);
        return out.toBytes();
    }

    /** Adds the record that {@link #of} returns to a digest, without decoding it. */
    public void digest(String name, String inputs, Supplier<T> anew, MessageDigest digest) {
        RecordReader record = madeOf(name, inputs).orElseGet(() -> {
            // Texts are numbered from that of the inputs on; no text of a record is a line feed.
            RecordReader made = new RecordReader(ByteBuffer.wrap(encode("\n", of(name, inputs, anew))));
            made.text();
            return made;
        });
        digest.update(record.rest());
    }

    private Optional<RecordReader> madeOf(String name, String inputs) {
        return store.find(prefix + name).map(RecordReader::new).filter(in -> in.text()
                .equals(inputs));
    }
}
