package org.gongkai.history.diff.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Where in the newer version a block is shown that is no longer there: behind what it followed, in the same box if there is one. */
public final class DeletionPlace {
    /** Boxes that may hold one paragraph more anywhere. */
    private static final Set<String> BOXES =
            Set.of("div", "section", "article", "aside", "blockquote", "main", "header", "footer");

    private final Element container;
    private Node last;
    /** What is to stand behind {@link #last}, or first if there is nothing; inserted at once, as each time all is numbered anew. */
    private final List<Node> waiting = new ArrayList<>();

    public DeletionPlace(Element container) {
        this.container = container;
    }

    /** Puts a node on a line of its own behind another one, or first into a container. */
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

    /** Puts in place what still waits. */
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
