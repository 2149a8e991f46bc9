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
import java.util.List;
import java.util.Set;
import org.gongkai.output.ObservedOutput;
import org.gongkai.site.identity.EntryMarks;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeVisitor;

/**
 * The marks of the sentences of pages, drawings and text files, with those of pictures' texts and descriptions. Of a
 * sentence its letters count: neither digits, so that the mark of a sentence that holds a number of a person cannot be
 * guessed by counting, nor punctuation, emphasis and line breaks.
 */
final class SentenceMarks {

    /** Shorter sentences are not distinctive. */
    private static final int MIN_LETTERS = 10;

    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final String ENDS = "。！？；：!?;…“”「」";

    /** Elements within a sentence; cells of a row belong together. What records hold of sentences depends on them. */
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "code", "del", "em", "i", "ins", "mark", "rb", "ruby", "s", "small", "span", "strong",
            "sub", "sup", "td", "text", "th", "tspan", "u", "wbr");

    /** Attributes that are shown or read aloud in place of an element or beside it, and those of descriptions. */
    private static final List<String> TEXTS = List.of("alt", "title", "aria-label", "content", "label", "summary");

    private SentenceMarks() {}

    static Set<String> in(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in(file.toString(), in.readNBytes(ObservedOutput.MAX_BYTES));
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

    /** The text of parts of a page, with an empty line where an element ends a sentence. */
    private static String text(List<Element> parts) {
        StringBuilder text = new StringBuilder();
        NodeVisitor visitor = new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.getWholeText());
                } else if (node instanceof Element element) {
                    TEXTS.stream().filter(element::hasAttr).forEach(name -> text.append("\n\n")
                            .append(element.attr(name))
                            .append("\n\n"));
                    end(element);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    end(element);
                }
            }

            private void end(Element element) {
                text.append(INLINE.contains(element.normalName()) ? "" : "\n\n");
            }
        };
        parts.forEach(part -> part.traverse(visitor));
        return text.toString();
    }

    private static String text(String html) {
        Document page = Jsoup.parse(html);
        page.select("script, style").remove();
        return text(List.of(page));
    }

    /**
     * The marks of the sentences that the page of an entry brings; the parts of the site around them are removed from
     * it.
     */
    static Set<String> ofEntry(Document page) {
        Elements body = page.select(".prose, .entry-main table, meta[name=description]");
        Element all = page.selectFirst("article") == null ? page.body() : page.selectFirst("article");
        all.select("nav, header, footer").remove();
        return of(text(body.select(".prose, table").isEmpty() ? List.of(all) : body));
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
