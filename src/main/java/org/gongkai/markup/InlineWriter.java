package org.gongkai.markup;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;

/** Writes what stands within a paragraph. */
final class InlineWriter {
    private final MarkdownPage page;
    private final LinkWriter links;
    private final FootnoteWriter footnotes;
    private final StringBuilder plain = new StringBuilder();
    private int limit = Integer.MAX_VALUE;
    /** Where an attribute block begins that was written with the element before it, and where it ends. */
    private int skipFrom = -1;

    private int skipTo;
    private char last;
    private boolean atLineStart;

    InlineWriter(MarkdownPage page, LinkWriter links, FootnoteWriter footnotes) {
        this.page = page;
        this.links = links;
        this.footnotes = footnotes;
    }

    /** Writes the children of a block up to an offset. */
    void block(Node parent, int upTo, int depth) {
        limit = upTo;
        skipFrom = -1;
        last = 0;
        atLineStart = true;
        plain.setLength(0);
        children(parent, depth);
        limit = Integer.MAX_VALUE;
    }

    /** Text of the block written last. */
    String plain() {
        return plain.toString().strip();
    }

    private void children(Node parent, int depth) {
        if (depth > MarkdownPage.DEEPEST) {
            throw new MarkdownPage.TooDeep(parent.getStartOffset());
        }
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node.getStartOffset() < limit) {
                write(node, depth + 1);
            }
        }
    }

    private void write(Node node, int depth) {
        if (node instanceof Text) {
            text(node);
        } else if (node instanceof SoftLineBreak) {
            softBreak(node);
        } else if (node instanceof StrongEmphasis) {
            element("strong", node, depth);
        } else if (node instanceof Emphasis) {
            element("em", node, depth);
        } else if (node instanceof Strikethrough) {
            element("del", node, depth);
        } else if (node instanceof Link link) {
            link(node, link.getUrl(), link.getTitle(), depth);
        } else if (node instanceof Code code) {
            code(code);
        } else if (node instanceof HardLineBreak) {
            page.out.append("<br>\n");
            atLineStart = true;
            plain.append(' ');
        } else if (node instanceof Image image) {
            links.image(
                    image.getUrl().unescape(),
                    start(image.getUrl(), node),
                    alt(node),
                    image.getTitle(),
                    following(node));
            last = 0;
        } else if (node instanceof Footnote footnote) {
            footnote(footnote, depth);
        } else if (node instanceof RefNode reference) {
            reference(reference, depth);
        } else if (node instanceof AutoLink link) {
            typedAddress(link.getText(), "");
        } else if (node instanceof MailLink link) {
            typedAddress(link.getText(), "mailto:");
        } else if (node instanceof HtmlEntity) {
            put(node.getChars().unescape());
        } else if (node instanceof HtmlInlineBase) {
            html(node);
        } else if (node.hasChildren()) {
            children(node, depth);
        } else {
            put(node.getChars().toString());
        }
    }

    private void text(Node node) {
        int from = node.getStartOffset() == skipFrom ? skipTo : node.getStartOffset();
        int to = Math.min(node.getEndOffset(), limit);
        while (atLineStart && from < to && Han.isIndent(page.source.charAt(from))) {
            from++;
        }
        if (from >= to) {
            return;
        }
        boolean literal = true;
        for (int i = from; i < to && literal; i++) {
            char c = page.source.charAt(i);
            literal = c != '\\' && c != '&';
        }
        if (!literal) {
            put(Escaping.unescapeString(page.source.substring(from, to)));
            return;
        }
        Html.text(page.out, page.source, from, to);
        plain.append(page.source, from, to);
        last = page.source.charAt(to - 1);
        atLineStart = false;
    }

    private void put(String text) {
        if (!text.isEmpty()) {
            Html.text(page.out, text);
            plain.append(text);
            last = text.charAt(text.length() - 1);
            atLineStart = false;
        }
    }

    private void softBreak(Node node) {
        Node next = node.getNext();
        while (next != null && next.getFirstChild() != null && !(next instanceof Image)) {
            next = next.getFirstChild();
        }
        char first = 0;
        if (next instanceof Text || next instanceof Code) {
            int at = next.getStartOffset();
            while (at < next.getEndOffset()
                    && (Han.isIndent(page.source.charAt(at)) || page.source.charAt(at) == '`')) {
                at++;
            }
            first = at < next.getEndOffset() ? page.source.charAt(at) : 0;
        }
        atLineStart = true;
        if (!Han.join(last, first)) {
            page.out.append('\n');
            plain.append(' ');
        }
    }

    private void element(String name, Node node, int depth) {
        page.out.append('<').append(name);
        Attributes attributes = following(node);
        links.id(attributes);
        attributes.write(page.out, "");
        page.out.append('>');
        children(node, depth);
        page.out.append("</").append(name).append('>');
    }

    private void code(Code code) {
        page.out.append("<code");
        Attributes attributes = following(code);
        links.id(attributes);
        attributes.write(page.out, "");
        page.out.append('>');
        put(Escaping.collapseWhitespace(code.getText(), true).toString());
        page.out.append("</code>");
    }

    private void link(Node node, BasedSequence url, BasedSequence title, int depth) {
        Links.Target target = links.resolve(Links.Kind.LINK, url.unescape(), start(url, node));
        boolean open = links.open(target, title, following(node));
        if (node.hasChildren()) {
            children(node, depth);
        } else {
            put(target.label().isEmpty() ? url.unescape() : target.label());
        }
        page.out.append(open ? "</a>" : "");
    }

    private void reference(RefNode node, int depth) {
        Reference reference = node.getReferenceNode(page.references);
        if (reference == null) {
            // Brackets that refer to nothing are brackets.
            if (node.getFirstChild() == null) {
                put(node.getChars().unescape());
            } else {
                put(page.source.substring(
                        node.getStartOffset(), node.getFirstChild().getStartOffset()));
                children(node, depth);
                put(page.source.substring(
                        node.getLastChild().getEndOffset(), Math.min(limit, node.getEndOffset())));
            }
        } else if (node instanceof ImageRef) {
            BasedSequence url = reference.getUrl();
            links.image(url.unescape(), start(url, node), alt(node), reference.getTitle(), following(node));
            last = 0;
        } else if (node instanceof LinkRef && node.hasChildren()) {
            link(node, reference.getUrl(), reference.getTitle(), depth);
        } else {
            Links.Target target =
                    links.resolve(Links.Kind.LINK, reference.getUrl().unescape(), start(reference.getUrl(), node));
            boolean open = links.open(target, reference.getTitle(), following(node));
            put(node.getReference().unescape());
            page.out.append(open ? "</a>" : "");
        }
    }

    private void footnote(Footnote footnote, int depth) {
        if (footnotes.reference(footnote)) {
            return;
        }
        put("[^");
        children(footnote, depth);
        put("]");
    }

    private void typedAddress(BasedSequence text, String scheme) {
        Links.Target target = links.resolve(Links.Kind.LINK, scheme + text.unescape(), text.getStartOffset());
        boolean open = links.open(target, BasedSequence.NULL, Attributes.NONE);
        put(text.unescape());
        page.out.append(open ? "</a>" : "");
    }

    private void html(Node node) {
        if (!(node instanceof HtmlInlineComment)) {
            page.hasHtml = true;
            page.out.append(node.getChars().normalizeEOL());
            atLineStart = false;
        }
    }

    /** The attribute block typed right after an element. */
    private Attributes following(Node node) {
        int from = node.getEndOffset();
        if (from >= limit || !(node.getNext() instanceof Text)) {
            return Attributes.NONE;
        }
        int end =
                Attributes.end(page.source, from, Math.min(limit, node.getNext().getEndOffset()));
        Attributes read = end < 0 ? null : Attributes.read(page.source, from, end + 1);
        if (read == null) {
            return Attributes.NONE;
        }
        skipFrom = from;
        skipTo = end + 1;
        return read;
    }

    private static String alt(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            text.append(child.hasChildren() ? alt(child) : child.getChars().unescape());
        }
        return text.toString();
    }

    private static int start(BasedSequence url, Node node) {
        return url.isEmpty() ? node.getStartOffset() : url.getStartOffset();
    }
}
