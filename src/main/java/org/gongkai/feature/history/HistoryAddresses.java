package org.gongkai.feature.history;

import org.gongkai.history.versions.Versions;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.site.Item;
import org.gongkai.site.Site.Column;

/** Addresses of the list of all changes and of the pages of the history of an entry, from the root of the site. */
final class HistoryAddresses {

    private static final String FOLDER = "changes/";

    /** The first page of the list of all changes. */
    static final String CHANGES = FOLDER + "index.html";

    /** The feed of all changes. */
    static final String FEED = FOLDER + "feed.xml";

    private HistoryAddresses() {}

    /** Returns the address of the list of the changes of a column. */
    static String changes(Column column) {
        return FOLDER + column.slug() + "/index.html";
    }

    /** Returns whether an entry has pages of its history: more than one version, and a kind that shows them. */
    static boolean exist(Item item, Versions versions) {
        return versions.all().size() > 1 && item.entry().history() != Kind.History.NONE;
    }

    /** Returns the address of the list of versions. */
    static String list(Item item) {
        return item.folder() + "history/index.html";
    }

    /** Returns the address of the page of one version. */
    static String version(Item item, int number) {
        return item.folder() + "history/" + number + ".html";
    }

    /** Returns the address of the page of the differences between an entry and one that it replaces. */
    static String replaced(Item item, Item other) {
        String name = other.address().substring(0, other.address().length() - ".html".length());
        return item.folder() + "history/replaces-" + name.replace('/', '-') + ".html";
    }
}
