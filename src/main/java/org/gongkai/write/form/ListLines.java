package org.gongkai.write.form;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.input.data.Value;

/** The lines of a list in which only the changed items are written anew. */
record ListLines(SourceText lines, YamlText yaml) {

    /** An item as written: the lines of comments above it, and its own. */
    private record OldItem(FormValue value, List<String> comments, List<String> own) {}

    /**
     * Returns the lines of a list from what follows the colon of its field; none if its items have no lines of
     * their own.
     *
     * @param key the name of the field
     * @param end the number of the line below the field
     */
    List<String> lines(Value.Items old, FormValue.Items list, Value.Text key, int end) {
        List<OldItem> items = items(old, key.line(), end);
        if (items.isEmpty() || list.items().isEmpty()) {
            return List.of();
        }
        String dash = dash(items.get(0).own().get(0));
        List<String> written = new ArrayList<>(List.of(""));
        int at = 0;
        for (int i = 0; i < list.items().size(); i++) {
            FormValue item = list.items().get(i);
            int same = indexOf(items, item, at);
            if (same >= 0) {
                written.addAll(items.get(same).comments());
                written.addAll(items.get(same).own());
                at = same + 1;
                continue;
            }
            List<String> fresh = List.of(dash + yaml.inList(item));
            // A changed item keeps the comments of the one that it replaces.
            FormValue next = at < items.size() ? items.get(at).value() : item;
            if (at < items.size()
                    && list.items().stream().skip(i + 1).noneMatch(it -> kept(next, it) > kept(next, item))) {
                written.addAll(items.get(at).comments());
                fresh = FieldLines.commented(fresh, items.get(at).own().stream(), dash.replaceFirst("-.*", ""));
                at++;
            }
            written.addAll(fresh);
        }
        return written;
    }

    /** How many members of an item another one has. */
    private static long kept(FormValue old, FormValue fresh) {
        return old.equals(fresh)
                ? Long.MAX_VALUE
                : old instanceof FormValue.Group one && fresh instanceof FormValue.Group other
                        ? one.members().entrySet().stream()
                                .filter(other.members().entrySet()::contains)
                                .count()
                        : 0;
    }

    private static int indexOf(List<OldItem> items, FormValue value, int from) {
        for (int i = from; i < items.size(); i++) {
            if (items.get(i).value().equals(value)) {
                return i;
            }
        }
        return -1;
    }

    /** The items of a list that has each of them on lines of its own; empty if it has not. */
    private List<OldItem> items(Value.Items list, int keyLine, int end) {
        List<OldItem> items = new ArrayList<>();
        int from = keyLine + 1;
        for (int i = 0; i < list.items().size(); i++) {
            int start = list.items().get(i).line();
            if (start < from || start >= end || !lines.line(start).strip().startsWith("- ")) {
                return List.of();
            }
            int next = i + 1 < list.items().size() ? list.items().get(i + 1).line() : end;
            int below = next;
            while (below > start + 1 && below <= end && isBeside(lines.line(below - 1))) {
                below--;
            }
            items.add(new OldItem(
                    FormValue.of(list.items().get(i)), lines.range(from, start), lines.range(start, below)));
            from = below;
        }
        return items;
    }

    private static boolean isBeside(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }

    /** The blanks, the dash and the blanks in front of an item. */
    private static String dash(String line) {
        return line.replaceFirst("(- *).*", "$1");
    }
}
