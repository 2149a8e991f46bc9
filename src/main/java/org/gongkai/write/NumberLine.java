package org.gongkai.write;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.EntryReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.Header;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.problem.Problem;

/**
 * Inserts an index number into a header, on a line below the title, followed by the entry's previous address as an
 * alias, so that links keep working. All other bytes are unchanged.
 */
public record NumberLine(HeaderParser headers, EntryReader reader) {

    /**
     * Inserts the lines.
     *
     * @param address the published address of the entry; empty if there is none
     * @return the new bytes; empty if a line cannot be inserted into the header safely
     */
    public Optional<byte[]> add(SourceFile file, byte[] bytes, String number, Optional<String> address) {
        Read before = read(file, bytes);
        if (before.entry().isEmpty() || !isUtf8(bytes)) {
            return Optional.empty();
        }
        Header header = headers.parse(file.path(), file.ending(), before.text(), problem -> {})
                .orElseThrow();
        Optional<Value.Text> title = header.fields().fields().stream()
                .map(Value.Field::key)
                .filter(key -> CommonField.named(key.text()).equals(Optional.of(CommonField.TITLE)))
                .findFirst();
        if (title.isEmpty()) {
            return Optional.empty();
        }
        byte[] after = bytes;
        if (address.isPresent()) {
            after = insert(
                    after, title.get().line(), line(header.form(), title.get(), CommonField.ALIASES, address.get()));
        }
        after = insert(after, title.get().line(), line(header.form(), title.get(), CommonField.NUMBER, number));
        Read then = read(file, after);
        boolean understood = then.entry()
                        .filter(entry -> entry.publication().number().equals(number)
                                && entry.publication()
                                        .aliases()
                                        .containsAll(address.stream().toList())
                                && entry.title().equals(before.entry().get().title()))
                        .isPresent()
                && then.problems().equals(before.problems());
        return understood ? Optional.of(after) : Optional.empty();
    }

    /** Formats a field in the form of the header, in the language of the name of the title field. */
    private static String line(Header.Form form, Value.Text title, CommonField field, String value) {
        boolean english = form != Header.Form.ASCIIDOC && title.text().chars().allMatch(c -> c < 128);
        String name = english ? field.names().get(1) : field.label();
        return switch (form) {
            case YAML -> " ".repeat(title.column() - 1) + name + ": " + value;
            case JBAKE -> name + "=" + value;
            case ASCIIDOC -> ":" + name + ": " + value;
        };
    }

    /** Inserts a line after another one, with the same line terminator. */
    private static byte[] insert(byte[] bytes, int after, String line) {
        int at = 0;
        int end = 0;
        for (int i = 0; i < after; i++) {
            at = end;
            while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
                at++;
            }
            end = Math.min(bytes.length, at + 1);
            if (at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n') {
                end++;
            }
        }
        byte[] lineEnd = at == end ? new byte[] {'\n'} : Arrays.copyOfRange(bytes, at, end);
        byte[] text = line.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + text.length + 2);
        out.write(bytes, 0, end);
        // A last line without a terminator gets one, and the new last line has none.
        out.writeBytes(at == end ? lineEnd : text);
        out.writeBytes(at == end ? text : lineEnd);
        out.write(bytes, end, bytes.length - end);
        return out.toByteArray();
    }

    private static boolean isUtf8(byte[] bytes) {
        return Arrays.equals(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), bytes);
    }

    /** The result of parsing a file. */
    private record Read(String text, Optional<Entry> entry, List<String> problems) {}

    private Read read(SourceFile file, byte[] bytes) {
        List<Problem> problems = new ArrayList<>();
        String text =
                new TextDecoder().decode(file.path(), bytes, problems::add).orElse("");
        Optional<Entry> entry = reader.read(file, text, problems::add);
        return new Read(
                text,
                entry,
                problems.stream()
                        .sorted()
                        .map(problem -> problem.code() + problem.message())
                        .toList());
    }
}
