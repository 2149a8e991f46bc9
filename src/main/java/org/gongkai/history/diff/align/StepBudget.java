package org.gongkai.history.diff.align;

/**
 * Bounds the work of one comparison by counting steps, not by a clock, so that the same texts always get the same
 * marks. Passages beyond the budget are marked more coarsely.
 */
public final class StepBudget {
    /** More than any two realistic texts need; about a second. */
    private static final long STEPS = 60_000_000;

    private static final long ONE = 4_000_000;

    private long left = STEPS;

    /** Spends the steps for a table of this size; false if the budget does not suffice. */
    boolean allows(long rows, long columns) {
        long cost = (rows + 1) * (columns + 1);
        if (cost > ONE || cost > left) {
            return false;
        }
        left -= cost;
        return true;
    }
}
