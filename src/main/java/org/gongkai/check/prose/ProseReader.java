package org.gongkai.check.prose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.text.Characters;

/** Separates prose from code in Markdown, AsciiDoc and HTML, without parsing them, for speed. */
public final class ProseReader {

    private static final String TARGET_START = "](";
    private static final String SCHEME_END = "://";
    /** The address of a link or image, with its title, which is shown, up to the closing parenthesis. */
    private static final Pattern TARGET = Pattern.compile("(?:<[^<>]*+>|[^()\\s]*+(?:\\([^()]*+\\)[^()\\s]*+)*+)"
            + "(?:\\s++(?:\"(?<title>[^\"]*+)\"|'(?<other>[^']*+)'))?+\\s*+(?=\\))"
            + "|[^()]*+(?:\\([^()]*+\\)[^()]*+)*+(?=\\))");

    private static final Pattern DEFINED_LABEL = Pattern.compile("\\[[^\\]]{1,99}\\]:\\s*+(?:<[^<>]*+>|\\S++)"
            + "(?:\\s++(?:\"(?<title>[^\"]*+)\"|'(?<other>[^']*+)'|\\((?<third>[^()]*+)\\)))?+.*");
    private static final Pattern BARE_ADDRESS = Pattern.compile("[a-zA-Z]{3,9}://[!-~]+");
    private static final List<String> ADDRESS_MARKS =
            List.of("link:", "xref:", "image:", "include::", "<<", "://", "mailto:");
    private static final Pattern ASCIIDOC_ADDRESS = Pattern.compile(
            "(?<=^include::)[^\\[\\]\\s]*(?=\\[)|(?:link|xref|image|mailto)::?[^\\[\\]\\s]{0,2000}+(?=\\[)|<<[^,>]*|[a-zA-Z]{3,9}://[!-Z^-~]+");

    /** Returns an entry with its prose and its comments. */
    public EntryText read(Entry entry, String text) {
        boolean asciiDoc = HeaderParser.isAsciiDoc(entry.source().file().ending());
        List<Prose> prose = new ArrayList<>();
        CommentExtractor remarks = new CommentExtractor(entry.source().file().ending(), asciiDoc);
        String fence = "";
        int line = 1;
        // Attributes in an AsciiDoc header are fields, which are checked as such.
        boolean header = asciiDoc && entry.source().bodyLine() == 1;
        for (int at = 0; at < text.length(); line++) {
            int end = text.indexOf('\n', at);
            String content = text.substring(at, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 1;
            if (line < entry.source().bodyLine()) {
                continue;
            }
            if (header) {
                header = !content.isBlank();
                continue;
            }
            String mark = remarks.isOpen() ? "" : mark(content, asciiDoc);
            if (!fence.isEmpty()) {
                if (closes(mark, fence)) {
                    fence = "";
                } else if (fence.charAt(0) == '/') {
                    remarks.add(line, content);
                }
            } else if (!mark.isEmpty()) {
                fence = mark;
            } else {
                int number = line;
                prose.add(new Prose(
                        line,
                        prose(remarks.take(line, content, text, at), asciiDoc, title -> remarks.add(number, title))));
            }
        }
        return new EntryText(entry, text, prose, remarks.found());
    }

    /** Returns the fence that a line opens or closes; may be empty. */
    private static String mark(String line, boolean asciiDoc) {
        String stripped = line.strip();
        if (asciiDoc) {
            return stripped.length() >= 4
                            && (stripped.matches("-{4,}") || stripped.matches("\\.{4,}") || stripped.matches("/{4,}"))
                    ? stripped
                    : "";
        }
        if (!stripped.startsWith("```") && !stripped.startsWith("~~~")) {
            return "";
        }
        return stripped.substring(0, Characters.end(stripped, 0, c -> c == stripped.charAt(0)));
    }

    private static boolean closes(String mark, String fence) {
        return !mark.isEmpty() && mark.charAt(0) == fence.charAt(0) && mark.length() >= fence.length();
    }

    /** Replaces the code, the addresses and the counts of a line by {@link Prose#BLANKED}. */
    private static String prose(String line, boolean asciiDoc, Consumer<String> titles) {
        StringBuilder blanked = line.indexOf('`') < 0 ? null : new StringBuilder(CodeSpans.blanked(line));
        if (line.indexOf(']') >= 0 || line.indexOf('[') >= 0 || line.indexOf(':') >= 0 || line.indexOf('<') >= 0) {
            boolean addressed = asciiDoc
                    ? ADDRESS_MARKS.stream().anyMatch(line::contains)
                    : line.contains(TARGET_START) || line.contains("]:") || line.contains(SCHEME_END);
            if (addressed) {
                blanked = blanked == null ? new StringBuilder(line) : blanked;
                if (asciiDoc) {
                    blankAll(ASCIIDOC_ADDRESS.matcher(line), blanked);
                } else {
                    blankAddresses(line, blanked, titles);
                }
            }
        }
        return Prose.withoutCounts(blanked == null ? line : blanked.toString());
    }

    private static void blankAddresses(String line, StringBuilder blanked, Consumer<String> titles) {
        Matcher label = DEFINED_LABEL.matcher(line);
        if (label.lookingAt()) {
            title(label, List.of("title", "other", "third"), line, titles);
            blank(blanked, line.indexOf("]:") + 2, line.length());
        }
        Matcher target = TARGET.matcher(line);
        int at = line.indexOf(TARGET_START);
        while (at >= 0) {
            int next = at + TARGET_START.length();
            if (target.region(next, line.length()).lookingAt()) {
                next = target.end();
                title(target, List.of("title", "other"), line, titles);
                blank(blanked, target.start(), next);
            }
            at = line.indexOf(TARGET_START, next);
        }
        if (line.contains(SCHEME_END)) {
            blankAll(BARE_ADDRESS.matcher(line), blanked);
        }
    }

    /** Hands over the title of a link or image, all else in its line blanked. */
    private static void title(Matcher found, List<String> groups, String line, Consumer<String> titles) {
        for (String group : groups) {
            if (found.group(group) != null) {
                StringBuilder alone = new StringBuilder(line);
                blank(alone, 0, found.start(group));
                blank(alone, found.end(group), line.length());
                titles.accept(alone.toString());
            }
        }
    }

    private static void blankAll(Matcher found, StringBuilder blanked) {
        while (found.find()) {
            blank(blanked, found.start(), found.end());
        }
    }

    private static void blank(StringBuilder blanked, int from, int to) {
        for (int i = from; i < to; i++) {
            blanked.setCharAt(i, Prose.BLANKED);
        }
    }

    /**
     * Code spans within a line, which extend from a run of backticks to the next one of the same length. Runs in linear
     * time.
     */
    static final class CodeSpans {

        private CodeSpans() {}

        /** Replaces each character of code by {@link Prose#BLANKED}. */
        static String blanked(String line) {
            int first = line.indexOf('`');
            if (first < 0 || line.indexOf('`', first + 1) < 0) {
                return line;
            }
            Map<Integer, Integer> last = new HashMap<>();
            for (int at = first; at >= 0; at = line.indexOf('`', end(line, at))) {
                last.put(end(line, at) - at, at);
            }
            StringBuilder blanked = new StringBuilder(line);
            for (int at = first; at >= 0; ) {
                int text = end(line, at);
                int length = text - at;
                int behind = text;
                if (last.get(length) > at) {
                    int close = line.indexOf('`', text);
                    while (end(line, close) - close != length) {
                        close = line.indexOf('`', end(line, close));
                    }
                    behind = close + length;
                    for (int i = at; i < behind; i++) {
                        blanked.setCharAt(i, Prose.BLANKED);
                    }
                }
                at = line.indexOf('`', behind);
            }
            return blanked.toString();
        }

        private static int end(String line, int run) {
            return Characters.end(line, run, c -> c == '`');
        }
    }
}
