package org.gongkai.diff;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Marks in a container of the newer version what changed against the same container of the older one. */
final class FlowDiff {
    private final Budget budget;
    private final Tally tally;
    private final WholeBlocks whole;
    private final ListDiff lists;
    private final TableDiff tables;

    FlowDiff(Budget budget, Tally tally) {
        this.budget = budget;
        this.tally = tally;
        this.whole = new WholeBlocks(tally);
        this.lists = new ListDiff(this, whole, budget, tally);
        this.tables = new TableDiff(this, whole, budget, tally);
    }

    void compare(Element before, Element now) {
        Pairing pairing = Pairing.of(Units.of(before), Units.of(now), budget);
        Place place = new Place(now);
        Steps.walk(pairing, new Steps.Walker() {
            @Override
            public void removed(Unit unit) {
                Element gone = whole.removed(unit);
                if (gone != null) {
                    tally.changed++;
                    place.insert(gone, unit.wrappers());
                }
            }

            @Override
            public void added(Unit unit) {
                List<Node> nodes = whole.added(unit);
                tally.changed += nodes == unit.content() ? 0 : 1;
                place.after(end(unit, nodes));
            }

            @Override
            public void movedAway(Unit unit, String note) {
                Element paragraph = new Element("p").addClass("moved-away");
                place.insert(paragraph.appendChild(Marks.note(note)), unit.wrappers());
            }

            @Override
            public void same(Pair pair, String note) {
                List<Unit> units = pairing.b.subList(pair.from2(), pair.to2());
                Unit last = units.get(units.size() - 1);
                if (last.kind() == Unit.Kind.TABLE) {
                    Element old = pairing.a.get(pair.from()).element();
                    if (!tables.compare(old, last.element())) {
                        removed(pairing.a.get(pair.from()));
                        added(last);
                        return;
                    }
                }
                List<Node> nodes = inside(pairing, pair, units);
                if (pair.moved()) {
                    tally.moved++;
                    moved(units.get(0), nodes, note);
                }
                place.after(end(last, nodes));
            }
        });
        place.finish();
    }

    /** Marks changes within blocks that are the same ones; the nodes that are the last of them now. */
    private List<Node> inside(Pairing pairing, Pair pair, List<Unit> units) {
        Unit unit = units.get(0);
        if (unit.kind() == Unit.Kind.LIST || unit.kind() == Unit.Kind.DEFINITIONS) {
            lists.compare(pairing.a.get(pair.from()).element(), unit.element());
        } else if (pair.runs() != null) {
            tally.split += units.size() - 1;
            tally.joined += pair.to() - pair.from() - 1;
            if (pair.runs().stream().anyMatch(WholeBlocks::isChange)) {
                tally.changed++;
            }
            return whole.write(units, pair.runs(), true);
        }
        return unit.content();
    }

    /** Where a block ends in its container, its words written anew or not. */
    private static Node end(Unit unit, List<Node> nodes) {
        return unit.last().parent() != null || nodes.isEmpty() ? unit.last() : nodes.get(nodes.size() - 1);
    }

    private static void moved(Unit unit, List<Node> nodes, String note) {
        if (unit.element() != null) {
            unit.element().addClass("moved");
        }
        if (note.isEmpty()) {
            return;
        }
        Element mark = Marks.note(note);
        if (unit.isLeaf() && !unit.isHeading()) {
            nodes.get(0).before(mark);
        } else {
            unit.first().before(new Element("p").addClass("moved-here").appendChild(mark));
        }
    }
}
