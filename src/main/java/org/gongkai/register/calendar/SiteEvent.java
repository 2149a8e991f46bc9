package org.gongkai.register.calendar;

import java.util.List;
import org.gongkai.site.Item;

/**
 * Something that takes place, as an entry says.
 *
 * @param item the entry
 * @param id unique in the site, and the same at each build
 * @param when its days or its time
 * @param summary its title
 * @param place its place; empty if it has none
 * @param categories such as the kind of meeting
 */
public record SiteEvent(
        Item item, String id, CalendarEvent.When when, String summary, String place, List<String> categories) {

    public SiteEvent {
        categories = List.copyOf(categories);
    }
}
