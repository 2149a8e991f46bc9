package org.gongkai.history.diff;

/** Visits the blocks of two versions in the order of display: removed blocks before those that replace them. */
public final class EditWalk {

    /** Receives each block. */
    public interface Walker {
        void removed(DiffBlock unit);

        void added(DiffBlock unit);

        /** A block was moved away; called for the first of several that moved together. */
        void movedAway(DiffBlock unit, String note);

        /** A block is in both versions; the note is non-empty for the first of several that moved together. */
        void same(BlockPair pair, String note);
    }

    private EditWalk() {}

    public static void walk(BlockPairing pairing, Walker walker) {
        int i = 0;
        int j = 0;
        while (i < pairing.a().size() || j < pairing.b().size()) {
            BlockPair pair = i < pairing.a().size() ? pairing.ofA()[i] : null;
            BlockPair pair2 = j < pairing.b().size() ? pairing.ofB()[j] : null;
            if (i < pairing.a().size() && pair == null) {
                walker.removed(pairing.a().get(i++));
            } else if (pair != null && pair.moved()) {
                if (i == 0 || !pair.follows(pairing.ofA()[i - 1])) {
                    walker.movedAway(pairing.a().get(i), away(pairing, pair));
                }
                i++;
            } else if (pair2 == null) {
                walker.added(pairing.b().get(j++));
            } else if (pair2.moved()) {
                walker.same(pair2, j == 0 || !pair2.follows(pairing.ofB()[j - 1]) ? here(pairing, pair2) : "");
                j++;
            } else {
                walker.same(pair2, "");
                i = pair2.to();
                j = pair2.to2();
            }
        }
    }

    private static String away(BlockPairing pairing, BlockPair pair) {
        int count = together(pairing, pair);
        DiffBlock unit = pairing.a().get(pair.from());
        return "原在此处的" + unit.name() + (count > 1 ? "等 " + count + " " : "一") + measure(unit) + "移到"
                + (isForward(pairing, pair) ? "后面" : "前面");
    }

    private static String here(BlockPairing pairing, BlockPair pair) {
        int count = together(pairing, pair);
        DiffBlock unit = pairing.b().get(pair.from2());
        return (count > 1 ? "以下 " + count + " " : "此") + measure(unit) + "由" + (isForward(pairing, pair) ? "前面" : "后面")
                + "移来";
    }

    /** Removed blocks precede their replacements, so that only blocks that stayed precede the note. */
    private static boolean isForward(BlockPairing pairing, BlockPair pair) {
        for (int i = pair.from() - 1; i >= 0; i--) {
            if (pairing.ofA()[i] != null && !pairing.ofA()[i].moved()) {
                return pair.from2() > pairing.ofA()[i].from2();
            }
        }
        return true;
    }

    private static int together(BlockPairing pairing, BlockPair first) {
        int count = 1;
        BlockPair last = first;
        for (int i = first.to();
                i < pairing.a().size() && pairing.ofA()[i] != null && pairing.ofA()[i].follows(last);
                i++) {
            last = pairing.ofA()[i];
            count++;
        }
        return count;
    }

    private static String measure(DiffBlock unit) {
        return switch (unit.kind()) {
            case ITEM -> "条";
            case ROW, HEAD_ROW -> "行";
            case TABLE -> "表";
            default -> "段";
        };
    }
}
