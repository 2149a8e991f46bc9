package org.gongkai.history.diff;

import java.util.List;
import org.gongkai.history.diff.align.BlockPairing;
import org.gongkai.history.diff.align.BlockPairing.BlockPair;
import org.gongkai.history.diff.align.DiffBlock;
import org.gongkai.history.diff.align.DiffBlocks;
import org.gongkai.history.diff.align.EditWalk;
import org.gongkai.history.diff.align.StepBudget;
import org.gongkai.history.diff.write.ChangeMarks;
import org.gongkai.history.diff.write.ChangeSize.ChangeCounter;
import org.gongkai.history.diff.write.DeletionPlace;
import org.gongkai.history.diff.write.WholeBlockWriter;
import org.jsoup.nodes.Element;

/** Marks the added, removed, moved and changed items of a list. */
final class ListDiff {
    private final FlowDiff flow;
    private final WholeBlockWriter whole;
    private final StepBudget budget;
    private final ChangeCounter counter;

    ListDiff(FlowDiff flow, WholeBlockWriter whole, StepBudget budget, ChangeCounter counter) {
        this.flow = flow;
        this.whole = whole;
        this.budget = budget;
        this.counter = counter;
    }

    void compare(Element before, Element now) {
        BlockPairing pairing =
                BlockPairing.of(DiffBlocks.members(before.children()), DiffBlocks.members(now.children()), budget);
        EditWalk.walk(pairing, new EditWalk.Walker() {
            private Element last;

            @Override
            public void removed(DiffBlock item) {
                counter.changed++;
                insert(whole.removedMember(item.element(), true));
            }

            @Override
            public void added(DiffBlock item) {
                counter.changed++;
                whole.addedItem(item.element());
                last = item.element();
            }

            @Override
            public void movedAway(DiffBlock item, String note) {
                Element away = new Element(item.element().normalName()).addClass("moved-away");
                insert(away.appendChild(ChangeMarks.note(note)));
            }

            @Override
            public void same(BlockPair pair, String note) {
                last = pairing.b.get(pair.from2()).element();
                flow.compare(pairing.a.get(pair.from()).element(), last);
                if (pair.moved()) {
                    counter.moved++;
                    last.addClass("moved");
                    if (!note.isEmpty()) {
                        last.prependChild(ChangeMarks.note(note));
                    }
                }
            }

            private void insert(Element item) {
                DeletionPlace.put(item, last, now);
                last = item;
            }
        });
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
