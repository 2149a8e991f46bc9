package org.gongkai.write.document.word.binary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.ListData;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.apache.poi.hwpf.model.ListTables;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.gongkai.write.document.word.assemble.ListCounters;
import org.gongkai.write.document.word.assemble.ListCounters.ListDefinition;
import org.gongkai.write.document.word.assemble.ListCounters.ListLabel;
import org.gongkai.write.document.word.assemble.ListCounters.ListLevel;
import org.gongkai.write.document.word.assemble.ListCounters.ListLevel.Suffix;
import org.gongkai.write.document.word.assemble.NumberFormat;

/** The lists of a document and the numbers that they have reached. */
final class DocNumbering {

    /** Numbers of lists from here on stand for lists of Word 6 that are not used any more. */
    private static final int OBSOLETE = 0x7FF;

    /** The byte of a level that holds its switches, and the one that says that it does not start again. */
    private static final int SWITCHES = 5;

    private static final int NO_RESTART = 8;
    private static final int RESTART_LIMIT = 26;

    private final HWPFDocument document;
    private final ListCounters counters = new ListCounters();
    private final Map<Integer, ListDefinition> lists = new HashMap<>();

    DocNumbering(HWPFDocument document) {
        this.document = document;
    }

    /** Counts a paragraph and returns what stands before it. */
    ListLabel next(Paragraph paragraph) {
        int index = paragraph.getIlfo();
        if (index <= 0 || index >= OBSOLETE) {
            return ListLabel.NONE;
        }
        return ListLabel.next(counters, lists.computeIfAbsent(index, this::list), paragraph.getIlvl());
    }

    /** A list by its index from 1; one that is not defined if the tables are damaged. */
    private ListDefinition list(int index) {
        ListTables tables = document.getListTables();
        try {
            ListData data = tables == null
                    ? null
                    : tables.getListData(tables.getLfo(index).getLsid());
            return data == null
                    ? ListDefinition.undefined(Integer.toString(index))
                    : list(index, data, tables.getLfoData(index).getRgLfoLvl());
        } catch (RuntimeException e) {
            // The library throws all kinds of exceptions for damaged tables.
            return ListDefinition.undefined(Integer.toString(index));
        }
    }

    private static ListDefinition list(int index, ListData data, ListFormatOverrideLevel[] overrides) {
        List<ListLevel> levels = new ArrayList<>();
        for (org.apache.poi.hwpf.model.ListLevel level : data.getLevels()) {
            levels.add(level(level));
        }
        Map<Integer, Integer> starts = new HashMap<>();
        for (ListFormatOverrideLevel override : overrides == null ? new ListFormatOverrideLevel[0] : overrides) {
            int number = override.getLevelNum();
            if (number >= levels.size()) {
                continue;
            }
            if (override.isFormatting() && override.getLevel() != null) {
                levels.set(number, level(override.getLevel()));
            }
            if (override.isStartAt()) {
                starts.put(number, override.isFormatting() ? levels.get(number).start() : override.getIStartAt());
            }
        }
        return new ListDefinition(Integer.toString(index), Integer.toString(data.getLsid()), levels, starts);
    }

    private static ListLevel level(org.apache.poi.hwpf.model.ListLevel level) {
        String text = level.getNumberText() == null ? "" : level.getNumberText();
        StringBuilder pattern = new StringBuilder();
        text.chars().forEach(c -> pattern.append(c < 9 ? "%" + (c + 1) : Character.toString(c)));
        byte[] stored = level.toByteArray();
        boolean never = (stored[SWITCHES] & NO_RESTART) != 0;
        String format = NumberFormat.name(level.getNumberFormat());
        return new ListLevel(
                format,
                pattern.toString(),
                level.getStartAt(),
                never ? stored[RESTART_LIMIT] : -1,
                level.isLegalNumbering(),
                switch (level.getTypeOfCharFollowingTheNumber()) {
                    case 1 -> Suffix.SPACE;
                    case 2 -> Suffix.NOTHING;
                    default -> Suffix.TAB;
                },
                format.equals("bullet") ? "Wingdings" : "");
    }
}
