package org.gongkai.check.text;

/** A rule about the text of an entry. Implementations are stateless and thread-safe. */
public interface TextRule {

    /**
     * Checks an entry.
     *
     * @param checked the text of the entry
     * @param mark the bit of this rule in {@link TextLine#marks()}
     */
    void check(CheckedText checked, long mark, RuleReport report);
}
