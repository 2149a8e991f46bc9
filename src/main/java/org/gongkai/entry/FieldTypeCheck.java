package org.gongkai.entry;

import java.util.function.Consumer;
import org.gongkai.data.FieldReader;
import org.gongkai.data.Value;
import org.gongkai.problem.Problem;

/** Tells when a kind's field holds something of another type. */
final class FieldTypeCheck {

    private final String path;
    private final Consumer<Problem> problems;

    FieldTypeCheck(String path, Consumer<Problem> problems) {
        this.path = path;
        this.problems = problems;
    }

    void check(FieldSpec spec, Value value) {
        if (value instanceof Value.Text text && text.isBlank()) {
            return;
        }
        boolean right =
                switch (spec.type()) {
                    case TEXT, REFERENCE -> value instanceof Value.Text;
                    case LIST -> !(value instanceof Value.Fields);
                    case DATE ->
                        value instanceof Value.Text text
                                && DateText.parse(text.text()).isPresent();
                    case NUMBER ->
                        value instanceof Value.Text text && text.text().strip().matches("-?\\d+(\\.\\d+)?");
                    case MONEY ->
                        value instanceof Value.Text text
                                && text.text().strip().matches("-?\\d{1,3}(,?\\d{3})*(\\.\\d{1,2})?\\s*元?");
                    case RANGE -> isRange(value);
                    case TABLE ->
                        value instanceof Value.Items items
                                && items.items().stream().allMatch(Value.Fields.class::isInstance);
                };
        if (!right) {
            String typed = value instanceof Value.Text text ? "“" + text.text() + "”" : "";
            problems.accept(Problem.error(
                    "E106",
                    path,
                    value.line(),
                    value.column(),
                    "字段“" + spec.name() + "”的值" + typed + "不合要求",
                    hint(spec)));
        }
    }

    private static boolean isRange(Value value) {
        if (!(value instanceof Value.Fields group)) {
            return value instanceof Value.Text;
        }
        FieldReader reader = new FieldReader(group);
        return reader.text("起", "from").flatMap(DateText::parse).isPresent()
                && reader.text("止", "to").flatMap(DateText::parse).isPresent();
    }

    private static String hint(FieldSpec spec) {
        return switch (spec.type()) {
            case TEXT, REFERENCE -> "这里写一段文字，不要写成列表或分组";
            case LIST -> "这里写一个列表，如 [甲, 乙]";
            case DATE -> "请写成 2020-01-31 这样的形式";
            case NUMBER -> "请写数字，如 18";
            case MONEY -> "请写以元为单位的金额，如 1234.50";
            case RANGE -> "请写成 {起: 2020-01-01, 止: 2020-03-31}";
            case TABLE -> "请写成列表，每一项是一行，如 - {序号: 1, 内容: ……}";
        };
    }
}
