package org.gongkai.markup.html.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.markup.LinkResolver;
import org.owasp.html.ElementPolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;
import org.owasp.html.PolicyFactory;

/**
 * The allow-list for HTML from outside the program. What it permits can show text and link, nothing
 * else. The output of our own writers passes unchanged.
 */
public final class Sanitizer {
    /** Attribute that carries addresses through the library unchanged, for {@link LinkResolver}. */
    public static final String ADDRESS = "data-address";

    private static final Set<String> ROLES = Set.of("region", "group", "doc-endnotes", "note");
    private static final PolicyFactory POLICY = policy();

    private Sanitizer() {}

    /** Sanitizes HTML; the result is well nested, and {@code dropped} records what was removed. */
    public static List<HtmlEvent> clean(String html, DroppedHtml dropped) {
        return pass(HtmlFilter.filter(html, dropped), dropped);
    }

    /** Sanitizes HTML that was typed as a whole. */
    public static List<HtmlEvent> cleanTyped(String html, DroppedHtml dropped) {
        return pass(HtmlFilter.filterTyped(html, dropped), dropped);
    }

    private static List<HtmlEvent> pass(String filtered, DroppedHtml dropped) {
        List<HtmlEvent> events = new ArrayList<>();
        HtmlSanitizer.sanitize(filtered, POLICY.apply(new Collector(events), dropped, null), AddressRenamer::new);
        return ParagraphEnds.close(events);
    }

    private static PolicyFactory policy() {
        return new HtmlPolicyBuilder()
                .allowElements(HtmlElements.ALLOWED.toArray(String[]::new))
                .allowElements(checkbox(), "input")
                .allowWithoutAttributes("a", "span")
                .allowAttributes("id")
                .matching((element, name, value) -> isId(value) ? value : null)
                .globally()
                .allowAttributes("class")
                .matching((element, name, value) -> HtmlAttributes.isAllowed("class", value) ? value : null)
                .globally()
                .allowAttributes("lang")
                .matching((element, name, value) -> HtmlAttributes.isAllowed("lang", value) ? value : null)
                .globally()
                .allowAttributes("title", "aria-label")
                .globally()
                .allowAttributes("dir")
                .matching(false, "ltr", "rtl", "auto")
                .globally()
                .allowAttributes("role")
                .matching(false, ROLES)
                .onElements("div", "section", "aside")
                .allowAttributes("tabindex")
                .matching(false, "0")
                .onElements("div")
                .allowAttributes(ADDRESS)
                .onElements("a", "img")
                .allowAttributes("alt")
                .onElements("img")
                .allowAttributes("loading")
                .matching(false, "lazy")
                .onElements("img")
                .allowAttributes("width", "height")
                .matching((element, name, value) -> HtmlAttributes.isAllowed(name, value) ? value : null)
                .onElements("img")
                .allowAttributes("colspan", "rowspan")
                .matching((element, name, value) -> HtmlAttributes.isAllowed(name, value) ? value : null)
                .onElements("td", "th")
                .allowAttributes("scope")
                .matching(false, "col", "row", "colgroup", "rowgroup")
                .onElements("th")
                .allowAttributes("start")
                .matching((element, name, value) -> HtmlAttributes.isAllowed(name, value) ? value : null)
                .onElements("ol")
                .allowAttributes("type")
                .matching(false, "1", "a", "A", "i", "I")
                .onElements("ol")
                .allowAttributes("reversed")
                .onElements("ol")
                .allowAttributes("datetime")
                .onElements("time")
                .allowAttributes("type", "checked", "disabled")
                .onElements("input")
                .toFactory();
    }

    /** Any id without white space is allowed; it is escaped where it is written. */
    private static boolean isId(String value) {
        return !value.isEmpty() && value.length() <= 200 && value.chars().noneMatch(Character::isWhitespace);
    }

    /** Permits only the disabled check boxes of task lists. */
    private static ElementPolicy checkbox() {
        return (name, attributes) -> {
            int type = attributes.indexOf("type");
            boolean isBox = type >= 0 && type % 2 == 0 && "checkbox".equalsIgnoreCase(attributes.get(type + 1));
            if (!isBox) {
                return null;
            }
            if (!attributes.contains("disabled")) {
                attributes.add("disabled");
                attributes.add("disabled");
            }
            return name;
        };
    }

    /** Renames attributes with addresses to {@link #ADDRESS}. */
    private static final class AddressRenamer extends HtmlStreamEventReceiverWrapper {
        AddressRenamer(HtmlStreamEventReceiver sink) {
            super(sink);
        }

        @Override
        public void openTag(String element, List<String> given) {
            // The library gives a linked list.
            List<String> attributes = new ArrayList<>(given);
            List<String> renamed = new ArrayList<>(attributes.size());
            String address = element.equals("a") ? "href" : element.equals("img") ? "src" : "";
            // Old HTML names anchors so.
            boolean isNamed = element.equals("a") && !attributes.contains("id");
            for (int i = 0; i + 1 < attributes.size(); i += 2) {
                String name = attributes.get(i);
                if (!name.equals(ADDRESS)) {
                    renamed.add(name.equals(address) ? ADDRESS : isNamed && name.equals("name") ? "id" : name);
                    renamed.add(attributes.get(i + 1));
                }
            }
            underlying.openTag(element, renamed);
        }
    }

    /** Collects the sanitized HTML. */
    private record Collector(List<HtmlEvent> events) implements HtmlStreamEventReceiver {
        @Override
        public void openDocument() {}

        @Override
        public void closeDocument() {}

        @Override
        public void openTag(String element, List<String> attributes) {
            events.add(new HtmlEvent(HtmlEvent.Kind.OPEN, element, attributes));
        }

        @Override
        public void closeTag(String element) {
            events.add(new HtmlEvent(HtmlEvent.Kind.CLOSE, element, List.of()));
        }

        @Override
        public void text(String text) {
            events.add(new HtmlEvent(HtmlEvent.Kind.TEXT, text, List.of()));
        }
    }
}
