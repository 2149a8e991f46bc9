package org.gongkai.cli.sites;

import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.cli.option.WrongUsage;

/**
 * A part of a list, so that several processes or machines can each do theirs.
 *
 * @param number which part, from 1
 * @param count how many parts there are
 */
public record Shard(int number, int count) {

    /**
     * Reads a part, such as {@code 2/8}.
     *
     * @throws WrongUsage if it is none
     */
    public static Shard parse(String typed) {
        if (typed.matches("[1-9][0-9]{0,5}/[1-9][0-9]{0,5}")) {
            int number = Integer.parseInt(typed.replaceFirst("/.*", ""));
            int count = Integer.parseInt(typed.replaceFirst(".*/", ""));
            if (number <= count) {
                return new Shard(number, count);
            }
        }
        throw new WrongUsage("--shard 写成 2/8 这样，8份里的第2份；不能是“" + typed + "”");
    }

    /** Returns the items of this part; all parts together have each item once. */
    public <T> List<T> of(List<T> items) {
        return IntStream.range(0, items.size())
                .filter(at -> at % count == number - 1)
                .mapToObj(items::get)
                .toList();
    }
}
