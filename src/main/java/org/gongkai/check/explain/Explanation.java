package org.gongkai.check.explain;

/**
 * What a code means, for {@code explain} and the manual.
 *
 * @param code the code, such as {@code E123}
 * @param name its name, a few words
 * @param sentence what is wrong and why it matters, one sentence
 * @param mend how to mend it
 * @param wrong an example of the mistake; may be empty
 * @param right the same example mended; may be empty
 * @param fixed whether no site may switch it off: secrecy and personal data
 */
public record Explanation(
        String code, String name, String sentence, String mend, String wrong, String right, boolean fixed) {

    /** Whether it is an error where nothing else is said. */
    public boolean isError() {
        return code.startsWith("E");
    }
}
