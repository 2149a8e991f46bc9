package org.gongkai.write.document.foreign;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Picture;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;

/** Replaces the addresses of pictures by pictures that were found, and names pictures and links without a target. */
final class ForeignAddresses {

    private static final Pattern IMAGE = Pattern.compile(
            "!\\[([^\\]\n]{0,300})\\]\\(\\s*(<[^>\n]+>|[^()\\s]+(?:\\([^()\\s]*\\)[^()\\s]*)?)(\\s+[\"'(][^\n]*"
                    + "?[\"')])?\\s*\\)");
    private static final Pattern TYPED_IMAGE =
            Pattern.compile("<img\\b[^>]*?\\bsrc\\s*=\\s*[\"']([^\"']+)[\"'][^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALT = Pattern.compile("\\balt\\s*=\\s*[\"']([^\"']*)[\"']", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile(
            "(?<!!)\\[((?:[^\\[\\]\n!]++|!(?:\\[[^\\]\n]{0,300}\\])?)+)\\]\\(\\s*(<[^>\n]+>|[^()\\s]+)(\\s+[\"'][^\n]*?"
                    + "[\"'])?\\s*\\)");
    private static final Pattern TYPED_LINK = Pattern.compile(
            "<a\\b[^<>]{0,300}?\\bhref\\s*=\\s*[\"']([^\"'<>\n]*)[\"'][^<>]{0,300}>([^<\n]*)</a>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)<?([a-z][a-z0-9+.-]*:|//|#).*");
    private static final Pattern ASCIIDOC = Pattern.compile("\\bimage::?([^\\s\\[:]+)\\[([^\\]\n]*)\\]");

    private final StaticFiles files;
    private final List<Remark> remarks;

    ForeignAddresses(StaticFiles files, List<Remark> remarks) {
        this.files = files;
        this.remarks = remarks;
    }

    /** Whether an address leads to another site or within the same page. */
    static boolean isElsewhere(String address) {
        return ELSEWHERE.matcher(address).matches();
    }

    String inMarkdown(String typed, int firstLine) throws IOException {
        String inline = new LinkReferences(typed, firstLine).inlined();
        String links = links(LINK, 2, 1, MarkupLines.of(inline, firstLine));
        links = links(TYPED_LINK, 1, 2, MarkupLines.of(links, firstLine));
        String images = images(IMAGE, MarkupLines.of(links, firstLine));
        return images(TYPED_IMAGE, MarkupLines.of(images, firstLine));
    }

    String inAsciiDoc(String typed, int firstLine) throws IOException {
        MarkupLines lines = MarkupLines.of(typed, firstLine);
        StringBuilder out = new StringBuilder();
        Matcher images = ASCIIDOC.matcher(typed);
        while (images.find()) {
            String picture = address(images.group(1), lines, images.start());
            String kept =
                    picture.isEmpty() ? blank(images.group(2)) : images.group().replace(images.group(1), picture);
            images.appendReplacement(
                    out, Matcher.quoteReplacement(lines.isCode(images.start()) ? images.group() : kept));
        }
        return images.appendTail(out).toString();
    }

    private String images(Pattern pattern, MarkupLines lines) throws IOException {
        StringBuilder out = new StringBuilder();
        Matcher images = pattern.matcher(lines.text());
        while (images.find()) {
            if (lines.isCode(images.start())) {
                images.appendReplacement(out, Matcher.quoteReplacement(images.group()));
                continue;
            }
            boolean typed = pattern == TYPED_IMAGE;
            Matcher alt = ALT.matcher(images.group());
            String text = typed ? (alt.find() ? alt.group(1) : "") : images.group(1);
            String source = (typed ? images.group(1) : images.group(2)).replaceAll("^<|>$", "");
            String title = typed || images.group(3) == null ? "" : images.group(3);
            String picture = source.startsWith(Block.Markup.PICTURE) ? source : address(source, lines, images.start());
            String shown = text.isBlank() ? "＿＿（待填：图上有什么）" : text;
            images.appendReplacement(
                    out,
                    Matcher.quoteReplacement(
                            picture.isEmpty() ? blank(text) : "![" + shown + "](" + picture + title + ")"));
        }
        return images.appendTail(out).toString();
    }

    private static String blank(String text) {
        return "＿＿（待补：图片" + (text.isBlank() ? "" : "“" + text.strip() + "”") + "）";
    }

    /** The address of the picture at an address as typed; empty if there is none, which has been reported. */
    private String address(String source, MarkupLines lines, int offset) throws IOException {
        boolean isRemote = source.matches("(?i)(https?:)?//.*|data:.*");
        Picture picture = isRemote ? null : files.picture(source).orElse(null);
        if (picture != null) {
            return Block.Markup.PICTURE + picture.name();
        }
        String shown = source.length() > 80 ? source.substring(0, 80) + "……" : source;
        remarks.add(new Remark(
                lines.place(offset),
                "图片 " + shown + (isRemote ? " 在别的网站上，没有导入；请下载到条目旁边" : " 没有找到，没有导入"),
                Weight.LEFT_OUT));
        return "";
    }

    private String links(Pattern pattern, int address, int text, MarkupLines lines) {
        StringBuilder out = new StringBuilder();
        Matcher links = pattern.matcher(lines.text());
        while (links.find()) {
            String target = links.group(address).replaceAll("^<|>$", "");
            boolean stays = lines.isCode(links.start()) || isElsewhere(target);
            if (!stays) {
                remarks.add(new Remark(
                        lines.place(links.start()),
                        "链接“" + links.group(text) + "”指向原来网站的 " + target + "，只留下文字；要链接请改写成本站的条目或附件",
                        Weight.LEFT_OUT));
            }
            links.appendReplacement(out, Matcher.quoteReplacement(stays ? links.group() : links.group(text)));
        }
        return links.appendTail(out).toString();
    }
}
