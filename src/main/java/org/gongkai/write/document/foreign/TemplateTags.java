package org.gongkai.write.document.foreign;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;

/**
 * What only the generator of a website understands: tags, containers and components, which stay as text and are named with
 * their lines.
 */
record TemplateTags(List<Remark> remarks) {

    private static final Pattern TAG = Pattern.compile(
            "\\{\\{<.{0,500}?>\\}\\}|\\{\\{%.{0,500}?%\\}\\}|\\{%.{0,500}?%\\}|\\{\\{(?!计数|合计)[^{}]{0,500}?\\}\\}",
            Pattern.DOTALL);

    /** Lines that begin or end a container, include a file, import a component or stand for a table of contents. */
    private static final Pattern LINE = Pattern.compile(
            "(?mi)^[ \\t]*(?::{3,}.*|(?:!!!|\\?\\?\\?\\+?|===[!+]?)[ \\t]+\\S.*|-{1,}8<-{1,}.*|<<<[ \\t]*\\S.*|<!--[ \\t]*@include.*|@\\[code.*|@tab\\b.*"
                    + "|import\\s.+\\sfrom\\s+['\"].*|export\\s+(?:const|default|function)\\b.*|@?\\[\\[?_?toc_?\\]\\]?|>[ \\t]*\\[!\\w+\\].*|\\{:[^}\n]*\\})[ \\t]*$");

    /** What our own counts are taken for. */
    private static final Pattern COUNT = Pattern.compile("\\{\\{[^\n{}]*[:：][^\n{}]*\\}\\}");

    /** The end of what was told at its beginning. */
    private static final Pattern END = Pattern.compile("\\{\\{[<%]\\s*/|\\{%-?\\s*end|\\s*:{3,}\\s*$|</");

    /** The start of a component, which HTML does not know: its name begins with a capital letter. */
    private static final Pattern COMPONENT = Pattern.compile("<(?=/?[A-Z][A-Za-z0-9.]*[\\s/>])");

    /** The root of the site at the beginning of an address. */
    private static final Pattern ROOT = Pattern.compile("\\{\\{-?\\s*site\\.(?:baseurl|url)\\s*-?\\}\\}/?(?!\\{)");

    /** The path of a picture in an expression, as components of React have it. */
    private static final Pattern EXPRESSION =
            Pattern.compile("(?<=\\bsrc=)\\{[^{}\"'`]*[\"'`]([^{}\"'`]+)[\"'`][^{}]*\\}");

    /** Returns a text whose links and pictures can be read: without tags in their addresses. */
    MarkupLines readable(MarkupLines typed) {
        MarkupLines lines = replaced(typed, EXPRESSION, found -> "\"" + found.group(1) + "\"");
        MarkupLines resolved = replaced(lines, ROOT, found -> "/");
        // As an element it would be left out together with the words in its attributes.
        return replaced(resolved, COMPONENT, found -> {
            String text = resolved.text();
            int end = text.indexOf('>', found.start());
            tell(resolved.place(found.start()), text.substring(found.start(), end < 0 ? text.length() : end + 1));
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

    /** Tells what stays in a text, but components; a mistaken count would end a build. */
    void tell(MarkupLines lines) {
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
            remarks.add(new Remark(place, Remark.shortened(shown) + " 是原来网站模板的写法，照原样留在正文里，请改成要写的内容", Weight.NOTE));
        }
    }
}
