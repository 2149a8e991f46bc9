package org.gongkai.leak;

/** A text without its marks: letters and digits alone, so that it is the same with emphasis, folded or broken in lines. */
final class Letters {

    private Letters() {}

    static String of(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
