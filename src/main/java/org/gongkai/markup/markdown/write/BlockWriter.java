package org.gongkai.markup.markdown.write;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.definition.DefinitionItem;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.parser.ListOptions;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.misc.CharPredicate;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.html.HtmlElements;
import org.gongkai.markup.markdown.parse.ContentLines;
import org.gongkai.markup.markdown.parse.TooComplex;

/** Writes the blocks of a Markdown body. */
public final class BlockWriter {
    private final MarkdownPage page;
    private final ListOptions lists;
    private final InlineWriter inlines;
    private final FootnoteWriter footnotes;
    private final TypedHtmlWriter html;
    private ParagraphWriter paragraphs;
    private int shift;

    public BlockWriter(MarkdownPage page, ListOptions lists) {
        this.page = page;
        this.lists = lists;
        this.footnotes = new FootnoteWriter(page);
        this.html = new TypedHtmlWriter(page);
        this.inlines = new InlineWriter(page, footnotes, html);
    }

    public void document(Document document) {
        boolean promotes = true;
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                promotes = false;
                shift = heading.getLevel() == 1 ? 1 : shift;
            }
        }
        paragraphs = new ParagraphWriter(page, lists, inlines, promotes);
        children(document, 0);
        footnotes.writeAll(this);
    }

    void children(Node parent, int depth) {
        if (depth > TooComplex.DEEPEST) {
            throw TooComplex.nested(parent.getStartOffset());
        }
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            write(node, depth + 1);
        }
    }

    private void write(Node node, int depth) {
        if (node instanceof Paragraph paragraph) {
            paragraphs.paragraph(paragraph, depth);
        } else if (node instanceof Heading heading) {
            String text = heading.getText().toString().replace("\n", "");
            if (heading.isSetextHeading() && text.matches(".*[，。；：！？]")) {
                page.mark(
                        node.getStartOffset(),
                        "“" + text + "”下面紧跟着 " + heading.getClosingMarker() + "，网页上成了标题",
                        "要分隔线的，请在它上面空一行；不要的，请删去");
            }
            int level = Math.min(6, Math.max(2, heading.getLevel() + shift));
            paragraphs.heading(
                    node,
                    level,
                    heading.getText().getStartOffset(),
                    heading.getText().getEndOffset(),
                    depth);
        } else if (node instanceof BulletList) {
            container("ul", node, depth);
        } else if (node instanceof OrderedList) {
            container("ol", node, depth);
        } else if (node instanceof DefinitionTerm) {
            page.out.append("<dt>");
            inlines.block(node, Integer.MAX_VALUE, depth);
            page.out.append("</dt>\n");
        } else if (node instanceof DefinitionItem) {
            definition(node, depth);
        } else if (node instanceof ListItem item) {
            item(item, depth);
        } else if (node instanceof TableBlock) {
            new TableWriter(page, inlines).write(node, depth);
        } else if (node instanceof BlockQuote) {
            container("blockquote", node, depth);
        } else if (node instanceof FencedCodeBlock code) {
            if (code.getClosingFence().isEmpty()) {
                String hint = "请在代码的下一行写 " + code.getOpeningFence() + "；不是代码的，删去这一行";
                page.mark(node.getStartOffset(), "这里起是代码，没有结束，后面的文字都成了代码，也没有检查", hint);
            }
            code(
                    code.getInfoDelimitedByAny(CharPredicate.SPACE_TAB).unescape(),
                    Escaping.normalizeEOL(new ContentLines(code).text()));
        } else if (node instanceof IndentedCodeBlock code) {
            code("", Escaping.normalizeEndWithEOL(withoutBlankEnd(new ContentLines(code).text())));
        } else if (node instanceof ThematicBreak) {
            page.out.append("<hr>\n");
        } else if (node instanceof DefinitionList) {
            container("dl", node, depth);
        } else if (node instanceof HtmlBlockBase block) {
            html.block(block);
        } else if (!(node instanceof Reference) && !(node instanceof FootnoteBlock)) {
            children(node, depth);
        }
    }

    private void container(String name, Node node, int depth) {
        page.out.append('<').append(name);
        if (node instanceof OrderedList list && list.getStartNumber() != 1) {
            HtmlEscape.attribute(page.out, "start", Integer.toString(list.getStartNumber()));
        }
        page.out.append(name.equals("dd") ? ">" : ">\n");
        children(node, depth);
        page.out.append("</").append(name).append(">\n");
    }

    /** Below a table, what begins like a definition has no term: its colon is shown, as that of an empty one is. */
    private void definition(Node node, int depth) {
        if (node.getParent() instanceof DefinitionList && node.hasChildren()) {
            container("dd", node, depth);
            return;
        }
        String name = node.getParent() instanceof DefinitionList ? "dd" : "div";
        page.out.append('<').append(name).append(">: ");
        children(node, depth);
        page.out.append("</").append(name).append(">\n");
    }

    private void item(ListItem item, int depth) {
        BasedSequence box = item.getMarkerSuffix();
        page.out.append(box.isEmpty() ? "<li>" : "<li class=\"task-list-item\">");
        if (!box.isEmpty()) {
            page.out.append(
                    box.charAt(1) != ' '
                            ? "<input type=\"checkbox\" disabled=\"disabled\" checked=\"checked\" aria-label=\"已完成\"> "
                            : "<input type=\"checkbox\" disabled=\"disabled\" aria-label=\"未完成\"> ");
        }
        children(item, depth);
        page.out.append("</li>\n");
    }

    private void code(String language, String text) {
        page.out.append("<pre><code");
        if (!language.isEmpty() && HtmlElements.isAllowed("code", "class", language)) {
            HtmlEscape.attribute(page.out, "class", "language-" + language);
        }
        page.out.append('>');
        HtmlEscape.text(page.out, text);
        page.out.append("</code></pre>\n");
    }

    private static String withoutBlankEnd(String text) {
        int end = text.length();
        while (end > 0 && " \t\n".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int newline = text.indexOf('\n', end);
        return newline < 0 ? text : text.substring(0, newline);
    }

    /** Numbers footnotes in the order in which the text refers to them and writes them at its end. */
    static final class FootnoteWriter {
        private final MarkdownPage page;
        private final List<FootnoteBlock> notes = new ArrayList<>();

        private final Map<Node, Integer> indexes = new HashMap<>();
        private final List<List<String>> references = new ArrayList<>();

        FootnoteWriter(MarkdownPage page) {
            this.page = page;
        }

        /** Writes the reference to a footnote; returns false if the footnote is not defined. */
        boolean reference(Footnote footnote) {
            FootnoteBlock block = footnote.getReferenceNode(page.footnotes);
            if (block == null) {
                return false;
            }
            int index = indexes.computeIfAbsent(block, fresh -> notes.size());
            if (index == notes.size()) {
                notes.add(block);
                page.used.add(block);
                references.add(new ArrayList<>());
            }
            // No heading's id begins with an underscore, so that these never collide with one.
            String id = page.anchors.claim("_fnref-" + (index + 1));
            references.get(index).add(id);
            page.out.append("<sup class=\"footnote-ref\"");
            HtmlEscape.attribute(page.out, "id", id);
            page.out.append('>');
            link("#_fn-" + (index + 1), "");
            page.out.append(index + 1).append("</a></sup>");
            return true;
        }

        void writeAll(BlockWriter writer) {
            if (notes.isEmpty()) {
                return;
            }
            page.out.append("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"注释\">\n<ol>\n");
            // A footnote may refer to another one, which is then appended to the list.
            for (int i = 0; i < notes.size(); i++) {
                page.out.append("<li");
                HtmlEscape.attribute(page.out, "id", page.anchors.claim("_fn-" + (i + 1)));
                page.out.append(">\n");
                writer.children(notes.get(i), 1);
                for (String reference : references.get(i)) {
                    link("#" + reference, " class=\"footnote-backref\" aria-label=\"返回正文\"");
                    page.out.append("↩</a>\n");
                }
                page.out.append("</li>\n");
            }
            page.out.append("</ol>\n</section>\n");
        }

        private void link(String address, String more) {
            page.out.append("<a");
            HtmlEscape.attribute(page.out, "href", address);
            page.out.append(more).append('>');
        }
    }
}
