package org.gongkai.check.explain;

/**
 * The explanation of a problem code, for {@code explain} and the manual.
 *
 * @param code the code, such as {@code E123}
 * @param name its name, a few words
 * @param sentence what is wrong and why it matters, one sentence
 * @param mend how to fix it
 * @param wrong an example of the problem; may be empty
 * @param right the corrected example; may be empty
 * @param fixed whether sites cannot switch it off: secrecy and personal data
 */
public record Explanation(
        String code, String name, String sentence, String mend, String wrong, String right, boolean fixed) {

    /** Returns true if it is an error by default. */
    public boolean isError() {
        return code.startsWith("E");
    }
}
