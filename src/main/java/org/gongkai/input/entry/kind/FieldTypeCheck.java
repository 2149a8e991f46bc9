package org.gongkai.input.entry.kind;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gongkai.input.data.Value;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;
import org.gongkai.text.DateText;
import org.gongkai.text.ImpossibleTime;
import org.gongkai.text.IssueNumbers;

/**
 * Reports values that do not match the type of their field.
 *
 * @param year the year of days that name none
 */
public record FieldTypeCheck(String path, int year, Consumer<Problem> problems) {

    /** Maximum length of a text that is matched: Java's matcher recurses once per repetition. */
    private static final int MAX_LENGTH = 1_000;

    public static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    public static final Pattern MONEY = Pattern.compile("-?\\d{1,3}(,?\\d{3})*(\\.\\d{1,2})?\\s*元?");
    public static final Pattern PERCENTAGE = Pattern.compile("(100(\\.0+)?|\\d{1,2}(\\.\\d+)?)\\s*[%％]?");
    /** A post may contain a number, such as 第2党小组组长; telephone and identity numbers are longer. */
    public static final Pattern PERSON = Pattern.compile("(?:(?![0-9０-９]{3}).)*");

    public void check(FieldSpec spec, Value value) {
        check("字段“" + spec.name() + "”的值", spec, value);
    }

    private void check(String what, FieldSpec spec, Value value) {
        if (value instanceof Value.Text text && text.isBlank()) {
            return;
        }
        if (!isRight(spec, value)) {
            String typed = value instanceof Value.Text text ? "“" + text.text() + "”" : "";
            error("E106", value, what + typed + "不合要求", hint(spec, value));
        } else if (spec.type() == FieldType.RANGE && value instanceof Value.Fields group) {
            order(what, group);
        } else if (spec.type() == FieldType.TABLE && !spec.columns().isEmpty()) {
            ((Value.Items) value).items().forEach(row -> row(spec, (Value.Fields) row));
        }
    }

    private void order(String what, Value.Fields range) {
        LocalDateTime from = range.text("起", "from").flatMap(DateText::parse).orElseThrow();
        LocalDateTime to = range.text("止", "to").flatMap(DateText::parse).orElseThrow();
        if (to.isBefore(from)) {
            error(
                    "E106",
                    range.value("止", "to").orElseThrow(),
                    what + "截止" + to.toLocalDate() + "早于开始" + from.toLocalDate(),
                    "请核对起止日期");
        }
    }

    private boolean isRight(FieldSpec spec, Value value) {
        return switch (spec.type()) {
            case TEXT, REFERENCE -> value instanceof Value.Text;
            case LIST -> !(value instanceof Value.Fields);
            case DATE ->
                value instanceof Value.Text text && DateText.parse(text.text()).isPresent();
            case TIME -> value instanceof Value.Text text && !isImpossible(text);
            case ISSUE ->
                value instanceof Value.Text text
                        && !IssueNumbers.in(text.text()).isEmpty();
            case NUMBER -> matches(value, NUMBER);
            case MONEY -> matches(value, MONEY);
            case PERCENTAGE -> matches(value, PERCENTAGE);
            case PERSON -> matches(value, PERSON);
            case ENUM ->
                value instanceof Value.Text text && spec.canonical(text.text()).isPresent();
            case RANGE -> isRange(value);
            case TABLE ->
                value instanceof Value.Items items && items.items().stream().allMatch(Value.Fields.class::isInstance);
        };
    }

    private boolean isImpossible(Value.Text text) {
        return ImpossibleTime.in(text.text(), year).isPresent();
    }

    private static boolean matches(Value value, Pattern pattern) {
        return value instanceof Value.Text text
                && text.text().length() <= MAX_LENGTH
                && pattern.matcher(text.text().strip()).matches();
    }

    private void row(FieldSpec table, Value.Fields row) {
        for (Value.Field cell : row.fields()) {
            String typed = cell.key().text();
            table.column(typed)
                    .ifPresentOrElse(
                            column -> cell(table, column, cell.value()), () -> problems.accept(unknown(table, cell)));
        }
        for (String name : table.requiredColumns()) {
            FieldSpec column = table.column(name).orElseThrow();
            Value value = row.value(column.names()).orElse(null);
            if (value == null || value instanceof Value.Text text && text.isBlank()) {
                error(
                        "E135",
                        value == null ? row : value,
                        "表格“" + table.name() + "”的这一行缺少“" + name + "”",
                        "请在这一行写上“" + name + ": ……”");
            }
        }
    }

    /**
     * A word that a column does not offer is only a warning, because it is displayed as written and nothing is lost.
     */
    private void cell(FieldSpec table, FieldSpec column, Value value) {
        String what = "表格“" + table.name() + "”里“" + column.name() + "”的值";
        if (column.type() != FieldType.ENUM || !(value instanceof Value.Text text)) {
            check(what, column, value);
        } else if (!text.isBlank() && column.canonical(text.text()).isEmpty()) {
            String typed = text.text().strip();
            problems.accept(Problem.warning(
                    "W127", path, value, what + "“" + typed + "”不是可以选的词，统计时不计入", Choice.hint(column.choices(), typed)));
        }
    }

    /** An unknown column is only a warning, because it is displayed as written and nothing is lost. */
    private Problem unknown(FieldSpec table, Value.Field cell) {
        List<String> names =
                table.columns().stream().flatMap(c -> c.names().stream()).toList();
        return Problem.warning(
                "W125",
                path,
                cell.key(),
                "表格“" + table.name() + "”没有“" + cell.key().text() + "”这一列",
                Nearest.of(cell.key().text(), names)
                        .map(word -> "您是不是要写“" + word + "”")
                        .orElseGet(() -> "这一列照样显示；常用的列有："
                                + String.join(
                                        "、",
                                        table.columns().stream()
                                                .map(FieldSpec::name)
                                                .toList())));
    }

    private void error(String code, Value at, String message, String hint) {
        problems.accept(Problem.error(code, path, at, message, hint));
    }

    private boolean isRange(Value value) {
        if (!(value instanceof Value.Fields group)) {
            return value instanceof Value.Text text && !isImpossible(text);
        }
        return group.text("起", "from").flatMap(DateText::parse).isPresent()
                && group.text("止", "to").flatMap(DateText::parse).isPresent();
    }

    private String hint(FieldSpec spec, Value value) {
        Optional<String> impossible =
                value instanceof Value.Text text && (spec.type() == FieldType.TIME || spec.type() == FieldType.RANGE)
                        ? ImpossibleTime.in(text.text(), year)
                        : Optional.empty();
        return switch (spec.type()) {
            case TIME -> impossible.orElse("这里写一段文字，不要写成列表或分组");
            case ISSUE -> "请写第几期，如 3；合刊写成 3、4 或 3-4";
            case TEXT, REFERENCE -> "这里写一段文字，不要写成列表或分组";
            case LIST -> "这里写一个列表，如 [甲, 乙]";
            case DATE -> "请写成 2020-01-31 这样的形式";
            case NUMBER -> "请写数字，如 18";
            case MONEY -> "请写以元为单位的金额，如 1234.50";
            case PERCENTAGE -> "请写 0 到 100 的百分比，如 95.5%";
            case PERSON -> value instanceof Value.Text ? "请写姓名或职务；电话写在联系方式里，证件号不要公开" : "这里写一段文字，不要写成列表或分组";
            case ENUM ->
                value instanceof Value.Text text
                        ? Choice.hint(spec.choices(), text.text().strip())
                        : "可以写：" + Choice.names(spec.choices());
            case RANGE -> impossible.orElse("请写成 {起: 2020-01-01, 止: 2020-03-31}");
            case TABLE -> "请写成列表，每一项是一行，如 - {序号: 1, 内容: ……}";
        };
    }
}
