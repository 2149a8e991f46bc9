package org.gongkai.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.entry.FieldSpec;
import org.gongkai.entry.FieldType;
import org.gongkai.entry.Kind;
import org.gongkai.entry.Kinds;

/** What a new entry owes to its kind; all that drafts ask of {@link Kind} is asked here. */
record KindLines(Kind kind) {

    private static final Pattern PAPER = Pattern.compile("(.*)(通知|公告|通报|报告|决议|公示)");

    /** Whether its entries have an index number. */
    static boolean isNumbered(Kind kind) {
        return !kind.name().equals(Kinds.DEFAULT);
    }

    /** Whether its entries are open to objections for some days. */
    boolean isNotice() {
        return kind.field("监督电话").isPresent();
    }

    /** A title that looks like one of the kind and asks to be changed. */
    String title(int year) {
        Matcher paper = PAPER.matcher(kind.name());
        String words = kind.name();
        if (paper.matches()) {
            words = "关于" + (paper.group(1).isEmpty() ? "某项工作" : paper.group(1)) + "的" + paper.group(2);
        }
        return year + "年" + words + "（请改标题）";
    }

    /** A comment and an empty line for each of its own fields. */
    List<String> ownFields() {
        List<String> lines = new ArrayList<>();
        for (FieldSpec field : kind.fields()) {
            lines.add("# " + field.name() + "：" + note(field.type()));
            lines.add(field.name() + ":");
        }
        return lines;
    }

    private static String note(FieldType type) {
        return switch (type) {
            case DATE -> "日期，如 2024-01-31；没有就空着。";
            case RANGE -> "起止日期，如 {起: 2024-01-01, 止: 2024-03-31}；没有就空着。";
            case NUMBER -> "数字，如 18；没有就空着。";
            case MONEY -> "以元为单位的金额，如 1234.50；没有就空着。";
            case LIST -> "列表，如 [甲, 乙]；没有就空着。";
            case REFERENCE -> "另一条的文件，从本条的文件夹算起，如 ../2023/计划.md；没有就空着。";
            case TABLE -> "表格，下面每行写一项，如 - {序号: 1, 内容: 名称}；没有就空着。";
            default -> "一段文字；没有就空着。";
        };
    }
}
