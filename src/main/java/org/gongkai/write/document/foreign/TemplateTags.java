package org.gongkai.write.document.foreign;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.write.document.FormerLink;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;

/**
 * Replaces the shortcodes and tags of generators: pictures and code by Markdown, everything else by a marked blank.
 * Each is named with its line.
 */
record TemplateTags(List<Remark> remarks) {

    static final Pattern TAG = Pattern.compile(
            "\\{\\{<(.{0,500}?)>\\}\\}|\\{\\{%(.{0,500}?)%\\}\\}|\\{%-?(.{0,500}?)-?%\\}|\\{\\{(?!计数|合"
                    + "计)([^{}]{0,500}?)\\}\\}",
            Pattern.DOTALL);

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

    private static final Pattern WORDS = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private static final Pattern ARGUMENT = Pattern.compile("([\\w-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|(\\S+))");
    private static final Set<String> PICTURES = Set.of("figure", "img", "image", "asset_img", "include");
    /** Returns a text without tags. */
    String replaced(MarkupLines typed) {
        MarkupLines code = MarkupLines.of(new VerbatimTags(remarks).replaced(typed), typed.firstLine());
        MarkupLines lines = MarkupLines.of(links(code), typed.firstLine());
        String text = lines.text();
        StringBuilder out = new StringBuilder();
        Matcher tags = TAG.matcher(text);
        int from = 0;
        while (tags.find()) {
            String inner = firstGroup(tags).strip();
            if (lines.isCode(tags.start())) {
                remarks.add(new Remark(
                        lines.place(tags.start()), "代码里的 " + shortened(tags.group()) + " 按代码照录", Weight.NOTE));
                continue;
            }
            out.append(text, from, tags.start()).append(replacement(inner, tags.group(), lines, tags.start(), text));
            from = tags.end();
        }
        return out.append(text.substring(from)).toString();
    }

    private static String firstGroup(Matcher tags) {
        for (int i = 1; i <= tags.groupCount(); i++) {
            if (tags.group(i) != null) {
                return tags.group(i);
            }
        }
        return "";
    }

    private String replacement(String inner, String whole, MarkupLines lines, int offset, String text) {
        if (whole.startsWith("{{<!--") || inner.startsWith("/*")) {
            return "";
        }
        String name = inner.replaceFirst("(?s)^([/\\w.:-]*).*", "$1").toLowerCase(Locale.ROOT);
        String place = lines.place(offset);
        if (name.matches("link|asset_link") && words(inner).size() > 2) {
            List<String> words = words(inner);
            boolean isFile = name.equals("asset_link") || words.get(2).matches("(?i)true|false");
            remarks.add(new Remark(place, shortened(whole) + " 换成了链接", Weight.NOTE));
            return "[" + words.get(isFile ? 2 : 1) + "]("
                    + words.get(isFile ? 1 : 2).replace(" ", "%20") + ")";
        }
        if (GeneratorLines.isContainer(name)) {
            Map<String, String> stated = new HashMap<>();
            ARGUMENT.matcher(inner)
                    .results()
                    .forEach(found -> stated.put(
                            found.group(1),
                            found.group(2) != null ? found.group(2) : Objects.toString(found.group(3), "")));
            remarks.add(new Remark(place, shortened(whole) + " 换成了加粗的标题，里面的文字照录", Weight.NOTE));
            return "**" + GeneratorLines.label(name, stated.getOrDefault("title", ""), inner.substring(name.length()))
                    + "**" + MarkupLines.BREAK
                    + (text.startsWith("\n", offset + whole.length()) ? "" : MarkupLines.BREAK);
        }
        if (PICTURES.contains(name)) {
            String picture = picture(inner);
            if (!picture.isEmpty()) {
                remarks.add(new Remark(place, shortened(whole) + " 换成了图片", Weight.NOTE));
                return picture;
            }
        }
        if (name.startsWith("/") || name.startsWith("end") || name.matches("raw|endraw|else|elsif")) {
            remarks.add(new Remark(place, shortened(whole) + " 已删去", Weight.NOTE));
            return "";
        }
        String shown = name.isEmpty() ? "变量" : name;
        boolean isPair = text.indexOf("end" + name, offset) >= 0
                || Pattern.compile("\\{\\{[<%]\\s*/\\s*" + Pattern.quote(name))
                        .matcher(text)
                        .find(offset);
        remarks.add(new Remark(place, shortened(whole) + (isPair ? " 没有导入，它里面的文字照录" : " 没有导入"), Weight.LEFT_OUT));
        return isPair
                ? "＿＿（待核：原文第" + lines.line(offset) + "行从这里起在 " + shown + " 里）"
                : "＿＿（待补：原文第" + lines.line(offset) + "行的 " + shown + "）";
    }

    private static List<String> words(String inner) {
        return WORDS.matcher(inner)
                .results()
                .map(found -> found.group().replaceAll("^[\"']|[\"']$", ""))
                .toList();
    }

    /** A Markdown picture of a tag; empty if the tag names no file. */
    private static String picture(String inner) {
        String source = "";
        String text = "";
        Matcher arguments = ARGUMENT.matcher(inner);
        while (arguments.find()) {
            String value = arguments.group(2) != null
                    ? arguments.group(2)
                    : arguments.group(3) != null ? arguments.group(3) : arguments.group(4);
            String key = arguments.group(1).toLowerCase(Locale.ROOT);
            source = key.matches("src|url|img|file|image_path|link")
                                    && source.isEmpty()
                                    && value.matches("(?i).+\\.(png|jpe?g|gif|svg|webp|bmp)([?#].*)?")
                            || key.equals("src")
                    ? value
                    : source;
            text = key.equals("alt")
                            || text.isEmpty() && Set.of("title", "caption").contains(key)
                    ? value
                    : text;
        }
        if (source.isEmpty()) {
            for (String word : inner.replaceFirst("^\\S+\\s*", "").split("\\s+")) {
                String plain = word.replaceAll("^[\"']|[\"']$", "");
                if (source.isEmpty() && plain.matches("(?i).+\\.(png|jpe?g|gif|svg|webp|bmp)")) {
                    source = plain;
                } else if (!source.isEmpty() && !plain.matches("\\d+%?")) {
                    text = (text + " " + plain).strip();
                }
            }
        }
        return source.isEmpty() ? "" : "![" + text.replaceAll("[\\[\\]]", "") + "](" + source.replace(" ", "%20") + ")";
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
