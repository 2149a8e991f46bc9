package org.gongkai.history.diff.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.history.diff.align.DiffBlock;
import org.jsoup.nodes.Element;

/**
 * Names the sections of a marked body in which something changed, by their uppermost headings, and the articles (第N条).
 */
public final class ChangedSections {

    private static final String INSERTED = "ins:not(.moved-sentence)";
    private static final String DELETED = "del:not(.moved-sentence)";

    private final List<ChangedPart> parts = new ArrayList<>();
    /** The heading of the current section or the number of the current article; empty before the first. */
    private String heading = "";

    private boolean article;
    /** Whether the heading is new, whether blocks were inserted, deleted and moved or divided. */
    private boolean fresh;

    /** Whether the article is gone. */
    private boolean gone;

    private boolean inserted;
    private boolean deleted;
    private boolean moved;

    private ChangedSections() {}

    /** @param body the newer body with its changes marked, without numbers of places */
    public static List<ChangedPart> of(Element body) {
        ChangedSections sections = new ChangedSections();
        List<DiffBlock> blocks = DiffBlock.blocks(body);
        int top = blocks.stream()
                .filter(DiffBlock::isHeading)
                .mapToInt(ChangedSections::level)
                .min()
                .orElse(0);
        boolean first = true;
        boolean gone = false;
        for (DiffBlock block : blocks) {
            Element element = block.element();
            first &= block.kind() == DiffBlock.Kind.TABLE && element.selectFirst("> caption") != null;
            boolean removed = element != null && element.hasClass("removed");
            gone &= removed;
            if (first) {
                sections.table(element);
            } else if (removed && SideBySide.isRemovedHeading(element)) {
                sections.parts.add(ChangedPart.section("删去", SideBySide.words(element, ".vh")));
                gone = true;
            } else if (block.isHeading() && level(block) == top) {
                sections.end(true);
                sections.heading = SideBySide.words(element, "del");
                sections.article = false;
                sections.fresh = element.hasClass("added");
                sections.look(List.of(element));
            } else if (!gone) {
                sections.article(element, top > 0);
                sections.look(element != null ? List.of(element) : elements(block));
            }
        }
        sections.end(top > 0);
        return sections.parts;
    }

    /** Begins an article if a block does. */
    private void article(Element block, boolean divided) {
        String number = block == null || !block.nameIs("p") ? "" : SideBySide.article(block);
        if (!number.isEmpty()) {
            end(divided);
            heading = number;
            article = true;
            fresh = block.hasClass("added");
            gone = block.hasClass("removed");
        }
    }

    private static List<Element> elements(DiffBlock block) {
        return block.content().stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static int level(DiffBlock heading) {
        return heading.element().normalName().charAt(1) - '0';
    }

    private void look(List<Element> elements) {
        for (Element element : elements) {
            inserted |= element.selectFirst(INSERTED) != null;
            deleted |= element.selectFirst(DELETED) != null;
            moved |= element.selectFirst(".change-note, .moved, .split") != null;
        }
    }

    /** Ends the current section. */
    private void end(boolean divided) {
        if (inserted || deleted || moved) {
            String what = fresh ? "增加" : inserted && deleted ? "修改" : inserted ? "补充" : deleted ? "删减" : "调整";
            if (article) {
                article(gone ? "删去" : what);
            } else {
                parts.add(
                        heading.isEmpty()
                                ? new ChangedPart(what, divided ? "开头部分" : "正文")
                                : ChangedPart.section(what, heading));
            }
        }
        gone = false;
        fresh = false;
        inserted = false;
        deleted = false;
        moved = false;
    }

    /** An article that was deleted and inserted again was rewritten. */
    private void article(String what) {
        boolean known = parts.removeIf(part -> part.name().equals(heading));
        parts.add(new ChangedPart(known ? "修改" : what, heading));
    }

    /** A table of the header, whose caption is the name of its field. */
    private void table(Element table) {
        Element caption = table.selectFirst("> caption");
        String name = SideBySide.words(caption, ".vh");
        boolean added = caption.selectFirst(INSERTED) != null;
        if (added || caption.selectFirst(DELETED) != null) {
            parts.add(new ChangedPart(added ? "增加" : "删去", name));
            return;
        }
        Set<String> columns = new LinkedHashSet<>();
        boolean more = false;
        boolean fewer = false;
        boolean replaced = false;
        List<String> headings = table.select("thead th").stream()
                .map(cell -> SideBySide.words(cell, "del"))
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
            parts.add(new ChangedPart(what, named ? name + "的" + String.join("、", columns) : name));
        }
    }
}
