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
            "(?mi)^[ \\t]{0,3}(?::{3,}.*|(?:!!!|\\?\\?\\?\\+?|===)[ \\t]+\\S.*|--8<--.*|<<<[ \\t]*\\S.*|<!--[ \\t]*@include.*|@\\[code.*|@tab\\b.*"
                    + "|import\\s.+\\sfrom\\s+['\"].*|@?\\[\\[?_?toc_?\\]\\]?|>[ \\t]*\\[!\\w+\\].*|\\{:[^}\n]*\\})[ \\t]*$");

    /** The end of what was told at its beginning. */
    private static final Pattern END = Pattern.compile("\\{\\{[<%]\\s*/|\\{%-?\\s*end|\\s*:{3,}\\s*$|</");

    /** The start of a component, which HTML does not know: its name begins with a capital letter. */
    private static final Pattern COMPONENT = Pattern.compile("<(?=/?[A-Z][A-Za-z0-9.]*[\\s/>])");

    private static final String SITE = "\\{\\{-?\\s*site\\.(?:baseurl|url)\\s*-?\\}\\}/?";

    /** Tags that name a document of the same site, and what they become. */
    private static final List<Reference> REFERENCES = List.of(
            new Reference(SITE + "(?=\\{)", found -> ""),
            new Reference(SITE, found -> "/"),
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

    /** Returns a text without tags in the addresses of links. */
    String replaced(MarkupLines typed) {
        MarkupLines lines = typed;
        for (Reference reference : REFERENCES) {
            MarkupLines now = lines;
            String text = reference
                    .tag()
                    .matcher(now.text())
                    .replaceAll(found -> Matcher.quoteReplacement(
                            now.isCode(found.start())
                                    ? found.group()
                                    : reference.becomes().apply(found)));
            lines = MarkupLines.of(text, typed.firstLine());
        }
        MarkupLines resolved = lines;
        for (Pattern pattern : List.of(TAG, LINE, COMPONENT)) {
            Matcher found = pattern.matcher(resolved.text());
            while (found.find()) {
                String shown = pattern == COMPONENT ? element(resolved.text(), found.start()) : found.group();
                if (!resolved.isCode(found.start()) && !END.matcher(shown).lookingAt()) {
                    remarks.add(new Remark(
                            resolved.place(found.start()),
                            shortened(shown) + " 是原来网站模板的写法，照原样留在正文里，请改成要写的内容",
                            Weight.NOTE));
                }
            }
        }
        // As an element it would be left out together with the words in its attributes.
        return COMPONENT.matcher(resolved.text()).replaceAll(found -> resolved.isCode(found.start()) ? "<" : "&lt;");
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
