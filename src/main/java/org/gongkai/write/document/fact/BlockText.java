package org.gongkai.write.document.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.FullWidth;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Run;

/** The plain text of blocks. */
public final class BlockText {

    private BlockText() {}

    /** The text of a heading or a paragraph without surrounding blanks; empty for other blocks. */
    public static String of(Block block) {
        if (block instanceof Block.Heading heading) {
            return of(heading.text());
        }
        return block instanceof Block.Paragraph paragraph ? of(paragraph.text()) : "";
    }

    /** The lines of a block in which facts may stand; those of a body in Markdown without what begins a block. */
    static String lines(Block block) {
        return block instanceof Block.Markup markup
                ? markup.text().replaceAll("(?m)^[#>*\\s-]+|\\*\\*", "")
                : of(block);
    }

    /** The characters of runs without surrounding blanks. */
    public static String of(List<Run> runs) {
        return runs.stream()
                .map(run -> run instanceof Run.Text text ? text.text() : "")
                .collect(Collectors.joining())
                .strip();
    }

    /** The text of a cell, with blanks between its paragraphs. */
    public static String of(Block.Cell cell) {
        return cell.content().stream()
                .map(BlockText::of)
                .collect(Collectors.joining(" "))
                .strip();
    }

    /** Whether a block is a paragraph of text alone, without pictures and footnotes, and not in a list. */
    static boolean isPlain(Block block) {
        return block instanceof Block.Paragraph paragraph
                && paragraph.bullet() == 0
                && paragraph.text().stream().allMatch(Run.Text.class::isInstance);
    }

    /** Whether a block has neither characters nor pictures. */
    public static boolean isBlank(Block block) {
        List<Run> runs = block instanceof Block.Heading heading
                ? heading.text()
                : block instanceof Block.Paragraph paragraph ? paragraph.text() : null;
        return runs != null
                && runs.stream()
                        .allMatch(run ->
                                run instanceof Run.Text text && text.text().isBlank());
    }

    /** The place of a block for remarks, from its index. */
    public static String place(int index) {
        return "第" + (index + 1) + "段";
    }

    /** Finds the list of annexes (附件说明): {@code 附件：1.名单}, and {@code 2.办法} on the next line. */
    public static final class AnnexNames {

        private static final Pattern FIRST = Pattern.compile("附\\s*件\\s*[：:]\\s*(.*)");
        private static final Pattern NUMBERED = Pattern.compile("[1-9]\\d?\\s*[.．、]\\s*(\\S.*)");
        private static final Pattern NEXT = Pattern.compile("[\\s\u3000]+(?=[1-9]\\d?\\s*[.．、])|\n");
        private static final Pattern LABEL = Pattern.compile("附\\s*件\\s*[0-9" + ChineseNumeral.TO_TEN + "]*");

        private AnnexNames() {}

        /** Returns the names of the annexes whose text is not in the document itself. */
        static List<String> missing(List<Block> blocks) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < blocks.size(); i++) {
                Matcher first = FIRST.matcher(BlockText.of(blocks.get(i)));
                if (first.matches()) {
                    add(first.group(1), names);
                    for (int j = i + 1; j < blocks.size(); j++) {
                        Matcher next = NUMBERED.matcher(BlockText.of(blocks.get(j)));
                        if (!next.matches()) {
                            break;
                        }
                        names.add(name(next.group(1)));
                    }
                    break;
                }
            }
            boolean included = blocks.stream().map(BlockText::of).anyMatch(AnnexNames::isLabel);
            return included ? List.of() : names;
        }

        /** Whether a line is the label above the text of an annex. */
        public static boolean isLabel(String line) {
            return LABEL.matcher(FullWidth.narrow(line)).matches();
        }

        private static void add(String list, List<String> names) {
            for (String item : NEXT.split(list)) {
                Matcher numbered = NUMBERED.matcher(item.strip());
                String name = name(numbered.matches() ? numbered.group(1) : item);
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }

        private static String name(String typed) {
            return typed.strip().replaceAll("[。；;，,]$", "");
        }
    }
}
