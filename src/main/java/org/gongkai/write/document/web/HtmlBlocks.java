package org.gongkai.write.document.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Block.Alignment;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Remark.Weight;
import org.gongkai.write.document.Run;
import org.gongkai.write.document.Run.Style;
import org.gongkai.write.document.fact.BlockText;
import org.gongkai.write.document.web.HtmlInlines.PagePictures;
import org.gongkai.write.document.web.HtmlInlines.WebTable;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Turns the elements of an article into blocks. */
final class HtmlBlocks {

    private static final Set<String> BLOCKS =
            Set.of(("p div section article main center blockquote dl dt dd figure figcaption address tr td th"
                            + " tbody thead tfoot caption details summary fieldset form o:p body font-block")
                    .split(" "));

    private static final Set<String> LEFT_OUT =
            Set.of(("script style noscript template iframe video audio object embed svg canvas button input"
                            + " select textarea nav aside footer header mpvoice mp-common-profile mp-common-videosnap")
                    .split(" "));

    private static final int DEEPEST = 200;

    private final PagePictures pictures;
    private final Set<OptionalContent> wanted;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private HtmlInlines inlines = new HtmlInlines();
    private Alignment alignment = Alignment.LEFT;
    private int bullet;
    private int heading;
    private String number = "";

    /** @param wanted content to take over that is left out otherwise */
    HtmlBlocks(PagePictures pictures, Set<OptionalContent> wanted) {
        this.pictures = pictures;
        this.wanted = Set.copyOf(wanted);
    }

    List<Block> blocks() {
        flush();
        return blocks;
    }

    List<Remark> remarks() {
        return remarks;
    }

    void walk(Element element) throws IOException {
        children(element, Style.PLAIN, "", 0);
    }

    private void children(Element element, Style style, String link, int depth) throws IOException {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                inlines.text(text.getWholeText(), style, link);
            } else if (child instanceof Element inner && depth < DEEPEST) {
                element(inner, style, link, depth + 1);
            } else if (child instanceof Element inner) {
                inlines.text(inner.text(), style, link);
            }
        }
    }

    /** Returns true if an element is read; what is told of its visibility has been told then. */
    private boolean isRead(Element element) {
        String name = element.normalName();
        boolean hidden = UnseenStyle.isHidden(element);
        if (LEFT_OUT.contains(name) || hidden && !wanted.contains(OptionalContent.HIDDEN_TEXT)) {
            leaveOut(element, name);
            return false;
        }
        if (hidden && !element.text().isBlank()) {
            remarks.add(
                    new Remark(place(), "隐藏的文字" + UnseenStyle.shown(element.text()) + "按要求导入了，请核对能不能公开", Weight.NOTE));
        } else if (!hidden) {
            UnseenStyle.doubt(element)
                    .ifPresent(told -> remarks.add(new Remark(place(), told + "，原文里可能看不见，请核对能不能公开", Weight.NOTE)));
        }
        return true;
    }

    private void element(Element element, Style style, String link, int depth) throws IOException {
        if (!isRead(element)) {
            return;
        }
        String name = element.normalName();
        switch (name) {
            case "br" -> inlines.add(new Run.Text("\n", Style.PLAIN, ""));
            case "hr" -> {
                flush();
                blocks.add(new Block.Break());
            }
            case "img" -> pictures.run(element, place()).ifPresent(inlines::add);
            case "a" -> link(element, style, depth);
            case "pre" -> {
                flush();
                blocks.add(new Block.Verbatim(element.wholeText()));
            }
            case "table" -> table(element, style, depth);
            case "ul", "ol" -> list(element, style, depth);
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                flush();
                heading = name.charAt(1) - '0';
                children(element, Style.PLAIN, link, depth);
                flush();
                heading = 0;
            }
            default -> {
                if (BLOCKS.contains(name)) {
                    block(element, style, link, depth);
                } else {
                    children(element, HtmlInlines.style(style, element), link, depth);
                }
            }
        }
    }

    private void block(Element element, Style style, String link, int depth) throws IOException {
        flush();
        Alignment outer = alignment;
        alignment = alignment(element);
        children(element, HtmlInlines.style(style, element), link, depth);
        flush();
        alignment = outer;
    }

    private void link(Element element, Style style, int depth) throws IOException {
        String address = element.attr("href").strip();
        boolean isWeb = address.matches("(?i)(https?://|mailto:).*");
        boolean isFile = address.matches("(?i).*\\.(docx?|xlsx?|pptx?|wps|et|pdf|ofd|zip|rar)([?#].*)?");
        if (isFile) {
            remarks.add(new Remark(
                    place(), "附件“" + element.text().strip() + "”（" + address + "）没有导入，请下载以后放进“附件”", Weight.LEFT_OUT));
        }
        boolean isWithin = !isWeb && !isFile && !address.matches("(?i)|#.*|javascript:.*");
        if (isWithin) {
            remarks.add(Remark.ofLink(place(), element.text(), address));
        }
        children(element, style, isWeb && !isFile ? address : "", depth);
    }

    private void table(Element element, Style style, int depth) throws IOException {
        flush();
        if (WebTable.isLayout(element)) {
            children(element, style, "", depth);
            flush();
            return;
        }
        List<IOException> failures = new ArrayList<>();
        blocks.add(WebTable.of(element, this::isRead, cell -> {
            HtmlBlocks inner = new HtmlBlocks(pictures, wanted);
            try {
                inner.children(cell, Style.PLAIN, "", depth);
            } catch (IOException e) {
                failures.add(e);
            }
            List<Block> content = inner.blocks();
            remarks.addAll(inner.remarks);
            return content;
        }));
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private void list(Element element, Style style, int depth) throws IOException {
        flush();
        int outer = bullet;
        boolean isNumbered = element.normalName().equals("ol");
        String start = element.attr("start").strip();
        int next = start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1;
        for (Element item : element.children()) {
            if (!isRead(item)) {
                continue;
            }
            bullet = isNumbered ? 0 : outer + 1;
            number = isNumbered ? next++ + "." : "";
            children(item, style, "", depth);
            flush();
        }
        bullet = outer;
        number = "";
    }

    private void leaveOut(Element element, String name) {
        boolean isMedia = Set.of("iframe", "video", "audio", "object", "embed", "mpvoice", "mp-common-videosnap")
                .contains(name);
        String text = element.text().strip();
        if (isMedia) {
            String source = element.attr("data-src").isEmpty() ? element.attr("src") : element.attr("data-src");
            remarks.add(new Remark(
                    place(), "视频、音频或嵌入的页面" + (source.isEmpty() ? "" : "（" + source + "）") + "没有导入", Weight.LEFT_OUT));
            inlines.text("＿＿（待补：视频、音频或嵌入的页面）", Style.PLAIN, "");
        } else if (!text.isEmpty()
                && !Set.of("script", "style", "noscript", "template").contains(name)) {
            boolean asked = UnseenStyle.isHidden(element) && !LEFT_OUT.contains(name);
            remarks.add(new Remark(
                    place(),
                    (UnseenStyle.isHidden(element) ? "隐藏的文字" : "") + UnseenStyle.shown(text) + "没有导入",
                    Weight.LEFT_OUT,
                    asked ? Optional.of(OptionalContent.HIDDEN_TEXT) : Optional.empty()));
        }
    }

    private Alignment alignment(Element element) {
        String css = element.attr("style").replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        String typed = (element.attr("align") + " " + css).toLowerCase(Locale.ROOT);
        if (typed.startsWith("center")
                || css.contains("text-align:center")
                || element.normalName().equals("center")) {
            return Alignment.CENTER;
        }
        boolean right = typed.startsWith("right") || css.matches(".*text-align:(right|end).*");
        boolean left = typed.startsWith("left")
                || typed.startsWith("justify")
                || css.matches(".*text-align:(left|start|justify).*");
        return right ? Alignment.RIGHT : left ? Alignment.LEFT : alignment;
    }

    private String place() {
        return BlockText.place(blocks.size());
    }

    private void flush() {
        for (List<Run> line : inlines.take()) {
            String text = BlockText.of(line);
            boolean hasPicture = line.stream().anyMatch(Run.Image.class::isInstance);
            if (!hasPicture && PageContent.isBoilerplate(text)) {
                remarks.add(new Remark(place(), "“" + text.replaceAll("\\s+", " ") + "”是网站自己的话，没有导入", Weight.LEFT_OUT));
                continue;
            }
            List<Run> runs = new ArrayList<>(line);
            if (!number.isEmpty()) {
                runs.add(0, new Run.Text(number, Style.PLAIN, ""));
                number = "";
            }
            blocks.add(heading > 0 ? new Block.Heading(heading, runs) : new Block.Paragraph(runs, alignment, bullet));
        }
        inlines = new HtmlInlines();
    }
}
