package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.site.identity.EntryMarks;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;

/**
 * The marks of the sentences of pages, drawings and text files, with those of pictures' texts and descriptions. Of a
 * sentence its letters count: neither digits, so that the mark of a sentence that holds a number of a person cannot be
 * guessed by counting, nor punctuation, emphasis and line breaks.
 */
final class Sentences {

    /** Shorter sentences are not distinctive. */
    private static final int MIN_LETTERS = 10;

    /** A longer one is no reference to a character. */
    private static final int MAX_REFERENCE = 12;

    /** Of larger files the beginning is read. */
    static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final String ENDS = "。！？；：!?;…“”「」";

    /** Elements within a sentence; cells of a row belong together. */
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "code", "del", "em", "i", "ins", "mark", "rb", "ruby", "s", "small", "span", "strong",
            "sub", "sup", "td", "text", "th", "tspan", "u", "wbr");

    /** Elements without text for readers. */
    private static final Set<String> SILENT = Set.of("script", "style");

    /** Attributes that are shown or read aloud in place of an element or beside it, and those of descriptions. */
    private static final Pattern TEXTS =
            Pattern.compile("\\s(?i:alt|title|aria-label|content|label|summary)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private Sentences() {}

    /** The marks of the sentences of a file. */
    static Set<String> in(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in(file.toString(), in.readNBytes(MAX_BYTES));
        }
    }

    /**
     * The same.
     *
     * @param path its path; pages end in {@code .html}
     */
    static Set<String> in(String path, byte[] content) {
        if (path.endsWith(".html")) {
            return of(text(new String(content, StandardCharsets.UTF_8)));
        }
        if (!isText(content)) {
            return Set.of();
        }
        return of(path.endsWith(".svg") ? text(decoded(content)) : decoded(content));
    }

    /**
     * The text of a page, with an empty line where an element ends a sentence. Pages are many, so they are not parsed.
     */
    private static String text(String html) {
        StringBuilder text = new StringBuilder(html.length());
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            int end = c == '<' ? html.indexOf('>', at) : c == '&' ? html.indexOf(';', at) : -1;
            if (c == '<') {
                String name = name(html, at + 1);
                if (html.startsWith("<!--", at)) {
                    end = html.indexOf("-->", at) + 2;
                } else if (!html.startsWith("</", at) && SILENT.contains(name)) {
                    end = html.indexOf("</" + name, at) - 1;
                } else if (end > at) {
                    attributes(html.substring(at, end), text);
                }
                if (!INLINE.contains(name)) {
                    text.append("\n\n");
                }
            } else if (c != '&') {
                text.append(c);
            } else if (end - at > MAX_REFERENCE) {
                end = at;
            }
            at = Math.max(end, at) + 1;
        }
        return text.toString();
    }

    private static void attributes(String tag, StringBuilder text) {
        for (Matcher found = TEXTS.matcher(tag); found.find(); ) {
            String value = found.group(1) == null ? found.group(2) : found.group(1);
            text.append("\n\n").append(Parser.unescapeEntities(value, true)).append("\n\n");
        }
    }

    private static String name(String html, int at) {
        int from = html.startsWith("/", at) ? at + 1 : at;
        int to = from;
        while (to < html.length() && Character.isLetterOrDigit(html.charAt(to))) {
            to++;
        }
        return html.substring(from, to).toLowerCase(Locale.ROOT);
    }

    /**
     * The marks of the sentences that the page of an entry brings; the parts of the site around them are removed from
     * it.
     */
    static Set<String> ofEntry(Document page) {
        Elements body = page.select(".prose, .entry-main table, meta[name=description]");
        Element all = page.selectFirst("article") == null ? page.body() : page.selectFirst("article");
        all.select("nav, header, footer").remove();
        return of(text(body.select(".prose, table").isEmpty() ? all.outerHtml() : body.outerHtml()));
    }

    /** A line break may end a sentence, as in lists, or be within; an empty line ends it. */
    private static Set<String> of(String text) {
        Set<String> marks = new HashSet<>();
        StringBuilder sentence = new StringBuilder();
        StringBuilder line = new StringBuilder();
        boolean empty = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c) || Character.isSurrogate(c)) {
                sentence.append(c);
                line.append(c);
            } else if (c == '\n' || ENDS.indexOf(c) >= 0) {
                add(line, marks);
                if (c != '\n' || empty) {
                    add(sentence, marks);
                }
            }
            empty = c == '\n' || empty && Character.isWhitespace(c);
        }
        add(line, marks);
        add(sentence, marks);
        return marks;
    }

    private static void add(StringBuilder letters, Set<String> marks) {
        if (letters.length() >= MIN_LETTERS) {
            marks.add(EntryMarks.ofSentence(letters.toString()));
        }
        letters.setLength(0);
    }

    private static boolean isText(byte[] content) {
        for (int i = 0; i < Math.min(1024, content.length); i++) {
            if (content[i] == 0) {
                return isUtf16(content);
            }
        }
        return true;
    }

    private static boolean isUtf16(byte[] content) {
        return content.length > 1 && (content[0] == -1 && content[1] == -2 || content[0] == -2 && content[1] == -1);
    }

    private static String decoded(byte[] content) {
        try {
            return (isUtf16(content) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, GB18030);
        }
    }
}
