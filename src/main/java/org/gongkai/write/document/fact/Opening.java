package org.gongkai.write.document.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.text.DateText;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Remark;

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
record Opening(
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
            Pattern.compile("(?!.*关于)[\\p{IsHan}（）()\\s]{4,40}文\\s*件|特\\s*急|加\\s*急|\\d{6}");

    static Opening of(List<Block> blocks, BoilerplateLines boilerplate) {
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
            } else if (LETTERHEAD.matcher(text).matches()) {
                remarks.add(leftOut(i, "版头“" + text + "”没有导入"));
            } else if (DocumentNumber.isNumber(text)) {
                number = DocumentNumber.of(text).orElseThrow();
                signatory = DocumentNumber.signatory(text).orElse("");
            } else {
                Optional<TitleFinder.Title> title = TitleFinder.at(blocks, i);
                return title.isEmpty()
                        ? new Opening("", number, signatory, "", Optional.empty(), i, secret, remarks)
                        : below(
                                blocks,
                                title.get(),
                                new Opening("", number, signatory, "", Optional.empty(), i, secret, remarks));
            }
        }
        return new Opening("", number, signatory, "", Optional.empty(), 0, secret, remarks);
    }

    /** Reads the number, the unit and the date that stand below the title. */
    private static Opening below(List<Block> blocks, TitleFinder.Title title, Opening above) {
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
            } else if (unit.isEmpty() && UnitName.isUnit(text) && isDateNext(blocks, i + 1)) {
                unit = text;
            } else if (!BlockText.isBlank(blocks.get(i))) {
                break;
            }
            end = i + 1;
        }
        return new Opening(title.text(), number, above.signatory, unit, date, end, above.secret, above.remarks);
    }

    private static boolean isDateNext(List<Block> blocks, int index) {
        return index < blocks.size()
                && DateText.written(BlockText.of(blocks.get(index)).replaceAll("^[（(]|[）)]$", ""))
                        .isPresent();
    }

    private static Remark leftOut(int index, String text) {
        return new Remark(BlockText.place(index), text, Remark.Weight.LEFT_OUT);
    }
}
