package org.gongkai.write.document.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.DateText;
import org.gongkai.text.OfficialNumbering;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Run;

/** Finds the title of a document: its first line that can be one, and the lines that continue it. */
final class TitleFinder {

    private static final int LONGEST = 80;
    private static final int LONGEST_LINE = 45;

    /** The words with which titles of papers end. */
    private static final Pattern COMPLETE = Pattern.compile(".*(通知|公告|通告|通报|报告|请示|批复|意见|函|纪要|决议|决定|公示|计划|规划|总结|小结|方案|要点"
            + "|办法|制度|规定|细则|清单|名单|安排|安排表|计划表|谋划|打算|简报|倡议书|承诺书|承诺|责任书|讲话|发言|心得|体会|记录|情况|章程|规则|公约|登记表|通讯|报道)"
            + "\\s*([（(][^）)]*[）)])?");

    private TitleFinder() {}

    /**
     * A title.
     *
     * @param text its text in one line
     * @param end index of the first block after it
     */
    record Title(String text, int end) {}

    /** Finds the title that begins at a block; empty if the block is none. */
    static Optional<Title> at(List<Block> blocks, int index) {
        Block first = blocks.get(index);
        if (BlockText.of(first).length() > 2 * LONGEST) {
            return Optional.empty();
        }
        String text = oneLine(BlockText.of(first));
        boolean isTitle = first instanceof Block.Heading heading && heading.level() == 0;
        if (!isTitle && !canBeTitle(first, text)) {
            return Optional.empty();
        }
        int end = index + 1;
        while (end < blocks.size() && continues(first, text, blocks.get(end))) {
            String more = oneLine(BlockText.of(blocks.get(end)));
            text += isLatin(text.charAt(text.length() - 1)) && isLatin(more.charAt(0)) ? " " + more : more;
            end++;
        }
        return Optional.of(new Title(text, end));
    }

    private static boolean canBeTitle(Block block, String text) {
        boolean isText =
                block instanceof Block.Heading || block instanceof Block.Paragraph paragraph && paragraph.bullet() == 0;
        return isText
                && hasOnlyText(block)
                && !text.isEmpty()
                && text.length() <= LONGEST
                && "。；，：:;,！".indexOf(text.charAt(text.length() - 1)) < 0
                && (text.indexOf('。') < 0 || COMPLETE.matcher(text).matches())
                && !isNumbered(text);
    }

    private static boolean continues(Block first, String title, Block next) {
        String typed = BlockText.of(next);
        String text = typed.length() > LONGEST ? "" : oneLine(typed);
        boolean isLine = !text.isEmpty()
                && text.length() <= LONGEST_LINE
                && title.length() + text.length() <= LONGEST
                && "。；，：:;,".indexOf(text.charAt(text.length() - 1)) < 0
                && "（(—-【".indexOf(text.charAt(0)) < 0
                && !isNumbered(text)
                && !DateText.isWritten(text)
                && !DocumentNumber.isNumber(text)
                && !UnitName.isUnit(text);
        if (!isLine || isComplete(title)) {
            return false;
        }
        return isComplete(text) || first.getClass() == next.getClass() && isCentered(first) && isCentered(next);
    }

    /** Whether a title ends with a word that ends titles of papers. */
    static boolean isComplete(String title) {
        return COMPLETE.matcher(title).matches();
    }

    private static boolean isCentered(Block block) {
        return block instanceof Block.Paragraph paragraph && paragraph.alignment() == Block.Alignment.CENTER
                || block instanceof Block.Heading heading && heading.level() == 0;
    }

    private static boolean hasOnlyText(Block block) {
        List<Run> runs = block instanceof Block.Heading heading ? heading.text() : ((Block.Paragraph) block).text();
        return runs.stream().noneMatch(Run.Image.class::isInstance);
    }

    private static boolean isNumbered(String text) {
        return text.matches("\\d{1,3}([.．]\\d{1,3})*[.．、]?[\\s\u3000].*|[•●○◆■□▪].*")
                || OfficialNumbering.opens(text, 0, text.length())
                        && !text.matches("第[" + ChineseNumeral.TO_TEN + "]+(党支部|支部|党小组|次).*");
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\u3000\u00a0]*\n[\\s\u3000\u00a0]*", "")
                .replaceAll("(?<=\\p{IsHan})[ \u3000\u00a0\t]+(?=\\p{IsHan})", "")
                .strip();
    }

    private static boolean isLatin(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }
}
