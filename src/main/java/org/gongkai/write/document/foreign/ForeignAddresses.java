package org.gongkai.write.document.foreign;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.FormerLink;
import org.gongkai.write.document.Picture;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;

/** Replaces the addresses of pictures by pictures that were found, and names pictures and links without a target. */
record ForeignAddresses(StaticFiles files, List<Remark> remarks) {

    private static final Pattern IMAGE = Pattern.compile(
            "!\\[((?:[^\\[\\]\n]++|\\[[^\\[\\]\n]*+\\](?:\\([^()\n]*+\\))?+)*+)\\]\\(\\s*(<[^>\n]+>|[^()\\s]+(?:\\([^()\\s]*\\)[^()\\s]*)?|(?i:[^()<>\"\n]+\\.(?:png|jpe?g|gif|svg|webp)))(\\s+[\"'(][^\n]*"
                    + "?[\"')])?\\s*\\)");
    private static final Pattern TYPED_IMAGE =
            Pattern.compile("<img\\b[^>]*?\\bsrc\\s*=\\s*[\"']([^\"']+)[\"'][^>]*>", Pattern.CASE_INSENSITIVE);
    /** How far before an image the block that it stands in is looked for. */
    private static final int FAR = 2_000;

    private static final Pattern HTML_BLOCK = Pattern.compile(
            "\\s*(?:</?(?:table|tbody|thead|t[drh]|[uod]l|li|h[1-6]|blockquote|details|div|p|center)\\b|<[a-z][^<>]*>[ \\t]*\n)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ALT = Pattern.compile("\\balt\\s*=\\s*[\"']([^\"']*)[\"']", Pattern.CASE_INSENSITIVE);
    /** The end of the text of a link, and its address. */
    private static final Pattern LINK =
            Pattern.compile("\\]\\(\\s*(<[^<>\n]+>|[^()\\s<>]+(?:\\([^()\\s]*\\)[^()\\s]*)*)");

    private static final Pattern TYPED_LINK =
            Pattern.compile("<a\\b[^<>]{0,300}?\\bhref\\s*=\\s*(?=[\"'])([\"'][^\"'<>\n]*)", Pattern.CASE_INSENSITIVE);
    /** A link whose text is its address, which browsers cannot follow. */
    private static final Pattern NAMED =
            Pattern.compile("<((?:ftps?|sftp|file|git|ssh|smb):[^\\s<>]+)>", Pattern.CASE_INSENSITIVE);

    private static final Pattern ELSEWHERE =
            Pattern.compile("(?i)(?:https?:|mailto:|tel:|//|" + Block.Markup.PICTURE + ").*");
    private static final Pattern ASCIIDOC_LINK = Pattern.compile(
            "\\b(?:link|xref):([^\\s\\[\\]<>]+)(?=\\[)|<<([^\\s<>,#]+\\.\\w+#[^\\s<>,]*)(?:,([^<>\n]*))?>>");
    private static final Pattern ASCIIDOC = Pattern.compile("\\bimage::?([^\\s\\[:]+)\\[([^\\]\n]*)\\]");

    /** Whether an address leads to another site. */
    static boolean isElsewhere(String address) {
        return ELSEWHERE.matcher(address).matches();
    }

    String inMarkdown(String typed, int firstLine) throws IOException {
        MarkupLines lines = MarkupLines.of(typed, firstLine);
        String named = NAMED.matcher(typed)
                .replaceAll(address -> Matcher.quoteReplacement(
                        lines.isCode(address.start())
                                ? address.group()
                                : "[" + address.group(1) + "](" + address.group() + ")"));
        String inline = new LinkReferences(named, firstLine).inlined();
        String links = links(LINK, MarkupLines.of(inline, firstLine));
        links = links(TYPED_LINK, MarkupLines.of(links, firstLine));
        String images = images(IMAGE, MarkupLines.of(links, firstLine));
        return images(TYPED_IMAGE, MarkupLines.of(images, firstLine));
    }

    String inAsciiDoc(String typed, int firstLine) throws IOException {
        MarkupLines lines = MarkupLines.of(asciiDocLinks(MarkupLines.of(typed, firstLine)), firstLine);
        StringBuilder out = new StringBuilder();
        Matcher images = ASCIIDOC.matcher(lines.text());
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
            String described = text.isBlank() ? title.replaceAll("^[\\s\"'(]+|[\"')\\s]+$", "") : text;
            String shown = described.isBlank() ? "＿＿（待填：图上有什么）" : described;
            boolean stays = typed && isInHtml(lines.text(), images.start());
            images.appendReplacement(
                    out,
                    Matcher.quoteReplacement(
                            picture.isEmpty()
                                    ? blank(described)
                                    : stays
                                            ? "<img src=\"" + picture + "\" alt=\"" + shown + "\">"
                                            : "![" + shown + "](" + picture + title + ")"));
        }
        return images.appendTail(out).toString();
    }

    /** Whether an image stands in a block of HTML, in which Markdown is not read. */
    private static boolean isInHtml(String text, int offset) {
        String before = text.substring(Math.max(0, offset - FAR), offset);
        return HTML_BLOCK
                .matcher(before.substring(before.lastIndexOf("\n\n") + 1))
                .lookingAt();
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

    /** Marks the addresses within the former site, until it is known which entries its documents have become. */
    private static String links(Pattern pattern, MarkupLines lines) {
        StringBuilder out = new StringBuilder();
        Matcher links = pattern.matcher(lines.text());
        while (links.find()) {
            String target = links.group(1).replaceAll("^[<\"']|>$", "").strip();
            int open = pattern == LINK ? FormerLink.opening(lines.text(), links.start()) : links.start();
            boolean isImage = pattern == LINK && open > 0 && lines.text().charAt(open - 1) == '!';
            boolean stays = open < 0
                    || isImage
                    || target.isEmpty()
                    || target.startsWith(FormerLink.SCHEME)
                    || lines.isCode(open)
                    || lines.isCode(links.start())
                    || isElsewhere(target);
            String kept = links.group().substring(0, links.start(1) - links.start())
                    + (pattern == LINK ? "" : links.group(1).substring(0, 1));
            links.appendReplacement(
                    out,
                    Matcher.quoteReplacement(
                            stays
                                    ? links.group()
                                    : kept + new FormerLink(lines.place(links.start()), target).address()));
        }
        return links.appendTail(out).toString();
    }

    private static String asciiDocLinks(MarkupLines lines) {
        return ASCIIDOC_LINK.matcher(lines.text()).replaceAll(link -> {
            String target = link.group(1) == null ? link.group(2) : link.group(1);
            boolean stays = lines.isCode(link.start()) || isElsewhere(target) || !target.matches(".*[./#].*");
            String address = new FormerLink(lines.place(link.start()), target).address();
            String text = link.group(1) != null
                    ? ""
                    : "[" + (link.group(3) == null ? "" : link.group(3).strip()) + "]";
            return Matcher.quoteReplacement(stays ? link.group() : "link:" + address + text);
        });
    }

    /**
     * Links and pictures whose addresses stand apart, {@code [text][name]} with {@code [name]: address} on another line.
     * Links to other sites stay as they are typed.
     *
     * @param text the text
     * @param firstLine line of the file, from 1, on which it begins
     */
    private record LinkReferences(String text, int firstLine) {

        private static final Pattern DEFINITION = Pattern.compile(
                "^ {0,3}\\[([^\\[\\]\n^][^\\[\\]\n]{0,200})\\]:[ \t]*\n?[ \t]*(<[^<>\n]*>|[^\\s<]\\S*)"
                        + "(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\\([^()\n]*\\)))?[ \t]*$",
                Pattern.MULTILINE);

        private static final Pattern USE = Pattern.compile(
                "(!?)\\[((?:[^\\[\\]\n]|\n(?!\\s*\n)|\\[[^\\[\\]\n]*\\]){1,300})\\](?:\\[([^\\[\\]\n]{0,200})\\])?(?![(:\\[])");

        /** Returns the text with the address of the former site or of a picture in each place where it is used. */
        String inlined() {
            Map<String, String> addresses = new HashMap<>();
            MarkupLines lines = MarkupLines.of(text, firstLine);
            Matcher definitions = DEFINITION.matcher(text);
            StringBuilder rest = new StringBuilder();
            while (definitions.find()) {
                boolean isCode = lines.isCode(definitions.start());
                boolean first =
                        !isCode && addresses.putIfAbsent(key(definitions.group(1)), definitions.group(2)) == null;
                boolean here = first && !ForeignAddresses.isElsewhere(definitions.group(2));
                definitions.appendReplacement(
                        rest,
                        here
                                ? definitions.group().replaceAll("[^\n]+", "")
                                : Matcher.quoteReplacement(definitions.group()));
            }
            String remaining = definitions.appendTail(rest).toString();
            if (addresses.isEmpty()) {
                return text;
            }
            // A picture may stand in the text of a link.
            String links = used(MarkupLines.of(remaining, firstLine), addresses);
            return used(MarkupLines.of(links, firstLine), addresses);
        }

        private static String used(MarkupLines lines, Map<String, String> addresses) {
            StringBuilder out = new StringBuilder();
            Matcher uses = USE.matcher(lines.text());
            while (uses.find()) {
                boolean named = uses.group(3) != null && !uses.group(3).isBlank();
                String address = addresses.get(key(uses.group(named ? 3 : 2)));
                boolean stays = address == null
                        || lines.isCode(uses.start())
                        || uses.group(1).isEmpty() && ForeignAddresses.isElsewhere(address);
                uses.appendReplacement(
                        out,
                        Matcher.quoteReplacement(
                                stays ? uses.group() : uses.group(1) + "[" + uses.group(2) + "](" + address + ")"));
            }
            return uses.appendTail(out).toString();
        }

        private static String key(String name) {
            return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        }
    }
}
