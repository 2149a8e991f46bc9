package org.gongkai.pipeline.read;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.Namesake;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.problem.Problem;

/**
 * The files of a site as readers may see them: without what tells persons of one name apart.
 *
 * @param typed the files as they were written
 * @param marks the distinctions in files of which a problem was reported
 */
public record ShownSource(SourceTree typed, Map<String, List<Namesake>> marks) implements SourceTree {

    public ShownSource(SourceTree typed) {
        this(typed, new ConcurrentHashMap<>());
    }

    @Override
    public List<SourceFile> files(String folder) {
        return typed.files(folder).stream().map(this::sized).toList();
    }

    @Override
    public Optional<SourceFile> file(String path) {
        return typed.file(path).map(this::sized);
    }

    /** Files that are copied have the size that readers get; entries are no such files. */
    private SourceFile sized(SourceFile file) {
        return isText(file) && !EntryFormat.isEntry(file.path())
                ? new SourceFile(file.path(), bytes(file).length)
                : file;
    }

    @Override
    public InputStream open(SourceFile file) {
        return isText(file) ? new ByteArrayInputStream(bytes(file)) : typed.open(file);
    }

    @Override
    public byte[] bytes(SourceFile file) {
        byte[] bytes = typed.bytes(file);
        return isText(file) && mayHaveMark(bytes)
                ? TextDecoder.CHARSETS.stream()
                        .flatMap(charset -> shown(bytes, charset))
                        .findFirst()
                        .orElse(bytes)
                : bytes;
    }

    /** Texts; others are attachments in which a rule finds distinctions. */
    private static boolean isText(SourceFile file) {
        return SourceFile.isText(file.path())
                && file.size() <= TextDecoder.maxBytes()
                && !file.path().equals(Organisation.PATH);
    }

    /** Whether bytes have that of an equals sign, or those of a full-width one in any of the charsets. */
    private static boolean mayHaveMark(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            int pair = i == 0 ? 0 : (bytes[i - 1] & 0xFF) << 8 | bytes[i] & 0xFF;
            if (bytes[i] == '=' || pair == 0xBC9D || pair == 0xA3BD || pair == 0x1DFF || pair == 0xFF1D) {
                return true;
            }
        }
        return false;
    }

    /** Returns the text without distinctions if it has any in a charset, and nothing else is lost. */
    private static Stream<byte[]> shown(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        String shown = Namesake.without(text);
        return shown.length() == text.length() || !Arrays.equals(text.getBytes(charset), bytes)
                ? Stream.empty()
                : Stream.of(shown.getBytes(charset));
    }

    @Override
    public String version(SourceFile file) {
        return typed.version(file);
    }

    @Override
    public List<Problem> problems() {
        return typed.problems();
    }

    @Override
    public Problem located(Problem problem) {
        int removed = marks.computeIfAbsent(problem.path(), this::marks).stream()
                .filter(mark -> mark.line() == problem.line() && mark.column() <= problem.column())
                .mapToInt(mark -> Namesake.written("", mark.mark()).length())
                .sum();
        return typed.located(problem.at(problem.path(), problem.line(), problem.column() + removed));
    }

    private List<Namesake> marks(String path) {
        return typed.file(path)
                .flatMap(file -> new TextDecoder().decode(typed, file, problem -> {}))
                .map(Namesake::in)
                .orElse(List.of());
    }
}
