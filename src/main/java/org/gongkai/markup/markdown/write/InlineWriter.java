package org.gongkai.markup.markdown.write;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
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
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.markdown.parse.BareLink;
import org.gongkai.markup.markdown.parse.TooComplex;
import org.gongkai.markup.markdown.write.BlockWriter.FootnoteWriter;

/** Writes inline content. */
final class InlineWriter {
    private final MarkdownPage page;
    private final FootnoteWriter footnotes;
    private final TypedHtmlWriter html;
    private final InlineText text;
    /** Number of open links, in which no other link may begin. */
    private int inLink;

    InlineWriter(MarkdownPage page, FootnoteWriter footnotes, TypedHtmlWriter html) {
        this.page = page;
        this.text = new InlineText(page);
        this.footnotes = footnotes;
        this.html = html;
    }

    /** Writes the children of a block up to an offset. */
    void block(Node parent, int upTo, int depth) {
        text.begin(upTo);
        inLink = 0;
        children(parent, depth);
    }

    /** Plain text of the last block. */
    String plain() {
        return text.plain();
    }

    private void children(Node parent, int depth) {
        if (depth > TooComplex.DEEPEST) {
            throw TooComplex.nested(parent.getStartOffset());
        }
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node.getStartOffset() < text.limit()) {
                write(node, depth + 1);
            }
        }
    }

    private void write(Node node, int depth) {
        if (node instanceof Text) {
            words(node);
        } else if (node instanceof SoftLineBreak) {
            text.softBreak(node);
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
            text.hardBreak();
        } else if (node instanceof Image image) {
            image(node, image.getUrl(), image.getTitle());
        } else if (node instanceof Footnote footnote) {
            footnote(footnote, depth);
        } else if (node instanceof RefNode reference) {
            reference(reference, depth);
        } else if (node instanceof AutoLink link) {
            typedAddress(link.getText(), link.getText().matchCharsIgnoreCase("www.") ? "http://" : "");
        } else if (node instanceof MailLink link) {
            typedAddress(link.getText(), "mailto:");
        } else if (node instanceof HtmlEntity) {
            html.reference(node, text);
        } else if (node instanceof HtmlInlineBase) {
            inLink += html.inline(node, text);
        } else if (node.hasChildren()) {
            children(node, depth);
        } else {
            text.put(node.getChars().toString());
        }
    }

    /** Writes text with bare addresses as links, unless it is part of a link. */
    private void words(Node node) {
        int from = node.getStartOffset();
        int to = node.getEndOffset();
        while (page.mayHoldAddress && inLink <= 0) {
            BareLink address = BareLink.find(page.source, from, to);
            if (address == null || address.end() > to) {
                break;
            }
            text.text(from, address.start());
            String typed = page.source.substring(address.start(), address.end());
            address(address.scheme(), typed, address.start());
            from = address.end();
        }
        text.text(from, to);
    }

    private void element(String name, Node node, int depth) {
        page.out.append('<').append(name).append('>');
        children(node, depth);
        page.out.append("</").append(name).append('>');
    }

    private void code(Code code) {
        page.out.append("<code>");
        String typed = code(code.getText().toString());
        // In a table a backslash before a pipe belongs to the table, even in code (GFM, example 200).
        text.put(code.getAncestorOfType(TableCell.class) == null ? typed : typed.replace("\\|", "|"));
        page.out.append("</code>");
    }

    /** Line breaks become spaces, and one space on each side is stripped (CommonMark §6.1). */
    private static String code(String typed) {
        String line = typed.replace('\n', ' ');
        boolean isApart = line.length() > 1 && line.startsWith(" ") && line.endsWith(" ") && !line.isBlank();
        return isApart ? line.substring(1, line.length() - 1) : line;
    }

    private void link(Node node, BasedSequence url, BasedSequence title, int depth) {
        LinkResolver.Target target = page.resolve(LinkResolver.Kind.LINK, url.unescape(), start(url, node));
        boolean open = page.open(target, title);
        if (node.hasChildren()) {
            inLink++;
            children(node, depth);
            inLink--;
        } else {
            text.put(target.label().isEmpty() ? url.unescape() : target.label());
        }
        page.out.append(open ? "</a>" : "");
    }

    private void image(Node node, BasedSequence url, BasedSequence title) {
        page.image(url.unescape(), start(url, node), alt(node), title);
        text.interrupted();
    }

    private void reference(RefNode node, int depth) {
        Reference reference = node.getReferenceNode(page.references);
        page.used.add(reference);
        if (reference == null) {
            // Brackets with an undefined label are text.
            if (node.getFirstChild() == null) {
                text.put(node.getChars().unescape());
            } else {
                text.text(node.getStartOffset(), node.getFirstChild().getStartOffset());
                children(node, depth);
                text.text(node.getLastChild().getEndOffset(), node.getEndOffset());
            }
        } else if (node instanceof ImageRef) {
            image(node, reference.getUrl(), reference.getTitle());
        } else if (node instanceof LinkRef && node.hasChildren()) {
            link(node, reference.getUrl(), reference.getTitle(), depth);
        } else {
            LinkResolver.Target target = page.resolve(
                    LinkResolver.Kind.LINK, reference.getUrl().unescape(), start(reference.getUrl(), node));
            boolean open = page.open(target, reference.getTitle());
            text.put(node.getReference().unescape());
            page.out.append(open ? "</a>" : "");
        }
    }

    private void footnote(Footnote footnote, int depth) {
        if (footnotes.reference(footnote)) {
            return;
        }
        String hint = "请在文末另起一行写 " + footnote.getChars() + ": 脚注的内容；不要脚注的，删去";
        page.mark(footnote.getStartOffset(), "脚注“" + footnote.getChars() + "”没有内容，网页上照样显示", hint);
        text.put("[^");
        children(footnote, depth);
        text.put("]");
    }

    private void typedAddress(BasedSequence address, String scheme) {
        // A backslash is a literal character here.
        String typed = Escaping.unescapeHtml(address);
        if (inLink > 0) {
            text.put(typed);
            return;
        }
        address(scheme, typed, address.getStartOffset());
    }

    private void address(String scheme, String typed, int offset) {
        LinkResolver.Target target = page.resolve(LinkResolver.Kind.ADDRESS, scheme + typed, offset);
        boolean open = page.open(target, BasedSequence.NULL);
        text.put(typed);
        page.out.append(open ? "</a>" : "");
    }

    private static String alt(Node node) {
        StringBuilder alt = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            alt.append(child.hasChildren() ? alt(child) : child.getChars().unescape());
        }
        return alt.toString();
    }

    private static int start(BasedSequence url, Node node) {
        return url.isEmpty() ? node.getStartOffset() : url.getStartOffset();
    }
}
