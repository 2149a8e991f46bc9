package org.gongkai.write.document.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.text.BoilerplateRule;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.DateText;
import org.gongkai.text.OfficialNumbering;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Run;

/**
 * What stands before the text of a document.
 *
 * @param title the title; empty if none was found
 * @param number the 发文字号 in the standard notation; empty if none was found
 * @param signatory the 签发人; empty if none was found
 * @param unit the unit below the title; empty if none was found
 * @param date the date below the title, if there is one
 * @param end index of the first block of the text
 * @param secret the mark of classification; empty if there is none
 * @param remarks what was left out
 */
record DocumentHead(
        String title,
        String number,
        String signatory,
        String unit,
        Optional<LocalDate> date,
        int end,
        String secret,
        List<Remark> remarks) {

    /** Number of blocks among which the title is expected. */
    private static final int FAR = 15;

    private static final Pattern SECRET = Pattern.compile("(绝\\s*密|机\\s*密|秘\\s*密)\\s*(★.*)?");
    private static final Pattern LETTERHEAD =
            Pattern.compile("(?!.*关于)[\\p{IsHan}（）()\\s]{4,40}文\\s*件|特\\s*急|加\\s*急|\\d{6}|★");

    static DocumentHead of(List<Block> blocks, BoilerplateRule boilerplate) {
        String number = "";
        String signatory = "";
        String secret = "";
        List<Remark> remarks = new ArrayList<>();
        for (int i = 0; i < Math.min(FAR, blocks.size()); i++) {
            Block block = blocks.get(i);
            String text = BlockText.of(block);
            if (text.isEmpty() && !(block instanceof Block.Paragraph) && !(block instanceof Block.Break)) {
                break;
            }
            if (text.isEmpty()) {
                continue;
            }
            if (SECRET.matcher(text).matches()) {
                secret = text;
            } else if (boilerplate.has(text)) {
                remarks.add(leftOut(i, "套话“" + text + "”没有导入"));
            } else if (LETTERHEAD.matcher(text).matches() || isRedHead(blocks, i)) {
                remarks.add(leftOut(i, "版头“" + text + "”没有导入"));
            } else if (DocumentNumber.isNumber(text)) {
                number = DocumentNumber.of(text).orElseThrow();
                signatory = DocumentNumber.signatory(text).orElse("");
            } else {
                Optional<TitleFinder.Title> title = TitleFinder.at(blocks, i);
                return title.isEmpty()
                        ? new DocumentHead("", number, signatory, "", Optional.empty(), i, secret, remarks)
                        : below(
                                blocks,
                                title.get(),
                                new DocumentHead("", number, signatory, "", Optional.empty(), i, secret, remarks));
            }
        }
        return new DocumentHead("", number, signatory, "", Optional.empty(), 0, secret, remarks);
    }

    /** Whether a unit stands above a number: the red head of a paper, which is no title (GB/T 9704-2012, 7.2.4). */
    private static boolean isRedHead(List<Block> blocks, int index) {
        return DocumentFacts.isUnit(BlockText.of(blocks.get(index)))
                && blocks.stream()
                        .skip(index + 1L)
                        .map(BlockText::of)
                        .filter(it -> !it.isEmpty())
                        .findFirst()
                        .filter(DocumentNumber::isNumber)
                        .isPresent();
    }

    /** The line below the name of a bulletin. */
    private static final Pattern ISSUE =
            Pattern.compile("(第\\s*[0-9" + ChineseNumeral.TO_TEN + "]{1,4}\\s*期)\\s*(?:[（(].*[）)])?");

    private static final Pattern EDITED = Pattern.compile("(?:主?编[印发辑]?|编辑部)$");

    /**
     * Reads the masthead of a bulletin: its number, who edited it on which day, and the heading of its first article,
     * which make its title: 支部通讯第3期：…….
     */
    private static DocumentHead masthead(List<Block> blocks, DocumentHead paper) {
        String title = paper.title;
        String unit = paper.unit;
        Optional<LocalDate> date = paper.date;
        for (int i = paper.end; i < Math.min(paper.end + FAR, blocks.size()); i++) {
            String text = BlockText.of(blocks.get(i));
            Matcher issue = ISSUE.matcher(text);
            boolean isNumbered = !title.equals(paper.title);
            String editor = DateText.trailing(text)
                    .map(it -> EDITED.matcher(it.before()).replaceFirst("").strip())
                    .filter(DocumentFacts::isUnit)
                    .orElse("");
            if (issue.matches() && !isNumbered) {
                title += issue.group(1).replaceAll("\\s", "");
            } else if (isNumbered && !editor.isEmpty() && date.isEmpty()) {
                unit = editor;
                date = DateText.trailing(text).map(DateText.Trailing::date);
            } else if (!text.isEmpty()) {
                if (!isNumbered) {
                    break;
                }
                Optional<TitleFinder.Title> article = TitleFinder.at(blocks, i);
                title += article.map(it -> "：" + it.text()).orElse("");
                int end = article.map(TitleFinder.Title::end).orElse(i);
                return new DocumentHead(
                        title, paper.number, paper.signatory, unit, date, end, paper.secret, paper.remarks);
            }
        }
        return paper;
    }

    /** Reads the number, the unit and the date that stand below the title. */
    private static DocumentHead below(List<Block> blocks, TitleFinder.Title title, DocumentHead above) {
        String number = above.number;
        String unit = "";
        Optional<LocalDate> date = Optional.empty();
        int end = title.end();
        for (int i = end; i < blocks.size(); i++) {
            String text = BlockText.of(blocks.get(i));
            String inner = text.replaceAll("^[（(]|[）)]$", "").strip();
            if (DocumentNumber.isNumber(inner) && number.isEmpty()) {
                number = DocumentNumber.of(inner).orElseThrow();
            } else if (date.isEmpty() && DateText.written(inner).isPresent()) {
                date = DateText.written(inner);
            } else if (unit.isEmpty() && DocumentFacts.isUnit(text) && isDateNext(blocks, i + 1)) {
                unit = text;
            } else if (!BlockText.isBlank(blocks.get(i))) {
                break;
            }
            end = i + 1;
        }
        return masthead(
                blocks,
                new DocumentHead(title.text(), number, above.signatory, unit, date, end, above.secret, above.remarks));
    }

    private static boolean isDateNext(List<Block> blocks, int index) {
        return index < blocks.size()
                && DateText.written(BlockText.of(blocks.get(index)).replaceAll("^[（(]|[）)]$", ""))
                        .isPresent();
    }

    private static Remark leftOut(int index, String text) {
        return new Remark(BlockText.place(index), text, Remark.Weight.LEFT_OUT);
    }

    /** Finds the title of a document: its first line that can be one, and the lines that continue it. */
    static final class TitleFinder {

        private static final int LONGEST = 80;
        private static final int LONGEST_LINE = 45;

        /** The words with which titles of papers end. */
        private static final Pattern COMPLETE =
                Pattern.compile(".*(通知|公告|通告|通报|报告|请示|批复|意见|函|纪要|决议|决定|公示|计划|规划|总结|小结|方案|要点"
                        + "|办法|制度|规定|细则|清单|名单|安排|安排表|计划表|谋划|打算|简报|倡议书|承诺书|承诺|责任书|讲话|发言|心得|体会|记录|情况|章程|规则|规程|公约|[登推申][记荐报]表|通讯|报道|策划书?|策划案|说明|须知|启事)"
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
            boolean isText = block instanceof Block.Heading
                    || block instanceof Block.Paragraph paragraph && paragraph.bullet() == 0;
            return isText
                    && hasOnlyText(block)
                    && !text.isEmpty()
                    && text.length() <= LONGEST
                    && "。；，：:;,！".indexOf(text.charAt(text.length() - 1)) < 0
                    && (text.indexOf('。') < 0 || COMPLETE.matcher(text).matches())
                    && !isNumbered(text);
        }

        private static boolean continues(Block first, String title, Block next) {
            String text = oneLine(BlockText.of(next));
            boolean isNumber = text.matches("[（(]第.{1,4}次[）)]");
            boolean isLine = !text.isEmpty()
                    && text.length() <= LONGEST_LINE
                    && title.length() + text.length() <= LONGEST
                    && "。；，：:;,".indexOf(text.charAt(text.length() - 1)) < 0
                    && (isNumber || "（(—-【".indexOf(text.charAt(0)) < 0)
                    && !isNumbered(text)
                    && !DateText.isWritten(text)
                    && !DocumentNumber.isNumber(text)
                    && !DocumentFacts.isUnit(text);
            if (!isLine || isNumber || isComplete(title) && text.length() > 1) {
                return isLine && isNumber;
            }
            return isComplete(text)
                    || text.startsWith("关于") && DocumentFacts.isUnit(title)
                    || first.getClass() == next.getClass() && isCentered(first) && isCentered(next);
        }

        /** Whether a title ends with a word that ends titles of papers, behind 的 if it says what the paper is about. */
        static boolean isComplete(String title) {
            return COMPLETE.matcher(title).matches() && !title.matches(".*关于(?!.*的.{2,16}$).{16,}");
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
            return text.replaceAll("\\p{Cf}", "")
                    .replaceAll("(?<![\\s\u3000\u00a0])[\\s\u3000\u00a0&&[^\n]]*+\n[\\s\u3000\u00a0]*", "")
                    .replaceAll("(?<=\\p{IsHan})[ \u3000\u00a0\t]+(?=\\p{IsHan})", "")
                    .strip();
        }

        private static boolean isLatin(char c) {
            return c < 0x80 && Character.isLetterOrDigit(c);
        }
    }
}
