package org.gongkai.write.document.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.text.ChineseNumeral;
import org.gongkai.text.DateText;
import org.gongkai.text.FullWidth;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.FormatReader.UnreadableDocument;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.Remark;

/**
 * What a document states about itself.
 *
 * @param title its title in one line; empty if none was found
 * @param number its 发文字号 in the standard notation; empty if none was found
 * @param recipients to whom it is addressed; empty if none was found
 * @param unit the unit that signed it; empty if none was found
 * @param signed the day on which it was signed, if it is stated
 * @param annexes the names of annexes that are not in the document itself
 * @param body the blocks of its text
 * @param remarks what was left out or moved
 */
public record DocumentFacts(
        String title,
        String number,
        String recipients,
        String signatory,
        String unit,
        Optional<LocalDate> signed,
        List<String> annexes,
        List<Block> body,
        List<Remark> remarks) {

    private static final Pattern SALUTATION = Pattern.compile("([^。；;！？]{2,100})[：:]");
    private static final Pattern NO_SALUTATION = Pattern.compile(".*(如下|以下|下列|包括|要求|通知|公示期|时间|地点|附件)");

    public DocumentFacts {
        annexes = List.copyOf(annexes);
        body = List.copyOf(body);
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads a document.
     *
     * @throws UnreadableDocument if it bears a mark of classification
     */
    public static DocumentFacts of(ImportedDocument document) throws UnreadableDocument {
        List<Block> blocks = document.blocks();
        BoilerplateLines boilerplate = new BoilerplateLines();
        Opening opening = Opening.of(blocks, boilerplate);
        if (!opening.secret().isEmpty()) {
            throw new UnreadableDocument("文件标着“" + opening.secret() + "”，涉密文件一律不得放进本站");
        }
        SignOff signOff = SignOff.of(blocks, opening.end());
        List<Remark> remarks = new ArrayList<>(opening.remarks());
        remarks.addAll(signOff.remarks());
        List<Block> body = new ArrayList<>();
        for (int i = opening.end(); i < blocks.size(); i++) {
            String text = BlockText.of(blocks.get(i));
            if (signOff.blocks().contains(i)) {
                String end = signOff.isLast(blocks) ? "" : "；它后面还有文字，网页上落款排在全文最后，请核对";
                remarks.add(new Remark(BlockText.place(i), "落款“" + text + "”写进了文件头，网页会显示" + end, Remark.Weight.NOTE));
            } else if (boilerplate.has(text)) {
                remarks.add(new Remark(BlockText.place(i), "套话“" + text + "”没有导入", Remark.Weight.LEFT_OUT));
            } else if (!BlockText.isBlank(blocks.get(i))) {
                body.add(blocks.get(i));
            }
        }
        return new DocumentFacts(
                opening.title(),
                opening.number(),
                body.isEmpty() ? "" : recipients(BlockText.of(body.get(0))),
                opening.signatory(),
                signOff.unit().isEmpty() ? opening.unit() : signOff.unit(),
                signOff.date().or(opening::date),
                AnnexNames.missing(body),
                TabbedTables.of(body, remarks),
                remarks);
    }

    /** What minutes state about the meeting, by the parts of the field 会议. */
    public Map<String, String> meeting() {
        return new LinkedHashMap<>(MeetingClues.of(new LabelledTexts(body), title, text()));
    }

    /** The first and the last day of a 公示, separated by a blank. */
    public Optional<String> notice(int year) {
        return NoticeClue.in(text(), signed.map(LocalDate::getYear).orElse(year))
                .map(period -> period.from() + " " + period.to());
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
     * The period of a 公示 that a text states.
     *
     * @param from the first day
     * @param to the last day
     */
    private record NoticeClue(LocalDate from, LocalDate to) {

        private static final String DAY =
                "(?:((?:19|20)\\d{2})\\s*[年/.-]\\s*)?(\\d{1,2})\\s*[月/.-]\\s*(\\d{1,2})\\s*[日号]?";
        private static final Pattern PERIOD = Pattern.compile("公示(?:期|时间)[^。；\n]{0,24}?" + DAY
                + "\\s*(?:起)?\\s*(?:至|到|—+|－|–|-|~|～)\\s*(?:((?:19|20)\\d{2})\\s*[年/.-]\\s*)?(?:(\\d{"
                + "1,2})\\s*[月/.-]\\s*)?(\\d{1,2})\\s*[日号]?");

        /**
         * Finds the period in a text.
         *
         * @param year the year of a date that names none
         */
        static Optional<NoticeClue> in(String text, int year) {
            Matcher found = PERIOD.matcher(FullWidth.narrow(text));
            if (!found.find()) {
                return Optional.empty();
            }
            String first = found.group(1) == null ? String.valueOf(year) : found.group(1);
            String month = found.group(5) == null ? found.group(2) : found.group(5);
            Optional<LocalDate> from = DateText.day(first + "-" + found.group(2) + "-" + found.group(3));
            Optional<LocalDate> to = DateText.day(
                    (found.group(4) == null ? first : found.group(4)) + "-" + month + "-" + found.group(6));
            if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get()) && found.group(4) == null) {
                to = to.map(day -> day.plusYears(1));
            }
            return from.isPresent() && to.isPresent()
                    ? Optional.of(new NoticeClue(from.get(), to.get()))
                    : Optional.empty();
        }
    }
}
