package org.gongkai.write.document.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gongkai.text.DateText;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Remark;

/**
 * The 落款 of a document: the unit and the date at the end of its text, before the annexes.
 *
 * @param unit the units, separated by {@code 、}; empty if none was found
 * @param date the date, if there is one
 * @param blocks the indexes of the blocks that consist of it
 * @param remarks what was not understood
 */
record SignOff(String unit, Optional<LocalDate> date, Set<Integer> blocks, List<Remark> remarks) {

    private static final int LAST = 15;
    private static final int UNITS = 4;

    static SignOff of(List<Block> blocks, int from) {
        int end = end(blocks, from);
        List<Remark> remarks = new ArrayList<>();
        for (int i = end - 1; i >= Math.max(from, end - LAST); i--) {
            String text = BlockText.of(blocks.get(i));
            Optional<LocalDate> date = DateText.written(text);
            if (date.isPresent()) {
                return withUnits(blocks, from, i, date.get(), new HashSet<>(Set.of(i)), "");
            }
            if (DateText.isWritten(text)) {
                remarks.add(new Remark(BlockText.place(i), "日期“" + text + "”不存在，留在正文里", Remark.Weight.LEFT_OUT));
                continue;
            }
            Optional<DateText.Trailing> trailing = DateText.trailing(text);
            if (trailing.filter(found -> UnitName.isUnit(found.before())).isPresent()) {
                return withUnits(
                        blocks,
                        from,
                        i,
                        trailing.get().date(),
                        new HashSet<>(Set.of(i)),
                        trailing.get().before());
            }
        }
        return new SignOff("", Optional.empty(), Set.of(), remarks);
    }

    private static SignOff withUnits(
            List<Block> blocks, int from, int dated, LocalDate date, Set<Integer> cut, String same) {
        List<String> units = new ArrayList<>(same.isEmpty() ? List.of() : List.of(same));
        List<Remark> remarks = new ArrayList<>();
        for (int i = dated - 1; i >= Math.max(from, dated - UNITS) && same.isEmpty(); i--) {
            String text = BlockText.of(blocks.get(i));
            if (BlockText.isBlank(blocks.get(i))) {
                continue;
            }
            if (!UnitName.isUnit(text)) {
                if (units.isEmpty() && isAligned(blocks.get(i)) && !text.isEmpty()) {
                    remarks.add(new Remark(BlockText.place(i), "落款“" + text + "”不像单位，留在正文里，请核对", Remark.Weight.NOTE));
                }
                break;
            }
            units.add(0, text.replaceAll("[\\s\u3000\u00a0]+", ""));
            cut.add(i);
        }
        return new SignOff(String.join("、", units), Optional.of(date), cut, remarks);
    }

    /** Whether nothing but annexes follows. */
    boolean isLast(List<Block> all) {
        int last = blocks.stream().mapToInt(i -> i).max().orElse(0);
        return IntStream.range(last + 1, end(all, last)).allMatch(i -> BlockText.isBlank(all.get(i)));
    }

    private static boolean isAligned(Block block) {
        return block instanceof Block.Paragraph paragraph && paragraph.alignment() == Block.Alignment.RIGHT;
    }

    /** Index of the first annex, or the number of blocks. */
    private static int end(List<Block> blocks, int from) {
        for (int i = from + 1; i < blocks.size(); i++) {
            if (AnnexNames.isLabel(BlockText.of(blocks.get(i)))) {
                return i;
            }
        }
        return blocks.size();
    }
}
