package org.gongkai.history.diff.write;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.history.diff.align.DiffBlock;
import org.gongkai.history.diff.align.DiffBlock.Kind;
import org.gongkai.history.diff.align.MarkUnits.Token;
import org.gongkai.history.diff.align.PlainWords;
import org.gongkai.history.diff.align.TableRows;
import org.gongkai.history.diff.align.TextDiff.TokenRun;
import org.gongkai.history.diff.write.ChangeSize.ChangeCounter;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Writes blocks that were added or removed as a whole, and the words of those that stayed. */
public final class WholeBlockWriter {
    private final ChangeCounter counter;

    public WholeBlockWriter(ChangeCounter counter) {
        this.counter = counter;
    }

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
            unit.element().empty();
            unit.element().appendChildren(nodes);
            return;
        }
        Element parent = (Element) unit.content().get(0).parent();
        List<Node> all = new ArrayList<>(parent.childNodes());
        int from = unit.content().get(0).siblingIndex();
        List<Node> old = all.subList(from, from + unit.content().size());
        old.clear();
        old.addAll(nodes);
        parent.empty();
        parent.appendChildren(all);
    }

    /** Marks a block of the newer version as added and returns its nodes. */
    public List<Node> added(DiffBlock unit) {
        return added(unit, true, true);
    }

    private List<Node> added(DiffBlock unit, boolean named, boolean speaks) {
        if (unit.isLeaf()) {
            List<Token> tokens = unit.tokens();
            if (tokens.stream().noneMatch(Token::isSeen)) {
                return unit.content();
            }
            if (named && unit.element() != null) {
                unit.element().addClass("added");
            }
            return write(List.of(unit), List.of(new TokenRun(TokenRun.Kind.INSERTED, tokens, List.of())), speaks);
        }
        if (unit.kind() == Kind.TABLE) {
            for (Element child : unit.element().children()) {
                if (child.nameIs("caption")) {
                    addedWithin(child, true);
                }
            }
            TableRows.of(unit.element()).forEach(this::addedRow);
        } else {
            unit.element().children().forEach(this::addedItem);
        }
        return List.of(unit.last());
    }

    public void addedItem(Element item) {
        item.addClass("added");
        addedWithin(item, true);
    }

    public void addedRow(Element row) {
        row.addClass("added");
        boolean speaks = true;
        for (Element cell : row.children()) {
            addedWithin(cell, speaks);
            speaks &= PlainWords.text(List.of(cell)).isEmpty();
        }
    }

    public void addedWithin(Element container, boolean speaks) {
        for (DiffBlock unit : DiffBlock.blocks(container)) {
            added(unit, false, speaks);
        }
    }

    /** Returns a removed block as it is shown in the newer version, or null if nothing of it is visible. */
    public Element removed(DiffBlock unit) {
        if (unit.text().isEmpty()) {
            return null;
        }
        if (unit.isLeaf()) {
            List<Node> words = gone(unit, true);
            if (words.isEmpty()) {
                return null;
            }
            Element block = new Element(unit.kind() == Kind.CODE ? "pre" : "p").addClass("removed");
            Element holder = unit.isHeading() ? new Element("strong") : block;
            holder.appendChildren(words);
            return holder == block ? block : block.appendChild(holder);
        }
        return unit.kind() == Kind.TABLE ? removedTable(unit) : removedList(unit.element());
    }

    private Element removedList(Element list) {
        Element copy = bare(list);
        list.children().forEach(item -> copy.appendChild(removedMember(item, true)));
        return copy;
    }

    private Element removedTable(DiffBlock unit) {
        Element copy = bare(unit.element());
        for (Element child : unit.element().children()) {
            if (child.nameIs("tr")) {
                copy.appendChild(removedRow(child));
            } else if (child.nameIs("caption")) {
                copy.appendChild(removedMember(child, true).removeClass("removed"));
            } else {
                Element section = copy.appendElement(child.normalName());
                child.children().forEach(row -> section.appendChild(row.nameIs("tr") ? removedRow(row) : bare(row)));
            }
        }
        return unit.first() instanceof Element box && box.hasClass("table-wrap")
                ? bare(box).appendChild(copy)
                : copy;
    }

    public Element removedRow(Element row) {
        Element copy = bare(row).addClass("removed");
        boolean speaks = true;
        for (Element cell : row.children()) {
            copy.appendChild(removedMember(cell, speaks).removeClass("removed"));
            speaks &= PlainWords.text(List.of(cell)).isEmpty();
        }
        return copy;
    }

    /** Returns a removed item, cell or caption. */
    public Element removedMember(Element member, boolean speaks) {
        Element copy = bare(member).addClass("removed");
        List<DiffBlock> units = DiffBlock.blocks(member);
        for (DiffBlock unit : units) {
            boolean isBare = unit.isLeaf() && unit.kind() != Kind.CODE && (unit == units.get(0));
            if (isBare) {
                copy.appendChildren(gone(unit, speaks));
            } else {
                Element block = removed(unit);
                copy.appendChildren(block == null ? List.of() : List.of(block));
            }
        }
        return copy;
    }

    private List<Node> gone(DiffBlock unit, boolean speaks) {
        List<Token> tokens = unit.tokens();
        if (tokens.stream().noneMatch(Token::isSeen)) {
            return List.of();
        }
        List<TokenRun> runs = List.of(new TokenRun(TokenRun.Kind.DELETED, tokens, List.of()));
        count(runs);
        return new ArrayList<>(
                InlineDiffWriter.write(runs, speaks).parts().get(0).childNodes());
    }

    /** Returns a copy without children; that of the library may remember the children of the original. */
    private static Element bare(Element element) {
        Element copy = new Element(element.normalName());
        element.attributes().forEach(attribute -> copy.attr(attribute.getKey(), attribute.getValue()));
        return copy.removeAttr("id");
    }

    private void count(List<TokenRun> runs) {
        for (TokenRun run : runs) {
            if (run.kind() == TokenRun.Kind.INSERTED) {
                counter.insert(run.text());
            } else if (run.kind() == TokenRun.Kind.DELETED) {
                counter.delete(run.text());
            } else if (run.kind() == TokenRun.Kind.MOVED_HERE) {
                counter.movedSentences++;
            }
        }
    }
}
