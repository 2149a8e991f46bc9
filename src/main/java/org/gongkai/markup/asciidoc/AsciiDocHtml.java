package org.gongkai.markup.asciidoc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.markup.html.clean.HtmlElements;
import org.gongkai.markup.html.clean.HtmlEvent;

/** Adapts Asciidoctor's sanitized HTML to that of the other converters: no layout tables, no English. */
final class AsciiDocHtml {
    private static final Set<String> LAYOUT = Set.of("table", "tbody", "tr", "td");

    private static final Pattern NUMBER = Pattern.compile("^(表|图) (\\d+)\\. ");

    private AsciiDocHtml() {}

    static List<HtmlEvent> tidy(List<HtmlEvent> events) {
        List<HtmlEvent> tidied = new ArrayList<>(events.size());
        Deque<Boolean> dropped = new ArrayDeque<>();
        Deque<Integer> admonitions = new ArrayDeque<>();
        boolean isTitle = false;
        for (HtmlEvent event : events) {
            switch (event.kind()) {
                case TEXT -> tidied.add(isTitle ? numbered(event) : event);
                case OPEN -> {
                    if (HtmlElements.VOID.contains(event.value())) {
                        tidied.add(event);
                        continue;
                    }
                    boolean inLayout = !admonitions.isEmpty()
                            && LAYOUT.contains(event.value())
                            && (event.attributes().isEmpty() || event.hasClass("icon") || event.hasClass("content"))
                            && admonitions.peek() + layoutDepth(dropped, admonitions.peek()) == dropped.size();
                    dropped.push(inLayout);
                    if (event.hasClass("admonitionblock")) {
                        admonitions.push(dropped.size());
                    }
                    if (!inLayout) {
                        tidied.add(translated(event));
                    }
                }
                case CLOSE -> {
                    if (dropped.isEmpty()) {
                        continue;
                    }
                    if (!admonitions.isEmpty() && admonitions.peek() == dropped.size()) {
                        admonitions.pop();
                    }
                    if (!dropped.pop()) {
                        tidied.add(event);
                    }
                }
            }
            isTitle = event.kind() == HtmlEvent.Kind.OPEN && event.hasClass("title");
        }
        return tidied;
    }

    /** Number of dropped elements within the admonition. */
    private static int layoutDepth(Deque<Boolean> dropped, int from) {
        int left = 0;
        int depth = dropped.size();
        for (boolean isLeftOut : dropped) {
            if (depth-- <= from) {
                break;
            }
            left += isLeftOut ? 1 : 0;
        }
        return left;
    }

    /** Sets the number of a table or figure apart as official papers do: {@code 表1　人数} for {@code 表 1. 人数}. */
    private static HtmlEvent numbered(HtmlEvent event) {
        return new HtmlEvent(event.kind(), NUMBER.matcher(event.value()).replaceFirst("$1$2　"), event.attributes());
    }

    private static HtmlEvent translated(HtmlEvent event) {
        if (!event.attribute("title").equals("View footnote.")) {
            return event;
        }
        List<String> attributes = new ArrayList<>(event.attributes());
        attributes.set(attributes.indexOf("View footnote."), "查看脚注");
        return new HtmlEvent(event.kind(), event.value(), attributes);
    }
}
