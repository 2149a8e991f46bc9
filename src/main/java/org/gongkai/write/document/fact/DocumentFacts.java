package org.gongkai.write.document.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.check.text.BoilerplateRule;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.DateText;
import org.gongkai.text.FullWidth;
import org.gongkai.text.Period;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.fact.BlockText.AnnexNames;

/**
 * What a document states about itself.
 *
 * @param title its title in one line; empty if none was found
 * @param number its 发文字号 in the standard notation; empty if none was found
 * @param recipients to whom it is addressed; empty if none was found
 * @param signature who signed it and when
 * @param annexes the names of annexes that are not in the document itself
 * @param body the blocks of its text
 * @param remarks what was left out or moved
 */
public record DocumentFacts(
        String title,
        String number,
        String recipients,
        Signature signature,
        List<String> annexes,
        List<Block> body,
        List<Remark> remarks) {

    /**
     * Who signed a document and when.
     *
     * @param signatory the person (签发人); empty if none was found
     * @param unit the unit; empty if none was found
     * @param signed the day, if it is stated
     */
    public record Signature(String signatory, String unit, Optional<LocalDate> signed) {}

    /** The period of a 公示, whose end may leave out the year and the month. */
    private static final Pattern NOTICE = Pattern.compile("公示(?:期|时间)[^。；\n]{0,24}?"
            + "(?:((?:19|20)\\d{2})\\s*[年/.-]\\s*)?(\\d{1,2})\\s*[月/.-]\\s*(\\d{1,2})\\s*[日号]?"
            + "\\s*(?:起)?\\s*(?:至|到|—+|－|–|-|~|～)\\s*"
            + "(?:((?:19|20)\\d{2})\\s*[年/.-]\\s*)?(?:(\\d{1,2})\\s*[月/.-]\\s*)?(\\d{1,2})\\s*[日号]?");

    private static final int LONGEST_UNIT = 40;

    private static final Pattern UNIT = Pattern.compile("[\\p{IsHan}A-Za-z0-9（）()“”·、 　]{2,}"
            + "(支部|党支部|总支|总支部|党委|党组|委员会|小组|工委|纪委|团委|办公室|组织部|宣传部|局|处|科|部|站|厂|公司|集团|中心|学校|大学|学院|医院|研究院|研究所|所|院"
            + "|会|队|办|县|市|乡|镇|街道|社区|村)"
            + "([（(][^）)]*[）)])?");

    private static final Pattern SALUTATION = Pattern.compile("([^。；;！？]{2,100})[：:]");
    private static final Pattern NO_SALUTATION = Pattern.compile(".*(如下|以下|下列|包括|要求|通知|公示期|时间|地点|附件)");

    /** What stands below a signature on paper alone: to whom it was sent besides, and who printed it (版记). */
    private static final Predicate<String> BELOW =
            Pattern.compile("(?:(?:抄送|抄报|分送)[：:].*|\\S.*日印发|[（(]?共印.*份[）)]?)?").asMatchPredicate();

    /**
     * Reads a document.
     *
     * @throws UnreadableDocument if it bears a mark of classification
     */
    public static DocumentFacts of(ImportedDocument document) throws UnreadableDocument {
        List<Block> blocks = document.blocks();
        BoilerplateRule boilerplate = new BoilerplateRule();
        DocumentHead opening = DocumentHead.of(blocks, boilerplate);
        if (!opening.secret().isEmpty()) {
            throw new UnreadableDocument("文件标着“" + opening.secret() + "”，涉密文件一律不得放进本站");
        }
        SignOff signOff = SignOff.of(blocks, opening.end());
        List<Remark> remarks = new ArrayList<>(opening.remarks());
        remarks.addAll(signOff.remarks());
        List<Block> body = new ArrayList<>();
        boolean isSigned = false;
        for (int i = opening.end(); i < blocks.size(); i++) {
            String text = BlockText.of(blocks.get(i));
            if (signOff.blocks().contains(i)) {
                isSigned = true;
                String end = signOff.isLast(blocks) ? "" : "；原文里它后面还有文字，请核对";
                remarks.add(new Remark(BlockText.place(i), "认出了落款“" + text + "”，网页上排在文末" + end, Remark.Weight.NOTE));
            } else if (boilerplate.has(text) || isSigned && !text.isEmpty() && BELOW.test(text)) {
                String what = boilerplate.has(text) ? "套话" : "版记";
                remarks.add(new Remark(BlockText.place(i), what + "“" + text + "”没有导入", Remark.Weight.LEFT_OUT));
            } else if (!BlockText.isBlank(blocks.get(i))) {
                body.add(blocks.get(i));
            }
        }
        return new DocumentFacts(
                opening.title(),
                opening.number(),
                body.isEmpty() ? "" : recipients(BlockText.of(body.get(0))),
                new Signature(
                        opening.signatory(),
                        signOff.unit().isEmpty() ? opening.unit() : signOff.unit(),
                        signOff.date().or(opening::date)),
                AnnexNames.missing(body),
                TabbedTables.of(body, remarks),
                remarks);
    }

    /** Whether the text consists of pictures alone, as scanned papers do. */
    public boolean isWithoutText() {
        return body.stream()
                .allMatch(block ->
                        block instanceof Block.Paragraph && BlockText.of(block).isEmpty());
    }

    /** What minutes state about the meeting, by the parts of the field 会议. */
    public Map<String, String> meeting() {
        return new LabelledTexts(body).meeting(title, text());
    }

    /** The first and the last day of a 公示, separated by a blank. */
    public Optional<String> notice(int year) {
        Matcher found = NOTICE.matcher(FullWidth.narrow(text()));
        if (!found.find()) {
            return Optional.empty();
        }
        String first = with("年", found.group(1)) + with("月", found.group(2)) + with("日", found.group(3));
        String last = with("年", found.group(4)) + with("月", found.group(5)) + with("日", found.group(6));
        return Period.parse(
                        first + "至" + last,
                        signature.signed().map(LocalDate::getYear).orElse(year))
                .map(period -> period.from() + " " + period.to());
    }

    private static String with(String unit, String number) {
        return number == null ? "" : number + unit;
    }

    private String text() {
        return body.stream().map(BlockText::lines).collect(Collectors.joining("\n"));
    }

    private static String recipients(String line) {
        Matcher salutation = SALUTATION.matcher(line);
        if (!salutation.matches() || NO_SALUTATION.matcher(salutation.group(1)).matches()) {
            return "";
        }
        String names = salutation.group(1).strip();
        return names.matches("[" + ChineseNumeral.TO_TEN + "0-9（(].{0,3}[、.．）)].*") ? "" : names;
    }

    /**
     * The 落款 of a document: the unit and the date at the end of its text, before the annexes.
     *
     * @param unit the units, separated by {@code 、}; empty if none was found
     * @param date the date, if there is one
     * @param blocks the indexes of the blocks that consist of it
     * @param remarks what was not understood
     */
    record SignOff(String unit, Optional<LocalDate> date, Set<Integer> blocks, List<Remark> remarks) {

        private static final int LAST = 15;
        private static final int UNITS = 4;

        static SignOff of(List<Block> blocks, int from) {
            int end = end(blocks, from);
            List<Remark> remarks = new ArrayList<>();
            for (int i = end - 1; i >= Math.max(from, end - LAST); i--) {
                String text = BlockText.of(blocks.get(i));
                Optional<LocalDate> date = DateText.written(text);
                if (date.isPresent()) {
                    return withUnits(blocks, from, i, date.get(), "");
                }
                if (DateText.isWritten(text)) {
                    remarks.add(new Remark(BlockText.place(i), "日期“" + text + "”不存在，留在正文里", Remark.Weight.LEFT_OUT));
                    continue;
                }
                Optional<DateText.Trailing> trailing = DateText.trailing(text);
                if (trailing.filter(found -> isUnit(found.before())).isPresent()) {
                    DateText.Trailing last = trailing.get();
                    return withUnits(blocks, from, i, last.date(), last.before());
                }
            }
            return new SignOff("", Optional.empty(), Set.of(), remarks);
        }

        private static SignOff withUnits(List<Block> blocks, int from, int dated, LocalDate date, String same) {
            Set<Integer> cut = new HashSet<>(Set.of(dated));
            List<String> units = new ArrayList<>(same.isEmpty() ? List.of() : List.of(same));
            List<Remark> remarks = new ArrayList<>();
            for (int i = dated - 1; i >= Math.max(from, dated - UNITS) && same.isEmpty(); i--) {
                String text = BlockText.of(blocks.get(i));
                if (BlockText.isBlank(blocks.get(i))) {
                    continue;
                }
                if (!isUnit(text)) {
                    if (units.isEmpty() && isAligned(blocks.get(i)) && !text.isEmpty()) {
                        remarks.add(
                                new Remark(BlockText.place(i), "落款“" + text + "”不像单位，留在正文里，请核对", Remark.Weight.NOTE));
                    }
                    break;
                }
                units.add(0, text.replaceAll("[\\s\u3000\u00a0]+", ""));
                cut.add(i);
            }
            return new SignOff(String.join("、", units), Optional.of(date), cut, remarks);
        }

        /** Whether nothing but annexes follows. */
        boolean isLast(List<Block> all) {
            int last = blocks.stream().mapToInt(i -> i).max().orElse(0);
            return IntStream.range(last + 1, end(all, last)).allMatch(i -> BELOW.test(BlockText.of(all.get(i))));
        }

        private static boolean isAligned(Block block) {
            return block instanceof Block.Paragraph paragraph && paragraph.alignment() == Block.Alignment.RIGHT;
        }

        /** Index of the first annex, or the number of blocks. */
        private static int end(List<Block> blocks, int from) {
            for (int i = from + 1; i < blocks.size(); i++) {
                if (AnnexNames.isLabel(BlockText.of(blocks.get(i)))) {
                    return i;
                }
            }
            return blocks.size();
        }
    }

    /** Whether a whole line is the name of a unit. */
    static boolean isUnit(String line) {
        return line.length() <= LONGEST_UNIT && UNIT.matcher(line).matches() && !line.matches(".*(的|关于|召开|开展).*");
    }
}
