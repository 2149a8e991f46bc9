package org.gongkai.input.data;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/**
 * A data file of a site, of which mistakes are told.
 *
 * @param path where it stands, from the site's root
 * @param problems told of every mistake
 */
public record DataFile(String path, Consumer<Problem> problems) {

    /** The names of folders in addresses: not too long for a disk, and none that Windows takes for a device. */
    public static final Pattern SLUG =
            Pattern.compile("(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$)(?=.{1,80}$)[a-z0-9]++(?:-[a-z0-9]++)*+");

    public void error(Value at, String code, String message, String hint) {
        problems.accept(Problem.error(code, path, at.line(), at.column(), message, hint));
    }

    /** Tells which fields of a group are none of the names. */
    public void known(Value.Fields group, List<String> names) {
        for (Value.Field field : group.fields()) {
            String typed = field.key().text();
            if (!names.contains(typed.toLowerCase(Locale.ROOT))) {
                error(field.key(), "E103", "不认识的字段“" + typed + "”", Nearest.hint(typed, names));
            }
        }
    }
}
