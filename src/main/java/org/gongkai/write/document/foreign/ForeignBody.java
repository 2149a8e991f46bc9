package org.gongkai.write.document.foreign;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.TextCollectingVisitor;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.ImportedDocument.Picture;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;
import org.gongkai.write.document.StaticFiles;
import org.gongkai.write.document.foreign.ForeignEntryReader.MarkupLines;
import org.gongkai.write.document.foreign.ForeignEntryReader.TemplateTags;

/**
 * Takes the title out of a body, replaces the addresses of pictures by pictures that were found, and leaves of links
 * within the former site their texts. All else stays as it is.
 *
 * @param files the pictures
 * @param remarks accepts what was not found
 */
record ForeignBody(StaticFiles files, List<Remark> remarks) {

    /** Typed links and images, and images in Markdown, which some generators read within elements. */
    private static final Pattern TYPED = Pattern.compile(
            "<a\\b[^<>]{0,999}?(?<![\\w-])href\\s*=\\s*[\"'](?<href>[^\"'<>\n]*)[^<>]*>"
                    + "|<img\\b[^<>]{0,999}?(?<![\\w-])src\\s*=\\s*[\"'](?<src>[^\"'<>\n]+)[\"'][^<>]*>"
                    + "|!\\[(?<text>[^\\[\\]\n]*)\\]\\(\\s*<?(?<url>[^()\\s<>]+)[^()\n]*\\)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LINK_END = Pattern.compile("</a\\s*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALT = Pattern.compile("\\balt\\s*=\\s*[\"']([^\"']*)[\"']", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?i)(?:https?:|mailto:|tel:|//|" + Block.Markup.PICTURE + ").*");
    private static final String BLANK_TEXT = "＿＿（待填：图上有什么）";

    /** Whether an address leads to another site. */
    static boolean isElsewhere(String address) {
        return ELSEWHERE.matcher(address).matches();
    }

    /** Returns a body in Markdown without its title, which is added to the header. */
    String inMarkdown(MarkupLines typed, Map<String, Object> header) throws IOException {
        TemplateTags tags = new TemplateTags(remarks);
        MarkupLines lines = tags.readable(typed);
        title(lines, header);
        Set<Reference> done = new HashSet<>();
        Set<Reference> needed = new HashSet<>();
        for (Node node : lines.tree().getDescendants()) {
            if (node instanceof Image image) {
                image(lines, image.getChars(), image.getText(), image.getTitle(), image.getUrl());
            } else if (node instanceof Link link) {
                former(lines, link, link.getText(), link.getUrl());
            } else if (node instanceof RefNode link && link.getReferenceNode(lines.tree()) != null) {
                Reference definition = link.getReferenceNode(lines.tree());
                (isReplaced(lines, link, definition) ? done : needed).add(definition);
            } else if (node instanceof HtmlInline || node instanceof HtmlBlock) {
                html(lines, node.getChars());
            }
        }
        done.removeAll(needed);
        done.forEach(definition -> lines.remove(definition.getChars()));
        tags.tell(lines);
        return lines.changed();
    }

    /** Takes out the heading with the title: the only one of the first level, or one that the body begins with. */
    private static void title(MarkupLines lines, Map<String, Object> header) {
        List<Heading> headings = new ArrayList<>();
        for (Node node : lines.tree().getChildren()) {
            if (node instanceof Heading heading && heading.getLevel() == 1) {
                headings.add(heading);
            }
        }
        if (headings.size() == 1 || !headings.isEmpty() && headings.get(0).getPrevious() == null) {
            String text = new TextCollectingVisitor().collectAndGetText(headings.get(0));
            if (isTitle(text.replaceFirst("\\s*\\{[^{}]*\\}\\s*$", "").strip(), header)) {
                lines.remove(headings.get(0).getChars());
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
        String title = definition.getTitle().unescape().replace("\"", "\\\"");
        String end = (title.isEmpty() ? "" : " \"" + title + "\"") + ")";
        String place = lines.place(link.getStartOffset());
        if (link instanceof ImageRef) {
            String name = file(definition.getUrl(), place);
            String shown = text.isBlank() ? BLANK_TEXT : text.toString();
            lines.put(link.getChars(), name.isEmpty() ? blank(text) : "![" + shown + "](" + name + end);
            return true;
        }
        return former(lines, link, text, definition.getUrl());
    }

    /** Replaces what stands in typed elements. */
    private void html(MarkupLines lines, BasedSequence typed) throws IOException {
        Matcher found = TYPED.matcher(typed);
        while (found.find()) {
            BasedSequence whole = typed.subSequence(found.start(), found.end());
            if (found.group("href") != null) {
                former(lines, typed, found);
            } else if (found.group("src") != null) {
                Matcher alt = ALT.matcher(whole);
                String shown = alt.find() ? alt.group(1) : "";
                String name = file(
                        typed.subSequence(found.start("src"), found.end("src")), lines.place(whole.getStartOffset()));
                lines.put(whole, name.isEmpty() ? blank(shown) : "<img src=\"" + name + "\" alt=\"" + shown + "\">");
            } else {
                BasedSequence text = typed.subSequence(found.start("text"), found.end("text"));
                image(lines, whole, text, BasedSequence.NULL, typed.subSequence(found.start("url"), found.end("url")));
            }
        }
    }

    /** Replaces an image in Markdown, whose title describes it if nothing else does. */
    private void image(
            MarkupLines lines, BasedSequence whole, BasedSequence text, BasedSequence title, BasedSequence url)
            throws IOException {
        String described = text.isBlank() ? title.unescape() : text.toString();
        if (picture(lines, whole, described, url) && text.isBlank()) {
            int inside = whole.getStartOffset() + "![".length();
            lines.put(inside, inside, described.isBlank() ? BLANK_TEXT : described);
        }
    }

    /** Replaces the address of a picture; the whole image by a place to be filled, if the picture is not found. */
    private boolean picture(MarkupLines lines, BasedSequence image, String described, BasedSequence url)
            throws IOException {
        String name = file(url, lines.place(image.getStartOffset()));
        lines.put(name.isEmpty() ? image : url, name.isEmpty() ? blank(described) : name);
        return !name.isEmpty();
    }

    private static String blank(CharSequence text) {
        return "＿＿（待补：图片"
                + (text.toString().isBlank() ? "" : "“" + text.toString().strip() + "”") + "）";
    }

    /** Leaves of a link within the former site its text; returns whether it was one. */
    private boolean former(MarkupLines lines, Node link, BasedSequence text, BasedSequence url) throws IOException {
        if (!isFormer(lines, link.getStartOffset(), text, url)) {
            return false;
        }
        lines.put(link.getStartOffset(), text.getStartOffset(), "");
        lines.put(text.getEndOffset(), link.getEndOffset(), "");
        return true;
    }

    /** The same for a typed element, up to its end. */
    private void former(MarkupLines lines, BasedSequence typed, Matcher link) throws IOException {
        BasedSequence whole = typed.subSequence(link.start(), link.end());
        Matcher end = LINK_END.matcher(lines.text())
                .region(whole.getEndOffset(), lines.text().length());
        boolean isEnded = end.find();
        String text = isEnded ? lines.text().substring(whole.getEndOffset(), end.start()) : "";
        if (isFormer(lines, whole.getStartOffset(), text, typed.subSequence(link.start("href"), link.end("href")))) {
            lines.put(whole, "");
            if (isEnded) {
                lines.put(end.start(), end.end(), "");
            }
        }
    }

    /** Whether an address lies within the former site, which is told. */
    private boolean isFormer(MarkupLines lines, int offset, CharSequence text, BasedSequence typed) throws IOException {
        String address = typed.unescape().strip();
        boolean isFormer = !address.isEmpty() && !address.startsWith("#") && !isElsewhere(address);
        Optional<String> document = isFormer ? files.document(address) : Optional.empty();
        if (document.isPresent()) {
            lines.put(typed, document.get());
            return false;
        }
        if (isFormer) {
            remarks.add(Remark.ofLink(lines.place(offset), text.toString(), address));
        }
        return isFormer;
    }

    /** What stands for the picture at an address as typed; empty if there is none, which has been reported. */
    private String file(BasedSequence typed, String place) throws IOException {
        String source = typed.unescape();
        boolean isRemote = source.matches("(?i)(https?:)?//.*|data:.*");
        Optional<Picture> picture = isRemote ? Optional.empty() : files.picture(source);
        if (picture.isEmpty()) {
            String text = "图片 " + Remark.shortened(source) + (isRemote ? " 在别的网站上，没有导入；请下载到条目旁边" : " 没有找到，没有导入");
            remarks.add(new Remark(place, text, Weight.LEFT_OUT));
        }
        return picture.map(found -> Block.Markup.PICTURE + found.name()).orElse("");
    }
}
