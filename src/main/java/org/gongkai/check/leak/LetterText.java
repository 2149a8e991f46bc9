package org.gongkai.check.leak;

/** A text without its marks: letters and digits alone, so that it is the same with emphasis, folded or broken in lines. */
final class LetterText {

    private LetterText() {}

    static String of(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                letters.append(c);
            }
        }
        return letters.toString();
    }
}
