package org.gongkai.write.document.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;

/**
 * Removes elements of HTML that only lay out what they contain, with which an entry would not read it as Markdown, and
 * characters that cannot be seen. No line is added or removed.
 */
record HtmlWrappers(List<Remark> remarks) {

    /** The most attributes that are removed from one element. */
    private static final int MOST = 5;

    private static final String NAMES = "(?:div|center|p|section|article|figure|font|details)";
    private static final Pattern TAGS = Pattern.compile("(?i)(?:\\s*</?" + NAMES + "(?:\\s[^<>]*+)?>)++\\s*");
    private static final Pattern AROUND = Pattern.compile(
            "(?i)((?:\\s*<" + NAMES + "(?:\\s[^<>]*+)?>)++)([^<]*(?:<(?!/p)[^<]*)*?)((?:</" + NAMES + ">\\s*)+)");
    private static final Pattern SUMMARY = Pattern.compile("(?i)<summary>([^<>]{0,300})</summary>");
    private static final Pattern INLINE = Pattern.compile("(?i)</?(?:center|font)(?:\\s[^<>]{0,300})?>");
    private static final Pattern ATTRIBUTES = Pattern.compile(
            "(?i)(<(?:a|img|td|th|tr|table|p|h[1-6])\\b[^<>]*?)\\s+(?:target|rel|align|border)\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s<>]+)");
    private static final Pattern UNSEEN = Pattern.compile("[\u200B\uFEFF\u2060]");
    private static final Pattern SPACE = Pattern.compile("[\u00A0\u2000-\u200A\u202F]");

    String removed(MarkupLines lines) {
        List<String> kept = new ArrayList<>();
        String[] typed = lines.text().split("\n", -1);
        int offset = 0;
        int removed = 0;
        boolean inBlock = false;
        for (int i = 0; i < typed.length; i++) {
            String line = typed[i];
            String text = line;
            if (!lines.isCode(offset)) {
                boolean endsHere = i + 1 == typed.length
                        || typed[i + 1].isBlank()
                        || TAGS.matcher(typed[i + 1]).matches();
                Matcher around = AROUND.matcher(line);
                if (TAGS.matcher(line).matches()) {
                    text = "";
                    inBlock = true;
                } else if (endsHere && around.matches()) {
                    text = around.group(2).strip();
                }
                text = SUMMARY.matcher(text).replaceFirst("**$1**");
                text = INLINE.matcher(text).replaceAll("");
                removed += text.equals(line) ? 0 : 1;
                for (int attribute = 0;
                        attribute < MOST && ATTRIBUTES.matcher(text).find();
                        attribute++) {
                    text = ATTRIBUTES.matcher(text).replaceAll("$1");
                }
                text = SPACE.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll(" ");
                inBlock &= !line.isBlank();
                // Within an element, the indentation of a line means nothing; without it, it would make code of it.
                text = inBlock ? text.stripLeading() : text;
            }
            kept.add(text);
            offset += line.length() + 1;
        }
        if (removed > 0) {
            remarks.add(new Remark("", removed + " 处只管排版的网页代码（居中、分栏等）已删去，里面的内容照录", Weight.NOTE));
        }
        return String.join("\n", kept);
    }
}
