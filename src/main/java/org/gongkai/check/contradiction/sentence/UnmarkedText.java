package org.gongkai.check.contradiction.sentence;

/** A text as it is read: links without their brackets and addresses, and words without marks of emphasis. */
public final class UnmarkedText {

    private UnmarkedText() {}

    /** @param places takes the place of each character of the result in the text */
    public static String read(String text, int... places) {
        if (text.indexOf('[') < 0 && text.indexOf('*') < 0) {
            for (int i = 0; i <= text.length(); i++) {
                places[i] = i;
            }
            return text;
        }
        StringBuilder read = new StringBuilder();
        // Looked for once, as a line may have any number of brackets.
        int lastLink = text.lastIndexOf("](");
        int lastEnd = text.lastIndexOf(')');
        for (int i = 0, to = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : 0;
            if (c == ']' && text.startsWith("](", i) && lastEnd > i) {
                i = text.indexOf(')', i);
            } else if (c != '*' && (c != '[' || lastLink < i)) {
                places[to++] = i;
                if (c != 0) {
                    read.append(c);
                }
            }
        }
        return read.toString();
    }

    /** Where a sentence ends that begins at a place. */
    public static int end(String text, int from) {
        int to = from;
        while (to < text.length() && !ends(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean ends(char c) {
        return c == '。' || c == ';' || c == '!' || c == '?';
    }
}
