package org.gongkai.write.document.foreign;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;

/** Replaces pairs of tags around code, around text that is not to be read as tags, and around quotations. */
record VerbatimTags(List<Remark> remarks) {

    private static final Pattern OPEN = Pattern.compile(
            "(?:\\{%-?|\\{\\{[<%])\\s*(highlight|codeblock|code|raw|blockquote|quote|centerquote|cq|pullquote)\\b"
                    + "([^{}\n]{0,300}?)(?:-?%\\}|[>%]\\}\\})");

    /** Returns the text; what is no tag is marked, so that it is not taken for one. */
    String replaced(MarkupLines lines) {
        String text = lines.text();
        StringBuilder out = new StringBuilder();
        Set<String> unclosed = new HashSet<>();
        Matcher open = OPEN.matcher(text);
        int done = 0;
        int from = 0;
        while (open.find(from)) {
            from = open.end();
            String name = open.group(1);
            if (lines.isCode(open.start()) || unclosed.contains(name)) {
                continue;
            }
            Matcher close = Pattern.compile(
                            "(?:\\{%-?\\s*end" + name + "\\s*-?%\\}|\\{\\{[<%]\\s*/\\s*" + name + "\\s*[>%]\\}\\})")
                    .matcher(text);
            if (!close.find(from)) {
                unclosed.add(name);
                continue;
            }
            String inner = text.substring(from, close.start());
            String arguments = open.group(2).strip();
            boolean isCode = name.matches("highlight|code(block)?");
            String becomes =
                    isCode ? code(inner, arguments) : name.equals("raw") ? marked(inner) : quoted(inner, arguments);
            remarks.add(new Remark(
                    lines.place(open.start()),
                    name + " 标签" + (isCode ? "换成了代码块" : name.equals("raw") ? "已删去，里面的文字照录" : "换成了引文"),
                    Weight.NOTE));
            out.append(text, done, open.start()).append(becomes);
            done = close.end();
            from = done;
        }
        return out.append(text.substring(done)).toString();
    }

    private static String code(String inner, String arguments) {
        if (!inner.contains("\n")) {
            return inner.indexOf('`') < 0 && !inner.isBlank() ? "`" + inner.strip() + "`" : inner;
        }
        String language = arguments.replaceFirst("(?s)^(?:lang:)?([\\w+#-]*).*", "$1");
        String fence = inner.contains("```") ? "~~~~" : "```";
        return fence
                + language
                + (inner.startsWith("\n") ? "" : "\n")
                + inner
                + (inner.endsWith("\n") ? "" : "\n")
                + fence;
    }

    private static String marked(String inner) {
        return inner.replaceAll("\\{(?=[{%])", "{" + MarkupLines.MARK);
    }

    private static String quoted(String inner, String source) {
        String text = (inner.startsWith("\n") ? "" : "> ") + inner.replaceAll("\n(?=.)", "\n> ");
        return source.isEmpty() ? text : text + "> —— " + source + MarkupLines.BREAK;
    }
}
