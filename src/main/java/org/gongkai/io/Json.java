package org.gongkai.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads and writes JSON texts. Written values are maps, whose order is kept, records, which are objects of their
 * components, collections, strings, days, times, paths, enums, numbers, booleans and {@link Optional}s of these; an
 * empty one is {@code null}. Decimal numbers are written without an exponent. The same value always has the same text.
 */
public final class Json {

    /** Limits for texts that somebody may have changed: the deepest text of this program has four levels. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(16)
            .maxStringLength(1 << 28)
            .build();

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(LIMITS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build()
            .setCharacterEscapes(new ScriptSafeEscapes());

    private Json() {}

    /** An object: names, each with its value, in this order. */
    public static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    /** A value on one line without any blanks. The text may also stand inside a script element of HTML. */
    public static String of(Object value) {
        return write(value, new MinimalPrettyPrinter());
    }

    /** The same with a blank after each colon and comma. */
    public static String spaced(Object value) {
        DefaultPrettyPrinter layout = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Spacing.AFTER)
                .withObjectEntrySpacing(Spacing.AFTER)
                .withArrayValueSpacing(Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        layout.indentArraysWith(DefaultPrettyPrinter.NopIndenter.instance);
        layout.indentObjectsWith(DefaultPrettyPrinter.NopIndenter.instance);
        return write(value, layout);
    }

    /** The same with one line for each member, except in lists without maps and lists, which stay on one line. */
    public static String indented(Object value) {
        return indented(value, "\n");
    }

    private static String indented(Object value, String newline) {
        String inner = newline + "  ";
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return map.entrySet().stream()
                    .map(field -> inner + of(field.getKey()) + ": " + indented(field.getValue(), inner))
                    .collect(Collectors.joining(",", "{", newline + "}"));
        }
        if (value instanceof Collection<?> list
                && list.stream().anyMatch(item -> item instanceof Map || item instanceof Collection)) {
            return list.stream()
                    .map(item -> inner + indented(item, inner))
                    .collect(Collectors.joining(",", "[", newline + "]"));
        }
        return spaced(value);
    }

    private static String write(Object value, PrettyPrinter layout) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            write(value, out.setPrettyPrinter(layout));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    private static void write(Object value, JsonGenerator out) throws IOException {
        if (value instanceof Map<?, ?> fields) {
            out.writeStartObject();
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                out.writeFieldName(String.valueOf(field.getKey()));
                write(field.getValue(), out);
            }
            out.writeEndObject();
        } else if (value instanceof Record record) {
            write(JsonObject.fields(record), out);
        } else if (value instanceof Collection<?> items) {
            out.writeStartArray();
            for (Object item : items) {
                write(item, out);
            }
            out.writeEndArray();
        } else if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                write(optional.get(), out);
            } else {
                out.writeNull();
            }
        } else if (value instanceof BigDecimal decimal) {
            out.writeNumber(decimal.toPlainString());
        } else if (value instanceof Number number) {
            out.writeNumber(number.toString());
        } else if (value instanceof Boolean bool) {
            out.writeBoolean(bool);
        } else if (value instanceof Temporal || value instanceof Path) {
            out.writeString(value.toString());
        } else if (value instanceof Enum<?> constant) {
            out.writeString(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        } else {
            out.writeString((String) value);
        }
    }

    /**
     * Reads a text that holds one object.
     *
     * @return empty if the text holds anything else, is no JSON, gives a name twice, or exceeds the limits of nesting
     *     and length
     */
    public static Optional<JsonObject> object(String text) {
        return read(text) instanceof Map<?, ?> fields ? Optional.of(new JsonObject(fields)) : Optional.empty();
    }

    /** Reads a text that holds one list of objects; empty in the same cases as {@link #object}. */
    public static Optional<List<JsonObject>> objects(String text) {
        return read(text) instanceof List<?> items && items.stream().allMatch(Map.class::isInstance)
                ? Optional.of(items.stream()
                        .map(item -> new JsonObject((Map<?, ?>) item))
                        .toList())
                : Optional.empty();
    }

    /** Reads a text that holds any one value; empty in the same cases as {@link #object}, and of {@code null}. */
    public static Optional<Object> value(String text) {
        return Optional.ofNullable(read(text));
    }

    private static Object read(String text) {
        try (JsonParser in = FACTORY.createParser(text)) {
            Object value = in.nextToken() == null ? null : value(in);
            return in.nextToken() == null ? value : null;
        } catch (IOException e) {
            return null; // The parser reads from memory, so it is the text that is at fault.
        }
    }

    /** The value that begins at the current token. The parser limits the nesting and so the recursion. */
    private static Object value(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String name = in.currentName();
                    in.nextToken();
                    fields.put(name, value(in));
                }
                yield fields;
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(in));
                }
                yield items;
            }
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT -> in.getNumberValue();
            case VALUE_NUMBER_FLOAT -> in.getDecimalValue();
            case VALUE_TRUE, VALUE_FALSE -> in.getBooleanValue();
            default -> null;
        };
    }

    /**
     * Escapes control characters and what would end a script element or a line of script, each as four hexadecimal
     * digits.
     */
    private static final class ScriptSafeEscapes extends CharacterEscapes {
        private final int[] ascii = standardAsciiEscapesForJSON();

        ScriptSafeEscapes() {
            Arrays.fill(ascii, 0, ' ', ESCAPE_CUSTOM);
            ascii['<'] = ESCAPE_CUSTOM;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii;
        }

        @Override
        public SerializableString getEscapeSequence(int c) {
            return c < ' ' || c == '<' || c == '\u2028' || c == '\u2029'
                    ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", c))
                    : null;
        }
    }
}
