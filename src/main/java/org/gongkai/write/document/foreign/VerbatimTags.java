package org.gongkai.write.document.foreign;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;

/** Replaces the tags around code, around what is no tag, and around quotations. */
record VerbatimTags(List<Remark> remarks) {

    /** A quotation of Hexo or Hugo, and what it contains. */
    private static final Pattern QUOTATION = Pattern.compile(
            "\\{\\{?[<%]\\s*(blockquote|quote|centerquote|cq|pullquote)\\b[^{}]{0,300}[>%]\\}?\\}(.{0,5000}?)\\{\\{?[<%]\\s*(?:end|/\\s*)\\1\\s*[>%]\\}?\\}",
            Pattern.DOTALL);

    /** Code, and a text that is not to be read as tags. */
    private static final Pattern VERBATIM = Pattern.compile(
            "(\\{%-?\\s*(highlight|codeblock|code)\\b([^%]{0,300})%\\})(.{0,50000}?)\\{%-?\\s*end\\2\\s*-?%\\}|(\\{\\{<\\s*highlight\\b([^>]{0,300})>\\}\\})(.{0,50000}?)\\{\\{<\\s*/\\s*highlight\\s*>\\}\\}|\\{%-?\\s*raw\\s*-?%\\}([^\n]*?)\\{%-?\\s*endraw\\s*-?%\\}",
            Pattern.DOTALL);

    /** Replaces the tags around code and around what is no tag, so that nothing within is taken for one; then quotations. */
    String replaced(MarkupLines typed) {
        String code = VERBATIM.matcher(typed.text()).replaceAll(found -> {
            String place = typed.place(found.start());
            boolean isRaw = found.group(8) != null;
            String inner = isRaw ? found.group(8) : found.group(4) == null ? found.group(7) : found.group(4);
            if (typed.isCode(found.start()) || !isRaw && !inner.contains("\n")) {
                return Matcher.quoteReplacement(found.group());
            }
            if (isRaw) {
                remarks.add(new Remark(place, "raw 标签已删去，里面的文字照录", Weight.NOTE));
                boolean isTag = TemplateTags.TAG.matcher(inner).find() && inner.indexOf('`') < 0;
                return Matcher.quoteReplacement(isTag ? "`" + inner.strip() + "`" : inner);
            }
            String tag = found.group(1) == null ? found.group(5) : found.group(1);
            String arguments = found.group(3) == null ? found.group(6) : found.group(3);
            String language = arguments.strip().replaceFirst("(?s)^(?:lang:)?([\\w+#-]*).*", "$1");
            remarks.add(new Remark(place, TemplateTags.shortened(tag) + " 换成了代码块", Weight.NOTE));
            String fence = inner.contains("```") ? "~~~" : "```";
            return Matcher.quoteReplacement(fence
                    + language
                    + (inner.startsWith("\n") ? "" : "\n")
                    + inner
                    + (inner.endsWith("\n") ? "" : "\n")
                    + fence);
        });
        MarkupLines lines = MarkupLines.of(code, typed.firstLine());
        return QUOTATION.matcher(code).replaceAll(found -> {
            if (lines.isCode(found.start())) {
                return Matcher.quoteReplacement(found.group());
            }
            remarks.add(new Remark(lines.place(found.start()), found.group(1) + " 标签换成了引文", Weight.NOTE));
            return Matcher.quoteReplacement(found.group(2).replaceAll("\n(?=[^\n])", "\n> "));
        });
    }
}
