package org.gongkai.check.contradiction.sentence;

/** A text as it is read: links without their brackets and addresses, and words without marks of emphasis. */
public final class UnmarkedText {

    private UnmarkedText() {}

    /** @param places takes the place of each character of the result in the text */
    public static String read(String text, int... places) {
        StringBuilder read = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLabel = c == '[' && text.indexOf("](", i) > 0;
            if (c == ']' && text.startsWith("](", i) && text.indexOf(')', i) > 0) {
                i = text.indexOf(')', i);
            } else if (!isLabel && c != '*') {
                places[read.length()] = i;
                read.append(c);
            }
        }
        places[read.length()] = text.length();
        return read.toString();
    }
}
