package org.gongkai.check.text;

/** A rule about the text of an entry. Implementations are stateless and thread-safe. */
public interface TextRule {

    /** The characters of which a line must contain at least one to violate the rule. */
    String triggers();

    /** Returns true if the rule checks entries without such a character, too. */
    default boolean isAlwaysAsked() {
        return false;
    }

    /**
     * Checks an entry.
     *
     * @param checked the text of the entry
     * @param mark the bit of this rule in {@link TextLine#marks()}
     */
    void check(CheckedText checked, int mark, RuleReport report);
}
