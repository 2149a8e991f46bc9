package org.gongkai.publish.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.site.Item;

/**
 * An entry in an archive.
 *
 * @param number its number (件号), from 1
 * @param item the entry and the address of its page in the site
 */
record FiledEntry(int number, Item item) {

    private static final Comparator<Item> ORDER = Comparator.comparing(
                    (Item item) -> Kind.Filing.years(item.entry().retention()), Comparator.reverseOrder())
            .thenComparing(item -> date(item.entry()))
            .thenComparing(item -> item.entry().publication().number())
            .thenComparing(item -> item.entry().path());

    /** Numbers the entries of a year: those kept longest first, then by date, index number and path. */
    static List<FiledEntry> of(int year, List<Item> items) {
        List<Item> sorted = items.stream()
                .filter(item -> item.entry().years().contains(year))
                .sorted(ORDER)
                .toList();
        List<FiledEntry> filed = new ArrayList<>();
        for (Item item : sorted) {
            filed.add(new FiledEntry(filed.size() + 1, item));
        }
        return List.copyOf(filed);
    }

    Entry entry() {
        return item.entry();
    }

    /** Its folder, ending in {@code /}; ASCII as the address of its page. */
    String folder() {
        String address = item.address();
        String slug = address.substring(address.lastIndexOf('/') + 1, address.length() - ".html".length());
        return String.format(Locale.ROOT, "%04d-%s/", number, slug);
    }

    String page() {
        return folder() + "page.html";
    }

    String source() {
        return folder() + "source." + entry().file().ending();
    }

    /** The place of a file that the entry names. */
    String attachment(String address) {
        return folder() + "attachments/" + address.substring(item.folder().length());
    }

    /** The place of a file of the site that the page needs. */
    String style(String address) {
        return folder() + "styles/" + address;
    }

    /** Returns true if a file of the site belongs to the entry; the pages of its history do not. */
    boolean owns(String address) {
        String folder = item.folder();
        return address.startsWith(folder) && address.indexOf('/', folder.length()) < 0;
    }

    /** The day on which it was signed, otherwise that of its publication. */
    LocalDate date() {
        return date(entry());
    }

    private static LocalDate date(Entry entry) {
        return entry.dates().signed().orElse(entry.dates().published().toLocalDate());
    }
}
