package org.gongkai.write.document.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.markdown.MarkdownConverter;
import org.gongkai.text.Characters;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.Run.Style;
import org.gongkai.write.document.markdown.InlineMarkdown.EscapedText.Amount;
import org.jsoup.Jsoup;

/**
 * Writes the runs of one paragraph, heading or cell.
 *
 * @param pictures the addresses of pictures by their names
 * @param newline what is written for a line break
 */
record InlineMarkdown(Map<String, String> pictures, String newline) {

    /** What stands where only a person can know the words; the check reports it until they are written. */
    static final String BLANK = "＿＿";

    /** What stands for a picture that could not be imported. */
    static final String MISSING = BLANK + "（待补：图片）";

    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|mailto:|gongkai-link:)[^\\s<>]+");
    /** A word before the mark of a line break, searched for only where words begin. */
    private static final Pattern LAST_WORD = Pattern.compile("(?<!\\S)(\\S+)\\\\\n");

    private static final Pattern ADDRESS_BEGIN = Pattern.compile("https?://|www\\.|@");
    private static final Pattern BLANKS = Pattern.compile("[ \t\u3000\u00a0]{2,}");

    /** Returns the Markdown of runs. */
    String of(List<Run> runs) {
        List<Run> merged = merged(Run.trimmed(runs));
        // Pictures and notes show nothing of their own without the rest of the document.
        List<Run> texts = merged.stream().filter(Run.Text.class::isInstance).toList();
        String words = words(merged);
        for (boolean styled : new boolean[] {true, false}) {
            for (Amount amount : List.of(Amount.NO_ADDRESSES, Amount.ALL)) {
                if (RenderedWords.isSame(joined(texts, styled, amount), words)) {
                    return joined(merged, styled, amount);
                }
            }
        }
        return joined(merged, false, Amount.REFERENCES);
    }

    private String joined(List<Run> runs, boolean styled, Amount amount) {
        String text = runs.stream().map(run -> of(run, styled, amount)).collect(Collectors.joining());
        // The mark of a line break must not become part of an address.
        return newline.startsWith("\\")
                ? LAST_WORD
                        .matcher(text)
                        .replaceAll(word -> Matcher.quoteReplacement(
                                ADDRESS_BEGIN.matcher(word.group(1)).find() ? word.group(1) + " \\\n" : word.group()))
                : text;
    }

    private static String words(List<Run> runs) {
        return runs.stream()
                .map(run -> run instanceof Run.Text text ? text.text() : "")
                .collect(Collectors.joining());
    }

    private String of(Run run, boolean styled, Amount amount) {
        if (run instanceof Run.Text text) {
            String escaped = lines(text.text(), amount);
            String linked = ADDRESS.matcher(text.link()).matches()
                            && !text.text().isBlank()
                            && !text.text().strip().equals(text.link())
                    ? "[" + escaped + "](" + address(text.link()) + ")"
                    : escaped;
            return styled && !text.style().equals(Style.PLAIN) ? styled(linked, text) : linked;
        }
        if (run instanceof Run.Footnote note) {
            return "[^" + (note.index() + 1) + "]";
        }
        Run.Image image = (Run.Image) run;
        String path = pictures.get(image.name());
        String description = image.description().isBlank() ? BLANK + "（待填：图上有什么）" : image.description();
        return path == null
                ? MISSING
                : "![" + EscapedText.of(description.replace('\n', ' '), Amount.ALL) + "](" + address(path) + ")";
    }

    /** Joins neighbouring texts of the same style, so that no marks stand between them. */
    private static List<Run> merged(List<Run> runs) {
        List<Run> merged = new ArrayList<>();
        for (Run run : runs) {
            Run last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (run instanceof Run.Text text
                    && last instanceof Run.Text before
                    && before.link().equals(text.link())
                    && (before.style().equals(text.style())
                            || text.text().isBlank() && !text.style().underlined())) {
                merged.set(merged.size() - 1, new Run.Text(before.text() + text.text(), before.style(), before.link()));
            } else {
                merged.add(run);
            }
        }
        return merged;
    }

    private String styled(String escaped, Run.Text run) {
        Style style = run.style();
        String core = escaped.strip();
        if (core.isEmpty()) {
            // Underlined blanks are a line to be filled in by hand.
            return style.underlined() && run.text().length() > 1 ? "＿".repeat(4) : escaped;
        }
        int from = escaped.indexOf(core);
        String text = core;
        text = style.superscript() ? "<sup>" + text + "</sup>" : text;
        text = style.subscript() ? "<sub>" + text + "</sub>" : text;
        text = style.underlined() && run.link().isEmpty() ? "<u>" + text + "</u>" : text;
        text = style.struck() ? "~~" + text + "~~" : text;
        text = style.italic() ? "*" + text + "*" : text;
        text = style.bold() ? "**" + text + "**" : text;
        return escaped.substring(0, from) + text + escaped.substring(from + core.length());
    }

    private String lines(String text, Amount amount) {
        String blanks = BLANKS.matcher(text.replace('\u00a0', ' ').replace('\t', '\u3000'))
                .replaceAll("\u3000");
        return EscapedText.of(blanks, amount)
                .lines()
                .map(String::strip)
                .collect(Collectors.joining(newline, lead(blanks), trail(blanks)));
    }

    private String lead(String text) {
        return text.startsWith("\n") ? newline : text.startsWith(" ") ? " " : "";
    }

    private String trail(String text) {
        return text.endsWith("\n") ? newline : text.endsWith(" ") && text.length() > 1 ? " " : "";
    }

    private static String address(String typed) {
        return typed.replace(" ", "%20")
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("<", "%3C")
                .replace(">", "%3E");
    }

    /** What Markdown shows, to be compared with what it was written for. */
    private static final class RenderedWords {

        private static final LinkResolver AS_TYPED =
                (kind, destination, line, column) -> new LinkResolver.Target(destination, "");

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

    /** Escapes text so that Markdown shows it as it is. */
    static final class EscapedText {

        /** Characters that may begin markup within a line. */
        private static final String ANYWHERE = "\\`[]<*_~";

        private static final Pattern ADDRESS =
                Pattern.compile("(?:https?://|www\\.)[^\\s<\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]+");

        private static final int LONGEST_REFERENCE = 34;

        private EscapedText() {}

        /** How much is escaped. */
        enum Amount {
            /** Addresses stand as typed, so that they become links. */
            NO_ADDRESSES,
            ALL,
            /** All ASCII punctuation is written as character references, which are never markup. */
            REFERENCES
        }

        /** Escapes a text within a line. */
        static String of(String text, Amount amount) {
            if (amount == Amount.ALL) {
                return of(text);
            }
            StringBuilder out = new StringBuilder();
            if (amount == Amount.REFERENCES) {
                text.codePoints().forEach(point -> {
                    boolean isMark = point > ' ' && point < 0x7f && !Character.isLetterOrDigit(point);
                    out.append(isMark ? "&#" + point + ";" : Character.toString(point));
                });
                return out.toString();
            }
            Matcher addresses = ADDRESS.matcher(text);
            int from = 0;
            while (addresses.find()) {
                out.append(of(text.substring(from, addresses.start()))).append(addresses.group());
                from = addresses.end();
            }
            return out.append(of(text.substring(from))).toString();
        }

        private static String of(String text) {
            StringBuilder out = new StringBuilder(text.length() + 8);
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean isMark = ANYWHERE.indexOf(c) >= 0
                        || c == '&' && isReference(text, i)
                        || c == '{' && (next(text, i) == '{' || closes(text, i))
                        || c == '^' && next(text, i) == '['
                        || c == '!' && next(text, i) == '[';
                if (isMark
                        && !(c == '_' && isWithinWord(text, i))
                        && !(c == '~' && next(text, i) != '~' && before(text, i) != '~')) {
                    out.append('\\');
                }
                out.append(c);
            }
            return out.toString();
        }

        /** Escapes the beginning of a line, whose text is escaped already. */
        static String lineStart(String line) {
            if (line.isEmpty()) {
                return line;
            }
            char first = line.charAt(0);
            if ("#>|:=".indexOf(first) >= 0 || (first == '-' || first == '+') && isBullet(line)) {
                return "\\" + line;
            }
            int digits = Characters.end(line, 0, Characters::isDigit);
            boolean isItem = digits > 0
                    && digits < 10
                    && digits < line.length()
                    && ".)".indexOf(line.charAt(digits)) >= 0
                    && (digits + 1 == line.length() || line.charAt(digits + 1) == ' ');
            return isItem ? line.substring(0, digits) + "\\" + line.substring(digits) : line;
        }

        private static boolean isBullet(String line) {
            return line.length() == 1 || line.charAt(1) == ' ' || line.chars().allMatch(c -> c == '-' || c == ' ');
        }

        private static boolean isReference(String text, int at) {
            String near = text.substring(at, Math.min(text.length(), at + LONGEST_REFERENCE));
            int end = near.indexOf(';');
            return end > 1 && near.substring(1, end).matches("#?[A-Za-z0-9]+");
        }

        /** Whether a brace at an index closes at the end of the text or of a line, where attributes stand. */
        private static boolean closes(String text, int at) {
            return text.lastIndexOf('}') > at;
        }

        /** Whether a low line stands between letters or digits, where it is no markup. */
        private static boolean isWithinWord(String text, int at) {
            return isWord(before(text, at)) && isWord(next(text, at));
        }

        private static boolean isWord(char c) {
            return c < 0x80 && Character.isLetterOrDigit(c);
        }

        private static char next(String text, int at) {
            return at + 1 < text.length() ? text.charAt(at + 1) : 0;
        }

        private static char before(String text, int at) {
            return at > 0 ? text.charAt(at - 1) : 0;
        }
    }
}
