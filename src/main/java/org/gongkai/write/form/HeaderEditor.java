package org.gongkai.write.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.Header;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.problem.Problem;

/**
 * Changes single fields in the header of an entry or in a file of settings. Everything else keeps its bytes: comments,
 * order, quotation marks, line terminators, the body. What was written is read again; an edit that does not read back
 * is refused.
 */
public record HeaderEditor(HeaderParser headers, YamlText yaml) {

    /** The extension of files of settings. */
    public static final String SETTINGS = "yml";

    public HeaderEditor(YamlReader reader) {
        this(new HeaderParser(reader), new YamlText(reader));
    }

    /**
     * The result of some edits.
     *
     * @param text the text with all edits that were possible
     * @param refusals the others
     */
    public record Edited(String text, List<Refusal> refusals) {}

    /**
     * An edit that was not made.
     *
     * @param field the first name of the field
     * @param reason the reason and what to do, as one sentence without a full stop
     */
    public record Refusal(String field, String reason) {}

    /**
     * Applies edits one after the other.
     *
     * @param ending the extension of the file in lower case
     * @param text its content, with any line terminators
     */
    public Edited edit(String ending, String text, List<FieldEdit> edits) {
        String edited = text;
        List<Refusal> refusals = new ArrayList<>();
        for (FieldEdit edit : edits) {
            Optional<String> after = edit(ending, edited, edit);
            if (after.isEmpty()) {
                refusals.add(new Refusal(edit.names().get(0), reason(ending, edited, edit)));
            }
            edited = after.orElse(edited);
        }
        return new Edited(edited, refusals);
    }

    /** Returns the text after an edit; empty if it cannot be made safely. */
    private Optional<String> edit(String ending, String text, FieldEdit edit) {
        Optional<Read> before = read(ending, text);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        List<Value.Field> found = before.get().concerned(edit);
        if (edit.value().isEmpty() && found.isEmpty()
                || !found.isEmpty()
                        && edit.value().equals(Optional.of(before.get().value(found.get(0), edit)))) {
            return Optional.of(text);
        }
        SourceText lines = SourceText.of(text);
        Optional<FormValue> writable =
                edit.value().flatMap(value -> before.get().writable(value));
        if (edit.value().isPresent() && writable.isEmpty()) {
            return Optional.empty();
        }
        FieldLines field = new FieldLines(before.get().header(), lines, yaml);
        boolean made = true;
        if (writable.isEmpty()) {
            for (int i = found.size() - 1; i >= 0; i--) {
                made &= field.remove(found.get(i));
            }
        } else if (found.isEmpty()) {
            made = field.add(edit, writable.get());
        } else {
            made = field.replace(found.get(0), writable.get());
        }
        String after = lines.text();
        return made && isSafe(before.get(), read(ending, after), edit, writable)
                ? Optional.of(after)
                : Optional.empty();
    }

    /** Returns true if the field has the value and nothing else has changed. */
    private static boolean isSafe(Read before, Optional<Read> after, FieldEdit edit, Optional<FormValue> value) {
        if (after.isEmpty()
                || !after.get().body().equals(before.body())
                || after.get().problems() > before.problems()) {
            return false;
        }
        List<Value.Field> concerned = after.get().concerned(edit);
        boolean right = value.isEmpty()
                ? concerned.isEmpty()
                : !concerned.isEmpty() && FormValue.of(concerned.get(0).value()).equals(value.get());
        return right && after.get().others(edit).equals(before.others(edit));
    }

    private String reason(String ending, String text, FieldEdit edit) {
        Optional<Read> read = read(ending, text);
        if (read.isEmpty()) {
            return "文件头读不出来，请先改正文件头里的错误";
        }
        boolean flat = read.get().header().form() != Header.Form.YAML;
        return flat
                        && edit.value()
                                .filter(value -> !(value instanceof FormValue.Words))
                                .isPresent()
                ? "这种文件头里只能写一段文字，写不了分组和表格；要写的话，请改用三条短横线的文件头"
                : "这个字段在文件头里的写法特别，不能自动改，请在文件里直接改";
    }

    private Optional<Read> read(String ending, String text) {
        int[] problems = new int[1];
        String plain = SourceText.plain(text);
        return header(ending, plain, problem -> problems[0]++)
                .map(header -> new Read(header, HeaderParser.markup(plain, ending, header.bodyLine()), problems[0]));
    }

    /** Parses the header of a file; of a file of settings that is all of it. */
    public Optional<Header> header(String ending, String text, Consumer<Problem> problems) {
        if (!ending.equals(SETTINGS)) {
            return headers.parse("", ending, text, problems);
        }
        String plain = SourceText.plain(text);
        boolean isBlank = plain.lines().allMatch(line -> line.isBlank() || line.startsWith("#"));
        return (isBlank
                        ? Optional.of(new Value.Fields(List.of(), 1, 1))
                        : headers.yaml().read("", plain, 1, problems))
                .filter(Value.Fields.class::isInstance)
                .map(all -> new Header(Header.Form.YAML, (Value.Fields) all, plain.split("\n", -1).length + 2));
    }

    /** A header, the body below it, and the number of problems in the header. */
    private record Read(Header header, String markup, int problems) {

        List<Value.Field> concerned(FieldEdit edit) {
            return header.fields().fields().stream()
                    .filter(field -> edit.concerns(field.key().text()))
                    .toList();
        }

        /** The other fields, without their positions. */
        List<Object> others(FieldEdit edit) {
            return header.fields().fields().stream()
                    .filter(field -> !edit.concerns(field.key().text()))
                    .<Object>map(field -> List.of(field.key().text(), FormValue.of(field.value())))
                    .toList();
        }

        /** The body; an AsciiDoc header is part of the markup and ends at the first blank line below its fields. */
        String body() {
            if (header.form() != Header.Form.ASCIIDOC) {
                return markup;
            }
            int last = header.fields().fields().stream()
                    .mapToInt(field -> field.key().line())
                    .max()
                    .orElse(1);
            int at = 0;
            for (int line = 1; line < last; line++) {
                at = markup.indexOf('\n', at) + 1;
            }
            int blank = markup.indexOf("\n\n", at);
            return blank < 0 ? "" : markup.substring(blank);
        }

        FormValue value(Value.Field field, FieldEdit edit) {
            FormValue value = FormValue.of(field.value());
            boolean list =
                    edit.value().filter(FormValue.Items.class::isInstance).isPresent();
            return list && isFlat() && field.value() instanceof Value.Text ? FieldNotation.list(value) : value;
        }

        /** The value as the syntax of the header can hold it; empty if it cannot. */
        Optional<FormValue> writable(FormValue value) {
            return isFlat() ? FlatText.of(value) : Optional.of(value);
        }

        private boolean isFlat() {
            return header.form() != Header.Form.YAML;
        }
    }

    /** Values in headers that have one line for each field: JBake's and AsciiDoc's. A list is written with commas. */
    private static final class FlatText {

        /** Returns a value as one line; empty if it cannot be written so. */
        static Optional<FormValue> of(FormValue value) {
            if (value instanceof FormValue.Items list) {
                boolean texts = list.items().stream().allMatch(FormValue.Words.class::isInstance);
                FormValue joined = FormValue.of(list.items().stream()
                        .map(item -> String.valueOf(item.json()))
                        .collect(Collectors.joining(", ")));
                return texts && FieldNotation.list(joined).equals(list) ? Optional.of(joined) : Optional.empty();
            }
            return Optional.of(value)
                    .filter(FormValue.Words.class::isInstance)
                    .filter(words -> !((FormValue.Words) words).text().contains("\n"));
        }
    }

    /**
     * A change of one field of a header.
     *
     * @param names the names under which the field may be in the header; a new one gets the first that fits the
     *     language of the header
     * @param value the new value; empty to remove the field
     * @param after the names of the fields below which a new one belongs, the nearest last; below all others, but above
     *     状态, if the header has none of them
     */
    public record FieldEdit(List<String> names, Optional<FormValue> value, List<String> after) {

        /** Creates a change that puts a new field below all others. */
        public FieldEdit(List<String> names, Optional<FormValue> value) {
            this(names, value, List.of());
        }

        public static FieldEdit set(CommonField field, FormValue value) {
            return new FieldEdit(field.names(), Optional.of(value));
        }

        public static FieldEdit set(CommonField field, String text) {
            return set(field, FormValue.of(text));
        }

        public static FieldEdit remove(CommonField field) {
            return new FieldEdit(field.names(), Optional.empty());
        }

        boolean concerns(String name) {
            return names.stream().anyMatch(name::equalsIgnoreCase);
        }
    }
}
