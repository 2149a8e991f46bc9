package org.gongkai.input.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.commons.io.function.IOConsumer;
import org.gongkai.io.Digests;
import org.gongkai.io.HeapBudget;
import org.gongkai.problem.Problem;

/**
 * The texts of source files. An entry is read twice, for its header and for its body. Texts are retained in between up
 * to an eighth of the memory; others are read again and must not have changed, so that header and body belong to the
 * same version. Safe for use by multiple threads.
 */
public final class SourceTexts {

    /** Maximum heap that a byte of an entry requires, in bytes: a list of single letters. */
    private static final long MOST_HEAP_PER_BYTE = 256;

    private final SourceTree source;
    private final HeapBudget budget = HeapBudget.ofProcess();
    private final TextDecoder decoder = new TextDecoder();
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<String, Long> checksums = new ConcurrentHashMap<>();
    private final AtomicLong free = new AtomicLong(Runtime.getRuntime().maxMemory() / 8);

    public SourceTexts(SourceTree source) {
        this.source = source;
    }

    /** Works on a text as soon as there is memory for it. */
    public void work(SourceFile file, IOConsumer<SourceFile> work) throws IOException {
        budget.read(file.path(), MOST_HEAP_PER_BYTE * file.size(), () -> {
            work.accept(file);
            return null;
        });
    }

    /**
     * Reads a text that will be needed once more; empty if it cannot be decoded, in which case a problem has been
     * reported.
     */
    public Optional<String> read(SourceFile file, Consumer<Problem> problems) {
        byte[] bytes = source.bytes(file);
        checksums.put(file.path(), sum(bytes));
        Optional<String> text = decoder.decode(file.path(), bytes, problems);
        text.filter(t -> free.addAndGet(-2L * t.length()) > 0).ifPresent(t -> texts.put(file.path(), t));
        return text;
    }

    /**
     * Returns the text of a file that was read before, as readers may see it, and releases it. Empty if it could not be
     * decoded.
     *
     * @throws UncheckedIOException if the file cannot be read or has changed
     */
    public String reread(SourceFile file) {
        String text = texts.remove(file.path());
        if (text != null) {
            return Namesake.without(text);
        }
        byte[] bytes = source.bytes(file);
        Long sum = checksums.get(file.path());
        Optional<String> read = decoder.decode(file.path(), bytes, problem -> {});
        if (sum != null ? sum != sum(bytes) : read.isEmpty()) {
            throw new UncheckedIOException(new FileSystemException(file.path(), null, "正在生成站点的时候被改动了，请再运行一次"));
        }
        return Namesake.without(read.orElse(""));
    }

    private static long sum(byte[] bytes) {
        return Digests.crc32c(ByteBuffer.wrap(bytes)) << 31 ^ bytes.length;
    }
}
