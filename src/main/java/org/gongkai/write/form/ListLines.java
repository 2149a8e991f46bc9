package org.gongkai.write.form;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.input.data.Value;

/** The lines of a list in which only the changed items are written anew. */
record ListLines(SourceText lines, YamlText yaml) {

    /** An item as written: the lines of comments above it, and its own. */
    private record OldItem(FormValue value, List<String> comments, List<String> own) {}

    /**
     * Returns the lines of a list from what follows the colon of its field.
     *
     * @param key the name of the field
     * @param end the number of the line below the field
     */
    List<String> lines(Value.Items old, FormValue.Items list, Value.Text key, int end) {
        String indent = " ".repeat(key.column() - 1);
        List<OldItem> items = items(old, key.line(), end);
        List<String> fresh = yaml.lines(list, indent);
        if (items.isEmpty() || list.items().isEmpty()) {
            return fresh;
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
            // A changed item keeps the comments of the one that it replaces.
            if (at < items.size()
                    && !list.items()
                            .subList(i, list.items().size())
                            .contains(items.get(at).value())) {
                written.addAll(items.get(at).comments());
                at++;
            }
            written.add(dash + yaml.inList(item));
        }
        return written;
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
            items.add(new OldItem(FormValue.of(list.items().get(i)), range(from, start), range(start, below)));
            from = below;
        }
        return items;
    }

    private static boolean isBeside(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }

    private List<String> range(int from, int to) {
        List<String> range = new ArrayList<>();
        for (int i = from; i < to; i++) {
            range.add(lines.line(i));
        }
        return range;
    }

    /** The blanks, the dash and the blanks in front of an item. */
    private static String dash(String line) {
        int at = line.indexOf('-') + 1;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return line.substring(0, at);
    }
}
