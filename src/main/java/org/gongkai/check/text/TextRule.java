package org.gongkai.check.text;

/** A rule about what is written. Implementations hold no state and are asked from many threads. */
public interface TextRule {

    /** The characters without which a line cannot break the rule. */
    String triggers();

    /**
     * Tells what is wrong in an entry.
     *
     * @param sheet the entry
     * @param mark the bit of {@link TextLine#marks()} that tells whether a line holds a trigger of this rule
     */
    void check(CheckedText sheet, int mark, RuleReport report);
}
