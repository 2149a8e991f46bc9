package org.gongkai.diff;

import java.util.List;
import org.jsoup.nodes.Element;

/** Marks in a list of the newer version which items came, went, moved or changed. */
final class ListDiff {
    private final FlowDiff flow;
    private final WholeBlocks whole;
    private final Budget budget;
    private final Tally tally;

    ListDiff(FlowDiff flow, WholeBlocks whole, Budget budget, Tally tally) {
        this.flow = flow;
        this.whole = whole;
        this.budget = budget;
        this.tally = tally;
    }

    void compare(Element before, Element now) {
        Pairing pairing = Pairing.of(Units.members(before.children()), Units.members(now.children()), budget);
        Steps.walk(pairing, new Steps.Walker() {
            private Element last;

            @Override
            public void removed(Unit item) {
                tally.changed++;
                insert(whole.removedMember(item.element(), true));
            }

            @Override
            public void added(Unit item) {
                tally.changed++;
                whole.addedItem(item.element());
                last = item.element();
            }

            @Override
            public void movedAway(Unit item, String note) {
                Element away = new Element(item.element().normalName()).addClass("moved-away");
                insert(away.appendChild(Marks.note(note)));
            }

            @Override
            public void same(Pair pair, String note) {
                last = pairing.b.get(pair.from2()).element();
                flow.compare(pairing.a.get(pair.from()).element(), last);
                if (pair.moved()) {
                    tally.moved++;
                    last.addClass("moved");
                    if (!note.isEmpty()) {
                        last.prependChild(Marks.note(note));
                    }
                }
            }

            private void insert(Element item) {
                Place.put(item, last, now);
                last = item;
            }
        });
        if (now.nameIs("ol")) {
            number(now);
        }
    }

    /** Items that are gone take no number from those that stayed. */
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
