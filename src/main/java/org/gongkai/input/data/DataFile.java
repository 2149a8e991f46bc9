package org.gongkai.input.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
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
