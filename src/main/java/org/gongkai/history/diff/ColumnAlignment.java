package org.gongkai.history.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.history.diff.align.Alignment;
import org.gongkai.history.diff.align.BigramSimilarity;
import org.gongkai.history.diff.align.PlainWords;
import org.gongkai.history.diff.align.TableRows;
import org.jsoup.nodes.Element;

/** Pairs the columns of two tables. Removed columns are shown between those that stayed. */
final class ColumnAlignment {
    private static final double ALIKE = 0.1;

    /** For each column of the newer table its index in the older one, or -1. */
    private final int[] old;

    /** Removed columns of the older table. */
    private final List<Integer> gone;

    private ColumnAlignment(int[] old, List<Integer> gone) {
        this.old = old;
        this.gone = gone;
    }

    static ColumnAlignment same(int width) {
        int[] old = new int[width];
        Arrays.setAll(old, c -> c);
        return new ColumnAlignment(old, List.of());
    }

    static ColumnAlignment of(TableRows before, TableRows now) {
        if (before.width() == now.width()) {
            return same(now.width());
        }
        List<BigramSimilarity> first = bigrams(before);
        List<BigramSimilarity> second = bigrams(now);
        List<String> heads = heads(before);
        List<String> heads2 = heads(now);
        int[] partner = Alignment.of(
                before.width(),
                now.width(),
                (i, j) -> (heads.get(i).equals(heads2.get(j)) ? 1 : 0)
                        + first.get(i).similarity(second.get(j))
                        - ALIKE);
        int[] old = new int[now.width()];
        Arrays.fill(old, -1);
        List<Integer> gone = new ArrayList<>();
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] >= 0) {
                old[partner[i]] = i;
            } else {
                gone.add(i);
            }
        }
        return new ColumnAlignment(old, List.copyOf(gone));
    }

    int old(int column) {
        return column < old.length ? old[column] : column;
    }

    List<Integer> gone() {
        return gone;
    }

    /** Number of columns including removed ones. */
    int count() {
        return old.length + gone.size();
    }

    /** Inserts cells of removed columns into a row of the newer table, empty ones if there are none. */
    void fill(Element row, List<Element> cells) {
        List<Element> all = new ArrayList<>(row.children());
        List<Element> lost = new ArrayList<>(cells);
        while (lost.size() < gone.size()) {
            lost.add(new Element("td"));
        }
        for (int k = 0; k < gone.size(); k++) {
            Element behind = behind(all, gone.get(k));
            if (behind == null) {
                row.insertChildren(k, List.of(lost.get(k)));
            } else {
                Element last = behind;
                while (k > 0 && last.nextElementSibling() == lost.get(k - 1)) {
                    last = lost.get(k - 1);
                }
                last.after(lost.get(k));
            }
        }
    }

    /** Returns the cells of a row of the older table in the order of all columns, empty ones for added columns. */
    List<Element> oldRow(List<Element> cells) {
        List<Element> row = new ArrayList<>();
        int next = 0;
        for (int c = 0; c < old.length; c++) {
            if (old[c] < 0) {
                row.add(new Element("td"));
                continue;
            }
            while (next < old[c]) {
                row.add(cells.get(next++));
            }
            row.add(cells.get(next++));
        }
        while (next < cells.size()) {
            row.add(cells.get(next++));
        }
        return row;
    }

    /** Returns the cell of the nearest preceding column that stayed. */
    private Element behind(List<Element> cells, int column) {
        Element behind = null;
        for (int c = 0; c < old.length && c < cells.size(); c++) {
            if (old[c] >= 0 && old[c] < column) {
                behind = cells.get(c);
            }
        }
        return behind;
    }

    private static List<BigramSimilarity> bigrams(TableRows table) {
        List<BigramSimilarity> bigrams = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            StringBuilder text = new StringBuilder();
            for (Element row : table.rows()) {
                text.append(PlainWords.text(List.of(row.child(c)))).append('\0');
            }
            bigrams.add(BigramSimilarity.of(text.toString()));
        }
        return bigrams;
    }

    private static List<String> heads(TableRows table) {
        List<String> heads = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            heads.add(PlainWords.text(List.of(table.rows().get(0).child(c))));
        }
        return heads;
    }
}
