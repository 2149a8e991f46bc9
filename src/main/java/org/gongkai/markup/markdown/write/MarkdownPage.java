package org.gongkai.markup.markdown.write;

import com.vladsch.flexmark.ast.util.ReferenceRepository;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.footnotes.internal.FootnoteRepository;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.markup.Body;
import org.gongkai.markup.BodyPositions;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.Markup;
import org.gongkai.markup.SafeAddress;
import org.gongkai.markup.html.AnchorNames;
import org.gongkai.markup.html.DroppedHtml;
import org.gongkai.markup.markdown.parse.CommonMarkInlineParser;
import org.gongkai.markup.markdown.prepare.PreparedBody;

/**
 * What the writers of one Markdown body share: its state, and links and images, each address resolved by {@link
 * LinkResolver} and checked.
 */
public final class MarkdownPage {
    final String source;
    public final StringBuilder out;
    private final LinkResolver links;
    public final BodyPositions positions;
    public final AnchorNames anchors = new AnchorNames();
    public final List<Body.Heading> outline = new ArrayList<>();

    final ReferenceRepository references;
    final FootnoteRepository footnotes;
    /** Collects the typed HTML that is not shown as such. */
    final DroppedHtml dropped;
    /** Whether the text may contain bare addresses. */
    final boolean mayHoldAddress;
    /** Definitions that some link refers to, and footnotes that the text refers to. */
    final Set<Node> used = new HashSet<>();
    /** Whether typed HTML was written. */
    public boolean hasHtml;

    public MarkdownPage(
            Document document, PreparedBody prepared, Markup markup, LinkResolver links, DroppedHtml dropped) {
        this.dropped = dropped;
        this.source = prepared.text();
        this.out = new StringBuilder(source.length() * 5 / 4 + 256);
        this.links = links;
        this.positions = prepared.positions(markup.firstLine());
        this.references = Parser.REFERENCES.get(document);
        this.footnotes = FootnoteExtension.FOOTNOTES.get(document);
        this.mayHoldAddress = CommonMarkInlineParser.mayHoldAddress(source);
    }

    /** Resolves an address; the href is empty when there is no target or it is not allowed. */
    LinkResolver.Target resolve(LinkResolver.Kind kind, String destination, int offset) {
        LinkResolver.Target target = links.resolve(kind, destination, positions.line(offset), positions.column(offset));
        return SafeAddress.isSafe(target.href()) ? target : new LinkResolver.Target("", target.label());
    }

    /** Reports a mark that is shown as it is typed, or marks something else. */
    void mark(int offset, String message, String hint) {
        dropped.mark(positions, offset, message, hint);
    }

    /** Writes the start tag of a link; returns false when only the text is to be shown. */
    boolean open(LinkResolver.Target target, BasedSequence title) {
        if (target.href().isEmpty()) {
            return false;
        }
        out.append("<a");
        HtmlEscape.attribute(out, "href", target.href());
        if (!title.isEmpty()) {
            HtmlEscape.attribute(out, "title", title.unescape());
        }
        out.append('>');
        return true;
    }

    /** Writes an image, or its text when it has no target. */
    void image(String destination, int offset, String alt, BasedSequence title) {
        LinkResolver.Target target = resolve(LinkResolver.Kind.IMAGE, destination, offset);
        if (target.href().isEmpty()) {
            HtmlEscape.text(out, alt);
            return;
        }
        out.append("<img");
        HtmlEscape.attribute(out, "src", target.href());
        // What somebody still has to say of a picture is no word for readers.
        HtmlEscape.attribute(out, "alt", alt.startsWith("＿＿") ? "" : alt);
        if (!title.isEmpty()) {
            HtmlEscape.attribute(out, "title", title.unescape());
        }
        out.append(" loading=\"lazy\">");
    }

    /** Writes a typed id, if there is one. */
    void id(AttributeBlock attributes) {
        if (!attributes.id().isEmpty()) {
            HtmlEscape.attribute(out, "id", anchors.claim(attributes.id()));
        }
    }

    /** Returns what was written, if it contains no typed HTML. */
    public String html() {
        return source.contains("&#") ? dropped.withoutControl(out.toString()) : out.toString();
    }

    /** Returns unused footnotes and definitions, except notes to oneself: {@code [//]: # (to be mended)}. */
    public List<Node> hiddenTexts() {
        return Stream.<Node>concat(
                        footnotes.values().stream(),
                        references.values().stream().filter(reference -> !List.of("", "#")
                                .contains(reference.getUrl().toString())))
                .filter(node -> !used.contains(node))
                .sorted(Comparator.comparingInt(Node::getStartOffset))
                .toList();
    }
}
