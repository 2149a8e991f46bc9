package org.gongkai.publish.release.takedown;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.site.identity.EntryMarks;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * The marks of the sentences of pages and text files. Of a sentence its letters count: neither digits, so that the mark of
 * a sentence that holds a number of a person cannot be guessed by counting, nor punctuation, emphasis and line breaks.
 */
final class Sentences {

    /** Shorter sentences are not distinctive. */
    private static final int MIN_LETTERS = 10;

    /** Of larger files the beginning is read. */
    static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final Pattern END = Pattern.compile("[。！？；：!?;…“”「」]|\\n\\s*\\n");
    private static final Pattern NO_TEXT =
            Pattern.compile("(?is)<(script|style|head)\\b.*?</\\1>|<!--.*?-->|&[#\\w]{1,10};");
    /** Cells of a row belong together. */
    private static final Pattern INLINE = Pattern.compile(
            "(?i)</?(?:a|abbr|b|code|del|em|i|ins|mark|rb|ruby|s|small|span|strong|sub|sup|td|th|u|wbr)\\b[^>]*>");

    private static final Pattern BLOCK = Pattern.compile("<[^>]*>");

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
        if (!path.endsWith(".html")) {
            return isText(content) ? of(decoded(content)) : Set.of();
        }
        String html =
                NO_TEXT.matcher(new String(content, StandardCharsets.UTF_8)).replaceAll("");
        return of(BLOCK.matcher(INLINE.matcher(html).replaceAll("")).replaceAll("\n\n"));
    }

    /** The marks of the sentences that the page of an entry brings, without those of the site around them. */
    static Set<String> ofEntry(byte[] html) {
        try {
            Document page = Jsoup.parse(new ByteArrayInputStream(html), null, "");
            Elements body = page.select(".prose, .entry-main table");
            Element all = page.selectFirst("article") == null ? page.body() : page.selectFirst("article");
            all.select("nav, header, footer").remove();
            return in(".html", (body.isEmpty() ? all.outerHtml() : body.outerHtml()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    /** Line breaks may end a sentence, as in lists, or be within. */
    private static Set<String> of(String text) {
        Set<String> marks = new HashSet<>();
        for (String part : END.split(text)) {
            add(part, marks);
            if (part.indexOf('\n') >= 0) {
                part.lines().forEach(line -> add(line, marks));
            }
        }
        return marks;
    }

    private static void add(String sentence, Set<String> marks) {
        String letters = sentence.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        if (letters.codePointCount(0, letters.length()) >= MIN_LETTERS) {
            marks.add(EntryMarks.ofSentence(letters));
        }
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
