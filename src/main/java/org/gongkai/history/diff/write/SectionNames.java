package org.gongkai.history.diff.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.history.diff.write.MarkedSection.Kind;
import org.jsoup.nodes.Element;

/**
 * Names the sections of a marked body in which something changed, by their uppermost headings, and the articles (第N条).
 */
public final class SectionNames {

    private static final String INSERTED = "ins";
    private static final String DELETED = "del";

    private SectionNames() {}

    /** @param body the newer body with its changes marked, without numbers of places */
    public static List<ChangedPart> of(Element body) {
        List<MarkedSection> sections = MarkedSection.of(body);
        boolean divided = sections.stream().anyMatch(section -> section.kind() == Kind.HEADED);
        List<ChangedPart> parts = new ArrayList<>();
        for (MarkedSection section : sections) {
            List<Element> elements = section.elements();
            if (section.kind() == Kind.OPENING) {
                elements.stream().takeWhile(SectionNames::isFactTable).forEach(element -> table(element)
                        .ifPresent(parts::add));
                elements =
                        elements.stream().dropWhile(SectionNames::isFactTable).toList();
            }
            String what = what(section.kind(), elements);
            if (!what.isEmpty()) {
                parts.add(
                        switch (section.kind()) {
                            case OPENING -> new ChangedPart(what, divided ? "开头部分" : "正文");
                            case ARTICLE -> new ChangedPart(what, section.name());
                            default -> ChangedPart.section(what, section.name());
                        });
            }
        }
        return parts;
    }

    private static String what(Kind kind, List<Element> elements) {
        boolean inserted = any(elements, INSERTED);
        boolean deleted = any(elements, DELETED);
        boolean isNamed = kind != Kind.OPENING;
        if (isNamed && elements.stream().allMatch(element -> element.hasClass("removed"))) {
            return "删去";
        }
        if (isNamed && MarkedSection.isAdded(elements.get(0))) {
            return "增加";
        }
        if (inserted || deleted) {
            return inserted && deleted ? "修改" : inserted ? "补充" : "删减";
        }
        return any(elements, ".change-note, .moved, .split") ? "调整" : "";
    }

    private static boolean any(List<Element> elements, String selector) {
        return elements.stream().anyMatch(element -> element.selectFirst(selector) != null);
    }

    /** Whether an element is a table of the header, whose caption is the name of its field. */
    private static boolean isFactTable(Element element) {
        return element.selectFirst("> caption, > table > caption") != null;
    }

    private static Optional<ChangedPart> table(Element element) {
        Element caption = element.selectFirst("> caption, > table > caption");
        Element table = caption.parent();
        String name = MarkedSection.words(caption, ".vh");
        boolean added = caption.selectFirst(INSERTED) != null;
        if (added || caption.selectFirst(DELETED) != null) {
            return Optional.of(new ChangedPart(added ? "增加" : "删去", name));
        }
        Set<String> columns = new LinkedHashSet<>();
        boolean more = false;
        boolean fewer = false;
        boolean replaced = false;
        List<String> headings = table.select("thead th").stream()
                .map(cell -> MarkedSection.words(cell, "del"))
                .toList();
        for (Element row : table.select("tr:has(ins), tr:has(del), tr.moved, tr.moved-away")) {
            if (row.hasClass("added")) {
                more = true;
            } else if (row.hasClass("removed")) {
                fewer = true;
            } else {
                replaced |= row.selectFirst(DELETED) != null;
                row.select("td:has(ins), td:has(del)")
                        .forEach(cell -> columns.add(
                                cell.elementSiblingIndex() < headings.size()
                                        ? headings.get(cell.elementSiblingIndex())
                                        : ""));
                replaced |= columns.isEmpty();
            }
        }
        boolean cells = !columns.isEmpty() && !columns.contains("") && !more && !fewer;
        if (more || fewer || replaced || !columns.isEmpty()) {
            String what = more && !fewer && !replaced
                    ? "补充"
                    : fewer && !more && !replaced ? "删减" : cells && !replaced ? "补记" : "更新";
            boolean named = cells && columns.size() <= 2 && !columns.contains(name);
            return Optional.of(new ChangedPart(what, named ? name + "的" + String.join("、", columns) : name));
        }
        return Optional.empty();
    }
}
