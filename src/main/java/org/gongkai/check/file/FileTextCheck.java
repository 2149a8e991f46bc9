package org.gongkai.check.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.gongkai.check.personal.HiddenData;
import org.gongkai.check.personal.IdNumbers;
import org.gongkai.check.personal.Personal;
import org.gongkai.check.personal.Personal.PersonalKind;
import org.gongkai.check.personal.PersonalData;
import org.gongkai.check.personal.PersonalDataRule;
import org.gongkai.check.personal.PrivacySettings;
import org.gongkai.check.prose.DisplayedLine;
import org.gongkai.check.text.SecrecyRule;
import org.gongkai.input.attachment.AttachmentContent;
import org.gongkai.input.attachment.ContentType;
import org.gongkai.input.attachment.TextPiece;
import org.gongkai.input.attachment.TextPiece.Nature;
import org.gongkai.input.data.Value;
import org.gongkai.input.source.Namesake;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;

/**
 * Searches the texts of a file for personal data and secrecy markings, and the columns of tables with a heading about
 * birth for days.
 */
final class FileTextCheck {

    /** The epoch of dates in worksheets. */
    private static final LocalDate SHEET_EPOCH = LocalDate.of(1899, 12, 30);

    private final PersonalData data = new PersonalData();
    private final HiddenData hidden = new HiddenData(data);
    private final PrivacySettings privacy;

    FileTextCheck(PrivacySettings privacy) {
        this.privacy = privacy;
    }

    void check(String path, AttachmentContent inspection, Consumer<Problem> problems) {
        Set<String> birthColumns = new HashSet<>();
        Set<String> known = new HashSet<>();
        // Of what programs store beside the shown, only what is not shown as well is reported.
        List<TextPiece> pieces = inspection.pieces().stream()
                .sorted(Comparator.comparing(piece -> piece.nature() == Nature.STORED))
                .toList();
        for (TextPiece piece : pieces) {
            secrecy(path, piece, known, problems);
            // Settings are published nowhere.
            namesakes(
                    path.startsWith(SourceTree.DATA) ? "" : piece.text(),
                    path,
                    new Value.Text("", piece.line(), column(piece, 0)),
                    where(piece),
                    problems);
            List<Personal> found = new ArrayList<>(data.scan(piece.text()));
            hidden.find(piece.text(), new DisplayedLine.Reader(), found);
            String column = piece.within() + "\t" + piece.where() + "\t" + piece.cell();
            if (piece.cell() > 0 && piece.text().matches("[^0-9]{0,10}(出生|生日)[^0-9]{0,10}")) {
                birthColumns.add(column);
            } else if (birthColumns.contains(column)) {
                day(piece.text(), piece.type(), found);
            }
            for (Personal personal : found) {
                if (!privacy.allows(personal) && isNew(known, piece, personal.kind() + " " + personal.value())) {
                    problems.accept(PersonalDataRule.problem(
                            personal, path, piece.line(), column(piece, personal.start()), where(piece)));
                }
            }
        }
    }

    private static boolean isNew(Set<String> known, TextPiece piece, String found) {
        return known.add(found) || piece.nature() != Nature.STORED;
    }

    /** In a table 秘密 may be the name of a level; with a star it is always a marking. */
    private static void secrecy(String path, TextPiece piece, Set<String> known, Consumer<Problem> problems) {
        String text = piece.text();
        int from = 0;
        for (String line : text.split("[\\r\\n]", -1)) {
            int start = from;
            SecrecyRule.shownIn(line)
                    .filter(mark -> piece.cell() == 0 || mark.words().matches("(?s).*[★☆，,、].*|.*外传.*"))
                    .filter(mark -> isNew(known, piece, mark.words()))
                    .ifPresent(mark -> problems.accept(Problem.error(
                            mark.code(),
                            path,
                            piece.line(),
                            column(piece, start + mark.start()),
                            where(piece) + "的" + mark.message(),
                            mark.hint())));
            from += line.length() + 1;
        }
    }

    /** What a file says as it is cannot be left out for readers. */
    static void namesakes(String text, String path, Position at, String where, Consumer<Problem> problems) {
        Namesake.in(text).stream()
                .limit(1)
                .forEach(told -> problems.accept(Problem.error(
                        "E390", path, at, where + "写着标识“" + told.mark() + "”，读者会看到", "写姓名就可以，请删去括号和里面的标识")));
    }

    private static void day(String text, ContentType type, List<Personal> found) {
        Matcher day = PersonalData.FULL_DAY.matcher(text);
        if (day.find() && IdNumbers.isDay(PersonalData.digits(day))) {
            found.add(new Personal(PersonalKind.BIRTH_DATE, day.start(), PersonalData.digits(day)));
        } else if (text.matches("\\d{8}") && IdNumbers.isDay(text)) {
            found.add(new Personal(PersonalKind.BIRTH_DATE, 0, text));
        } else if (type == ContentType.XLSX && text.matches("\\d{4,5}")) {
            LocalDate date = SHEET_EPOCH.plusDays(Integer.parseInt(text));
            // Worksheets store a month as its first day, and a year is a number of four digits.
            if (date.getDayOfMonth() != 1 && date.getYear() >= 1930) {
                found.add(
                        new Personal(PersonalKind.BIRTH_DATE, 0, date.toString().replace("-", "")));
            }
        }
    }

    private static int column(TextPiece piece, int start) {
        return switch (piece.type()) {
            case XLSX, PDF, OFD, DOC, XLS, PPT, OLE -> piece.column();
            default ->
                piece.nature() == Nature.STORED
                        ? 1
                        : piece.column() + piece.text().codePointCount(0, start);
        };
    }

    /** The position in Chinese: worksheets have cells, documents paragraphs, PDF files pages. */
    private static String where(TextPiece piece) {
        String nature =
                switch (piece.nature()) {
                    case HIDDEN -> "隐藏的";
                    case DELETED -> "已删去的";
                    default -> "";
                };
        String where = piece.where();
        String file = piece.within().isEmpty() ? "" : "里面嵌入的文件“" + piece.within() + "”";
        if (piece.nature() == Nature.STORED) {
            return file + (where.isEmpty() ? "看不见的地方" : "里面看不见的“" + where + "”");
        }
        return file
                + switch (piece.type()) {
                    case XLSX ->
                        piece.cell() > 0 ? where + nature + "单元格 " + letters(piece.cell()) + piece.line() + " " : where;
                    case DOCX, PPTX -> where + nature + "第 " + piece.line() + " 段";
                    case PDF, OFD -> where + "第 " + piece.line() + " 页";
                    default -> where.isEmpty() && file.isEmpty() ? "这里" : where;
                };
    }

    private static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
