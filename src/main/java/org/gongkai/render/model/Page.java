package org.gongkai.render.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.site.Item;

/**
 * A planned page.
 *
 * @param address its address, from the root of the site
 * @param template name of its template
 * @param model returns its variables when it is rendered
 * @param listing how the site map lists it; empty if it does not
 */
public record Page(String address, String template, Supplier<Map<String, Object>> model, Optional<Listing> listing) {

    /**
     * How a site map lists a page.
     *
     * @param entries the entries with which it changes; empty if it may change with any
     */
    public record Listing(Optional<List<Item>> entries) {

        /** Returns the day of the last visible change; empty if there are no entries. */
        public static Optional<String> changed(List<Item> entries) {
            return entries.stream()
                    .map(item -> item.entry().dates().changed())
                    .max(LocalDate::compareTo)
                    .map(LocalDate::toString);
        }
    }

    /** A page that may change with any entry. */
    public Page(String address, String template, Supplier<Map<String, Object>> model) {
        this(address, template, model, Optional.of(new Listing(Optional.empty())));
    }

    /** A page that leads on, for an address that nothing has any more. */
    public static Page redirect(SiteModel model, String address, Model.Link target) {
        return new Page(address, "redirect.ftl", () -> {
                    Map<String, Object> variables =
                            model.base(model.page(address, "redirect", target.title(), List.of(), null));
                    variables.put("target", target);
                    return variables;
                })
                .unlisted();
    }

    /** This page as one that changes with some entries. */
    public Page of(List<Item> entries) {
        return new Page(address, template, model, Optional.of(new Listing(Optional.of(entries))));
    }

    /** This page as one that no site map lists. */
    public Page unlisted() {
        return new Page(address, template, model, Optional.empty());
    }
}
