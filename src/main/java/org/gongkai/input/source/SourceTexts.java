package org.gongkai.input.source;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.gongkai.problem.Problem;

/**
 * The texts of source files. An entry is read twice, for its header and for its body; what fits into an eighth of the
 * memory is kept in between, all else is read again, and must then be what it was: a header and a body of two versions would make a
 * page that nobody wrote. Safe for many threads.
 */
public final class SourceTexts {

    private final SourceTree source;
    private final TextDecoder decoder = new TextDecoder();
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final Map<String, Long> sums = new ConcurrentHashMap<>();
    private final Map<String, String> versions = new ConcurrentHashMap<>();
    private final AtomicLong room = new AtomicLong(Runtime.getRuntime().maxMemory() / 8);

    public SourceTexts(SourceTree source) {
        this.source = source;
    }

    /** Reads a text that will be needed once more; empty, and a problem told, if it cannot be decoded. */
    public Optional<String> read(SourceFile file, Consumer<Problem> problems) {
        byte[] bytes = source.bytes(file);
        sums.put(file.path(), sum(bytes));
        Optional<String> text = decoder.decode(file.path(), bytes, problems);
        text.filter(t -> room.addAndGet(-2L * t.length()) > 0).ifPresent(t -> kept.put(file.path(), t));
        return text;
    }

    /** Says which version of a file an earlier run has read, so that its header is known. */
    public void isKnown(SourceFile file, String version) {
        versions.put(file.path(), version);
    }

    /**
     * The text of a file that was read before; it is not kept any longer. Empty if it could not be decoded then.
     *
     * @throws UncheckedIOException if the machine fails, or the file is not what it was
     */
    public String again(SourceFile file) {
        String text = kept.remove(file.path());
        if (text != null) {
            return text;
        }
        byte[] bytes = source.bytes(file);
        Long sum = sums.get(file.path());
        String version = versions.get(file.path());
        Optional<String> read = decoder.decode(file.path(), bytes, problem -> {});
        if (sum != null
                ? sum != sum(bytes)
                : read.isEmpty() || version != null && !version.equals(source.version(file))) {
            throw new UncheckedIOException(new FileSystemException(file.path(), null, "正在生成站点的时候被改动了，请再运行一次"));
        }
        return read.orElse("");
    }

    private static long sum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return sum.getValue() << 31 ^ bytes.length;
    }
}
