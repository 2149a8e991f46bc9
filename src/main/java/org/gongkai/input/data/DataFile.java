package org.gongkai.input.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/**
 * A data file of a site, with the consumer of its problems.
 *
 * @param path the path relative to the site's root
 * @param problems accepts every problem
 */
public record DataFile(String path, Consumer<Problem> problems) {

    /** Folder names in addresses: short, and not a reserved device name on Windows. */
    public static final Pattern SLUG =
            Pattern.compile("(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$)(?=.{1,80}$)[a-z0-9]++(?:-[a-z0-9]++)*+");

    public void error(Value at, String code, String message, String hint) {
        problems.accept(Problem.error(code, path, at, message, hint));
    }

    public void warning(Value at, String code, String message, String hint) {
        problems.accept(Problem.warning(code, path, at, message, hint));
    }

    /**
     * Returns what a function reads from a group; reports anything else.
     *
     * @param what what should be a group
     * @param example what the group may look like
     */
    public <T> Optional<T> group(
            String what, Optional<Value> value, String code, String example, Function<GroupReader, T> reader) {
        if (value.isPresent() && value.get() instanceof Value.Fields group) {
            return GroupReader.read(this, code, example, group, reader);
        }
        value.filter(it -> !(it instanceof Value.Text text && text.isBlank()))
                .ifPresent(it -> error(it, code, what + "应由“名称: 值”组成", example));
        return Optional.empty();
    }

    /**
     * Returns what a function reads from groups; reports anything else.
     *
     * @param what the list that they stand in
     * @param shorthand the only field of a group that is written as a text
     */
    public <T> List<T> groups(
            String what,
            List<Value> items,
            String code,
            String example,
            String shorthand,
            Function<GroupReader, T> reader) {
        return items.stream()
                .map(item -> item instanceof Value.Text text && !text.isBlank() ? text.named(shorthand) : item)
                .flatMap(item -> group(what + "的每一项", Optional.of(item), code, example, reader).stream())
                .toList();
    }

    /** Returns what a function reads from the groups of a file that is a list; reports anything else. */
    public <T> List<T> groups(Optional<Value> content, String code, String example, Function<GroupReader, T> reader) {
        return list(content, code, "这个文件应是一个列表", example).stream()
                .flatMap(item -> group("每一项", Optional.of(item), code, example, reader).stream())
                .toList();
    }

    /** Parses the file. */
    public Optional<Value> content(YamlReader yaml, Optional<String> text) {
        return text.flatMap(it -> yaml.read(path, it, 1, problems));
    }

    /** Parses a file that is a list; reports anything else, which is no list. */
    public List<Value> list(YamlReader yaml, String text, String code, String message, String hint) {
        return list(yaml.read(path, text, 1, problems), code, message, hint);
    }

    /** The items of a list; reports anything else, which is no list. */
    public List<Value> list(Optional<Value> content, String code, String message, String hint) {
        Value value = content.orElse(null);
        if (value != null && !(value instanceof Value.Items)) {
            error(value, code, message, hint);
        }
        return value instanceof Value.Items items ? items.items() : List.of();
    }

    /** Reports the fields of a group whose names are not allowed. */
    public void known(Value.Fields group, List<String> names) {
        for (Value.Field field : group.fields()) {
            String typed = field.key().text();
            if (!names.contains(typed.toLowerCase(Locale.ROOT))) {
                error(field.key(), "E103", "不认识的字段“" + typed + "”", Nearest.hint(typed, names));
            }
        }
    }
}
