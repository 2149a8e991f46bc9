package org.gongkai.check.leak;

/** The letters and digits of a text, which do not change by emphasis, folding or line breaks. */
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
