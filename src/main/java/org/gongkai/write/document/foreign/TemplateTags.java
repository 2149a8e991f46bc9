package org.gongkai.write.document.foreign;

import java.util.List;
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

    /** A link to an address that a tag computes. */
    private static final Pattern LINK = Pattern.compile(
            "(!?)\\[([^\\]]{0,300})\\]\\(([^()\n]*(?:\\{\\{|\\{%)(?s:.{0,300}?)(?:\\}\\}|%\\})[^()\n]*)\\)");

    /** A definition of a link to an address that a tag computes. */
    private static final Pattern DEFINITION =
            Pattern.compile("(?m)^( {0,3}\\[[^\\[\\]\n]+\\]:[ \\t]*)([^\\s{]*(?:\\{\\{|\\{%)[^\n]*)$");

    /** A link in HTML to an address that a tag computes. */
    private static final Pattern TYPED_LINK = Pattern.compile(
            "(<a\\b[^<>]{0,300}?\\bhref\\s*=\\s*)\"((?:[^\"{}\n]|\\{[^\"{}\n]*\\}|\\{[{%].{0,300}?[%}]\\})*)\"(?=[^<>]*>)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SITE_PREFIX = Pattern.compile("\\{\\{-?\\s*site\\.(?:baseurl|url)\\s*-?\\}\\}/?");
    private static final Pattern FILTERED =
            Pattern.compile("\\{\\{-?\\s*[\"']/?([^\"']+)[\"']\\s*\\|\\s*(?:relative|absolute)_url\\s*-?\\}\\}");
    private static final Pattern FILE = Pattern.compile("\\{%-?\\s*link\\s+/?([^%\\s]+)\\s*-?%\\}");
    private static final Pattern POST = Pattern.compile("\\{%-?\\s*post_url\\s+/?([^%\\s]+)\\s*-?%\\}");
    private static final Pattern REF = Pattern.compile(
            "\\{\\{[<%]\\s*(?:rel)?ref\\s+(?:path\\s*=\\s*)?[\"`']?([^\"`'\\s>%]+)[\"`']?[^}]*[>%]\\}\\}");

    /** A link of Hexo, with its text after the name of the post. */
    private static final Pattern POST_LINK = Pattern.compile("\\{%\\s*post_link\\s+(\\S+)([^%]*)%\\}");

    /** Returns a text without tags in the addresses of links. */
    String replaced(MarkupLines typed) {
        MarkupLines lines = MarkupLines.of(links(typed), typed.firstLine());
        for (Pattern pattern : List.of(TAG, LINE, COMPONENT)) {
            Matcher found = pattern.matcher(lines.text());
            while (found.find()) {
                String shown = pattern == COMPONENT ? element(lines.text(), found.start()) : found.group();
                if (!lines.isCode(found.start()) && !END.matcher(shown).lookingAt()) {
                    remarks.add(new Remark(
                            lines.place(found.start()),
                            shortened(shown) + " 是原来网站模板的写法，照原样留在正文里，请改成要写的内容",
                            Weight.NOTE));
                }
            }
        }
        // As an element it would be left out together with the words in its attributes.
        return COMPONENT.matcher(lines.text()).replaceAll(found -> lines.isCode(found.start()) ? "<" : "&lt;");
    }

    private static String element(String text, int start) {
        int end = text.indexOf('>', start);
        return text.substring(start, end < 0 ? text.length() : end + 1);
    }

    private String links(MarkupLines typed) {
        String plain = TYPED_LINK
                .matcher(typed.text())
                .replaceAll(link -> Matcher.quoteReplacement(link.group(1)
                        + '"'
                        + (typed.isCode(link.start()) ? link.group(2) : address(link.group(2)))
                        + '"'));
        MarkupLines defined = MarkupLines.of(plain, typed.firstLine());
        plain = DEFINITION
                .matcher(plain)
                .replaceAll(link -> Matcher.quoteReplacement(
                        defined.isCode(link.start())
                                ? link.group()
                                : link.group(1) + definition(link.group(2).strip(), defined.place(link.start()))));
        MarkupLines untyped = MarkupLines.of(plain, typed.firstLine());
        MarkupLines lines = MarkupLines.of(
                POST_LINK
                        .matcher(plain)
                        .replaceAll(link -> Matcher.quoteReplacement(
                                untyped.isCode(link.start()) ? link.group() : postLink(link.group(1), link.group(2)))),
                typed.firstLine());
        StringBuilder out = new StringBuilder();
        Matcher links = LINK.matcher(lines.text());
        while (links.find()) {
            if (lines.isCode(links.start())) {
                links.appendReplacement(out, Matcher.quoteReplacement(links.group()));
                continue;
            }
            String address = address(links.group(3).strip());
            if (!TAG.matcher(address).find()) {
                links.appendReplacement(
                        out, Matcher.quoteReplacement(links.group(1) + "[" + links.group(2) + "](" + address + ")"));
                continue;
            }
            remarks.add(new Remark(
                    lines.place(links.start()),
                    "链接“" + shortened(links.group(2)) + "”的地址是 " + shortened(links.group(3)) + "，只留下文字",
                    Weight.LEFT_OUT));
            links.appendReplacement(out, Matcher.quoteReplacement(links.group(2)));
        }
        return links.appendTail(out).toString();
    }

    /** An address without the tags that name documents of the same site. */
    private static String address(String typed) {
        if (typed.indexOf('{') < 0) {
            return typed;
        }
        String address = SITE_PREFIX.matcher(typed).replaceAll("/");
        address = FILTERED.matcher(address).replaceAll("/$1");
        address = FILE.matcher(address).replaceAll("/$1");
        address =
                POST.matcher(address).replaceAll(post -> Matcher.quoteReplacement(FormerLink.ANYWHERE + post.group(1)));
        address = REF.matcher(address)
                .replaceAll(ref -> Matcher.quoteReplacement(
                        ref.group(1).matches("[/.#].*") ? ref.group(1) : FormerLink.ANYWHERE + ref.group(1)));
        return address.replaceFirst("^/+(?=/)", "");
    }

    private static String definition(String typed, String place) {
        String address = address(typed);
        return TAG.matcher(address).find() ? new FormerLink(place, typed).address() : address;
    }

    private static String postLink(String name, String text) {
        String title = text.strip().replaceAll("\\s+(?:true|false)$|^[\"']|[\"']$", "");
        return "[" + (title.matches("true|false") ? "" : title) + "](" + FormerLink.ANYWHERE + name + ")";
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() > 60 ? line.substring(0, 60) + "……" : line;
    }
}
