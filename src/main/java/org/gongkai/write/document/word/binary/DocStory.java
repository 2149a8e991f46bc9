package org.gongkai.write.document.word.binary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.ListData;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.apache.poi.hwpf.model.ListTables;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.word.assemble.ListCounters;
import org.gongkai.write.document.word.assemble.ListCounters.ListDefinition;
import org.gongkai.write.document.word.assemble.ListCounters.ListLabel;
import org.gongkai.write.document.word.assemble.ListCounters.ListLevel;
import org.gongkai.write.document.word.assemble.ListCounters.ListLevel.Suffix;
import org.gongkai.write.document.word.assemble.NumberFormat;
import org.gongkai.write.document.word.assemble.PictureCollector;
import org.gongkai.write.document.word.assemble.RemarkCollector;

/**
 * What reading a part of a document needs.
 *
 * @param document the document
 * @param numbering its lists and the numbers that they have reached
 * @param pictures the pictures so far
 * @param remarks the remarks so far
 * @param notes the notes so far
 * @param coverage the parts of the text that have been read
 * @param wanted content to take over that is left out otherwise
 */
record DocStory(
        HWPFDocument document,
        DocNumbering numbering,
        PictureCollector pictures,
        RemarkCollector remarks,
        DocNotes notes,
        DocCoverage coverage,
        Set<OptionalContent> wanted) {

    /** Whether a run is part of the body, in which marks of notes refer to them; in a note they stand for itself. */
    boolean isInBody(CharacterRun run) {
        return run.getStartOffset() < document.getRange().getEndOffset();
    }

    boolean wants(OptionalContent content) {
        return wanted.contains(content);
    }

    /** Which parts of a text have been read. A damaged structure of tables may hide others from the library. */
    static final class DocCoverage {

        private final BitSet read = new BitSet();

        /** A paragraph is read, whatever becomes of it. */
        void read(Paragraph paragraph) {
            read.set(paragraph.getStartOffset(), Math.max(paragraph.getStartOffset(), paragraph.getEndOffset()));
        }

        boolean contains(Paragraph paragraph) {
            return read.get(paragraph.getStartOffset());
        }

        /** Reports the characters of a text that have not been read. */
        void report(Range text, RemarkCollector remarks) {
            String characters = text.text();
            int start = text.getStartOffset();
            int end = start + characters.length();
            for (int from = read.nextClearBit(start); from < end; from = read.nextClearBit(from)) {
                int next = read.nextSetBit(from);
                int to = next < 0 ? end : Math.min(next, end);
                String lost = DocReader.plain(characters.substring(from - start, to - start));
                if (!lost.isEmpty()) {
                    remarks.leftOut("文件的段落结构损坏，这些文字没有导入，请对照原文补上：" + RemarkCollector.quoted(lost));
                }
                from = to;
            }
        }
    }

    /** The footnotes and endnotes that the text refers to, in the order of the references. */
    static final class DocNotes {

        private final HWPFDocument document;
        private final List<Range> referred = new ArrayList<>();

        DocNotes(HWPFDocument document) {
            this.document = document;
        }

        /** The index of the note that is anchored at a position; -1 if there is none. */
        int refer(int position) {
            return add(document.getFootnotes(), document.getFootnoteRange(), position)
                            || add(document.getEndnotes(), document.getEndnoteRange(), position)
                    ? referred.size() - 1
                    : -1;
        }

        private boolean add(Notes notes, Range texts, int position) {
            int index = notes.getNoteIndexByAnchorPosition(position);
            if (index < 0) {
                return false;
            }
            int start = texts.getStartOffset();
            referred.add(new Range(
                    start + notes.getNoteTextStartOffset(index), start + notes.getNoteTextEndOffset(index), document));
            return true;
        }

        List<Range> referred() {
            return List.copyOf(referred);
        }
    }

    /** The lists of a document and the numbers that they have reached. */
    static final class DocNumbering {

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
                    starts.put(
                            number, override.isFormatting() ? levels.get(number).start() : override.getIStartAt());
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
}
