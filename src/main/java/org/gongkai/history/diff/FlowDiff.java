package org.gongkai.history.diff;

import java.util.List;
import org.gongkai.history.diff.Alignment.StepBudget;
import org.gongkai.history.diff.DiffBlock.Kind;
import org.gongkai.history.diff.write.ChangeMarks;
import org.gongkai.history.diff.write.ChangeSize.ChangeCounter;
import org.gongkai.history.diff.write.DeletionPlace;
import org.gongkai.history.diff.write.WholeBlockWriter;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Marks the changes in a container of the newer version. */
final class FlowDiff {
    private final boolean strict;
    private final StepBudget budget;
    private final ChangeCounter counter;
    private final WholeBlockWriter whole;
    private final TableDiff tables;

    /** @param strict whether nothing is looked for outside its section */
    FlowDiff(boolean strict, StepBudget budget, ChangeCounter counter) {
        this.strict = strict;
        this.budget = budget;
        this.counter = counter;
        this.whole = new WholeBlockWriter(counter);
        this.tables = new TableDiff(this, whole, budget, counter);
    }

    void compare(Element before, Element now) {
        walk(BlockPairing.of(DiffBlock.blocks(before), DiffBlock.blocks(now), strict, budget), now);
    }

    private void walk(BlockPairing pairing, Element now) {
        DeletionPlace place = new DeletionPlace(now);
        EditWalk.walk(pairing, new EditWalk.Walker() {
            @Override
            public void removed(DiffBlock unit) {
                Element gone = whole.removed(unit);
                if (gone != null) {
                    counter.changed++;
                    place.insert(gone, unit.wrappers());
                }
            }

            @Override
            public void added(DiffBlock unit) {
                List<Node> nodes = whole.added(unit);
                counter.changed += nodes == unit.content() ? 0 : 1;
                place.after(end(unit, nodes));
            }

            @Override
            public void movedAway(DiffBlock unit, String note) {
                Element away =
                        new Element(unit.kind() == Kind.ITEM ? unit.element().normalName() : "p");
                place.insert(away.addClass("moved-away").appendChild(ChangeMarks.note(note)), unit.wrappers());
            }

            @Override
            public void same(BlockPair pair, String note) {
                List<DiffBlock> units = pairing.b().subList(pair.from2(), pair.to2());
                DiffBlock last = units.get(units.size() - 1);
                if (last.kind() == Kind.TABLE) {
                    Element old = pairing.a().get(pair.from()).element();
                    if (!tables.compare(old, last.element())) {
                        removed(pairing.a().get(pair.from()));
                        added(last);
                        return;
                    }
                }
                List<Node> nodes = inside(pairing, pair, units);
                if (pair.moved()) {
                    counter.moved++;
                    moved(units.get(0), nodes, note);
                }
                place.after(end(last, nodes));
            }
        });
    }

    /** Marks changes within paired blocks and returns the nodes of the last one. */
    private List<Node> inside(BlockPairing pairing, BlockPair pair, List<DiffBlock> units) {
        DiffBlock unit = units.get(0);
        if (unit.kind() == Kind.LIST || unit.kind() == Kind.DEFINITIONS) {
            compareLists(pairing.a().get(pair.from()).element(), unit.element());
        } else if (unit.kind() == Kind.ITEM) {
            compare(pairing.a().get(pair.from()).element(), unit.element());
        } else if (pair.runs() != null) {
            counter.split += units.size() - 1;
            counter.joined += pair.to() - pair.from() - 1;
            if (pair.runs().stream().anyMatch(WholeBlockWriter::isChange)) {
                counter.changed++;
            }
            return whole.write(units, pair.runs(), true);
        }
        return unit.content();
    }

    /** Returns the last node of a block, whether its words were rewritten or not. */
    private static Node end(DiffBlock unit, List<Node> nodes) {
        return unit.last().parent() != null || nodes.isEmpty() ? unit.last() : nodes.get(nodes.size() - 1);
    }

    private static void moved(DiffBlock unit, List<Node> nodes, String note) {
        if (unit.element() != null) {
            unit.element().addClass("moved");
        }
        if (note.isEmpty()) {
            return;
        }
        Element mark = ChangeMarks.note(note);
        if (unit.kind() == Kind.ITEM) {
            unit.element().prependChild(mark);
        } else if (unit.isLeaf() && !unit.isHeading()) {
            nodes.get(0).before(mark);
        } else {
            unit.first().before(new Element("p").addClass("moved-here").appendChild(mark));
        }
    }

    /** Marks the added, removed, moved and changed items of a list. */
    private void compareLists(Element before, Element now) {
        walk(BlockPairing.of(DiffBlock.members(before.children()), DiffBlock.members(now.children()), budget), now);
        if (now.nameIs("ol")) {
            number(now);
        }
    }

    /** Sets the numbers of items so that removed items do not count. */
    private static void number(Element list) {
        String start = list.attr("start");
        int number = start.matches("-?\\d{1,8}") ? Integer.parseInt(start) : 1;
        boolean isLate = false;
        for (Element item : List.copyOf(list.children())) {
            if (item.hasClass("removed") || item.hasClass("moved-away")) {
                isLate = true;
                continue;
            }
            if (isLate) {
                item.attr("value", Integer.toString(number));
                isLate = false;
            }
            number++;
        }
    }
}
