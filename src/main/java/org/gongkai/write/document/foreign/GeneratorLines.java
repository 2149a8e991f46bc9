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
    private static final Pattern ALERT = Pattern.compile("(\\s{0,3}>\\s*)\\[!(\\w+)\\][+-]?\\s*(.*)");
    private static final Pattern TAB = Pattern.compile("\\s*@tab(?::active)?\\s+(.+?)");
    private static final Pattern INCLUDED = Pattern.compile(
            "\\s*(?:<!--\\s*@include:?\\s*(\\S+?)\\s*-->|<<<\\s*(\\S+).*|@\\[code[^\\]]*\\]\\((\\S+)\\))\\s*");
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("tip", "提示"),
            Map.entry("hint", "提示"),
            Map.entry("success", "提示"),
            Map.entry("warning", "注意"),
            Map.entry("attention", "注意"),
            Map.entry("notice", "注意"),
            Map.entry("caution", "注意"),
            Map.entry("danger", "警告"),
            Map.entry("error", "警告"),
            Map.entry("important", "重要"),
            Map.entry("info", "说明"),
            Map.entry("note", "说明"),
            Map.entry("callout", "说明"),
            Map.entry("alert", "注意"),
            Map.entry("admonition", "说明"),
            Map.entry("details", "详情"),
            Map.entry("expand", "详情"));

    /** Whether a name is that of a container for a hint. */
    static boolean isContainer(String name) {
        return LABELS.containsKey(name);
    }

    /** What stands above the text of a hint: what was typed as its title, else what its name or style means. */
    static String label(String name, String title, String typed) {
        String style = LABELS.keySet().stream()
                .filter(key -> typed.toLowerCase(Locale.ROOT).matches(".*\\b" + key + "\\b.*"))
                .sorted()
                .findFirst()
                .orElse(name);
        return title.isBlank() ? LABELS.getOrDefault(style, "") : title.strip();
    }

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
            String title = label(name, container.group(2), "");
            note(place, "提示框 " + line.strip() + " 只留下标题和里面的文字");
            return title.isEmpty() ? "" : "**" + title.replace("*", "\\*") + "**" + MarkupLines.BREAK;
        }
        Matcher included = INCLUDED.matcher(line);
        if (included.matches()) {
            String file = included.group().strip().replaceAll("^<!--\\s*|\\s*-->$", "");
            remarks.add(new Remark(place, "引用别的文件的 " + file + " 没有导入，请照原来的网站补上", Weight.LEFT_OUT));
            return "";
        }
        Matcher alert = ALERT.matcher(line);
        if (alert.matches() && isContainer(alert.group(2).toLowerCase(Locale.ROOT))) {
            note(place, "提示框 [!" + alert.group(2) + "] 换成了引文，第一行是标题");
            return alert.group(1) + "**" + label(alert.group(2).toLowerCase(Locale.ROOT), alert.group(3), "") + "**\\";
        }
        Matcher tab = TAB.matcher(line);
        if (tab.matches()) {
            return "**" + tab.group(1).replace("*", "\\*") + "**";
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
