package org.gongkai.write.document.foreign;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.write.document.FormerLink;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;

/**
 * What only the generator of a website understands. Tags that name documents of the same site are resolved in links; all
 * other tags, containers and components stay as text, and each is named with its line.
 */
record TemplateTags(List<Remark> remarks) {

    static final Pattern TAG = Pattern.compile(
            "\\{\\{<(.{0,500}?)>\\}\\}|\\{\\{%(.{0,500}?)%\\}\\}|\\{%-?(.{0,500}?)-?%\\}|\\{\\{(?!计数|合"
                    + "计)([^{}]{0,500}?)\\}\\}",
            Pattern.DOTALL);

    /** Lines that begin or end a container, include a file, import a component or stand for a table of contents. */
    private static final Pattern LINE = Pattern.compile(
            "(?mi)^[ \\t]*(?::{3,}.*|(?:!!!|\\?\\?\\?\\+?|===[!+]?)[ \\t]+\\S.*|-{1,}8<-{1,}.*|<<<[ \\t]*\\S.*|<!--[ \\t]*@include.*|@\\[code.*|@tab\\b.*"
                    + "|import\\s.+\\sfrom\\s+['\"].*|export\\s+(?:const|default|function)\\b.*|@?\\[\\[?_?toc_?\\]\\]?|>[ \\t]*\\[!\\w+\\].*|\\{:[^}\n]*\\})[ \\t]*$");

    /** Marks of Python-Markdown below which lines are indented. */
    private static final Pattern INDENTING =
            Pattern.compile("([ \\t]*)(?:(?:!!!|\\?\\?\\?\\+?)[ \\t]+[\\w\"'].*|===[!+]?[ \\t]+[\"'].*)");

    private static final String INDENT = "    ";
    private static final Pattern FENCE = Pattern.compile("[ \\t>]*(```+|~~~+)(.*)");
    /** What our own counts are taken for. */
    private static final Pattern COUNT = Pattern.compile("\\{\\{[^\n{}]*[:：][^\n{}]*\\}\\}");

    /** The end of what was told at its beginning. */
    private static final Pattern END = Pattern.compile("\\{\\{[<%]\\s*/|\\{%-?\\s*end|\\s*:{3,}\\s*$|</");

    /** The start of a component, which HTML does not know: its name begins with a capital letter. */
    private static final Pattern COMPONENT = Pattern.compile("<(?=/?[A-Z][A-Za-z0-9.]*[\\s/>])");

    private static final String SITE = "\\{\\{-?\\s*site\\.(?:baseurl|url)\\s*-?\\}\\}/?";

    /** Tags that name a document of the same site, and what they become. */
    private static final List<Reference> REFERENCES = List.of(
            // An address with blanks is none unless it is enclosed.
            new Reference(
                    "(?<=\\bsrc=)\\{[^{}\"'`]*[\"'`]([^{}\"'`]+)[\"'`][^{}]*\\}",
                    found -> "\"" + found.group(1) + "\""),
            new Reference(
                    "(?m)(?<=^ {0,3}\\[[^\\[\\]\n]{1,200}\\]: {0,9})([^\\s<]*\\{[{%][^\n<>]*[%}]\\}\\S*)$",
                    found -> "<" + found.group() + ">"),
            new Reference(SITE + "(?=\\{)", found -> ""),
            new Reference(SITE + "|(?<=\\]\\(|[\"'])@site/(?:static/)?", found -> "/"),
            new Reference(
                    "\\{\\{-?\\s*[\"']/?([^\"'{}]+)[\"']\\s*\\|\\s*(?:relative|absolute)_url\\s*-?\\}\\}",
                    found -> "/" + found.group(1)),
            new Reference("\\{%-?\\s*link\\s+/?([^%\\s]+\\.\\w+)\\s*-?%\\}", found -> "/" + found.group(1)),
            new Reference(
                    "\\{%-?\\s*post_url\\s+/?([^%\\s]+)\\s*-?%\\}", found -> FormerLink.ANYWHERE + found.group(1)),
            new Reference(
                    "\\{\\{[<%]\\s*(?:rel)?ref\\s+(?:path\\s*=\\s*)?[\"`']?([^\"`'\\s>%]+)[\"`']?[^}]*[>%]\\}\\}",
                    found -> found.group(1).matches("[/.#].*") ? found.group(1) : FormerLink.ANYWHERE + found.group(1)),
            // Of Hexo, with the text of the link after the name of the post.
            new Reference(
                    "\\{%\\s*post_link\\s+(\\S+)([^%]*)%\\}",
                    found -> "[" + title(found.group(2)) + "](" + FormerLink.ANYWHERE + found.group(1) + ")"));

    private record Reference(Pattern tag, Function<MatchResult, String> becomes) {

        Reference(String tag, Function<MatchResult, String> becomes) {
            this(Pattern.compile(tag), becomes);
        }
    }

    /** Returns a text whose links and pictures can be read: without tags in their addresses, and none of them indented by a mark. */
    MarkupLines readable(MarkupLines typed) {
        MarkupLines lines = MarkupLines.of(unindented(typed.text()), typed.firstLine());
        for (Reference reference : REFERENCES) {
            lines = replaced(lines, reference.tag(), reference.becomes());
        }
        MarkupLines resolved = lines;
        // As an element it would be left out together with the words in its attributes.
        return replaced(resolved, COMPONENT, found -> {
            tell(resolved.place(found.start()), element(resolved.text(), found.start()));
            return "&lt;";
        });
    }

    private static MarkupLines replaced(MarkupLines lines, Pattern pattern, Function<MatchResult, String> becomes) {
        Matcher found = pattern.matcher(lines.text());
        while (found.find()) {
            if (!lines.isCode(found.start())) {
                lines.put(found.start(), found.end(), becomes.apply(found));
            }
        }
        return lines.changes().isEmpty() ? lines : MarkupLines.of(lines.changed(), lines.firstLine());
    }

    /** Moves what is indented below a mark of Python-Markdown to the margin: elsewhere it would be code. */
    private static String unindented(String typed) {
        String[] lines = typed.split("\n", -1);
        String fence = "";
        for (int i = 0; i < lines.length; i++) {
            Matcher ticks = FENCE.matcher(lines[i]);
            Matcher mark = INDENTING.matcher(lines[i]);
            if (ticks.matches()
                    && (fence.isEmpty()
                            || ticks.group(1).startsWith(fence)
                                    && ticks.group(2).isBlank())) {
                fence = fence.isEmpty() ? ticks.group(1) : "";
            } else if (fence.isEmpty() && mark.matches()) {
                String margin = mark.group(1);
                for (int j = i + 1;
                        j < lines.length && (lines[j].isBlank() || lines[j].startsWith(margin + INDENT));
                        j++) {
                    lines[j] = lines[j].isBlank() ? "" : margin + lines[j].substring(margin.length() + INDENT.length());
                }
            }
        }
        return String.join("\n", lines);
    }

    /** Tells what stays in a text, but components; a mistaken count would end a build. */
    void told(MarkupLines lines) {
        for (Pattern pattern : List.of(TAG, LINE)) {
            Matcher found = pattern.matcher(lines.text());
            while (found.find()) {
                if (!lines.isCode(found.start()) && !lines.isChanged(found.start())) {
                    tell(lines.place(found.start()), found.group());
                    if (COUNT.matcher(found.group()).matches()) {
                        lines.put(found.start(), found.start(), "\\");
                    }
                }
            }
        }
    }

    private void tell(String place, String shown) {
        if (!END.matcher(shown).lookingAt()) {
            remarks.add(new Remark(place, shortened(shown) + " 是原来网站模板的写法，照原样留在正文里，请改成要写的内容", Weight.NOTE));
        }
    }

    private static String element(String text, int start) {
        int end = text.indexOf('>', start);
        return text.substring(start, end < 0 ? text.length() : end + 1);
    }

    private static String title(String typed) {
        String title = typed.strip().replaceAll("\\s+(?:true|false)$|^[\"']|[\"']$", "");
        return title.matches("true|false") ? "" : title;
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() > 60 ? line.substring(0, 60) + "……" : line;
    }
}
