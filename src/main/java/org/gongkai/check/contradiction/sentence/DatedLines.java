package org.gongkai.check.contradiction.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;

/** Lines that each begin with a day or a span, or have one in parentheses behind the name of a stage, as rows. */
public final class DatedLines {

    /** The names of the two columns of such rows. */
    public static final List<String> COLUMNS = List.of("日期", "事项");

    private static final String DAYS = "((?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日(?:[至到—-](?:[0-9]{1,2}月)?[0-9]{1,2}日)?)";
    private static final Pattern ITEM =
            Pattern.compile("\\s*(?:[0-9]{1,2}[.、)]\\s*|[-*+]\\s+|\\([一二三四五六七八九十]+\\)|[一二三四五六七八九十]+、)" + DAYS
                    + "(?:\\([^)]*\\))?(?![前后])(.*)");
    private static final Pattern STAGE = Pattern.compile(
            "\\s*(?:#+ *)?(?:[0-9]{1,2}[.、)]\\s*|\\([一二三四五六七八九十]+\\)|[一二三四五六七八九十]+、|第[一二三四五六]阶段:?)?([^0-9,。;(]{2,16})\\("
                    + DAYS + "\\).{0,80}");

    private DatedLines() {}

    /**
     * Returns the rows of each list of them, and those of the stages of a text.
     *
     * @param lines the text in half-width characters
     */
    public static List<List<List<Value.Text>>> read(List<Prose> lines) {
        List<List<List<Value.Text>>> lists = new ArrayList<>();
        List<List<Value.Text>> items = new ArrayList<>();
        List<List<Value.Text>> stages = new ArrayList<>();
        for (Prose line : lines) {
            String text = line.text().replace("**", "");
            boolean hasDay = text.indexOf('日') > 0;
            Matcher item = ITEM.matcher(text);
            Matcher stage = STAGE.matcher(text);
            if (hasDay && item.matches()) {
                items.add(row(line, item.group(1), item.group(2)));
            } else if (!text.isBlank()) {
                lists.add(List.copyOf(items));
                items.clear();
                if (hasDay && stage.matches()) {
                    stages.add(row(line, stage.group(2), stage.group(1)));
                }
            }
        }
        return Stream.concat(lists.stream(), Stream.of(items, stages))
                .filter(list -> !list.isEmpty())
                .toList();
    }

    private static List<Value.Text> row(Prose line, String days, String about) {
        return Stream.of(days, about)
                .map(it -> new Value.Text(
                        it, line.line(), 1 + Math.max(0, line.text().indexOf(days))))
                .toList();
    }
}
