package org.gongkai.render.page;

/** Extracts the first sentences of a body as plain text. */
final class Summary {

    /** Characters of a summary: two lines of a list. */
    static final int LENGTH = 100;

    private Summary() {}

    /** The text of the first paragraphs, cut at {@link #LENGTH} characters. */
    static String of(String html) {
        StringBuilder text = new StringBuilder(LENGTH + 20);
        for (int start = html.indexOf("<p");
                start >= 0 && text.length() < LENGTH;
                start = html.indexOf("<p", start + 2)) {
            int open = html.indexOf('>', start);
            int end = html.indexOf("</p>", start);
            if (open < 0 || end < open || html.startsWith("<pre", start)) {
                continue;
            }
            separate(text);
            append(text, html, open + 1, end);
        }
        String summary = text.toString().strip();
        int cut = summary.offsetByCodePoints(0, Math.min(LENGTH, summary.codePointCount(0, summary.length())));
        return cut < summary.length() ? summary.substring(0, cut) + "……" : summary;
    }

    /** Keeps paragraphs apart that no punctuation ends, such as those of cells. */
    private static void separate(StringBuilder text) {
        if (text.length() > 0 && Character.isLetterOrDigit(text.charAt(text.length() - 1))) {
            text.append(' ');
        }
    }

    private static void append(StringBuilder text, String html, int start, int end) {
        int i = start;
        while (i < end && text.length() < LENGTH + 20) {
            char c = html.charAt(i);
            if (c == '<') {
                i = html.indexOf('>', i) + 1;
                continue;
            }
            if (c == '&') {
                int semicolon = html.indexOf(';', i);
                if (semicolon > 0 && semicolon - i < 9) {
                    text.append(character(html.substring(i + 1, semicolon)));
                    i = semicolon + 1;
                    continue;
                }
            }
            text.append(c == '\n' ? ' ' : c);
            i++;
        }
    }

    private static String character(String name) {
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "nbsp" -> " ";
            default -> name.matches("#\\d{1,6}") ? Character.toString(Integer.parseInt(name.substring(1))) : "";
        };
    }
}
