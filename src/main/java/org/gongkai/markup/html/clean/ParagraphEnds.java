package org.gongkai.markup.html.clean;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Closes paragraphs where a browser closes them. A block element typed in running text ends the paragraph that it
 * stands in (HTML §13.2.6.4.7), so that the end tags of this paragraph and of the elements open in it would be stray.
 * Parts of tables that stand in no table are dropped.
 */
final class ParagraphEnds {
    private static final Set<String> TABLE_PARTS =
            Set.of("caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td");

    /** A paragraph outside one of these stays open whatever stands in them. */
    private static final Set<String> SCOPES = Set.of("table", "caption", "td", "th");

    private final List<HtmlEvent> out;
    private final Deque<Element> open = new ArrayDeque<>();

    private static final class Element {
        final String name;
        boolean isClosed;

        Element(String name) {
            this.name = name;
        }
    }

    private ParagraphEnds(int size) {
        this.out = new ArrayList<>(size + 8);
    }

    /** Returns the same well-nested HTML with each paragraph closed before the first block element in it. */
    static List<HtmlEvent> close(List<HtmlEvent> events) {
        ParagraphEnds ends = new ParagraphEnds(events.size());
        events.forEach(ends::add);
        return ends.out;
    }

    private void add(HtmlEvent event) {
        switch (event.kind()) {
            case TEXT -> out.add(event);
            case OPEN -> {
                if (TABLE_PARTS.contains(event.value()) && !isInTable(event.value())) {
                    drop(event);
                    return;
                }
                if (HtmlElements.BLOCKS.contains(event.value()) && !TABLE_PARTS.contains(event.value())) {
                    closeParagraph();
                }
                out.add(event);
                if (!HtmlElements.VOID.contains(event.value())) {
                    open.push(new Element(event.value()));
                }
            }
            case CLOSE -> {
                if (HtmlElements.VOID.contains(event.value()) || open.isEmpty() || !open.pop().isClosed) {
                    out.add(event);
                }
            }
        }
    }

    /** Drops a tag and its end tag, not what stands between them. */
    private void drop(HtmlEvent event) {
        if (!HtmlElements.VOID.contains(event.value())) {
            Element dropped = new Element(event.value());
            dropped.isClosed = true;
            open.push(dropped);
        }
    }

    private boolean isInTable(String part) {
        return part.equals("col")
                ? !open.isEmpty() && open.peek().name.equals("colgroup") && !open.peek().isClosed
                : open.stream().anyMatch(element -> element.name.equals("table") && !element.isClosed);
    }

    private void closeParagraph() {
        if (!isInParagraph()) {
            return;
        }
        for (Element element : open) {
            if (!element.isClosed) {
                element.isClosed = true;
                out.add(new HtmlEvent(HtmlEvent.Kind.CLOSE, element.name, List.of()));
            }
            if (element.name.equals("p")) {
                return;
            }
        }
    }

    private boolean isInParagraph() {
        for (Element element : open) {
            if (element.name.equals("p") || SCOPES.contains(element.name)) {
                return element.name.equals("p") && !element.isClosed;
            }
        }
        return false;
    }
}
