package org.gongkai.write.document.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;

/** Replaces lines that only a generator understands: containers, tables of contents, the mark of the excerpt. */
record GeneratorLines(List<Remark> remarks) {

    private static final Pattern CONTAINER = Pattern.compile("\\s{0,3}:{3,}\\s*([\\w-]+)\\s*(.*)");
    private static final Pattern END = Pattern.compile("\\s{0,3}:{3,}\\s*");
    private static final Pattern CONTENTS =
            Pattern.compile("(?i)\\s*(@?\\[\\[?_?toc_?\\]\\]?|<!--\\s*toc\\s*-->|\\{:\\s*toc\\s*\\}|\\*\\s+toc)\\s*");
    private static final Pattern MORE = Pattern.compile("(?i)<!--\\s*more\\s*-->");
    private static final Pattern ATTRIBUTES = Pattern.compile("\\s*\\{:[^}]*\\}\\s*$");
    private static final Map<String, String> LABELS = Map.of(
            "tip", "提示", "warning", "注意", "danger", "警告", "caution", "注意", "info", "说明", "note", "说明", "details", "详情");

    String replaced(MarkupLines lines) {
        List<String> kept = new ArrayList<>();
        int offset = 0;
        for (String line : lines.text().split("\n", -1)) {
            if (line.isEmpty() || lines.isCode(offset)) {
                kept.add(line);
            } else {
                kept.add(line(line, lines.place(offset)));
            }
            offset += line.length() + 1;
        }
        return String.join("\n", kept);
    }

    private String line(String line, String place) {
        Matcher container = CONTAINER.matcher(line);
        if (container.matches()) {
            String name = container.group(1).toLowerCase(Locale.ROOT);
            String title = container.group(2).isBlank()
                    ? LABELS.getOrDefault(name, "")
                    : container.group(2).strip();
            note(place, "提示框 " + line.strip() + " 只留下标题和里面的文字");
            return title.isEmpty() ? "" : "**" + title.replace("*", "\\*") + "**\n";
        }
        if (END.matcher(line).matches()) {
            return "";
        }
        if (CONTENTS.matcher(line).matches()) {
            note(place, "目录标记 " + line.strip() + " 已删去，网页自己有目录");
            return "";
        }
        String text = line;
        if (MORE.matcher(text).find()) {
            note(place, "摘要标记 <!--more--> 已删去");
            text = MORE.matcher(text).replaceAll("");
        }
        Matcher attributes = ATTRIBUTES.matcher(text);
        if (text.contains("{:") && attributes.find()) {
            note(place, "样式 " + attributes.group().strip() + " 已删去");
            text = text.substring(0, attributes.start());
        }
        return text;
    }

    private void note(String place, String text) {
        remarks.add(new Remark(place, text, Weight.NOTE));
    }
}
