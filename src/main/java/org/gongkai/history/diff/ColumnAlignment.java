package org.gongkai.history.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.gongkai.history.diff.align.Alignment;
import org.gongkai.history.diff.align.BigramSimilarity;
import org.gongkai.history.diff.align.PlainWords;
import org.gongkai.history.diff.align.TableRows;
import org.jsoup.nodes.Element;

/** Gives two tables the same columns, so that their rows can be compared cell by cell. */
final class ColumnAlignment {
    private static final double ALIKE = 0.1;

    private ColumnAlignment() {}

    /**
     * Adds empty cells to both tables where the other has a column that it lacks; removed columns are shown between
     * those that stayed.
     *
     * @return the number of columns
     */
    static int equalize(TableRows before, TableRows now) {
        if (before.width() == now.width()) {
            return now.width();
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
        List<Integer> old = new ArrayList<>();
        List<Integer> fresh = new ArrayList<>();
        int next = 0;
        for (int i = 0; i <= partner.length; i++) {
            int end = i == partner.length ? now.width() : partner[i];
            for (; next < end; next++) {
                old.add(-1);
                fresh.add(next);
            }
            if (i < partner.length) {
                old.add(i);
                fresh.add(partner[i] < 0 ? -1 : next++);
            }
        }
        before.rows().forEach(row -> fill(row, old, c -> new Element("td")));
        for (Element row : now.rows()) {
            Element like = before.rows()
                    .get(row.parent().nameIs("thead") ? 0 : before.rows().size() - 1);
            fill(row, fresh, c -> removed(like.child(c)));
            IntStream.range(0, old.size()).filter(c -> old.get(c) < 0).forEach(c -> row.child(c)
                    .addClass("added"));
        }
        return old.size();
    }

    /**
     * Adds the missing cells to a row.
     *
     * @param columns for each column its index in the row, or -1
     */
    private static void fill(Element row, List<Integer> columns, IntFunction<Element> missing) {
        List<Element> cells = new ArrayList<>(row.children());
        row.empty();
        for (int c = 0; c < columns.size(); c++) {
            row.appendChild(columns.get(c) < 0 ? missing.apply(c) : cells.get(columns.get(c)));
        }
    }

    private static Element removed(Element like) {
        Element cell = new Element(like.normalName());
        like.attributes().forEach(attribute -> cell.attr(attribute.getKey(), attribute.getValue()));
        return cell.removeAttr("id").addClass("removed");
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
