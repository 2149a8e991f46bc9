package org.gongkai.write.document.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.text.OfficialNumbering;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Block.Alignment;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.fact.BlockText;
import org.gongkai.write.document.fact.BlockText.AnnexNames;
import org.gongkai.write.document.markdown.InlineMarkdown.EscapedText;

/**
 * Writes the body of an entry. Headings that were typed with {@code 一、} and {@code （一）} get the level that the site
 * expects; numbers of sentences are text, so that each keeps its number.
 */
public record BodyMarkdown(Map<String, String> pictures, InlineMarkdown inlines, TableMarkdown tables) {

    /** A number of a paragraph with blanks after it, before Chinese: without them it is no list item. */
    private static final Pattern SPACED_NUMBER =
            Pattern.compile("^(" + OfficialNumbering.NUMBER + ")[ \t\u3000\u00a0]+(?=[\\p{IsHan}“《（])");

    private static final Pattern CHAPTER = Pattern.compile("第[一二三四五六七八九十]{1,3}章[ \u3000]+\\S.{0,20}");

    private static final Pattern FIRST = Pattern.compile("[（(]一[）)]");

    /** A picture without an address. */
    private static final Pattern LOST = Pattern.compile("!\\[([^\\]\n]*)\\]\\(" + Block.Markup.PICTURE
            + "[^)\n]*\\)|<img src=\"" + Block.Markup.PICTURE
            + "[^\"]*\" alt=\"([^\"]*)\">");

    private static final int HIGHEST = 2;
    private static final int DEEPEST = 6;

    /** @param pictures the addresses of pictures by their names */
    public BodyMarkdown(Map<String, String> pictures) {
        this(Map.copyOf(pictures), new InlineMarkdown(pictures, "\\\n"), new TableMarkdown(pictures));
    }

    /** Returns the Markdown of blocks, with the footnotes at its end. */
    public String of(List<Block> blocks, List<List<Run>> footnotes) {
        boolean hasPart = false;
        int series = 0;
        int highest = highest(blocks);
        List<String> parts = new ArrayList<>();
        Deque<Integer> items = new ArrayDeque<>();
        for (Block block : blocks) {
            int level = level(block, hasPart, highest);
            // （一） without 一、 above it is at this level as well, and so are those that follow it.
            int numbered = numberedLevel(BlockText.of(block));
            // What stands between the items of a series does not move those that follow.
            if (FIRST.matcher(BlockText.of(block)).lookingAt()) {
                series = hasPart ? HIGHEST + 1 : HIGHEST;
            }
            hasPart |= level == HIGHEST && numbered <= HIGHEST;
            if (level > 0 && numbered > HIGHEST && series > 0) {
                level = series;
            }
            boolean afterItem = !items.isEmpty();
            String text = text(block, level);
            if (level == 0 && isCaption(block, text, parts)) {
                String picture = parts.remove(parts.size() - 1);
                parts.add(picture.substring(0, picture.length() - 1) + " \"" + text + "\")");
            } else if (!text.isBlank()) {
                int depth = depth(items, block instanceof Block.Paragraph paragraph ? paragraph.bullet() : 0);
                String written = depth > 0 ? item(text, depth - 1) : text;
                parts.add((parts.isEmpty() ? "" : depth > 0 && afterItem ? "\n" : "\n\n") + written);
            }
        }
        list(parts);
        String body = String.join("", parts);
        StringBuilder definitions = new StringBuilder();
        for (int i = 0; i < footnotes.size(); i++) {
            String note = inlines.of(footnotes.get(i)).strip().replace("\\\n", " ");
            String mark = "[^" + (i + 1) + "]";
            if (body.contains(mark)) {
                definitions.append(mark).append(": ").append(note).append('\n');
            } else {
                // Its reference went with the title or into a table of HTML; without one it would not be shown.
                parts.add("\n\n注" + (i + 1) + "：" + note);
            }
        }
        return (String.join("", parts).strip() + "\n\n" + definitions).strip() + "\n";
    }

    /** Whether a line of a few words is centred below a picture, as captions are. */
    private static boolean isCaption(Block block, String text, List<String> parts) {
        return block instanceof Block.Paragraph paragraph
                && paragraph.alignment() == Alignment.CENTER
                && text.matches("[^\n\"。!*<＿\\[\\\\]{2,40}")
                && !parts.isEmpty()
                && parts.get(parts.size() - 1).strip().matches("!\\[[^\n]*]\\([^\\s\"]+\\)");
    }

    /**
     * Makes a list of paragraphs of a few words that are numbered from 1 on. Sentences remain paragraphs, and so do
     * those beside which other numbers stand: Markdown would count on.
     */
    private static void list(List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            int end = i;
            while (end < parts.size() && parts.get(end).strip().matches(end - i + 1 + "[.．][^\n。；;]{1,30}")) {
                end++;
            }
            boolean isList = end - i > 1 && !isNumbered(parts, i - 1) && !isNumbered(parts, end);
            for (int k = i; isList && k < end; k++) {
                parts.set(
                        k,
                        (k > i ? "\n" : k > 0 ? "\n\n" : "")
                                + parts.get(k).strip().replaceFirst("[.．]", ". "));
            }
        }
    }

    private static boolean isNumbered(List<String> parts, int at) {
        return at >= 0 && at < parts.size() && parts.get(at).strip().matches("(?s)\\d+[.．].*");
    }

    /** The texts of paragraphs that were centred or moved to the right, which pages do not show. */
    public static List<String> aligned(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block instanceof Block.Paragraph paragraph && paragraph.alignment() != Alignment.LEFT)
                .map(BlockText::of)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The highest level of the document's own headings that have no official number. */
    private static int highest(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block instanceof Block.Heading && numberedLevel(BlockText.of(block)) == 0)
                .mapToInt(block -> Math.max(1, ((Block.Heading) block).level()))
                .min()
                .orElse(1);
    }

    private static int numberedLevel(String text) {
        return OfficialNumbering.headingLevel(text, 0, text.length());
    }

    /** Level of the heading that a block is; 0 for none. */
    private static int level(Block block, boolean hasPart, int highest) {
        String text = BlockText.of(block);
        boolean isParagraph = block instanceof Block.Paragraph paragraph && paragraph.bullet() == 0;
        if (text.isEmpty() || text.indexOf('\n') >= 0 || !isParagraph && !(block instanceof Block.Heading)) {
            return 0;
        }
        int numbered = numberedLevel(text);
        if (numbered > 0) {
            return numbered > HIGHEST && !hasPart ? HIGHEST : numbered;
        }
        if (AnnexNames.isLabel(text) || CHAPTER.matcher(text).matches()) {
            return HIGHEST;
        }
        return block instanceof Block.Heading heading
                ? Math.min(DEEPEST, HIGHEST + Math.max(1, heading.level()) - highest)
                : 0;
    }

    private String text(Block block, int level) {
        if (block instanceof Block.Heading heading) {
            String text = inlines.of(unstyled(heading.text())).strip().replace("\\\n", " ");
            return level == 0 ? lines(text) : heading(text, level);
        }
        if (block instanceof Block.Paragraph paragraph) {
            String text = inlines.of(level > 0 ? unstyled(paragraph.text()) : paragraph.text())
                    .strip();
            if (level > 0) {
                return heading(text, level);
            }
            return lines(paragraph.bullet() > 0 ? text : withoutBlank(text));
        }
        if (block instanceof Block.Table table) {
            return tables.of(table);
        }
        if (block instanceof Block.Verbatim verbatim) {
            String fence = verbatim.text().contains("```") ? "~~~~" : "```";
            return fence + "\n" + verbatim.text().stripTrailing() + "\n" + fence;
        }
        return block instanceof Block.Markup markup ? withPictures(markup.text()) : "---";
    }

    /**
     * How deep an item lies in its list. An item without one above it is at the margin, whatever its level: indented
     * by itself it would not be an item.
     *
     * @param items the levels of the items around it, the innermost first; changed
     */
    private static int depth(Deque<Integer> items, int bullet) {
        while (!items.isEmpty() && items.peek() >= bullet) {
            items.pop();
        }
        if (bullet > 0) {
            items.push(bullet);
        }
        return items.size();
    }

    private static String item(String text, int indent) {
        return "  ".repeat(indent) + "- " + text.replace("\n", "\n" + "  ".repeat(indent + 1));
    }

    /** A heading; number signs at its end would close it. */
    private static String heading(String text, int level) {
        return "#".repeat(level) + " " + withoutBlank(text).replaceFirst("(?<=\\s)#(#*)$", "\\\\#$1");
    }

    /** Headings are bold by their level. */
    private static List<Run> unstyled(List<Run> runs) {
        return runs.stream()
                .map(run ->
                        run instanceof Run.Text text ? new Run.Text(text.text(), Run.Style.PLAIN, text.link()) : run)
                .toList();
    }

    private static String withoutBlank(String text) {
        Matcher spaced = SPACED_NUMBER.matcher(text);
        return spaced.find() ? spaced.group(1) + text.substring(spaced.end()) : text;
    }

    private static String lines(String text) {
        return text.lines().map(String::strip).map(EscapedText::lineStart).collect(Collectors.joining("\n"));
    }

    private String withPictures(String markup) {
        String text = markup;
        for (Map.Entry<String, String> picture : pictures.entrySet()) {
            text = text.replace(Block.Markup.PICTURE + picture.getKey(), picture.getValue());
        }
        if (!text.contains(Block.Markup.PICTURE)) {
            return text.strip();
        }
        // What remains has been refused and reported.
        return LOST.matcher(text)
                .replaceAll(lost -> {
                    String description = Objects.requireNonNullElseGet(lost.group(1), () -> lost.group(2));
                    return Matcher.quoteReplacement(
                            "＿＿（待补：图片" + (description.isBlank() ? "" : "“" + description.strip() + "”") + "）");
                })
                .strip();
    }
}
