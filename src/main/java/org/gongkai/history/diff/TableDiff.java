package org.gongkai.history.diff;

import java.util.List;
import org.gongkai.history.diff.Alignment.StepBudget;
import org.gongkai.history.diff.write.ChangeMarks;
import org.gongkai.history.diff.write.ChangeSize.ChangeCounter;
import org.gongkai.history.diff.write.DeletionPlace;
import org.gongkai.history.diff.write.WholeBlockWriter;
import org.gongkai.markup.html.HtmlGrid;
import org.jsoup.nodes.Element;

/**
 * Marks the added, removed, moved and changed rows and cells of a table.
 *
 * @param flow compares the content of cells and captions
 */
record TableDiff(FlowDiff flow, WholeBlockWriter whole, StepBudget budget, ChangeCounter counter) {

    /** Compares two tables; returns false, and marks nothing, if one has more columns than the other. */
    boolean compare(Element before, Element now) {
        HtmlGrid olds = HtmlGrid.of(before);
        HtmlGrid news = HtmlGrid.of(now);
        if (olds.columns() != news.columns()
                || olds.rows().isEmpty()
                || news.rows().isEmpty()) {
            return false;
        }
        caption(before, now);
        BlockPairing pairing = BlockPairing.of(members(olds), members(news), budget);
        EditWalk.walk(pairing, new Walker(now, olds, news, pairing));
        return true;
    }

    private static List<DiffBlock> members(HtmlGrid table) {
        return DiffBlock.members(
                table.rows().stream().map(HtmlGrid.Row::element).toList());
    }

    private void caption(Element before, Element now) {
        Element old = before.firstElementChild();
        Element fresh = now.firstElementChild();
        boolean was = old != null && old.nameIs("caption");
        boolean is = fresh != null && fresh.nameIs("caption");
        if (was && is) {
            flow.compare(old, fresh);
        } else if (was) {
            now.prependChild(whole.removedMember(old));
        } else if (is) {
            whole.addedWithin(fresh);
        }
    }

    private final class Walker implements EditWalk.Walker {
        private final Element table;
        private final HtmlGrid olds;
        private final HtmlGrid news;
        private final BlockPairing pairing;
        private Element last;
        private Element end;

        Walker(Element table, HtmlGrid olds, HtmlGrid news, BlockPairing pairing) {
            this.table = table;
            this.olds = olds;
            this.news = news;
            this.pairing = pairing;
        }

        @Override
        public void removed(DiffBlock row) {
            counter.changed++;
            Element copy = whole.removedRow(row.element());
            olds.rows().stream().filter(own -> own.element() == row.element()).forEach(own -> fit(copy, own));
            if (news.hasHighCells()) {
                atEnd(copy);
            } else {
                insert(copy, row.element().parent());
            }
        }

        @Override
        public void added(DiffBlock row) {
            counter.changed++;
            whole.addedRow(row.element());
            last = row.element();
        }

        @Override
        public void movedAway(DiffBlock row, String note) {
            if (!news.hasHighCells()) {
                Element copy = new Element("tr").addClass("moved-away");
                Element cell = copy.appendElement("td").appendChild(ChangeMarks.note(note));
                if (news.columns() > 1) {
                    cell.attr("colspan", Integer.toString(news.columns()));
                }
                insert(copy, row.element().parent());
            }
        }

        @Override
        public void same(BlockPair pair, String note) {
            Element old = pairing.a().get(pair.from()).element();
            Element row = pairing.b().get(pair.from2()).element();
            if (old.childrenSize() == row.childrenSize()) {
                for (int c = 0; c < row.childrenSize(); c++) {
                    cell(old.child(c), row.child(c));
                }
            } else {
                removed(pairing.a().get(pair.from()));
                whole.addedRow(row);
            }
            if (pair.moved()) {
                counter.moved++;
                row.addClass("moved");
                if (!note.isEmpty() && row.firstElementChild() != null) {
                    row.firstElementChild().prependChild(ChangeMarks.note(note));
                }
            }
            last = row;
        }

        private void cell(Element old, Element fresh) {
            if (fresh.childNodeSize() == 0) {
                fresh.appendChildren(List.copyOf(whole.removedMember(old).childNodes()));
            } else if (old.childNodeSize() == 0) {
                whole.addedWithin(fresh);
            } else {
                flow.compare(old, fresh);
            }
        }

        /** Inserts a row after the row that it followed, or before the first one of the same section of the table. */
        private void insert(Element row, Element part) {
            boolean isOtherPart = last != null && !last.parent().nameIs(part.normalName());
            Element first = last != null && !isOtherPart ? null : firstOf(part.normalName());
            if (first != null) {
                first.before(row);
            } else if (last != null) {
                DeletionPlace.put(row, last, table);
            } else {
                news.rows().get(0).element().before(row);
            }
            last = row;
        }

        private Element firstOf(String part) {
            for (Element row : HtmlGrid.rows(table)) {
                if (row.parent().nameIs(part)) {
                    return row;
                }
            }
            return null;
        }

        /** Appends a row that cannot stand between cells that span rows. */
        private void atEnd(Element row) {
            if (end == null) {
                end = table.appendElement("tbody").addClass("removed");
            }
            end.appendChild(row);
        }

        private static void fit(Element copy, HtmlGrid.Row row) {
            copy.children().forEach(cell -> cell.removeAttr("rowspan"));
            for (HtmlGrid.Cell cell : row.cells()) {
                for (int c = cell.column(); cell.continues() && c < cell.column() + cell.columns(); c++) {
                    copy.insertChildren(Math.min(c, copy.childrenSize()), List.of(new Element("td")));
                }
            }
        }
    }
}
