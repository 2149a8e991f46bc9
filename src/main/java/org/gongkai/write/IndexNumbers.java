package org.gongkai.write;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.entry.Entry;

/** Gives index numbers (索引号), {@code SLSW01/2025-00007}: the one after the highest that a year has, never one in a gap. */
public final class IndexNumbers {

    private final String code;
    private final Pattern number;
    private final Map<Integer, Integer> highest = new TreeMap<>();

    /**
     * Counts the numbers that there are.
     *
     * @param code code of the branch; numbers of others are not counted
     * @param entries every entry, drafts among them
     * @param unread texts of entries that could not be read: a number in one of them is taken, too
     * @param former numbers of entries that are gone: none is given twice
     */
    public IndexNumbers(String code, Collection<Entry> entries, Collection<String> unread, Collection<String> former) {
        this.code = code;
        String pattern = Pattern.quote(code) + "/(\\d{4})-(\\d{1,9})";
        this.number = Pattern.compile(pattern);
        entries.forEach(entry -> count(number.matcher(entry.publication().number())));
        former.forEach(past -> count(number.matcher(past)));
        Pattern line = Pattern.compile("(?m)^\\s*:?(?:jbake-)?(?:索引号|number)\\s*[:：=]\\s*[\"']?" + pattern);
        unread.forEach(text -> count(line.matcher(text)));
    }

    /** The next number of a year; it counts as given. */
    public String next(int year) {
        int serial = highest.merge(year, 1, Integer::sum);
        return String.format(Locale.ROOT, "%s/%04d-%05d", code, year, serial);
    }

    private void count(Matcher found) {
        while (found.find()) {
            highest.merge(Integer.valueOf(found.group(1)), Integer.valueOf(found.group(2)), Math::max);
        }
    }
}
