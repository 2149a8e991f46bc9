package org.gongkai.render;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.render.model.Page;
import org.gongkai.site.Item;
import org.gongkai.site.SiteFile;
import org.gongkai.site.link.Resource;

/**
 * What a feature adds to the files of entries, when the pages of all entries have been made. Safe for use by multiple
 * threads.
 */
public interface EntryPart {

    /** Returns whether it adds files to an entry. */
    boolean has(Item item);

    /**
     * Returns the files that it adds to an entry.
     *
     * @param resources the files that the page of the entry names
     */
    List<SiteFile> files(Item item, List<Resource> resources);

    /** Retains the cached results of the files of an entry, and returns the addresses that these files may have. */
    List<String> retain(Item item);

    /**
     * Returns pages that show something of what was added to entries.
     *
     * @param resources returns the files that the page of an entry names, in case what is added to it has not been made;
     *     empty if it shall not be made for such a page
     */
    List<Page> pages(Function<Item, Optional<List<Resource>>> resources);
}
