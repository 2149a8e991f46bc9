package org.gongkai.diff;

/** Walks through two versions at once, in the order in which both are shown: what is gone before what came in its place. */
final class Steps {

    /** Told of each block. */
    interface Walker {
        void removed(Unit unit);

        void added(Unit unit);

        /** A block stood here; of several that moved together the first only. */
        void movedAway(Unit unit, String note);

        /** A block that is in both; the note, if it moved, stands at the first of several that moved together. */
        void same(Pair pair, String note);
    }

    private Steps() {}

    static void walk(Pairing pairing, Walker walker) {
        int i = 0;
        int j = 0;
        while (i < pairing.a.size() || j < pairing.b.size()) {
            Pair pair = i < pairing.a.size() ? pairing.ofA[i] : null;
            Pair pair2 = j < pairing.b.size() ? pairing.ofB[j] : null;
            if (i < pairing.a.size() && pair == null) {
                walker.removed(pairing.a.get(i++));
            } else if (pair != null && pair.moved()) {
                if (i == 0 || !pair.follows(pairing.ofA[i - 1])) {
                    walker.movedAway(pairing.a.get(i), away(pairing, pair));
                }
                i++;
            } else if (pair2 == null) {
                walker.added(pairing.b.get(j++));
            } else if (pair2.moved()) {
                walker.same(pair2, j == 0 || !pair2.follows(pairing.ofB[j - 1]) ? here(pairing, pair2) : "");
                j++;
            } else {
                walker.same(pair2, "");
                i = pair2.to();
                j = pair2.to2();
            }
        }
    }

    private static String away(Pairing pairing, Pair pair) {
        int count = together(pairing, pair);
        Unit unit = pairing.a.get(pair.from());
        return "原在此处的" + unit.name() + (count > 1 ? "等 " + count + " " : "一") + measure(unit) + "移到"
                + (isForward(pairing, pair) ? "后面" : "前面");
    }

    private static String here(Pairing pairing, Pair pair) {
        int count = together(pairing, pair);
        Unit unit = pairing.b.get(pair.from2());
        return (count > 1 ? "以下 " + count + " " : "此") + measure(unit) + "由" + (isForward(pairing, pair) ? "前面" : "后面")
                + "移来";
    }

    /** What is gone is shown before what came in its place, so only what stayed before it is before its note. */
    private static boolean isForward(Pairing pairing, Pair pair) {
        for (int i = pair.from() - 1; i >= 0; i--) {
            if (pairing.ofA[i] != null && !pairing.ofA[i].moved()) {
                return pair.from2() > pairing.ofA[i].from2();
            }
        }
        return true;
    }

    private static int together(Pairing pairing, Pair first) {
        int count = 1;
        Pair last = first;
        for (int i = first.to(); i < pairing.a.size() && pairing.ofA[i] != null && pairing.ofA[i].follows(last); i++) {
            last = pairing.ofA[i];
            count++;
        }
        return count;
    }

    private static String measure(Unit unit) {
        return switch (unit.kind()) {
            case ITEM -> "条";
            case ROW, HEAD_ROW -> "行";
            case TABLE -> "表";
            default -> "段";
        };
    }
}
