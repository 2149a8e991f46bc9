package org.gongkai.write.document.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.problem.Problem;
import org.gongkai.problem.Severity;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.Remark;

/**
 * A text file of another program, in one of the charsets of {@link TextDecoder}.
 *
 * @param text the text with {@code \n} as line terminator
 * @param remarks what the secretary should know about its charset
 */
public record ForeignText(String text, List<Remark> remarks) {

    /**
     * Reads a file.
     *
     * @throws UnreadableDocument if it is no text, or too large
     */
    public static ForeignText read(Path file) throws IOException {
        if (Files.size(file) > TextDecoder.maxBytes()) {
            throw new UnreadableDocument("文件有 " + TextDecoder.megabytes(Files.size(file)) + "，文本最多 "
                    + TextDecoder.megabytes(TextDecoder.maxBytes()));
        }
        return of(Files.readAllBytes(file));
    }

    /**
     * Decodes the bytes of a file.
     *
     * @throws UnreadableDocument if they are no text
     */
    public static ForeignText of(byte[] bytes) throws UnreadableDocument {
        List<Problem> problems = new ArrayList<>();
        Optional<String> text = new TextDecoder().decode("", bytes, problems::add);
        if (text.isEmpty()) {
            throw new UnreadableDocument(problems.get(0).message());
        }
        List<Remark> remarks = problems.stream()
                .filter(problem -> problem.severity() == Severity.WARNING)
                .map(problem -> new Remark("", problem.message(), Remark.Weight.NOTE))
                .toList();
        return new ForeignText(text.get(), remarks);
    }
}
