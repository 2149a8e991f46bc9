package org.gongkai.write.form;

import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.TitlePattern;

/** What to enter in a field, in one sentence. */
final class FieldHelp {

    private FieldHelp() {}

    static String of(CommonField field, Kind kind) {
        return switch (field) {
            case TITLE ->
                kind.title()
                                .map(TitlePattern::example)
                                .filter(example -> !example.isEmpty())
                                .map(example -> "如“" + example + "”，")
                                .orElse("")
                        + "写在一行里，末尾不加句号";
            case KIND -> "决定要写哪些字段";
            case CATEGORY -> "放在网站的哪个栏目；不写就放在“" + kind.column() + "”";
            case YEAR -> "四位年份，可以有几个；不写就是发布日期的年份";
            case DATE -> "从这一天起网站上看得到，不早于审批日期";
            case SIGNED -> "会议通过或者负责人签发的日期，不晚于发布日期";
            case NUMBER -> "编好以后不再改动，也不给别的条目用";
            case DOC_NUMBER -> "如 示水党支〔2025〕3号";
            case SCOPE -> "谁看得到";
            case TERM -> "公开多久";
            case CATALOGUE -> "对应党务公开目录里的哪一项";
            case VALIDITY -> "制度和文件现在是不是有效";
            case OWNER -> "谁负责这一条，姓名或职务";
            case PUBLISHER -> "以谁的名义发布，写全称";
            case TAGS -> "方便查找的词";
            case MATTER -> "同一件事的几份写同一个名称，网站把它们排在一页";
            case ATTACHMENTS -> "放在条目旁边的文件；名称不写，就显示文件名";
            case STATUS -> "草稿不公开；审批以后改成已发布";
            case NOTICE -> "公示的起止日期；按工作日公示的，写上天数";
            case SECRECY_REVIEW -> "谁在哪天审查过";
            case EXAMINATION -> "谁在哪天审核过；没有这一步的不填";
            case APPROVAL -> "谁在哪天批准发布，和审查人不是同一人";
            case ALIASES -> "从前的网址，从首页算起";
            case EXPIRES -> "从这一天起不再显示";
            case REVISED -> "发布以后改动过的，写最后一次的日子";
            case HISTORY -> "以前各版公开多少；不写就按文种的规定";
            case WITHDRAWN_ON -> "从哪天起撤回";
            case WITHDRAWN_WHY -> "为什么撤回，读者看得到";
            case MEETING -> "时间、地点和人数";
            case SUMMARY -> "一两句话，列表和搜索结果里显示";
            default -> "";
        };
    }

    static String of(FieldSpec field) {
        return switch (field.type()) {
            case TEXT -> "一段文字";
            case DATE -> "日期";
            case RANGE -> "起止日期";
            case NUMBER -> "数字";
            case MONEY -> "以元为单位的金额，如 1234.50";
            case PERCENTAGE -> "百分比，如 95.5%";
            case PERSON -> "姓名或职务，不写电话和证件号";
            case ENUM -> Choice.names(field.choices()) + "之一，要补充的写在后面的括号里";
            case LIST -> "可以有几项";
            case REFERENCE -> "另一条的文件，从本条的文件夹算起，如 ../2023/计划.md";
            case TABLE -> "一行写一项";
        };
    }
}
