package org.gongkai.data;

/** Says in plain Chinese how to mend what a YAML parser complains of in English. */
final class YamlAdvice {

    private YamlAdvice() {}

    static String of(String complaint) {
        String text = complaint == null ? "" : complaint;
        if (text.contains("mapping values are not allowed")) {
            return "值里含有冒号加空格时，请用英文双引号把整个值括起来；并检查这一行的缩进";
        }
        if (text.contains("could not find expected ':'")) {
            return "字段名后面要有英文冒号和一个空格，如“标题: 关于……的通知”";
        }
        if (text.contains("quoted scalar") || text.contains("end of stream")) {
            return "引号没有成对，请检查这里以前的引号";
        }
        if (text.contains("\\t") || text.contains("cannot start any token")) {
            return "这里不能用制表符（Tab）或特殊符号开头，请改用空格缩进，或用英文双引号把值括起来";
        }
        if (text.contains("<block end>") || text.contains("block mapping")) {
            return "请检查缩进：同一级的字段要左对齐";
        }
        if (text.contains("alias")) {
            return "以 * 或 & 开头的值请用英文双引号括起来";
        }
        return "请写成“名称: 值”的形式，冒号用英文冒号，后面空一格";
    }
}
