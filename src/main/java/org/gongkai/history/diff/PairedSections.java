package org.gongkai.history.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.text.OfficialNumbering;

/**
 * The sections of two versions that correspond: those with the same heading, whatever its number, or with one much like
 * it, in sections that correspond. A paragraph that was rewritten is looked for in its own section only.
 */
final class PairedSections {

    /** Similarity from which two headings are the same one, reworded. */
    private static final double ALIKE = 0.3;

    /** The same of headings of few characters, which have some in common by chance. */
    private static final double ALIKE_IF_SHORT = 0.5;

    private static final int SHORT = 6;

    private static final String NUMBER = "^(" + OfficialNumbering.NUMBER + "|第[一二三四五六七八九十百0-9]{1,5}[章节编])";

    private static final int NONE = -1;

    /**
     * For each block the number of its section, the same in both versions; {@link #NONE} if the other has none like it.
     */
    private final int[] ofA;

    private final int[] ofB;
    private final boolean strict;
    private int sections;

    private PairedSections(int blocks, int blocks2, boolean strict) {
        this.ofA = new int[blocks];
        this.ofB = new int[blocks2];
        this.strict = strict;
    }

    /** @param strict whether not even equal blocks of different sections are the same one */
    static PairedSections of(List<DiffBlock> before, List<DiffBlock> now, boolean strict) {
        PairedSections paired = new PairedSections(before.size(), now.size(), strict);
        Section root = Section.root(before);
        Section root2 = Section.root(now);
        if (!root.inner.isEmpty() && !root2.inner.isEmpty()) {
            Arrays.fill(paired.ofA, NONE);
            Arrays.fill(paired.ofB, NONE);
            paired.pair(root, root2);
        }
        return paired;
    }

    /** Whether two blocks with different words may be versions of each other. */
    boolean allow(int i, int j) {
        return ofA[i] == ofB[j] && ofA[i] != NONE;
    }

    /**
     * Whether two blocks with the same words may be the same one.
     *
     * @param isLong whether they are too long to be equal by chance
     */
    boolean allowSame(int i, int j, boolean isLong) {
        boolean isAlone = ofA[i] == NONE || ofB[j] == NONE;
        return allow(i, j) || !strict && (isLong || isAlone);
    }

    private void pair(Section one, Section two) {
        sections++;
        one.mark(ofA, sections);
        two.mark(ofB, sections);
        int[] partner = partners(one.inner, two.inner);
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] >= 0) {
                pair(one.inner.get(i), two.inner.get(partner[i]));
            }
        }
    }

    private static int[] partners(List<Section> a, List<Section> b) {
        Set<String> titles = a.stream().map(section -> section.title).collect(Collectors.toSet());
        Set<String> titles2 = b.stream().map(section -> section.title).collect(Collectors.toSet());
        int[] partner = Alignment.of(a.size(), b.size(), (i, j) -> {
            String title = a.get(i).title;
            String title2 = b.get(j).title;
            boolean isTaken = titles2.contains(title) || titles.contains(title2);
            return title.equals(title2) ? 1 : isTaken ? 0 : a.get(i).likeness(b.get(j));
        });
        // The same section may stand elsewhere.
        Set<Integer> taken = Arrays.stream(partner).boxed().collect(Collectors.toSet());
        for (int i = 0; i < partner.length; i++) {
            for (int j = 0; j < b.size() && partner[i] < 0; j++) {
                if (a.get(i).title.equals(b.get(j).title) && taken.add(j)) {
                    partner[i] = j;
                }
            }
        }
        return partner;
    }

    /** A heading with what stands below it. */
    private static final class Section {
        private final int level;
        private final String title;
        private final BigramSimilarity words;
        private final List<Integer> blocks = new ArrayList<>();
        private final List<Section> inner = new ArrayList<>();

        private Section(int level, String title) {
            this.level = level;
            this.title = title;
            this.words = BigramSimilarity.of(title);
        }

        static Section root(List<DiffBlock> blocks) {
            Deque<Section> open = new ArrayDeque<>(List.of(new Section(0, "")));
            for (int i = 0; i < blocks.size(); i++) {
                DiffBlock block = blocks.get(i);
                if (block.isHeading()) {
                    int level = block.element().normalName().charAt(1) - '0';
                    while (open.peek().level >= level) {
                        open.pop();
                    }
                    String title = block.text().replaceFirst(NUMBER, "");
                    Section section = new Section(level, title.isEmpty() ? block.text() : title);
                    open.peek().inner.add(section);
                    open.push(section);
                }
                open.peek().blocks.add(i);
            }
            return open.getLast();
        }

        /** More than 0 if the headings are alike. */
        double likeness(Section other) {
            boolean isShort = Math.min(title.length(), other.title.length()) < SHORT;
            return words.similarity(other.words) - (isShort ? ALIKE_IF_SHORT : ALIKE);
        }

        void mark(int[] numbers, int number) {
            blocks.forEach(block -> numbers[block] = number);
        }
    }
}
