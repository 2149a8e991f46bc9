package org.gongkai.diff;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.diff.Unit.Kind;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Blocks that are wholly new or wholly gone, and the words of those that stayed. */
final class WholeBlocks {
    private final Tally tally;

    WholeBlocks(Tally tally) {
        this.tally = tally;
    }

    /** Whether a reader sees this run marked, moved sentences not counted. */
    static boolean isChange(Run run) {
        return (run.kind() == Run.Kind.DELETED || run.kind() == Run.Kind.INSERTED) && run.isSeen();
    }

    /** Writes the words of blocks of the newer version in their place; the nodes that now are the last of them. */
    List<Node> write(List<Unit> units, List<Run> runs, boolean speaks) {
        count(runs);
        LeafWriter.Written written = LeafWriter.write(runs, speaks);
        tally.links += written.links();
        List<Node> nodes = List.of();
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            if (i > 0) {
                written.parts().get(i).prependChild(Marks.note("另起一段"));
                unit.element().addClass("split");
            }
            nodes = List.copyOf(written.parts().get(i).childNodes());
            if (nodes.isEmpty()) {
                nodes = unit.content();
                continue;
            }
            replace(unit, nodes);
        }
        return nodes;
    }

    private static void replace(Unit unit, List<Node> nodes) {
        if (unit.element() != null) {
            unit.element().empty();
            unit.element().appendChildren(nodes);
            return;
        }
        Element parent = (Element) unit.content().get(0).parent();
        List<Node> all = new ArrayList<>(parent.childNodes());
        int from = unit.content().get(0).siblingIndex();
        List<Node> old = all.subList(from, from + unit.content().size());
        old.clear();
        old.addAll(nodes);
        parent.empty();
        parent.appendChildren(all);
    }

    /** Marks a block of the newer version as new; the nodes that are it now. */
    List<Node> added(Unit unit) {
        return added(unit, true, true);
    }

    private List<Node> added(Unit unit, boolean named, boolean speaks) {
        if (unit.isLeaf()) {
            List<Token> tokens = unit.tokens();
            if (tokens.stream().noneMatch(Token::isSeen)) {
                return unit.content();
            }
            if (named && unit.element() != null) {
                unit.element().addClass("added");
            }
            return write(List.of(unit), List.of(new Run(Run.Kind.INSERTED, tokens, List.of())), speaks);
        }
        if (unit.kind() == Kind.TABLE) {
            for (Element child : unit.element().children()) {
                if (child.nameIs("caption")) {
                    addedWithin(child, true);
                }
            }
            Rows.of(unit.element()).forEach(this::addedRow);
        } else {
            unit.element().children().forEach(this::addedItem);
        }
        return List.of(unit.last());
    }

    void addedItem(Element item) {
        item.addClass("added");
        addedWithin(item, true);
    }

    void addedRow(Element row) {
        row.addClass("added");
        boolean speaks = true;
        for (Element cell : row.children()) {
            addedWithin(cell, speaks);
            speaks &= Plain.text(List.of(cell)).isEmpty();
        }
    }

    void addedWithin(Element container, boolean speaks) {
        for (Unit unit : Units.of(container)) {
            added(unit, false, speaks);
        }
    }

    /** A block of the older version as it is shown in the newer one, or null if nothing of it is seen. */
    Element removed(Unit unit) {
        if (unit.text().isEmpty()) {
            return null;
        }
        if (unit.isLeaf()) {
            List<Node> words = gone(unit, true);
            if (words.isEmpty()) {
                return null;
            }
            Element block = new Element(unit.kind() == Kind.CODE ? "pre" : "p").addClass("removed");
            Element holder = unit.isHeading() ? new Element("strong") : block;
            holder.appendChildren(words);
            return holder == block ? block : block.appendChild(holder);
        }
        return unit.kind() == Kind.TABLE ? removedTable(unit) : removedList(unit.element());
    }

    private Element removedList(Element list) {
        Element copy = bare(list);
        list.children().forEach(item -> copy.appendChild(removedMember(item, true)));
        return copy;
    }

    private Element removedTable(Unit unit) {
        Element copy = bare(unit.element());
        for (Element child : unit.element().children()) {
            if (child.nameIs("tr")) {
                copy.appendChild(removedRow(child));
            } else if (child.nameIs("caption")) {
                copy.appendChild(removedMember(child, true).removeClass("removed"));
            } else {
                Element section = copy.appendElement(child.normalName());
                child.children().forEach(row -> section.appendChild(row.nameIs("tr") ? removedRow(row) : bare(row)));
            }
        }
        return unit.first() instanceof Element box && box.hasClass("table-wrap")
                ? bare(box).appendChild(copy)
                : copy;
    }

    Element removedRow(Element row) {
        Element copy = bare(row).addClass("removed");
        boolean speaks = true;
        for (Element cell : row.children()) {
            copy.appendChild(removedMember(cell, speaks).removeClass("removed"));
            speaks &= Plain.text(List.of(cell)).isEmpty();
        }
        return copy;
    }

    /** An item, a cell or a caption as it was. */
    Element removedMember(Element member, boolean speaks) {
        Element copy = bare(member).addClass("removed");
        List<Unit> units = Units.of(member);
        for (Unit unit : units) {
            boolean isBare = unit.isLeaf() && unit.kind() != Kind.CODE && (unit == units.get(0));
            if (isBare) {
                copy.appendChildren(gone(unit, speaks));
            } else {
                Element block = removed(unit);
                copy.appendChildren(block == null ? List.of() : List.of(block));
            }
        }
        return copy;
    }

    private List<Node> gone(Unit unit, boolean speaks) {
        List<Token> tokens = unit.tokens();
        if (tokens.stream().noneMatch(Token::isSeen)) {
            return List.of();
        }
        List<Run> runs = List.of(new Run(Run.Kind.DELETED, tokens, List.of()));
        count(runs);
        return new ArrayList<>(LeafWriter.write(runs, speaks).parts().get(0).childNodes());
    }

    private static Element bare(Element element) {
        Element copy = element.shallowClone();
        copy.removeAttr("id");
        return copy;
    }

    private void count(List<Run> runs) {
        for (Run run : runs) {
            if (run.kind() == Run.Kind.INSERTED) {
                tally.insert(run.text());
            } else if (run.kind() == Run.Kind.DELETED) {
                tally.delete(run.text());
            } else if (run.kind() == Run.Kind.MOVED_HERE) {
                tally.movedSentences++;
            }
        }
    }
}
