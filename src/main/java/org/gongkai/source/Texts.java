package org.gongkai.source;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.gongkai.problem.Problem;

/**
 * The texts of source files. An entry is read twice, for its header and for its body; what fits into an eighth of the
 * memory is kept in between, all else is read again. Safe for many threads.
 */
public final class Texts {

    private final SourceTree source;
    private final TextDecoder decoder = new TextDecoder();
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final AtomicLong room = new AtomicLong(Runtime.getRuntime().maxMemory() / 8);

    public Texts(SourceTree source) {
        this.source = source;
    }

    /** Reads a text that will be needed once more; empty, and a problem told, if it cannot be decoded. */
    public Optional<String> read(SourceFile file, Consumer<Problem> problems) {
        Optional<String> text = decoder.decode(file.path(), source.bytes(file), problems);
        text.filter(t -> room.addAndGet(-2L * t.length()) > 0).ifPresent(t -> kept.put(file.path(), t));
        return text;
    }

    /** The text of a file that was read without a problem before; it is not kept any longer. */
    public String again(SourceFile file) {
        String text = kept.remove(file.path());
        return text != null
                ? text
                : decoder.decode(file.path(), source.bytes(file), problem -> {}).orElse("");
    }
}
