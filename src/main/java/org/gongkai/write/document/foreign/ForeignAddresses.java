package org.gongkai.write.document.foreign;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.util.TextCollectingVisitor;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.FormerLink;
import org.gongkai.write.document.Picture;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;

/**
 * Replaces the addresses of pictures by pictures that were found, and marks links within the former site until it is known
 * which entries its documents have become.
 *
 * @param files the pictures
 * @param own the address of the former site; empty if unknown
 * @param remarks accepts what was not found
 */
record ForeignAddresses(StaticFiles files, String own, List<Remark> remarks) {

    private static final Pattern TYPED_IMAGE =
            Pattern.compile("<img\\b[^>]*?\\bsrc\\s*=\\s*[\"']([^\"']+)[\"'][^>]*>", Pattern.CASE_INSENSITIVE);
    /** The same, and images in Markdown, which some generators read there. */
    private static final Pattern IMAGE = Pattern.compile(
            TYPED_IMAGE + "|!\\[([^\\[\\]\n]*)\\]\\(\\s*<?([^()\\s<>]+)[^()\n]*\\)", Pattern.CASE_INSENSITIVE);

    private static final Pattern ALT = Pattern.compile("\\balt\\s*=\\s*[\"']([^\"']*)[\"']", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPED_LINK =
            Pattern.compile("<a\\b[^<>]{0,300}?\\bhref\\s*=\\s*[\"']([^\"'<>\n]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?i)(?:https?:|mailto:|tel:|//|" + Block.Markup.PICTURE + ").*");
    private static final Pattern ASCIIDOC_LINK = Pattern.compile(
            "\\b(?:link|xref):([^\\s\\[\\]<>]+)(?=\\[)|<<([^\\s<>,#]+\\.\\w+#[^\\s<>,]*)(?:,([^<>\n]*))?>>");
    private static final Pattern ASCIIDOC_IMAGE = Pattern.compile("\\bimage::?([^\\s\\[:]+)\\[([^\\]\n]*)\\]");
    private static final Pattern ASCIIDOC_TITLE = Pattern.compile("\\A\\s*=\\s+([^\n]+?)\\s*(?:\n|\\z)");

    /** Whether an address leads to another site. */
    static boolean isElsewhere(String address) {
        return ELSEWHERE.matcher(address).matches();
    }

    /** Returns a body in Markdown without its title, which is added to the header. */
    String inMarkdown(MarkupLines lines, Map<String, Object> header) throws IOException {
        title(lines, header);
        Set<Reference> done = new HashSet<>();
        Set<Reference> needed = new HashSet<>();
        for (Node node : lines.tree().getDescendants()) {
            int start = node.getStartOffset();
            int end = node.getEndOffset();
            if (node instanceof Image image) {
                picture(lines, start, end, image.getText(), image.getUrl(), image.getTitle());
            } else if (node instanceof Link link && !link.getUrl().isEmpty()) {
                int pointed = link.getUrlOpeningMarker().length();
                BasedSequence url = link.getUrl();
                former(lines, start, url.unescape())
                        .ifPresent(
                                mark -> lines.put(url.getStartOffset() - pointed, url.getEndOffset() + pointed, mark));
            } else if (node instanceof RefNode link && link.getReferenceNode(lines.tree()) != null) {
                Reference definition = link.getReferenceNode(lines.tree());
                (isReplaced(lines, link, definition) ? done : needed).add(definition);
            } else if (node instanceof AutoLink link && link.getOpeningMarker().length() > 0) {
                String address = link.getText().toString();
                former(lines, start, address)
                        .filter(mark -> !isElsewhere(address))
                        .ifPresent(mark -> lines.put(start, end, "[" + address + "](" + mark + ")"));
            } else if (node instanceof HtmlInline || node instanceof HtmlBlock) {
                html(lines, start, node.getChars());
            }
        }
        done.removeAll(needed);
        done.forEach(definition -> lines.remove(definition.getChars()));
        new TemplateTags(remarks).told(lines);
        return lines.changed();
    }

    /** Takes out the heading with the title: the only one of the first level, or one that the body begins with. */
    private static void title(MarkupLines lines, Map<String, Object> header) {
        Heading title = null;
        int count = 0;
        for (Node node : lines.tree().getChildren()) {
            if (node instanceof Heading heading && heading.getLevel() == 1) {
                title = count++ == 0 ? heading : title;
            }
        }
        if (title != null && (count == 1 || title.getPrevious() == null)) {
            String text = new TextCollectingVisitor().collectAndGetText(title);
            if (isTitle(text.replaceFirst("\\s*\\{[^{}]*\\}\\s*$", "").strip(), header)) {
                lines.remove(title.getChars());
            }
        }
    }

    /** Whether a heading is the title, which is added to the header if it does not state one. */
    private static boolean isTitle(String text, Map<String, Object> header) {
        Object stated = header.getOrDefault("title", header.getOrDefault("标题", text));
        header.putIfAbsent("title", stated);
        return String.valueOf(stated).strip().equals(text);
    }

    /** Returns whether a reference does not need the definition of its address any more. */
    private boolean isReplaced(MarkupLines lines, RefNode link, Reference definition) throws IOException {
        BasedSequence text = link.isReferenceTextCombined() ? link.getReference() : link.getText();
        int start = link.getStartOffset();
        if (link instanceof ImageRef) {
            picture(lines, start, link.getEndOffset(), text, definition.getUrl(), definition.getTitle());
            return true;
        }
        Optional<String> mark = former(lines, start, definition.getUrl().unescape());
        mark.ifPresent(found -> lines.put(
                text.getEndOffset(), link.getEndOffset(), "](" + found + titled(definition.getTitle()) + ")"));
        return mark.isPresent();
    }

    private static String titled(BasedSequence title) {
        return title.isEmpty() ? "" : " \"" + title.unescape().replace("\"", "\\\"") + "\"";
    }

    /** Replaces an image in Markdown. */
    private void picture(
            MarkupLines lines, int start, int end, BasedSequence text, BasedSequence url, BasedSequence title)
            throws IOException {
        String described = text.isBlank() ? title.unescape() : text.toString();
        String after = titled(title) + ")";
        picture(lines, start, end, described, url.unescape(), (shown, name) -> "![" + shown + "](" + name + after);
    }

    /** Replaces an image by what is written for a description and an address, or by a place to be filled. */
    private void picture(
            MarkupLines lines, int start, int end, String described, String url, BinaryOperator<String> written)
            throws IOException {
        String name = address(url, lines.place(start));
        String shown = described.isBlank() ? "＿＿（待填：图上有什么）" : described;
        lines.put(start, end, name.isEmpty() ? blank(described) : written.apply(shown, name));
    }

    /** Replaces what stands in typed elements; an image beside others stays one, since Markdown is not read there. */
    private void html(MarkupLines lines, int start, BasedSequence typed) throws IOException {
        Matcher links = TYPED_LINK.matcher(typed);
        while (links.find()) {
            int from = start + links.start(1);
            int to = start + links.end(1);
            former(lines, from, links.group(1)).ifPresent(mark -> lines.put(from, to, mark));
        }
        boolean isAlone = TYPED_IMAGE.matcher(typed.trim()).matches();
        Matcher images = IMAGE.matcher(typed);
        while (images.find()) {
            Matcher alt = ALT.matcher(images.group());
            boolean isTyped = images.group(1) != null;
            picture(
                    lines,
                    start + images.start(),
                    start + images.end(),
                    !isTyped ? images.group(2) : alt.find() ? alt.group(1) : "",
                    images.group(isTyped ? 1 : 3),
                    (shown, name) -> isAlone
                            ? "![" + shown + "](" + name + ")"
                            : "<img src=\"" + name + "\" alt=\"" + shown + "\">");
        }
    }

    /** Returns a body in AsciiDoc without its title, which is added to the header. */
    String inAsciiDoc(MarkupLines lines, Map<String, Object> header) throws IOException {
        Matcher title = ASCIIDOC_TITLE.matcher(lines.text());
        if (title.find() && isTitle(title.group(1), header)) {
            lines.put(0, title.end(), "");
        }
        Matcher links = ASCIIDOC_LINK.matcher(lines.text());
        while (links.find()) {
            String target = links.group(1) == null ? links.group(2) : links.group(1);
            String text = links.group(1) != null
                    ? ""
                    : "[" + Objects.toString(links.group(3), "").strip() + "]";
            int start = links.start();
            int end = links.end();
            former(lines, start, target)
                    .filter(mark -> !lines.isCode(start) && target.matches(".*[./#].*"))
                    .ifPresent(mark -> lines.put(start, end, "link:" + mark + text));
        }
        Matcher images = ASCIIDOC_IMAGE.matcher(lines.text());
        while (images.find()) {
            if (!lines.isCode(images.start())) {
                String image = images.group();
                String url = images.group(1);
                picture(
                        lines,
                        images.start(),
                        images.end(),
                        images.group(2),
                        url,
                        (shown, name) -> image.replace(url, name));
            }
        }
        return lines.changed();
    }

    private static String blank(String text) {
        return "＿＿（待补：图片" + (text.isBlank() ? "" : "“" + text.strip() + "”") + "）";
    }

    /** An address as it is written within the site. */
    private String local(String address) {
        return !own.isEmpty() && address.startsWith(own + "/") ? address.substring(own.length()) : address;
    }

    /** What stands for an address within the former site; empty for one that leads elsewhere. */
    private Optional<String> former(MarkupLines lines, int offset, String typed) {
        String address = local(typed.strip());
        return address.isEmpty() || isElsewhere(address)
                ? Optional.empty()
                : Optional.of(new FormerLink(lines.place(offset), address).address());
    }

    /** The address of the picture at an address as typed; empty if there is none, which has been reported. */
    private String address(String typed, String place) throws IOException {
        String source = local(typed);
        boolean isRemote = source.matches("(?i)(https?:)?//.*|data:.*");
        Picture picture = isRemote ? null : files.picture(source).orElse(null);
        if (picture != null) {
            return Block.Markup.PICTURE + picture.name();
        }
        String shown = source.length() > 80 ? source.substring(0, 80) + "……" : source;
        remarks.add(new Remark(
                place, "图片 " + shown + (isRemote ? " 在别的网站上，没有导入；请下载到条目旁边" : " 没有找到，没有导入"), Weight.LEFT_OUT));
        return "";
    }
}
