package org.gongkai.history.diff.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The position in the newer version of a removed block: after the block that it followed, in the same wrapper if any.
 */
public final class DeletionPlace {
    /** Elements that may contain a further paragraph at any position. */
    private static final Set<String> BOXES =
            Set.of("div", "section", "article", "aside", "blockquote", "main", "header", "footer");

    private final Element container;
    private Node last;
    /**
     * Nodes to insert after {@link #last}, or first if it is null; inserted together, as each insertion renumbers
     * siblings.
     */
    private final List<Node> waiting = new ArrayList<>();

    public DeletionPlace(Element container) {
        this.container = container;
    }

    /** Inserts a node on a line of its own after another one, or as the first child of a container. */
    public static void put(Node fresh, Node behind, Element container) {
        if (behind == null) {
            container.prependChild(new TextNode("\n"));
            container.prependChild(fresh);
        } else {
            behind.after(fresh);
            behind.after(new TextNode("\n"));
        }
    }

    public void after(Node node) {
        finish();
        last = node;
    }

    public void insert(Node fresh, List<String> wrappers) {
        Node behind = last;
        if (behind != null) {
            while (behind.parent() != container && !isOpen((Element) behind.parent(), wrappers)) {
                behind = behind.parent();
            }
        }
        if (behind != last) {
            after(behind);
        }
        if (last != null) {
            waiting.add(new TextNode("\n"));
        }
        waiting.add(fresh);
        if (last == null) {
            waiting.add(new TextNode("\n"));
        }
    }

    /** Inserts the pending nodes. */
    public void finish() {
        if (!waiting.isEmpty()) {
            Element parent = last == null ? container : (Element) last.parent();
            parent.insertChildren(last == null ? 0 : last.siblingIndex() + 1, waiting);
            waiting.clear();
        }
    }

    private boolean isOpen(Element box, List<String> wrappers) {
        int depth = 0;
        for (Element up = box; up != container; up = up.parent()) {
            depth++;
        }
        Element up = box;
        for (int i = depth - 1; i >= 0; i--) {
            boolean isSame = i < wrappers.size() && wrappers.get(i).equals(up.normalName() + "." + up.className());
            if (!isSame || !BOXES.contains(up.normalName())) {
                return false;
            }
            up = up.parent();
        }
        return true;
    }
}
