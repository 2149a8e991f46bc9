package org.gongkai.write.document.markdown;

import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.markdown.MarkdownConverter;
import org.jsoup.Jsoup;

/** What Markdown shows, to be compared with what it was written for. */
final class RenderedWords {

    private static final LinkResolver AS_TYPED =
            (kind, destination, line, column) -> new LinkResolver.Target(destination, "");

    private RenderedWords() {}

    /** Keeps what begins a line from beginning a block; that is escaped apart. */
    private static final String BEFORE = "甲";

    /** Whether inline Markdown shows the same characters as a text, blanks aside. */
    static boolean isSame(String markdown, String text) {
        if (isPlain(markdown)) {
            return true;
        }
        String line = BEFORE + markdown.replace("\\\n", " ");
        String html = new MarkdownConverter()
                .convert(new Markup("content/a.md", line, 1), AS_TYPED)
                .html();
        return letters(Jsoup.parseBodyFragment(html).text()).equals(letters(BEFORE + text));
    }

    private static boolean isPlain(String markdown) {
        return markdown.chars().noneMatch(c -> c < 0x80 && "\\`*_[]<>&~{}|^#".indexOf(c) >= 0);
    }

    private static String letters(String text) {
        return text.replaceAll("[\\s\u3000\u00a0＿]+", "");
    }
}
