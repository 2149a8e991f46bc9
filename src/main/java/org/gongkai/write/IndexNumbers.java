package org.gongkai.write;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.entry.Entry;

/**
 * Finds free index numbers (索引号) such as {@code SLSW01/2025-00007}: the successor of the highest number of a year; gaps
 * are never filled.
 */
public final class IndexNumbers {

    private final String code;
    private final Pattern number;
    private final Map<Integer, Integer> highest = new TreeMap<>();

    /**
     * Collects the existing numbers.
     *
     * @param code the code of the branch; numbers with other codes are ignored
     * @param entries all entries, drafts included
     * @param unread the texts of entries that could not be parsed; numbers in them are taken as well
     * @param former the numbers of deleted entries, which are never reused
     */
    public IndexNumbers(String code, Collection<Entry> entries, Collection<String> unread, Collection<String> former) {
        this.code = code;
        String pattern = Pattern.quote(code) + "/(\\d{4})-(\\d{1,9})";
        this.number = Pattern.compile(pattern);
        entries.forEach(entry -> take(entry.publication().number()));
        former.forEach(this::take);
        Pattern line = Pattern.compile("(?m)^\\s*:?(?:jbake-)?(?:索引号|number)\\s*[:：=]\\s*[\"']?" + pattern);
        unread.forEach(text -> count(line.matcher(text)));
    }

    /** Returns the next number of a year. */
    public String next(int year) {
        return String.format(Locale.ROOT, "%s/%04d-%05d", code, year, highest.getOrDefault(year, 0) + 1);
    }

    /** A number is used now. */
    public void take(String used) {
        count(number.matcher(used));
    }

    private void count(Matcher found) {
        while (found.find()) {
            highest.merge(Integer.valueOf(found.group(1)), Integer.valueOf(found.group(2)), Math::max);
        }
    }
}
