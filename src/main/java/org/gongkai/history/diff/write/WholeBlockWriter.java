package org.gongkai.history.diff.write;

import java.util.List;
import org.gongkai.history.diff.DiffBlock;
import org.gongkai.history.diff.DiffBlock.Kind;
import org.gongkai.history.diff.MarkUnits.Token;
import org.gongkai.history.diff.PlainWords;
import org.gongkai.history.diff.TextDiff.TokenRun;
import org.gongkai.history.diff.write.ChangeSize.ChangeCounter;
import org.gongkai.markup.html.HtmlGrid;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Writes blocks that were added or removed as a whole, and the words of those that stayed. */
public record WholeBlockWriter(ChangeCounter counter) {

    /** Whether this run is visibly marked as inserted or deleted. */
    public static boolean isChange(TokenRun run) {
        return (run.kind() == TokenRun.Kind.DELETED || run.kind() == TokenRun.Kind.INSERTED) && run.isSeen();
    }

    /** Rewrites the words of blocks of the newer version and returns the nodes of the last one. */
    public List<Node> write(List<DiffBlock> units, List<TokenRun> runs, boolean speaks) {
        count(runs);
        InlineDiffWriter.Written written = InlineDiffWriter.write(runs, speaks);
        counter.links += written.links();
        List<Node> nodes = List.of();
        for (int i = 0; i < units.size(); i++) {
            DiffBlock unit = units.get(i);
            if (i > 0) {
                written.parts().get(i).prependChild(ChangeMarks.note("另起一段"));
                unit.element().addClass("split");
            }
            nodes = List.copyOf(written.parts().get(i).childNodes());
            if (nodes.isEmpty()) {
                nodes = unit.content();
                continue;
            }
            replace(unit, nodes);
        }
        return nodes;
    }

    private static void replace(DiffBlock unit, List<Node> nodes) {
        if (unit.element() != null) {
            unit.element().prependChildren(nodes);
        } else {
            Node first = unit.content().get(0);
            first.parentElement().insertChildren(first.siblingIndex(), nodes);
        }
        unit.content().forEach(Node::remove);
    }

    /** Marks a block of the newer version as added and returns its nodes. */
    public List<Node> added(DiffBlock unit) {
        List<Node> nodes = mark(unit, TokenRun.Kind.INSERTED, true);
        if (unit.isLeaf() && unit.element() != null && nodes != unit.content()) {
            unit.element().addClass("added");
        }
        return nodes;
    }

    public void addedRow(Element row) {
        row(row, TokenRun.Kind.INSERTED);
    }

    /** Marks what is in an element of the newer version as added. */
    public void addedWithin(Element container) {
        within(container, TokenRun.Kind.INSERTED, true);
    }

    /** Returns a removed block as it is shown in the newer version, or null if nothing of it is visible. */
    public Element removed(DiffBlock unit) {
        Element holder = new Element("div");
        if (unit.kind() == Kind.ITEM) {
            holder.appendChild(removedMember(unit.element()));
        } else if (unit.isLeaf()) {
            Element block = holder.appendElement(unit.kind() == Kind.CODE ? "pre" : "p");
            unit.content().forEach(node -> block.appendChild(node.clone()));
            within(holder, TokenRun.Kind.DELETED, true);
            if (unit.isHeading()) {
                block.appendChild(new Element("strong").appendChildren(List.copyOf(block.childNodes())));
            }
            block.addClass("removed");
        } else {
            holder.appendChild(copy((Element) unit.first()));
            within(holder, TokenRun.Kind.DELETED, true);
        }
        return holder.selectFirst("del") == null ? null : holder.child(0);
    }

    public Element removedRow(Element row) {
        Element copy = copy(row);
        row(copy, TokenRun.Kind.DELETED);
        return copy;
    }

    /** Returns a removed item, cell or caption. */
    public Element removedMember(Element member) {
        Element copy = copy(member);
        member(copy, TokenRun.Kind.DELETED);
        return copy;
    }

    private static Element copy(Element removed) {
        Element copy = removed.clone();
        copy.select("[id]").removeAttr("id");
        // A browser would take an item in a div within an item out of it.
        copy.select("h1, h2, h3, h4, h5, h6")
                .forEach(heading -> heading.tagName(heading.selectFirst("li, dt, dd") == null ? "div" : "section"));
        copy.select("hr").remove();
        return copy;
    }

    private List<Node> mark(DiffBlock unit, TokenRun.Kind kind, boolean speaks) {
        if (unit.isLeaf()) {
            List<Token> tokens = unit.tokens();
            if (tokens.stream().anyMatch(Token::isSeen)) {
                return write(List.of(unit), List.of(new TokenRun(kind, tokens, List.of())), speaks);
            }
            if (kind == TokenRun.Kind.DELETED) {
                unit.content().forEach(Node::remove);
            }
            return unit.content();
        }
        if (unit.kind() == Kind.TABLE) {
            unit.element().children().stream()
                    .filter(child -> child.nameIs("caption"))
                    .forEach(caption -> within(caption, kind, true));
            HtmlGrid.rows(unit.element()).forEach(row -> row(row, kind));
        } else if (unit.kind() == Kind.ITEM) {
            member(unit.element(), kind);
        } else {
            unit.element().children().forEach(item -> member(item, kind));
        }
        return List.of(unit.last());
    }

    private void member(Element member, TokenRun.Kind kind) {
        member.addClass(kind == TokenRun.Kind.DELETED ? "removed" : "added");
        within(member, kind, true);
    }

    private void row(Element row, TokenRun.Kind kind) {
        row.addClass(kind == TokenRun.Kind.DELETED ? "removed" : "added");
        boolean speaks = true;
        for (Element cell : row.children()) {
            within(cell, kind, speaks);
            speaks &= PlainWords.text(List.of(cell)).isEmpty();
        }
    }

    private void within(Element container, TokenRun.Kind kind, boolean speaks) {
        DiffBlock.blocks(container).forEach(unit -> mark(unit, kind, speaks));
    }

    private void count(List<TokenRun> runs) {
        for (TokenRun run : runs) {
            if (run.kind() == TokenRun.Kind.INSERTED) {
                counter.insert(run.text());
            } else if (run.kind() == TokenRun.Kind.DELETED) {
                counter.delete(run.text());
            }
        }
    }
}
